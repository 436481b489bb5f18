"""Bold and slanted words. `|` marks the ends of the selection, or the cursor."""

from __future__ import annotations

import pytest

from editor.ui.widgets.emphasis import bold, italic
from editor.ui.widgets.text_tools import Command
from tests.ui.marked_text import done


@pytest.mark.parametrize(
    ("command", "before", "after"),
    [
        (bold, "a |word| b", "a |**word**| b"),
        (bold, "a |**word**| b", "a |word| b"),
        (bold, "a |word |b", "a |**word**| b"),
        (bold, "a |", "a **|**"),
        (bold, "|one\n\ntwo|", "|**one**\n\n**two**|"),
        (bold, "a **|**", "a |"),
        (bold, "a **word|**", "a **word**|"),
        (bold, "a **word**|", "a **word|**"),
        (bold, "a |**word**", "a **|****word**"),
        (bold, "a **|word|** b", "a |word| b"),
        (bold, "a\\**|**", "a\\****|****"),
        (italic, "|word|", "|_word_|"),
        (italic, "a _word|_", "a _word_|"),
        (italic, "a _|_", "a |"),
        (italic, "file_name _word|_", "file_name _word_|"),
        (bold, "|**one**\n\n**two**|", "|one\n\ntwo|"),
        (bold, "|**one** and two|", "|**one and two**|"),
        (bold, "|__one__|", "|one|"),
        (bold, "a **wo|rd** b", "a wo|rd b"),
        (bold, "a wo|rd b", "a **wo|rd** b"),
        (bold, "😀 **wo|rd**", "😀 wo|rd"),
        (bold, "😀 wo|rd", "😀 **wo|rd**"),
        (bold, "他说|你好", "他说**|**你好"),
        (italic, "|*word*|", "|word|"),
        (italic, "|**word**|", "|_**word**_|"),
        (italic, "|2 * 3 * 4|", "|_2 * 3 * 4_|"),
        (italic, "a *wo|rd* b", "a wo|rd b"),
        (italic, "a file_na|me b", "a _file_na|me_ b"),
    ],
)
def test_each_command(command: Command, before: str, after: str) -> None:
    assert done(before, command) == after


@pytest.mark.parametrize("command", [bold, italic])
@pytest.mark.parametrize("text", ["a |word| b", "|one\n\ntwo|", "😀 |字字| e", "a wo|rd b"])
def test_what_is_put_on_comes_off_again(command: Command, text: str) -> None:
    assert done(done(text, command), command) == text
