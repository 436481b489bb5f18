"""What is done to whole lines. `|` marks the ends of the selection, or the cursor."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.ui.widgets import line_commands as commands
from editor.ui.widgets.text_tools import LINES, Command
from tests.ui.marked_text import done

_SWAPS = [
    # below another, what stands above
    ("one\nt|wo", "t|wo\none"),
    ("- one\n- t|wo\n- three", "- t|wo\n- one\n- three"),
    ("1. one\n2. t|wo\n3. three", "1. t|wo\n2. one\n3. three"),
    ("- one\n    - in\n- t|wo", "- t|wo\n- one\n    - in"),
    ("- one\n- t|wo\n    - in", "- t|wo\n    - in\n- one"),
    ("a\n\nb b|b\n\nc", "b b|b\n\na\n\nc"),
    ("- a\n- b\n\np|ara", "p|ara\n\n- a\n- b"),
    ("one\n|two\nthree|\nfour", "|two\nthree|\none\nfour"),
    ("😀 one\n字|字", "字|字\n😀 one"),
]


@pytest.mark.parametrize(("before", "after"), _SWAPS)
def test_lines_move_up(before: str, after: str) -> None:
    assert done(before, commands.move_up) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("t|wo\none", "one\nt|wo"),
        ("1. t|wo\n2. one\n3. three", "1. one\n2. t|wo\n3. three"),
        ("- t|wo\n- one\n    - in", "- one\n    - in\n- t|wo"),
        ("- t|wo\n    - in\n- one", "- one\n- t|wo\n    - in"),
        ("a|a\n\nb b\nb\n\nc", "b b\nb\n\na|a\n\nc"),
        ("- a\n- b|\n\npara", "- a\n\npara\n\n- b|"),
        ("|one\ntwo|\nthree", "three\n|one\ntwo|"),
    ],
)
def test_lines_move_down(before: str, after: str) -> None:
    assert done(before, commands.move_down) == after


@pytest.mark.parametrize("text", ["o|ne", "", "- p\n    - c|", "\n\no|ne\n\n"])
def test_where_nothing_is_nothing_moves(text: str) -> None:
    marked = text if "|" in text else "|"
    assert done(marked, commands.move_up) == marked
    if "p" not in text:
        assert done(marked, commands.move_down) == marked


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("o|ne", "one\no|ne"),
        ("|one\ntwo|\nthree", "one\ntwo\n|one\ntwo|\nthree"),
        ("1. o|ne\n2. two", "1. one\n2. o|ne\n3. two"),
        ("字|😀", "字😀\n字|😀"),
    ],
)
def test_lines_are_doubled(before: str, after: str) -> None:
    assert done(before, commands.duplicate) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("o|ne\ntwo", "one| two"),
        ("o|ne\n\n  two", "one| two"),
        ("- o|ne\n- two", "- one| two"),
        ("|one\ntwo\n\nthree|", "one two| three"),
        ("> o|ne\n> two", "> one| two"),
        ("one|\n## Head", "one| Head"),
        ("日本|の\n首相", "日本の|首相"),
        ("😀|\ntwo", "😀| two"),
        ("o|ne", "o|ne"),
    ],
)
def test_lines_are_joined(before: str, after: str) -> None:
    assert done(before, commands.join) == after


@pytest.mark.parametrize("command", [tool.command for tool in LINES])
def test_each_command_is_one_step_of_undo(command: Command) -> None:
    document = QTextDocument()
    document.setPlainText("1. a\n2. b\n3. c")
    cursor = QTextCursor(document)
    cursor.setPosition(6)
    cursor.beginEditBlock()
    command(cursor)
    cursor.endEditBlock()
    assert document.toPlainText() != "1. a\n2. b\n3. c"
    document.undo()
    assert document.toPlainText() == "1. a\n2. b\n3. c"
