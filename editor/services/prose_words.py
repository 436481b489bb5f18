"""The words of a line of Markdown that spelling looks at, for those who may not ask the Markdown room themselves."""

from __future__ import annotations

from functools import lru_cache

from editor.markup.prose import Word, words_of

__all__ = ["Word", "words_in"]

# More than are in sight; each key makes another line, and the words of a line take some kilobytes.
_KEPT_LINES = 256


@lru_cache(maxsize=_KEPT_LINES)
def words_in(line: str) -> tuple[Word, ...]:
    """Return the words of `line` that a dictionary can judge; lines that were read before cost nothing."""
    return tuple(words_of(line))
