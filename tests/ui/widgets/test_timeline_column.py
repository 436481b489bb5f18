"""A timeline in one edition: dated rows with marks, opened and taken off by key, mirrored where readers begin."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.ui.widgets.timeline_column import RowMark, TimelineColumn, TimelineRow
from editor.ui.widgets.timeline_delegate import RAIL

ROWS = (
    TimelineRow("a", "Monday, 12 January 2026, 21:00:00", "Ferry runs again", "en", "en", article="x"),
    TimelineRow(
        "b", "Sunday, 11 January 2026, 21:00:00", "Harbour opens", "en", "en", (RowMark("This stands twice."),)
    ),
    TimelineRow("c", "", "later", "en", "en", (RowMark("Not in the newsroom yet."),)),
)


@pytest.fixture
def column(qtbot: QtBot) -> TimelineColumn:
    made = TimelineColumn("en", can_write=True)
    qtbot.addWidget(made)
    made.resize(280, 400)
    made.show()
    made.show_rows("English", ROWS, is_alone=False)
    return made


def test_date_headline_and_problems_are_spoken(column: TimelineColumn) -> None:
    spoken = column.list.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Sunday, 11 January 2026, 21:00:00. Harbour opens. This stands twice."
    assert column.list.accessibleName() == "English"


def test_keys_open_and_take_off(qtbot: QtBot, column: TimelineColumn) -> None:
    column.list.setCurrentIndex(column.list.model().index(0, 0))
    with qtbot.waitSignal(column.opened) as opened:
        QTest.keyClick(column.list, Qt.Key.Key_Return)
    with qtbot.waitSignal(column.removed) as removed:
        QTest.keyClick(column.list, Qt.Key.Key_Delete)
    assert (opened.args, removed.args) == (["a"], ["a"])


def test_the_menu_does_the_same(qtbot: QtBot, column: TimelineColumn) -> None:
    column.list.setCurrentIndex(column.list.model().index(1, 0))
    for action, signal in zip(column.list.actions(), (column.opened, column.removed), strict=True):
        assert action.text()
        with qtbot.waitSignal(signal):
            action.trigger()


def test_the_place_is_kept_when_a_row_goes(column: TimelineColumn) -> None:
    column.list.setCurrentIndex(column.list.model().index(1, 0))
    column.list.show_rows((ROWS[0], ROWS[2]))
    assert column.list.current_link() == "c"
    column.list.show_rows(())
    assert column.list.current_link() == ""


def test_its_name_goes_without_saying_where_it_is_alone(column: TimelineColumn) -> None:
    title = column.findChild(QLabel)
    assert title is not None
    assert title.isVisible()
    column.show_rows("English", ROWS, is_alone=True)
    assert not title.isVisible()


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_the_line_stands_where_these_readers_begin(qtbot: QtBot, locale: str) -> None:
    column = TimelineColumn(locale, can_write=True)
    qtbot.addWidget(column)
    column.resize(280, 300)
    column.show()
    column.show_rows(locale, ROWS, is_alone=True)
    image = column.list.viewport().grab().toImage()
    shown = image.pixelColor(RAIL // 2, 16) if locale == "en" else image.pixelColor(image.width() - RAIL // 2 - 1, 16)
    assert shown.lightness() < 200
