"""Rows with marks: as high as their words, entered by key and click, spoken in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.marked_list import MarkedList, MarkedRow

ROWS = [
    MarkedRow("This is wrong, and it is said in rather many words for a narrow list.", "Ferry", "fault", "Wrong"),
    MarkedRow("To look at", mark="info"),
    MarkedRow("and 3 more", is_silent=True),
]


@pytest.fixture
def rows(qtbot: QtBot) -> MarkedList:
    made = MarkedList("rows")
    qtbot.addWidget(made)
    made.resize(160, 300)
    made.show()
    made.show_rows(ROWS, "Enter goes there")
    return made


def test_rows_are_as_high_as_their_words(rows: MarkedList) -> None:
    assert rows.sizeHintForRow(0) > 2 * rows.sizeHintForRow(1)
    assert rows.height_of_rows(2) == rows.sizeHintForRow(0) + rows.sizeHintForRow(1)
    rows.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    rows.setCurrentRow(0)
    assert not rows.grab().isNull()


def test_a_row_is_entered_by_key_and_by_click(rows: MarkedList) -> None:
    entered: list[int] = []
    rows.entered.connect(entered.append)
    rows.setCurrentRow(0)
    QTest.keyClick(rows, Qt.Key.Key_Return)
    below = rows.visualItemRect(rows.item(1)).center() + QPoint(0, 0)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, below)
    assert entered == [0, 1]
    QTest.mouseClick(
        rows.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        rows.visualItemRect(rows.item(2)).center(),
    )
    assert entered == [0, 1]


def test_the_mark_is_spoken(rows: MarkedList) -> None:
    assert str(rows.item(0).data(Qt.ItemDataRole.AccessibleTextRole)).startswith("Wrong. Ferry. This is wrong")
