"""The list of tools: names and keys of their own, and nothing that the text needs for itself."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from editor.ui import icons
from editor.ui.widgets.text_tools import TOOLS


def test_names_and_keys_are_their_own() -> None:
    assert len({tool.name for tool in TOOLS}) == len({tool.keys for tool in TOOLS}) == len(TOOLS)


def test_no_tool_takes_a_key_that_texts_know() -> None:
    known = {binding.toString() for key in QKeySequence.StandardKey for binding in QKeySequence.keyBindings(key)} - {
        "Ctrl+B",
        "Ctrl+I",
        "Ctrl+L",
        "Ctrl+T",
        "Ctrl+Shift+T",
        "Alt+Up",
    }  # a text does nothing with these
    assert known.isdisjoint(tool.keys for tool in TOOLS)


def test_icons_are_there() -> None:
    assert {tool.icon for tool in TOOLS if tool.icon} <= set(icons.names())
