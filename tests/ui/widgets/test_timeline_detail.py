"""What can be done at an entry: each mark in words with what mends it, and the date of an outside article."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.concern import Concern, Mark
from editor.ui.widgets.instant_field import InstantField
from editor.ui.widgets.timeline_detail import TimelineDetail
from tests.builders import NOON, a_link, an_external

UNSEEN = Mark(Concern.UNSEEN, say("Readers do not see it."), "x")
FUTURE = Mark(Concern.FUTURE, say("This date lies in the future."))
TWICE = Mark(Concern.DUPLICATE, say("This stands on the timeline twice."))


@pytest.fixture
def detail(qtbot: QtBot) -> TimelineDetail:
    made = TimelineDetail(can_write=True)
    qtbot.addWidget(made)
    made.show()
    return made


def buttons(detail: TimelineDetail) -> list[QPushButton]:
    return [button for button in detail.findChildren(QPushButton) if button.isVisible()]


def test_each_mark_has_words_and_a_button(qtbot: QtBot, detail: TimelineDetail) -> None:
    detail.show_entry(a_link("y"), (UNSEEN, TWICE), "UTC")
    assert [button.text() for button in buttons(detail)] == ["Open the article", "Take off the timeline"]
    assert [button.accessibleDescription() for button in buttons(detail)] == [
        "Readers do not see it.",
        "This stands on the timeline twice.",
    ]
    assert {"Readers do not see it."} < {label.text() for label in detail.findChildren(QLabel)}
    with qtbot.waitSignal(detail.mend_asked) as asked:
        QTest.keyClick(buttons(detail)[1], Qt.Key.Key_Space)
    assert asked.args == [TWICE]


def test_a_date_that_is_wrong_is_put_right_here(qtbot: QtBot, detail: TimelineDetail) -> None:
    detail.show_entry(a_link(external=an_external(published=NOON)), (FUTURE,), "Asia/Tokyo")
    field = detail.findChild(InstantField)
    assert field is not None
    assert field.text() == "2026-01-14 21:00"
    assert "Asia/Tokyo" in field.accessibleName()
    with qtbot.assertNotEmitted(detail.mend_asked):
        buttons(detail)[0].click()
    assert field.selectedText() == field.text()
    field.setText("2026-01-13 21:00")
    with qtbot.waitSignal(detail.dated) as dated:
        detail.settle()
    assert dated.args[0].isoformat() == "2026-01-13T12:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-11-01 01:30", "twice"),
        ("2026-03-08 02:30", "never show"),
        ("0001-01-01", "year 1 cannot"),
        ("9999-12-31 23:59", "year 9999"),
    ],
)
def test_a_date_that_is_none_is_refused_at_its_field(
    qtbot: QtBot, detail: TimelineDetail, text: str, words: str
) -> None:
    detail.show_entry(a_link(external=an_external(published=NOON)), (), "America/New_York")
    field = detail.findChild(InstantField)
    assert field is not None
    field.setText(text)
    with qtbot.waitSignal(detail.refused) as refused:
        detail.settle()
    assert words in str(refused.args[0])
    assert field.property("trouble")


def test_it_goes_where_there_is_nothing_to_do(detail: TimelineDetail) -> None:
    detail.show_entry(a_link("y"), (UNSEEN,), "UTC")
    detail.show_entry(a_link("y"), (), "UTC")
    assert not detail.isVisible()
    detail.show_entry(None, (), "")
    assert not detail.isVisible()
    detail.settle()
    detail.retranslate()


def test_whoever_only_reads_can_only_go_there(qtbot: QtBot) -> None:
    made = TimelineDetail(can_write=False)
    qtbot.addWidget(made)
    made.show()
    made.show_entry(a_link("y"), (UNSEEN, TWICE), "UTC")
    assert [button.text() for button in buttons(made)] == ["Open the article"]
