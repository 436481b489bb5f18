"""What the buttons over the body do to the Markdown. `|` marks the ends of the selection, or the cursor."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.ui.widgets import markdown_commands as commands
from editor.ui.widgets.markdown_edit import Command


def _done(marked: str, command: Command) -> str:
    parts = marked.split("|")
    document = QTextDocument()
    document.setPlainText("".join(parts))
    cursor = QTextCursor(document)
    cursor.setPosition(len(parts[0]))
    if len(parts) == 3:
        cursor.setPosition(len(parts[0]) + len(parts[1]), QTextCursor.MoveMode.KeepAnchor)
    command(cursor)
    text = document.toPlainText()
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    if first == last:
        return f"{text[:first]}|{text[first:]}"
    return f"{text[:first]}|{text[first:last]}|{text[last:]}"


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (commands.bold, "a |word| b", "a |**word**| b"),
        (commands.bold, "a |**word**| b", "a |word| b"),
        (commands.bold, "a |word |b", "a |**word**| b"),
        (commands.bold, "a |", "a **|**"),
        (commands.bold, "|one\n\ntwo|", "|**one**\n\n**two**|"),
        (commands.bold, "a **|**", "a |"),
        (commands.bold, "a **word|**", "a **word**|"),
        (commands.bold, "a **word**|", "a **word|**"),
        (commands.bold, "a |**word**", "a **|****word**"),
        (commands.bold, "a **|word|** b", "a |word| b"),
        (commands.bold, "a\\**|**", "a\\****|****"),
        (commands.italic, "|word|", "|_word_|"),
        (commands.italic, "a _word|_", "a _word_|"),
        (commands.italic, "a _|_", "a |"),
        (commands.italic, "file_name _word|_", "file_name _word_|"),
        (commands.link, "see |this| now", "see [this](|) now"),
        (commands.link, "|https://example.org|", "[|](https://example.org)"),
        (commands.heading, "Ti|tle", "## Title|"),
        (commands.heading, "## Ti|tle", "### Title|"),
        (commands.heading, "### Ti|tle", "Title|"),
        (commands.bullets, "|one\ntwo|", "|- one\n- two|"),
        (commands.bullets, "|- one\n- two|", "|one\ntwo|"),
        (commands.bullets, "|1. one\n2. two|", "|- one\n- two|"),
        (commands.numbers, "|one\n\ntwo|", "|1. one\n\n2. two|"),
        (commands.numbers, "|1. one\n2. two|", "|one\ntwo|"),
        (commands.quote, "|one\n\ntwo|", "|> one\n> \n> two|"),
        (commands.quote, "|> one\n> two|", "|one\ntwo|"),
    ],
)
def test_each_command(command: Command, before: str, after: str) -> None:
    assert _done(before, command) == after


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
        ("2026. was a year|", "2026. was a year\n2027. |"),
    ],
)
def test_a_new_line_goes_on_with_a_list_and_ends_it_when_empty(before: str, after: str) -> None:
    assert _done(before, commands.next_line) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '![A \\[drum\\]](images/x.png "Say \\"hi\\"")|'),
        ("one| two", 'one two\n\n![A \\[drum\\]](images/x.png "Say \\"hi\\"")|'),
        ("one|\nnext", 'one\n\n![A \\[drum\\]](images/x.png "Say \\"hi\\"")\n|\nnext'),
    ],
)
def test_a_picture_gets_a_paragraph_of_its_own(before: str, after: str) -> None:
    def command(cursor: QTextCursor) -> None:
        commands.picture(cursor, "images/x.png", "A [drum]", 'Say "hi"')

    assert _done(before or "|", command) == after


def test_each_command_is_one_step_of_undo() -> None:
    document = QTextDocument()
    document.setPlainText("- one")
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    commands.next_line(cursor)
    document.undo()
    assert document.toPlainText() == "- one"
