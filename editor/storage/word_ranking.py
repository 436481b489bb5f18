"""Whether a term stands in a text as a word of its own, where scripts put no spaces between words.

By ICU's dictionaries, which cut some words wrongly (Thai เล่นกลอง): good for an order of what is found, never for
leaving any of it out.
"""

from __future__ import annotations

from itertools import accumulate

from editor.i18n.word_pieces import word_pieces
from editor.markup.boundaries import SPACELESS

_AROUND = 12  # letters on each side: words of these scripts are shorter
_PLACES = 8  # looked at in one text


def is_unspaced(term: str) -> bool:
    """Say whether `term` has letters of a script without spaces: Han, kana, Thai, Lao, Burmese or Khmer ones."""
    return SPACELESS.search(term) is not None


def stands_alone(term: str, text: str) -> bool:
    """Say whether `term` begins and ends where words do, at one of its first places in `text` at least."""
    at = text.find(term)
    for _ in range(_PLACES):
        if at < 0:
            return False
        start = max(0, at - _AROUND)
        pieces = word_pieces(text[start : at + len(term) + _AROUND], "")
        edges = {start, *(start + edge for edge in accumulate(map(len, pieces)))}
        if at in edges and at + len(term) in edges:
            return True
        at = text.find(term, at + 1)
    return False
