"""Timelines side by side: all in sight, their rows level."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.timeline_column import TimelineList, TimelineRow
from editor.ui.widgets.timeline_grid import TimelineGrid

LONG = "A headline that needs a good many lines in a column as narrow as the ones that stand side by side here"


def rows(locale: str) -> list[TimelineRow]:
    headlines = [LONG if number % 2 == (locale == "en") else "Short" for number in range(12)]
    return [
        TimelineRow(str(number), "Monday, 12 January 2026", headline, locale, locale)
        for number, headline in enumerate(headlines)
    ]


@pytest.fixture
def grid(qtbot: QtBot) -> TimelineGrid:
    made = TimelineGrid(can_write=True)
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    made.show_timelines({"en": rows("en"), "sw": rows("sw")})
    return made


def column(grid: TimelineGrid, locale: str) -> TimelineList:
    found = grid.findChild(TimelineList, f"timeline.list.{locale}")
    assert found is not None
    return found


def tops(grid: TimelineGrid, locale: str) -> list[int]:
    view = column(grid, locale)
    return [view.visualRect(view.model().index(row, 0)).top() for row in range(view.model().rowCount())]


def test_two_columns_fit_into_a_narrow_panel(grid: TimelineGrid, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: column(grid, "sw").isVisible())
    assert grid.horizontalScrollBar().maximum() == 0
    assert abs(column(grid, "en").width() - column(grid, "sw").width()) < 4


def test_rows_stand_level_at_every_width(grid: TimelineGrid, qtbot: QtBot) -> None:
    for width in (400, 700):
        grid.resize(width, 500)
        qtbot.waitUntil(lambda: column(grid, "sw").isVisible() and tops(grid, "en") == tops(grid, "sw"))
    alone = tops(grid, "en")[-1]
    grid.show_timelines({"en": rows("en")})
    qtbot.waitUntil(lambda: tops(grid, "en")[-1] < alone)


def test_scrolling_one_scrolls_the_other(grid: TimelineGrid, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: column(grid, "sw").verticalScrollBar().maximum() > 0)
    column(grid, "sw").setFocus()
    QTest.keyClick(column(grid, "sw"), Qt.Key.Key_End)
    place = column(grid, "sw").verticalScrollBar().value()
    assert place > 0
    assert column(grid, "en").verticalScrollBar().value() == place


def test_keys_go_out_of_every_column(grid: TimelineGrid, qtbot: QtBot) -> None:
    view = column(grid, "sw")
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(grid.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    with qtbot.waitSignal(grid.removed) as removed:
        QTest.keyClick(view, Qt.Key.Key_Delete)
    assert (opened.args, removed.args) == (["1"], ["1"])
    grid.retranslate()
