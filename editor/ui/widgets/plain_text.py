"""What a text field can hold: the one form in which a stored text is shown, compared and pasted."""

from __future__ import annotations

import re
from bisect import bisect_left

from editor.domain.kept_text import is_free_of

# Qt's text document uses these two noncharacters for its own frames; a text that holds one would break it.
_UNHOLDABLE = re.compile("[\0\ud800-\udfff\ufdd0\ufdd1]")
_WIDE = re.compile("[\U00010000-\U0010ffff]")
_MARKS = re.compile("[\u0002\u0003]")
_LINE_ENDS = re.compile("\r\n|\r|\u2029")
_ODD = "\u0002\u0003\r\u2029\ufdd0\ufdd1"


def as_text(text: str) -> str:
    """Return `text` as a field holds it: as it is kept, and without what Qt cannot hold.

    What is kept comes back unchanged but for U+2029 and two noncharacters: saving never changes what was just typed.
    """
    if is_free_of(text, _ODD):
        return text
    return _MARKS.sub("", _UNHOLDABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text)))


def as_line(text: str) -> str:
    """Return `text` as a field of one line holds it: every run of line ends becomes one space."""
    return re.sub("[\n\u2028]+", " ", as_text(text))


def difference(old: str, new: str) -> tuple[int, int, str]:
    """Return (start, end, words): `new` is `old` with what lies from start to end replaced by the words.

    The positions count UTF-16 units, as Qt's cursors do.
    """
    limit = min(len(old), len(new))
    start = 0
    while start < limit and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < limit - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    end = len(old) - tail
    return utf16_length(old[:start]), utf16_length(old[:end]), new[start : len(new) - tail]


class Utf16:
    """Where the characters of one text stand in UTF-16 units, and the other way round."""

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [match.start() for match in _WIDE.finditer(text)]
        self._wide = wide
        self._wide_units = [place + before for before, place in enumerate(wide)]

    def unit(self, character: int) -> int:
        """Return the unit at which a character begins."""
        return character + bisect_left(self._wide, character)

    def character(self, unit: int) -> int:
        """Return the character that begins at, or holds, a unit."""
        return unit - bisect_left(self._wide_units, unit)


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units `text` takes."""
    return len(text) + sum(character > "\uffff" for character in text)
