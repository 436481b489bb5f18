"""The order of the Tab key: into what was made later, and past a tool bar in one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.tab_order import OneStop, place_after


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    return made


def _add(window: QWidget, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field)
    return field


def _focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def _tab(count: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[str]:
    found = []
    for _ in range(count):
        QTest.keyClick(_focused(), key)
        found.append(_focused().objectName())
    return found


def _show(qtbot: QtBot, window: QWidget) -> None:
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_what_is_made_later_is_reached_where_it_stands(qtbot: QtBot, window: QWidget) -> None:
    first = _add(window, "first")
    holder = QWidget(window)
    _add(window, "last")
    column = QVBoxLayout(holder)
    form = QWidget()
    rows = QVBoxLayout(form)
    for name in ("one", "two"):
        field = QLineEdit()
        field.setObjectName(name)
        rows.addWidget(field)
    column.addWidget(form)
    place_after(holder, form)
    _show(qtbot, window)
    first.setFocus()
    assert _tab(4) == ["one", "two", "last", "first"]


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_a_row_of_buttons_is_one_stop(qtbot: QtBot, window: QWidget, direction: Qt.LayoutDirection) -> None:
    first = _add(window, "first")
    bar = QWidget()
    bar.setLayoutDirection(direction)
    row = QHBoxLayout(bar)
    buttons = [QToolButton() for _ in range(3)]
    for number, button in enumerate(buttons):
        button.setObjectName(str(number))
        row.addWidget(button)
    OneStop(bar, buttons)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(bar)
    _add(window, "last")
    _show(qtbot, window)
    first.setFocus()
    assert _tab(2) == ["0", "last"]
    on, back = Qt.Key.Key_Right, Qt.Key.Key_Left
    if direction is Qt.LayoutDirection.RightToLeft:
        on, back = back, on
    first.setFocus()
    assert _tab(1) == ["0"]
    assert _tab(3, on) == ["1", "2", "2"]
    assert _tab(1, back) == ["1"]
    assert _tab(1, Qt.Key.Key_Home) == ["0"]
    assert _tab(1, Qt.Key.Key_End) == ["2"]
    assert _tab(1) == ["last"]
    buttons[2].setEnabled(True)
    first.setFocus()
    assert _tab(1) == ["2"]  # where one was, one comes back
