"""The headings of a body, for finding one's way in a long article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from editor.markup.levels import shown, typed_levels
from editor.markup.marks import Marks
from editor.markup.parsing import parse
from editor.markup.plain import collapse, inline_text

# Lines that may be headings, in quotations and lists too: marked behind the number signs, or before an underline.
_NUMBER_SIGNS = r"^(?P<signs>(?:[ \t>]|[*+-](?=[ \t])|\d{1,9}\.(?=[ \t]))*\#{1,6})"
_UNDERLINED = r"^(?P<words>[^\n]*\S)[ \t]*\r?\n[ >]*(?:=+|-+)[ \t]*\r?$"
_CANDIDATE = re.compile(rf"{_NUMBER_SIGNS}|{_UNDERLINED}", re.MULTILINE)
# A gap after which nothing goes on with what stands before it: no list, quotation, code, table or definition.
_GAP = re.compile(r"\n[ \t]*\n+(?=[^\W\d_]|#)")
_MARKS = ("```", "~~~")
# Addresses given by name, anywhere in the text, say what a heading shows.
_DEFINITION = re.compile(r"^[ \t>]*\[[^\n]*\]:", re.MULTILINE)
_KEPT = 8192
# A longer stretch is read again each time: thousands of states of a long text would fill the memory.
_LONGEST_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading: the level readers see it at (2 to 6), its words, and its line in the Markdown (0-based)."""

    level: int
    text: str
    line: int


def outline(markdown: str) -> list[Heading]:
    """Return the headings of `markdown` in order; one without words is left out.

    Stretches that were looked through before cost next to nothing: an outline is made again while the text is typed.
    """
    found: list[tuple[int, str, int]] = []
    line = 0
    for stretch in _stretches(markdown):
        found += [(typed, words, line + below) for typed, words, below in _headings(stretch)]
        line += stretch.count("\n")
    levels = shown([typed for typed, _words, _line in found])
    return [Heading(level, words, line) for level, (_, words, line) in zip(levels, found, strict=True) if words]


def _stretches(markdown: str) -> Iterator[str]:
    """Yield `markdown` in parts that mean the same alone; what lies between two fences of code is in one of them."""
    if "]:" in markdown and _DEFINITION.search(markdown):
        yield markdown
        return
    begin, codes = 0, _codes(markdown)
    for gap in _GAP.finditer(markdown):
        while codes and codes[0][1] < gap.end():
            codes.pop(0)
        if not codes or gap.end() <= codes[0][0]:
            yield markdown[begin : gap.end()]
            begin = gap.end()
    yield markdown[begin:]


def _codes(markdown: str) -> list[tuple[int, int]]:
    """Return where fenced code begins and ends, in order.

    Where one of them stands in any other way than `_is_code` says, all from the first fence to the last counts as one.
    """
    fences = sorted(place for mark in _MARKS for place in _places(mark, markdown))
    codes = list(zip(fences[::2], fences[1::2], strict=False))
    if len(fences) % 2 == 0 and all(_is_code(markdown, *code) for code in codes):
        return codes
    return [(fences[0], fences[-1])]


def _places(mark: str, text: str) -> Iterator[int]:
    place = text.find(mark)
    while place >= 0:
        yield place
        place = text.find(mark, place + len(mark))


def _is_code(markdown: str, opening: int, closing: int) -> bool:
    """Say whether two fences that follow each other are those of code as it is mostly set.

    Both stand at the margin, an empty line above and below, and no other of their signs in the first line.
    """
    mark = markdown[opening : opening + 3]
    head = markdown.find("\n", opening)
    return (
        markdown.startswith(mark, closing)
        and markdown[max(opening - 2, 0) : opening] in {"", "\n\n"}
        and 0 <= head < closing
        and not set("`~") & set(markdown[opening + len(mark) : head])
        and markdown[closing - 1] == "\n"
        and markdown[closing + len(mark) : closing + len(mark) + 2] in {"", "\n", "\n\n"}
    )


def _headings(stretch: str) -> tuple[tuple[int, str, int], ...]:
    return _read(stretch) if len(stretch) <= _LONGEST_KEPT else _read.__wrapped__(stretch)


@lru_cache(maxsize=_KEPT)
def _read(stretch: str) -> tuple[tuple[int, str, int], ...]:
    """Return (level as typed, words, line) of each heading."""
    candidates = [match.end(match.lastgroup or 0) for match in _CANDIDATE.finditer(stretch)]
    if not candidates:
        return ()
    marks = Marks(stretch, candidates)
    headings = []
    for element, level in typed_levels(parse(marks.text)):
        typed = inline_text(element)
        place = marks.place(typed)
        if place is not None:
            headings.append((level, collapse(marks.without(typed)), stretch.count("\n", 0, place)))
    return tuple(headings)
