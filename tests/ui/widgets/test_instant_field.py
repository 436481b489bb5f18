"""A field for a date and time in a named zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QMenu
from pytestqt.qtbot import QtBot

from editor.core.messages import Message
from editor.ui.widgets.instant_field import InstantField
from tests.builders import NOON


@pytest.fixture
def field(qtbot: QtBot) -> InstantField:
    made = InstantField("draft.published")
    qtbot.addWidget(made)
    made.show_instant(NOON, "Asia/Tokyo")
    return made


def test_it_shows_the_clock_of_the_zone(field: InstantField) -> None:
    assert field.text() == "2026-01-14 21:00"


def test_a_typed_time_is_handed_out_as_an_instant(field: InstantField, qtbot: QtBot) -> None:
    field.setText("2026-01-14 22:30")
    with qtbot.waitSignal(field.chosen) as said:
        field.settle()
    assert said.args == [NOON + timedelta(minutes=90)]


def test_an_emptied_field_is_no_date(field: InstantField, qtbot: QtBot) -> None:
    field.clear()
    with qtbot.waitSignal(field.chosen) as said:
        field.settle()
    assert said.args == [None]


def test_what_is_no_time_is_marked_and_kept(field: InstantField, qtbot: QtBot) -> None:
    field.setText("tomorrow")
    with qtbot.waitSignal(field.refused), qtbot.assertNotEmitted(field.chosen):
        field.settle()
    assert field.text() == "tomorrow"
    assert field.property("trouble") is True
    assert "2026-01-14 21:00" in field.toolTip()
    QTest.keyClicks(field, "x")
    assert field.property("trouble") is False


def test_putting_it_right_takes_the_refusal_back(field: InstantField, qtbot: QtBot) -> None:
    field.setText("tomorrow")
    field.settle()
    with qtbot.waitSignal(field.refused) as said:
        QTest.keyClicks(field, "x")
    assert said.args == [Message()]


def test_escape_brings_back_what_is_stored_and_takes_the_refusal_back(field: InstantField, qtbot: QtBot) -> None:
    field.setText("tomorrow")
    field.settle()
    with qtbot.waitSignal(field.refused) as said:
        QTest.keyClick(field, Qt.Key.Key_Escape)
    assert said.args == [Message()]
    assert field.text() == "2026-01-14 21:00"
    assert not field.property("trouble")


def test_another_article_says_nothing_of_what_was_refused_in_this(field: InstantField, qtbot: QtBot) -> None:
    field.setText("tomorrow")
    field.settle()
    with qtbot.assertNotEmitted(field.refused):
        field.reset_text("")
        field.show_instant(NOON, "UTC")
    assert not field.property("trouble")


def test_only_reading_offers_no_calendar(field: InstantField) -> None:
    field.set_writable(is_writable=False)
    assert field.isReadOnly()
    assert not any(action.isEnabled() for action in field.actions())


def test_the_same_instant_in_other_words_is_no_change(field: InstantField, qtbot: QtBot) -> None:
    field.setText("2026-01-14T12:00Z")
    with qtbot.assertNotEmitted(field.chosen):
        field.settle()
    assert field.text() == "2026-01-14 21:00"


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # the offscreen plugin cannot, for no menu
def test_a_day_can_be_picked(field: InstantField, qtbot: QtBot) -> None:
    asked = [action for action in field.actions() if action.text() == "Choose a day"]
    asked[0].trigger()
    menu = field.findChild(QMenu)
    calendar = field.findChild(QCalendarWidget)
    assert menu is not None
    assert calendar is not None
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-01-14"
    with qtbot.waitSignal(field.chosen) as said:
        calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert said.args == [NOON + timedelta(days=1)]
    menu.close()


def test_typing_survives_a_refresh_of_the_same_article(field: InstantField) -> None:
    field.setText("2026-0")
    field.show_instant(NOON, "Asia/Tokyo")
    if field.hasFocus():
        assert field.text() == "2026-0"
    field.show_instant(datetime(2026, 5, 1, tzinfo=NOON.tzinfo), "Asia/Tokyo")
    assert field.isVisible() or field.text() == "2026-05-01 09:00"


@pytest.mark.qt_log_ignore("grabbing the keyboard")
@pytest.mark.parametrize(
    ("typed", "offered", "stored"),
    [
        ("2026-11-01 01:30", "2026-11-01 01:30 -05:00 = 06:30 UTC", datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),
        ("2026-03-08 02:30", "2026-03-08 03:30 -04:00 = 07:30 UTC", datetime(2026, 3, 8, 7, 30, tzinfo=UTC)),
    ],
)
def test_a_time_that_may_mean_two_instants_asks_for_one(
    field: InstantField, typed: str, offered: str, stored: datetime
) -> None:
    chosen: list[object] = []
    field.chosen.connect(chosen.append)
    field.show_instant(NOON, "America/New_York")
    field.setText(typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    menu = field.findChild(QMenu)
    assert menu is not None
    assert chosen == []
    assert [action.text().strip("\u2068\u2069") for action in menu.actions()][1] == offered
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == [stored]
    assert not field.property("trouble")


@pytest.mark.qt_log_ignore("grabbing the keyboard")
def test_the_button_asks_as_long_as_there_is_a_question(field: InstantField) -> None:
    field.show_instant(NOON, "America/New_York")
    question = next(action for action in field.actions() if action.text() == "Say which time is meant")
    assert not question.isVisible()
    field.setText("2026-11-01 01:30")
    field.settle()
    assert question.isVisible()
    question.trigger()
    menu = field.findChild(QMenu)
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert field.text() == "2026-11-01 01:30"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not question.isVisible()
