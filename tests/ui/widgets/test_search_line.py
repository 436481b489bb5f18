"""The line that narrows a list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.search_line import SearchLine


def test_escape_clears_and_down_goes_on_to_the_list(qtbot: QtBot) -> None:
    line = SearchLine()
    qtbot.addWidget(line)
    QTest.keyClicks(line, "drums")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        with qtbot.waitSignal(line.left_downward):
            QTest.keyClick(line, key)
    assert line.text() == "drums"
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == ""
