"""Signs and addresses over a selection. `^` marks its ends."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from editor.markup.rendering import render
from editor.ui.widgets.wrapping import link_over, wrap
from tests.ui.marked_text import done


@pytest.mark.parametrize(
    ("before", "signs", "after"),
    [
        ("a ^word^ b", "[]", "a [^word^] b"),
        ("^one\n\ntwo^", "**", "^*one*\n\n*two*^"),
        ("^one\n\ntwo^", "()", "(^one\n\ntwo^)"),
        ("^😀 字^", "「」", "「^😀 字^」"),
        ("a^ ^b", "[]", "a^ ^b"),
        ("^", "[]", "^"),
    ],
)
def test_signs_go_around_the_words(before: str, signs: str, after: str) -> None:
    assert done(before, lambda cursor: wrap(cursor, *signs), mark="^") == after


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ("see ^this^ now", "https://example.org", "see [this](https://example.org)^ now"),
        ("^this ^", " http://example.org/a?b=c \n", "[this](http://example.org/a?b=c) ^"),
        ("^a]b^", "https://example.org", r"[a\]b](https://example.org)^"),
        ("^this^", "https://example.org/a_(b)", "[this](https://example.org/a_%28b%29)^"),
        ("^this^", "not an address", "^this^"),
        ("^this^", "https://a.example https://b.example", "^this^"),
        ("^one\n\ntwo^", "https://example.org", "^one\n\ntwo^"),
        ("^https://b.example^", "https://example.org", "^https://b.example^"),
        ("^[a](https://b.example)^", "https://example.org", "^[a](https://b.example)^"),
        ("^this^", "javascript:alert(1)", "^this^"),
        ("^", "https://example.org", "^"),
    ],
)
def test_an_address_over_words_makes_a_link(before: str, pasted: str, after: str) -> None:
    def paste(cursor: QTextCursor) -> bool:
        return link_over(cursor, pasted)

    assert done(before, paste, mark="^") == after
    if "](" in after and "](" not in before:
        assert '<a href="' in render(after.replace("^", ""))
