"""The bar that says what is looked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.passages import Instead, Sought
from editor.ui.widgets.find_bar import FindBar


@pytest.fixture
def bar(qtbot: QtBot) -> FindBar:
    made = FindBar()
    qtbot.addWidget(made)
    return made


def _line(bar: FindBar, name: str) -> QLineEdit:
    found = bar.findChild(QLineEdit, f"find.{name}")
    assert found is not None
    return found


def _tool(bar: FindBar, name: str) -> QToolButton | QPushButton:
    found = bar.findChild(QToolButton, f"find.{name}") or bar.findChild(QPushButton, f"find.{name}")
    assert found is not None
    return found


def test_it_says_what_is_sought_and_what_shall_stand_there(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.open("ferry", replaces=False)
    assert (bar.sought, bar.instead) == (Sought(words="ferry"), None)
    for name in ("case", "whole", "pattern"):
        with qtbot.waitSignal(bar.changed):
            _tool(bar, name).click()
    assert bar.sought == Sought(words="ferry", is_pattern=True, is_whole=True, matches_case=True)
    with qtbot.waitSignal(bar.changed):
        bar.open("", replaces=True)
    QTest.keyClicks(_line(bar, "instead"), "boat")
    _tool(bar, "keeps_case").click()
    assert bar.instead == Instead(words="boat", keeps_case=True)
    assert bar.sought.words == "ferry"


def test_enter_goes_on_shift_enter_back_and_escape_closes(bar: FindBar, qtbot: QtBot) -> None:
    bar.open("ferry", replaces=True)
    for line, modifier, signal in (
        ("words", Qt.KeyboardModifier.NoModifier, bar.next_asked),
        ("words", Qt.KeyboardModifier.ShiftModifier, bar.previous_asked),
    ):
        with qtbot.waitSignal(signal):
            QTest.keyClick(_line(bar, line), Qt.Key.Key_Return, modifier)
    bar.activateWindow()
    _line(bar, "instead").setFocus()
    qtbot.waitUntil(_line(bar, "instead").hasFocus)
    with qtbot.waitSignal(bar.replace_asked):
        QTest.keyClick(_line(bar, "instead"), Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(_line(bar, "words"), Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_it_tells_numbers_and_troubles(bar: FindBar) -> None:
    bar.open("ferry", replaces=True)
    count, trouble = bar.findChild(QLabel, "find.count"), bar.findChild(QLabel, "find.trouble")
    assert count is not None
    assert trouble is not None
    bar.tell(say("{place} of {total}", place=3, total=12))
    assert (count.text(), trouble.isVisible()) == ("3 of 12", False)
    bar.tell(say("This pattern is too large."), is_trouble=True)
    assert (count.text(), trouble.text()) == ("", "This pattern is too large.")
    bar.retranslate()
    assert trouble.isVisible()
    assert "too large" in bar.accessibleDescription()


def test_only_what_is_possible_can_be_asked_for(bar: FindBar) -> None:
    bar.open("ferry", replaces=True)
    bar.allow(has_found=True, can_write=False)
    assert _tool(bar, "next").isEnabled()
    assert not _tool(bar, "replace_all").isEnabled()
    bar.allow(has_found=False, can_write=True)
    assert not _tool(bar, "previous").isEnabled()
    assert not _tool(bar, "undo").isVisible()
    bar.show_undo(is_possible=True)
    assert _tool(bar, "undo").isVisible()


def test_showing_the_selection_is_no_wish(bar: FindBar, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(bar.selection_toggled):
        bar.show_selection(is_on=True)
    with qtbot.waitSignal(bar.selection_toggled) as toggled:
        _tool(bar, "selection").click()
    assert toggled.args == [False]


def test_36_half_a_composition_is_not_looked_for(bar: FindBar, qtbot: QtBot) -> None:
    bar.open("", replaces=False)
    with qtbot.assertNotEmitted(bar.changed):
        QApplication.sendEvent(_line(bar, "words"), QInputMethodEvent("ごえ", []))
    assert bar.sought.words == ""
    done = QInputMethodEvent()
    done.setCommitString("護衛")
    with qtbot.waitSignal(bar.changed):
        QApplication.sendEvent(_line(bar, "words"), done)
    assert bar.sought.words == "護衛"
