"""Keys that a person chose, and those of an action nobody chose any for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.i18n.interface import set_interface_language
from editor.ui.keys import WORN, keys, shown_keys, tip, wear


@pytest.fixture(autouse=True)
def _usual_again() -> Iterator[None]:
    yield
    keys().choose({})
    set_interface_language("en")


def test_usual_keys_hold_until_others_are_chosen() -> None:
    assert keys().of("x", "Ctrl+B", "") == [QKeySequence("Ctrl+B")]
    keys().choose({"x": ("F8",), "y": ()})
    assert keys().of("x", "Ctrl+B") == [QKeySequence("F8")]
    assert keys().of("y", "Ctrl+B") == []
    assert (shown_keys("x", "Ctrl+B"), shown_keys("y", "Ctrl+B"), shown_keys("z")) == ("F8", "", "")


def test_keys_stand_in_their_order_among_words_from_right_to_left() -> None:
    """The comma of Ctrl+, has no direction of its own: it was drawn before the rest."""
    assert shown_keys("x", "Ctrl+,") == "Ctrl+,"
    set_interface_language("ar")
    assert shown_keys("x", "Ctrl+,") == "\u2068Ctrl+,\u2069"
    assert shown_keys("x") == ""


def test_a_tooltip_says_the_keys_that_hold() -> None:
    assert tip("Bold", "x", "Ctrl+B") == "Bold (Ctrl+B)"
    keys().choose({"x": ()})
    assert tip("Bold", "x", "Ctrl+B") == "Bold"


def test_what_wears_keys_follows_them_as_long_as_it_lives(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    action, shortcut = QAction(holder), QShortcut(holder)
    wear(action, "x", "Ctrl+B")
    wear(shortcut, "y", "Ctrl+D", "F3")
    assert QKeySequence.listToString(shortcut.keys()).split("; ") == ["Ctrl+D", "F3"]
    keys().choose({"x": ("F8",), "y": ()})
    assert action.shortcut() == QKeySequence("F8")
    assert shortcut.keys() == []
    assert action.property(WORN) == "x"
    shortcut.deleteLater()
    qtbot.waitUntil(lambda: len(holder.findChildren(QShortcut)) == 0)
    keys().choose({})
    assert action.shortcut() == QKeySequence("Ctrl+B")


def test_choosing_the_same_again_is_no_change(qtbot: QtBot) -> None:
    keys().choose({"x": ("F8",)})
    with qtbot.assertNotEmitted(keys().changed):
        keys().choose({"x": ("F8",)})
