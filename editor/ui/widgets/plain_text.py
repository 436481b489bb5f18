"""What a text field can hold: the one form in which a stored text is shown, compared and pasted."""

from __future__ import annotations

import re

# Qt's text document uses these two noncharacters for its own frames; a text that holds one would break it.
_UNHOLDABLE = re.compile("[\ud800-\udfff\ufdd0\ufdd1]")
_LINE_ENDS = re.compile("\r\n|\r|\u2029")


def as_text(text: str) -> str:
    """Return `text` as a field holds it: lines end in LF, no NUL, what is no character becomes U+FFFD."""
    return _UNHOLDABLE.sub("\ufffd", _LINE_ENDS.sub("\n", text)).replace("\0", "")


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


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units `text` takes."""
    return len(text) + sum(character > "\uffff" for character in text)
