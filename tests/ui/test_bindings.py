"""Every action of the menus does something."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.ui.bindings import bindings
from editor.ui.main_window import MainWindow
from editor.ui.studio import Studio
from tests.ui.plain_panel import three

FAMILIES = {"hand", "panel", "look", "language", "text", "translation"}


@pytest.fixture
def window(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(desk, studio, three())
    qtbot.addWidget(made)
    yield made
    made.close()
    made.deleteLater()


def test_every_action_is_bound_or_of_a_family(window: MainWindow) -> None:
    bound = set(bindings(window))
    left = {one for one in window.menu_actions.specs if one not in bound}
    assert {one.partition(".")[0] for one in left} <= FAMILIES


def test_nothing_is_bound_that_no_menu_has(window: MainWindow) -> None:
    assert set(bindings(window)) <= set(window.menu_actions.specs)
