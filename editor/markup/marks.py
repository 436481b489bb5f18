"""Places in a text, marked so that they are found again in what a parser makes of it.

A tree of Python-Markdown does not say where its parts stood. A character that the text does not hold, put in at a
place, travels along with the part. It is of a private-use plane: neither letter nor space, so that it changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, pairwise

_CHARACTERS = (range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))


class Marks:
    """A text with a character of its own put in at each of the rising `places`."""

    def __init__(self, text: str, places: Iterable[int]) -> None:
        held = set(text)
        free = (mark for mark in map(chr, chain(*_CHARACTERS)) if mark not in held)
        self._places = dict(zip(free, places, strict=False))
        self._none = dict.fromkeys(map(ord, self._places))
        cuts = [0, *self._places.values(), len(text)]
        parts = (text[begin:end] for begin, end in pairwise(cuts))
        self.text = "".join(chain(*zip(parts, [*self._places, ""], strict=True)))

    def place(self, marked: str) -> int | None:
        """Return the place of the first mark in `marked`, None when it holds none."""
        return next((self._places[one] for one in marked if one in self._places), None)

    def without(self, marked: str) -> str:
        """Return `marked` without its marks."""
        return marked.translate(self._none)
