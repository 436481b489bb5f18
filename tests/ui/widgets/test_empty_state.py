"""The empty state: says what belongs here and offers the one action."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.ui.widgets.empty_state import EmptyState


def test_it_says_what_belongs_here_and_offers_the_action(qtbot: QtBot) -> None:
    state = EmptyState("draft", say("No article is open"), say("Choose one on the left."), say("New article"))
    qtbot.addWidget(state)
    state.resize(300, 400)
    state.show()
    said = [label.text() for label in state.findChildren(QLabel) if label.text()]
    assert said == ["No article is open", "Choose one on the left."]
    button = state.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.accessibleName() == "New article"
    with qtbot.waitSignal(state.action_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    state.close()


def test_long_words_wrap_and_none_is_cut_off(qtbot: QtBot) -> None:
    text = say("A sentence that is a good deal longer than the narrow panel in which it has to find its place.")
    state = EmptyState("draft", say("Nothing here"), text)
    qtbot.addWidget(state)
    state.resize(260, 500)
    state.show()
    for label in state.findChildren(QLabel):
        if label.text():
            assert label.height() >= label.heightForWidth(label.width())
    state.close()


def test_without_an_action_there_is_no_button_and_words_can_change(qtbot: QtBot) -> None:
    state = EmptyState("search", say("Nothing yet"), say("Begin."))
    qtbot.addWidget(state)
    button = state.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert button.isHidden()
    state.show_words(say("Nothing found"), say("Try fewer words."), say("Clear"))
    assert button.text() == "Clear"
    assert not button.isHidden()


def test_given_the_keyboard_its_action_has_it(qtbot: QtBot) -> None:
    state = EmptyState("images", say("No picture"), say("Choose one."), say("Choose"))
    qtbot.addWidget(state)
    state.show()
    state.activateWindow()
    qtbot.waitUntil(state.isActiveWindow)
    state.setFocus()
    button = state.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    qtbot.waitUntil(button.hasFocus)
    state.close()
