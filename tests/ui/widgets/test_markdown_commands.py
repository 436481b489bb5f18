"""What the buttons over the body do to the Markdown. `|` marks the ends of the selection, or the cursor."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from editor.ui.widgets import markdown_commands as commands
from editor.ui.widgets.text_tools import Command
from tests.ui.marked_text import done


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
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
    assert done(before, command) == after


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

    assert done(before or "|", command) == after
