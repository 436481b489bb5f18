"""The blocks of our dialect of Python-Markdown: what stands in the place of those it comes with, and fenced code.

Depth and time are bounded whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    HashHeaderProcessor,
    ListIndentProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import AtomicString
from typing_extensions import override

Accepts = Callable[[str], bool]

FENCED = "fenced"
# Deeper quotations and lists are not text any more, and each level costs a few Python frames.
_MAX_NESTING = 100
_MAX_INDENTATION = " " * 4 * 30
_MOST_FILLED_CELLS = 10_000
_INDENTED_ITEM = re.compile(r" {4,7}([0-9]{1,9}\.|[*+-]) +.*")


def use_blocks(made: Markdown, accepts: Accepts) -> None:
    """Give `made` our blocks; an address that `accepts` refuses is given no name."""
    parser = made.parser
    blocks = parser.blockprocessors
    blocks.register(_Fence(parser), "fence", 95)
    blocks.register(_Indented(parser), "indent", 90)
    blocks.register(_Table(parser, {"use_align_attribute": True}), "table", 75)
    blocks.register(_Heading(parser), "hashheader", 70)
    blocks.register(_Underlined(parser), "setextheader", 60)
    blocks.register(_Numbered(parser), "olist", 40)
    blocks.register(_Bulleted(parser), "ulist", 30)
    blocks.register(_Quotation(parser), "quote", 20)
    blocks.register(_Definitions(parser, accepts), "reference", 15)


class _Nested(BlockProcessor):
    """A kind of block that may stand in itself, down to a depth; what is deeper is text."""

    @override
    def test(self, parent: Element, block: str) -> bool:
        return len(self.parser.state) < _MAX_NESTING and super().test(parent, block)


class _Indented(_Nested, ListIndentProcessor):
    @override
    def test(self, parent: Element, block: str) -> bool:
        return not block.startswith(_MAX_INDENTATION) and super().test(parent, block)


class _Quotation(_Nested, BlockQuoteProcessor):
    pass


class _Numbered(_Nested, SaneOListProcessor):
    """Numbers are written in 0 to 9: a list shows no others, so a line with others stays as typed."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(r" {0,3}[0-9]{1,9}\. +(.*)")
        self.CHILD_RE = re.compile(r" {0,3}(([0-9]{1,9}\.)) +(.*)")
        self.INDENT_RE = _INDENTED_ITEM


class _Bulleted(_Nested, SaneUListProcessor):
    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.INDENT_RE = _INDENTED_ITEM


class _Heading(HashHeaderProcessor):
    """Looks through a long block only where there is something to find, for it is asked again after each part."""

    @override
    def test(self, parent: Element, block: str) -> bool:
        return (block.startswith("#") or "\n#" in block) and super().test(parent, block)


class _Underlined(SetextHeaderProcessor):
    """Takes its two lines off a long block without going through the others."""

    @override
    def run(self, parent: Element, blocks: list[str]) -> None:
        words, line, *rest = blocks.pop(0).split("\n", 2)
        SubElement(parent, "h1" if line.startswith("=") else "h2").text = words.strip()
        blocks[:0] = rest


class _Table(TableProcessor):
    """A table of a heading alone has no row. Whether there is one is seen from as few lines as possible.

    A row is filled up with empty cells, but not without bounds: one wide heading over many short rows would be a
    thousand times the text.
    """

    @override
    def test(self, parent: Element, block: str) -> bool:
        first, *below = block.split("\n", 2)
        if "|" not in first or not below or below[0].strip("|:- "):
            return False
        if not super().test(parent, f"{first}\n{below[0]}"):
            return False
        # In a table of one column each row needs a border: nothing else tells it from text.
        return len(self.separator) > 1 or all(map(self._is_bordered, _lines(below[1] if below[1:] else "")))

    @override
    def run(self, parent: Element, blocks: list[str]) -> None:
        self._cells = 0
        super().run(parent, blocks)

    def _is_bordered(self, line: str) -> bool:
        row = line.strip(" ")
        return row.startswith("|") or self.RE_END_BORDER.search(row) is not None

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        filled = align if self._cells < _MOST_FILLED_CELLS else align[: row.count("|") + 1]
        self._cells += len(filled)
        super()._build_row(row, parent, filled)  # type: ignore[misc]  # not in the library's stubs

    def _build_empty_row(self, parent: Element, align: object) -> None:
        pass


class _Fence(BlockProcessor):
    """Code between two fences, in quotations and lists too. The library's own hides it from the tree as finished HTML.

    A fence that nothing closes is text.
    """

    _OPENING = re.compile(r"^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,}).*\n", re.MULTILINE)

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self._blocks: list[str] = []
        self._unclosed: dict[str, int] = {}

    @override
    def test(self, parent: Element, block: str) -> bool:
        return "```" in block or "~~~" in block

    @override
    def run(self, parent: Element, blocks: list[str]) -> bool:
        if self._blocks is not blocks:
            self._blocks, self._unclosed = blocks, {}
        first = blocks[0]
        for opening in self._OPENING.finditer(first):
            mark, length = opening[1][0], len(opening[1])
            # What nothing closes is not looked for again further down.
            if length >= self._unclosed.get(mark, len(first) + 1):
                continue
            code = self._code(blocks, opening)
            if code is not None:
                if before := first[: opening.start()].rstrip("\n"):
                    self.parser.parseBlocks(parent, [before])
                SubElement(parent, FENCED).text = AtomicString(code)
                return True
            self._unclosed[mark] = length
        return False

    def _code(self, blocks: list[str], opening: re.Match[str]) -> str | None:
        """Take the code out of `blocks`, with all that stands before it, and return it; None when nothing closes it."""
        closing = re.compile(rf"^ {{0,3}}{opening[1][0]}{{{len(opening[1])},}} *$", re.MULTILINE)
        parts: list[str] = []
        for number, block in enumerate(blocks):
            begin = 0 if number else opening.end()
            found = closing.search(block, begin)
            if found:
                blocks[: number + 1] = [block[found.end() :].removeprefix("\n")]
                return "\n\n".join([*parts, block[begin : found.start()]])
            parts.append(block[begin:])
        return None


class _Definitions(ReferenceProcessor):
    """Addresses given by name. A line that names one which is not accepted is text like any other."""

    def __init__(self, parser: BlockParser, accepts: Accepts) -> None:
        super().__init__(parser)
        self._accepts = accepts

    @override
    def run(self, parent: Element, blocks: list[str]) -> bool:
        block = blocks[0]
        parts: list[str] = []
        end = 0
        for match in self.RE.finditer(block):
            address = match[2].lstrip("<").rstrip(">")
            if self._accepts(address):
                self.parser.md.references[match[1].strip().lower()] = (address, match[5] or match[6])
                parts.append(block[end : match.start()])
                end = match.end()
        if not parts:
            return False
        stripped = (part.strip("\n") for part in (*parts, block[end:]))
        blocks[:1] = [part for part in stripped if part.strip()]
        return True


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of `text` one by one, for those who stop early; none of an empty text."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        yield text[begin:end]
        begin = end + 1
