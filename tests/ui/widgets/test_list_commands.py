"""What keys do in lists. `|` marks the ends of the selection, or the cursor."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.markup.rendering import render
from editor.ui.widgets import list_commands as commands
from tests.ui.marked_text import done


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one|", "- one\n- |"),
        ("- one\n- |", "- one\n\n|"),
        ("- |", "|"),
        ("- one\n\n- |", "- one\n\n|"),
        ("- one\n- |\n- two", "- one\n\n|\n\n- two"),
        ("> said\n> |", "> said\n\n|"),
        ("- **one|**", "- **one**\n- |"),
        ("- one\n- **|**", "- one\n\n|"),
        ("**word|**", "**word**\n|"),
        ("9. nine|", "9. nine\n10. |"),
        ("1) one|", "1) one\n2) |"),
        ("> said|", "> said\n> |"),
        ("  - in|ner", "  - in\n  - |ner"),
        ("|- one", "\n|- one"),
        ("plain|", "plain\n|"),
        ("- [x] done|", "- [x] done\n- [ ] |"),
        ("- [ ] |", "|"),
        ("> - one|", "> - one\n> - |"),
        ("> - |", "> |"),
        ("> > deep|", "> > deep\n> > |"),
        ("- one\n    - |", "- one\n- |"),
        ("1. one|\n2. two\n    1. in\n3. three", "1. one\n2. |\n3. two\n    1. in\n4. three"),
        ("3. three|\n\n4. four", "3. three\n4. |\n\n5. four"),
        ("1. 😀 one|\n2. two", "1. 😀 one\n2. |\n3. two"),
        ("2026. was a year|", "2026. was a year\n2027. |"),
    ],
)
def test_a_new_line_goes_on_with_a_list_and_ends_it_when_empty(before: str, after: str) -> None:
    assert done(before, commands.next_line) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one\n- t|wo", "- one\n    - t|wo"),
        ("- o|ne\n- two", "- o|ne\n- two"),
        ("- one\n    - t|wo", "- one\n    - t|wo"),
        ("- one\n\n- t|wo", "- one\n\n    - t|wo"),
        ("1. one\n2. t|wo\n3. three", "1. one\n    1. t|wo\n2. three"),
        ("- one\n- t|wo\n    - of it", "- one\n    - t|wo\n        - of it"),
        ("- one\n|- two\n- three|", "- one\n    |- two\n    - three|"),
        ("> - one\n> - t|wo", "> - one\n>     - t|wo"),
        ("- one\n- [ ] t|wo", "- one\n    - [ ] t|wo"),
    ],
)
def test_tab_nests_items_below_the_one_above(before: str, after: str) -> None:
    assert done(before, commands.nest) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- one\n    - t|wo", "- one\n- t|wo"),
        ("- o|ne", "- o|ne"),
        ("1. one\n    1. t|wo\n2. three", "1. one\n2. t|wo\n3. three"),
        ("- one\n    - t|wo\n        - of it", "- one\n- t|wo\n    - of it"),
        ("- a\n\t- t|wo", "- a\n- t|wo"),
        ("- a\n  - t|wo", "- a\n- t|wo"),
    ],
)
def test_shift_tab_brings_items_further_out(before: str, after: str) -> None:
    assert done(before, commands.unnest) == after


def test_outside_a_list_tab_is_not_ours() -> None:
    for text in ("plain", "> said", "", "2026 was"):
        document = QTextDocument()
        document.setPlainText(text)
        cursor = QTextCursor(document)
        assert not commands.nest(cursor)
        assert not commands.unnest(cursor)


def test_what_is_nested_is_nested_on_the_page() -> None:
    nested = done("1. one\n2. t|wo\n3. three", commands.nest).replace("|", "")
    assert render(nested).count("<ol>") == 2
    assert render(done(nested.replace("two", "t|wo"), commands.unnest).replace("|", "")).count("<ol>") == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- |one", "|one"),
        ("- one\n    - |two", "- one\n    |two"),
        ("- [ ] |one", "|one"),
        ("> |said", "|said"),
        ("> > |said", "> |said"),
        ("> - |one", "> |one"),
        ("1. one\n2. |two\n3. three", "1. one\n|two\n2. three"),
    ],
)
def test_backspace_at_the_start_of_an_item_takes_its_marker(before: str, after: str) -> None:
    assert done(before, commands.take_marker) == after


@pytest.mark.parametrize("text", ["- o|ne", "|- one", "plain|", "|", "- |one| two"])
def test_elsewhere_backspace_is_not_ours(text: str) -> None:
    assert done(text, commands.take_marker) == text


def test_each_command_is_one_step_of_undo() -> None:
    for command in (commands.next_line, commands.nest, commands.unnest):
        document = QTextDocument()
        document.setPlainText("1. one\n    1. in\n2. two\n3. three")
        cursor = QTextCursor(document)
        cursor.setPosition(17)
        command(cursor)
        document.undo()
        assert document.toPlainText() == "1. one\n    1. in\n2. two\n3. three"
