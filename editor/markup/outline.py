"""The headings of a body, for finding one's way in a long article."""

from __future__ import annotations

import re
from dataclasses import dataclass

from editor.markup.levels import shown_levels
from editor.markup.marks import Marks
from editor.markup.parsing import parse
from editor.markup.plain import collapse, inline_text

# Lines that may be headings, in quotations and lists too: marked behind the number signs, or before an underline.
_NUMBER_SIGNS = r"^(?P<signs>(?:[ \t>]|[*+-](?=[ \t])|\d{1,9}\.(?=[ \t]))*\#{1,6})"
_UNDERLINED = r"^(?P<words>[^\n]*\S)[ \t]*\r?\n[ >]*(?:=+|-+)[ \t]*\r?$"
_CANDIDATE = re.compile(rf"{_NUMBER_SIGNS}|{_UNDERLINED}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: the level readers see it at (2 to 6), its words, and its line in the Markdown (0-based)."""

    level: int
    text: str
    line: int


def outline(markdown: str) -> list[Heading]:
    """Return the headings of `markdown` in order; one without words is left out."""
    marks = Marks(markdown, (match.end(match.lastgroup or 0) for match in _CANDIDATE.finditer(markdown)))
    headings: list[Heading] = []
    for element, level in shown_levels(parse(marks.text)):
        typed = inline_text(element)
        place = marks.place(typed)
        if place is not None and (words := collapse(marks.without(typed))):
            headings.append(Heading(level, words, markdown.count("\n", 0, place)))
    return headings
