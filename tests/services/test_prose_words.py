"""The words of a line, for the window."""

from __future__ import annotations

from editor.services.prose_words import words_in


def test_a_line_is_read_once() -> None:
    assert [word.text for word in words_in("two words")] == ["two", "words"]
    assert words_in("two words") is words_in("two words")
