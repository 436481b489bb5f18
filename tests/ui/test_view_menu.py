"""What the View menu holds."""

from __future__ import annotations

import sys

from editor.core.registry import by_id
from editor.ui.actions import action_specs
from editor.ui.registry import PANELS
from editor.ui.view_menu import keys_here, language_action_id, view_menu


def test_every_panel_and_language_has_its_action() -> None:
    menu = view_menu(PANELS, [("en", "English"), ("sw", "Kiswahili")])
    found = by_id(action_specs((menu,)), lambda spec: spec.id)
    for panel in PANELS:
        assert found[f"panel.{panel.id}"].shortcut == panel.shortcut
    assert found[language_action_id("sw")].choice == "sw"


def test_a_mac_has_keys_of_its_own() -> None:
    assert keys_here("Alt+Left", mac="Ctrl+[") == ("Ctrl+[" if sys.platform == "darwin" else "Alt+Left")
