"""Return presses whatever button has the focus: on the welcome screen, in dialogs, in panels."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.new_newsroom import NewNewsroomDialog
from editor.ui.studio import Studio

RETURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@pytest.mark.parametrize("key", RETURNS)
def test_the_ways_of_the_welcome_screen(qtbot: QtBot, studio: Studio, key: Qt.Key) -> None:
    studio.show_welcome()
    assert studio.welcome is not None
    studio.welcome.activateWindow()
    way = studio.welcome.findChild(QPushButton, "welcome.new")
    assert way is not None
    way.setFocus()
    qtbot.waitUntil(way.hasFocus)
    QTest.keyClick(way, key)
    asked = studio.welcome.findChild(NewNewsroomDialog)
    assert asked is not None
    assert asked.isVisible()
    asked.reject()


@pytest.mark.usefixtures("studio")
@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
@pytest.mark.parametrize("window", [QDialog, QWidget])
def test_in_dialogs_the_button_in_focus_and_not_the_default_one(
    qtbot: QtBot, window: type[QWidget], kind: type[QPushButton | QToolButton]
) -> None:
    made = window()
    field, main, other = QLineEdit(), QPushButton("Take in"), kind()
    main.setDefault(True)
    if isinstance(other, QPushButton):
        other.setAutoDefault(False)
    column = QVBoxLayout(made)
    pressed: list[str] = []
    for name, widget in (("", field), ("main", main), ("other", other)):
        column.addWidget(widget)
        if isinstance(widget, QPushButton | QToolButton):
            widget.clicked.connect(lambda *_, name=name: pressed.append(name))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    QTest.keyClick(other, Qt.Key.Key_Return)
    assert pressed == ["other"]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert pressed == (["other", "main"] if window is QDialog else ["other"])
