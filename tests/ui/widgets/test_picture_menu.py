"""What can be done with the chosen pictures, as a menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.picture_menu import KEYS, PictureMenu


@pytest.fixture
def menu(qtbot: QtBot) -> Iterator[PictureMenu]:
    window = QWidget()
    qtbot.addWidget(window)
    yield PictureMenu(window)
    window.close()


def test_what_is_possible_is_there_with_its_keys(menu: PictureMenu, qtbot: QtBot) -> None:
    menu.allow({"view", "hero"})
    assert [name for name, action in menu.items.items() if action.isVisible()] == ["view", "hero"]
    assert all(not menu.items[name].shortcut().isEmpty() for name in KEYS)
    with qtbot.waitSignal(menu.asked) as said:
        menu.items["hero"].trigger()
    assert said.args == ["hero"]


def test_words(menu: PictureMenu) -> None:
    menu.retranslate()
    assert all(action.text() for action in menu.items.values())
