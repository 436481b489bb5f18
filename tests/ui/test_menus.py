"""The menus of the window: whole, without two meanings for one key."""

from __future__ import annotations

from collections import Counter

from PySide6.QtGui import QKeySequence

from editor.core.registry import by_id
from editor.ui.actions import action_specs
from editor.ui.icons import names
from editor.ui.menus import language_action_id, menus
from editor.ui.registry import PANELS

ALL = menus(PANELS, [("en", "English"), ("sw", "Kiswahili")])


def test_no_key_means_two_things() -> None:
    keys = Counter(QKeySequence(spec.shortcut).toString() for spec in action_specs(ALL) if spec.shortcut)
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_key_is_one_that_qt_knows() -> None:
    for spec in action_specs(ALL):
        assert not spec.shortcut or QKeySequence(spec.shortcut).toString(), spec.id


def test_every_action_has_words_and_its_icon_is_there() -> None:
    for spec in action_specs(ALL):
        assert str(spec.text), spec.id
        assert not spec.icon or spec.icon in names(), spec.id


def test_every_panel_and_language_has_its_action() -> None:
    found = by_id(action_specs(ALL), lambda spec: spec.id)
    for panel in PANELS:
        assert found[f"panel.{panel.id}"].shortcut == panel.shortcut
    assert found[language_action_id("sw")].choice == "sw"


def test_the_first_menus_are_where_everyone_looks() -> None:
    assert [menu.id for menu in ALL] == ["file", "edit", "article", "view", "help"]
