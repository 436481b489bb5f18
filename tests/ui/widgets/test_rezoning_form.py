"""A clock time that means two instants in the new zone is asked about, one by one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.rezoning import Unclear
from editor.ui.widgets.rezoning_form import RezoningForm

TWICE = Unclear(
    key="link",
    headline="Ferry",
    wall="2026-11-01 01:30",
    choices=(datetime(2026, 11, 1, 5, 30, tzinfo=UTC), datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),
)
SKIPPED = Unclear(
    key="published",
    headline="",
    wall="2026-03-08 02:30",
    choices=(datetime(2026, 3, 8, 6, 30, tzinfo=UTC), datetime(2026, 3, 8, 7, 30, tzinfo=UTC)),
)


@pytest.fixture
def form(qtbot: QtBot) -> RezoningForm:
    made = RezoningForm()
    qtbot.addWidget(made)
    assert not made.isVisible()
    made.ask((TWICE, SKIPPED), "America/New_York")
    return made


def field(form: RezoningForm, number: int) -> ChoiceField:
    found = form.findChildren(ChoiceField, f"timeline.rezoning.{number}")
    return next(one for one in found if one.isVisible())  # one that was asked before goes a little later


def test_both_readings_are_offered_and_named(form: RezoningForm) -> None:
    assert form.isVisible()
    twice, skipped = field(form, 0), field(form, 1)
    assert twice.accessibleName() == "2026-11-01 01:30 · Ferry"
    assert [twice.itemText(n) for n in range(2)] == ["2026-11-01 01:30 -04:00", "2026-11-01 01:30 -05:00"]
    assert skipped.accessibleName() == "2026-03-08 02:30"
    assert [skipped.itemText(n) for n in range(2)] == ["2026-03-08 01:30", "2026-03-08 03:30"]


def test_what_is_chosen_goes_out_by_key(qtbot: QtBot, form: RezoningForm) -> None:
    field(form, 0).setCurrentIndex(1)
    with qtbot.waitSignal(form.answered) as answered:
        button = form.findChild(QPushButton, "timeline.rezoning.change")
        assert button is not None
        button.click()
    assert answered.args == [{"link": TWICE.choices[1], "published": SKIPPED.choices[0]}]


def test_escape_keeps_the_zone(qtbot: QtBot, form: RezoningForm) -> None:
    with qtbot.waitSignal(form.given_up):
        QTest.keyClick(form, Qt.Key.Key_Escape)
    form.ask((SKIPPED,), "America/New_York")
    form.retranslate()
    assert field(form, 0).accessibleName() == "2026-03-08 02:30"
