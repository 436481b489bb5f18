"""What keys do in a table. `^` marks the cursor."""

from __future__ import annotations

import pytest

from editor.markup.rendering import render
from editor.ui.widgets import table_commands as commands
from tests.ui.marked_text import done

_TABLE = "| a   | b   |\n| --- | --- |\n| 1   | 2   |"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("^", "| ^    |     |     |\n| --- | --- | --- |\n|     |     |     |"),
        ("on^e", "one\n\n| ^    |     |     |\n| --- | --- | --- |\n|     |     |     |"),
        ("one\n^\ntwo", "one\n\n| ^    |     |     |\n| --- | --- | --- |\n|     |     |     |\n\ntwo"),
    ],
)
def test_a_table_gets_a_paragraph_of_its_own(before: str, after: str) -> None:
    assert done(before, commands.insert, mark="^") == after


def test_a_table_is_one_on_the_page() -> None:
    assert "<table>" in render(done("one^", commands.insert, mark="^").replace("^", "x"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("| a^ | b |\n|-|-|\n| 1 | 2 |", "| a   | b^   |\n| --- | --- |\n| 1   | 2   |"),
        ("| a | b^ |\n|-|-|\n| 1 | 2 |", "| a   | b   |\n| --- | --- |\n| 1^   | 2   |"),
        ("| a | b |\n|-^|-|\n| 1 | 2 |", "| a   | b   |\n| --- | --- |\n| 1^   | 2   |"),
        (_TABLE.replace("2", "2^"), f"{_TABLE}\n| ^    |     |"),
        ("| a | 字^ |\n|-|-|", "| a   | 字  |\n| --- | --- |\n| ^    |     |"),
        ("plain^", "plain^"),
        ("| only a row^ |", "| only a row^ |"),
        ("a | b^\n- | -", "| a   | b   |\n| --- | --- |\n| ^    |     |"),
    ],
)
def test_tab_goes_on(before: str, after: str) -> None:
    assert done(before, commands.next_cell, mark="^") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_TABLE.replace("2", "2^"), _TABLE.replace("1", "1^")),
        (_TABLE.replace("1", "1^"), _TABLE.replace("b", "b^")),
        (_TABLE.replace("a", "a^"), _TABLE.replace("a", "a^")),
        (_TABLE.replace("- | -", "- |^ -"), _TABLE.replace("b", "b^")),
    ],
)
def test_shift_tab_goes_back(before: str, after: str) -> None:
    assert done(before, commands.previous_cell, mark="^") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (_TABLE.replace("1", "1^"), f"{_TABLE}\n| ^    |     |"),
        (_TABLE.replace("a", "a^"), "| a   | b   |\n| --- | --- |\n| ^    |     |\n| 1   | 2   |"),
        (f"{_TABLE}\n|   |  ^ |", f"{_TABLE}\n\n^"),
        (f"{_TABLE}\n|   |  ^ |\n\nend", f"{_TABLE}\n\n^\n\nend"),
        (f"{_TABLE}\n|   |  ^ |\nend", f"{_TABLE}\n\n^\n\nend"),
        ("plain^", "plain^"),
    ],
)
def test_return_begins_a_row_and_ends_the_table(before: str, after: str) -> None:
    assert done(before, commands.next_row, mark="^") == after
