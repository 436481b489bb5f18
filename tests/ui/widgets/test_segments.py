"""Choices side by side: one is on, keys reach them, each has its words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.ui.widgets.segments import Segment, Segments

TWO = (Segment("light", "light", say("Light page")), Segment("dark", "dark", say("Dark page"), "Ctrl+D"))


@pytest.fixture
def segments(qtbot: QtBot) -> Segments:
    made = Segments("look", say("Colours"), TWO)
    qtbot.addWidget(made)
    made.show()
    return made


def button(segments: Segments, value: str) -> QToolButton:
    found = segments.findChild(QToolButton, f"look.{value}")
    assert found is not None
    return found


def test_a_choice_is_made_by_key_and_said(qtbot: QtBot, segments: Segments) -> None:
    segments.show_value("light")
    with qtbot.waitSignal(segments.chosen) as said:
        button(segments, "dark").setFocus()
        QTest.keyClick(button(segments, "dark"), Qt.Key.Key_Space)
    assert said.args == ["dark"]
    assert segments.value == "dark"
    assert not button(segments, "light").isChecked()


def test_showing_a_value_says_nothing(qtbot: QtBot, segments: Segments) -> None:
    with qtbot.assertNotEmitted(segments.chosen):
        segments.show_value("dark")
    assert segments.value == "dark"


def test_each_has_a_name_and_its_key_in_the_tooltip(segments: Segments) -> None:
    QApplication.sendEvent(segments, QEvent(QEvent.Type.LanguageChange))
    assert segments.accessibleName() == "Colours"
    assert button(segments, "dark").accessibleName() == "Dark page"
    assert button(segments, "dark").toolTip() == "Dark page (Ctrl+D)"


def test_given_the_keyboard_the_choice_that_is_on_has_it(segments: Segments) -> None:
    segments.activateWindow()
    segments.show_value("dark")
    segments.setFocus()
    assert button(segments, "dark").hasFocus()
    segments.show_value("light")
    segments.setFocus()
    assert button(segments, "light").hasFocus()
