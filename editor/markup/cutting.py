"""Cuts a long block where its headings and rules stand, before the library takes it apart one line at a time.

Python-Markdown takes one heading or rule off a block and copies what is left, so that time grows with the square of
their number. What comes out is the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor, HashHeaderProcessor, HRProcessor
from typing_extensions import override

# In a shorter block the copies do not matter.
_LONG = 4000
# Lines that may be a heading, the one under a heading, or a rule.
_CANDIDATE = re.compile(r"^(?:#|[=-]+ *$| {0,3}(?:[-_*] {0,2}){3,}$)", re.MULTILINE)
_UNDERLINE = re.compile(r"(?:=+|-+) *")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def use_cutting(made: Markdown, *, long: int = _LONG) -> None:
    """Have `made` cut blocks of more than `long` characters."""
    made.parser.blockprocessors.register(_Cutting(made.parser, long), "cutting", 97)


class _Cutting(BlockProcessor):
    def __init__(self, parser: object, long: int) -> None:
        super().__init__(parser)  # type: ignore[arg-type]
        self._long = long

    @override
    def test(self, parent: Element, block: str) -> bool:
        # In a loose list the library moves what stands below a heading.
        is_long = len(block) > self._long and not self.parser.state.isstate("looselist")
        return is_long and _CANDIDATE.search(block) is not None

    @override
    def run(self, parent: Element, blocks: list[str]) -> bool:
        pieces = ["\n".join(piece) for piece in _pieces(blocks[0].split("\n"))]
        if len(pieces) < 2:
            return False
        blocks[:1] = pieces
        return True


def _pieces(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the parts of a block that the library would come to, one after the other.

    Lines with number signs are found first wherever they stand, the other headings and rules between them. From a
    fence, a table or an indented line at the beginning of a part on, the rest stays whole: it may take in what follows.
    """
    begin = 0
    for at, line in enumerate(lines):
        if _FENCE.match(line):
            *whole, last = _between(lines[begin:at]) or [[]]
            yield from whole
            yield [*last, *lines[at:]]
            return
        if _takes_more(lines, begin):
            break
        if _is_heading(line):
            yield from _between(lines[begin:at])
            yield [line]
            begin = at + 1
    yield from _between(lines[begin:])


def _between(lines: Sequence[str]) -> list[Sequence[str]]:
    parts: list[Sequence[str]] = []
    begin = at = 0
    while at < len(lines) and not _takes_more(lines, begin):
        if at == begin and _UNDERLINE.fullmatch("".join(lines[at + 1 : at + 2])):
            at += 2
            parts.append(lines[begin:at])
            begin = at
        elif HRProcessor.SEARCH_RE.match(lines[at]):
            parts += (lines[begin:at], lines[at : at + 1]) if at > begin else (lines[at : at + 1],)
            at = begin = at + 1
        else:
            at += 1
    return [*parts, lines[begin:]] if begin < len(lines) else parts


def _is_heading(line: str) -> bool:
    return line.startswith("#") and HashHeaderProcessor.RE.match(line) is not None


def _takes_more(lines: Sequence[str], begin: int) -> bool:
    """Say whether a part that begins here may be code by its indentation, or a table."""
    first = lines[begin : begin + 1]
    return bool(first) and (first[0].startswith("    ") or ("|" in first[0] and not _is_text(lines, begin + 1)))


def _is_text(lines: Sequence[str], at: int) -> bool:
    """Say whether this line, if there is one, cannot be the second of a table."""
    return at >= len(lines) or bool(lines[at].strip("|:- "))
