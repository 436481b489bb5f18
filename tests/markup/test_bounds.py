"""A paragraph with more marks than a person types: its words are there, and nothing takes long."""

from __future__ import annotations

import pytest

from editor.markup.plain import escape, plain_blocks
from editor.markup.rendering import render


@pytest.mark.parametrize("text", ["*" * 20_000, "[a](b) " * 5000, "&amp;" * 5000 + "\\", "`_` <b> " * 4000])
def test_text_that_was_escaped_mark_by_mark_reads_as_it_was(text: str) -> None:
    assert plain_blocks(escape(text)) == [text.strip()]


def test_a_paragraph_of_countless_marks_is_shown_as_it_was_typed() -> None:
    typed = "*a* [b](https://x.example) &nothing; " * 3000
    assert render(f"{typed}\n\n*c*") == f"<p>{typed.strip().replace('&', '&amp;')}</p>\n<p><em>c</em></p>\n"


def test_the_longest_paragraph_of_a_person_keeps_its_marks() -> None:
    words = "Words between the marks of this report, and again some more of them. "
    shown = render((words * 20 + "*a* [b](https://x.example) ") * 100)
    assert shown.count("<em>a</em>") == shown.count('<a href="https://x.example">b</a>') == 100
