"""Markdown to plain blocks, and plain text to Markdown that says exactly that text and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from editor.markup.parsing import parse

if TYPE_CHECKING:
    from markdown_it.token import Token

PictureWords = Callable[[str, str], str]

_WHITE_SPACE = re.compile(r"[ \t\n\r\f\v]+")
# What CommonMark acts on inside a line (sections 2.4, 2.5, 6): a backslash, code, emphasis, links, pictures, addresses
# in angle brackets, entities. An underscore between two letters or digits never opens emphasis and stays bare.
_INSIDE = re.compile(
    r"""[\\`*\[\]]
      | <(?=\S)
      | &(?=\#?[0-9A-Za-z]+;)
      | (?<![^\W_]) _+ | _+ (?![^\W_])""",
    re.VERBOSE,
)
# What it acts on at the start of one (sections 4.1, 4.2, 4.5, 5): heading, quotation, rule, bullet, fence, number.
_AT_START = re.compile(r"(?:\#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-(?=[-\s]*$)|~(?=~~))")
_NUMBER_AT_START = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_CELLS = " | "


def plain_blocks(markdown: str, *, picture: PictureWords | None = None) -> list[str]:
    """Return the text of `markdown` as blocks of one line: a paragraph, heading, list item or quotation each.

    List items keep their bullet or number; a table gives a block per row, code a block per line. `picture(path, alt)`
    says which words stand for a picture, by default its alt text. White space collapses; empty blocks are left out.
    """
    return [block for text in _blocks(parse(markdown), picture) if (block := collapse(text))]


def escape(text: str) -> str:
    """Return Markdown that renders to exactly `text`, its white space collapsed: one paragraph, no markup at all.

    For every `text` that is not blank, `plain_blocks(escape(text)) == [collapse(text)]`.
    """
    line = _INSIDE.sub(lambda match: "".join(f"\\{character}" for character in match[0]), collapse(text))
    if _AT_START.match(line):
        return f"\\{line}"
    return _NUMBER_AT_START.sub(r"\1\\\2", line, count=1) if _NUMBER_AT_START.match(line) else line


def collapse(text: str) -> str:
    """Return `text` on one line: each run of ASCII white space is one space, no white space of any script at the ends.

    Spaces that mean something (no-break, ideographic, thin) stay as they are inside. NUL, which no text may hold,
    becomes U+FFFD as CommonMark (2.3) has it.
    """
    return _WHITE_SPACE.sub(" ", text.replace("\0", "\ufffd")).strip()


def inline_text(children: Iterable[Token], picture: PictureWords | None = None) -> str:
    """Return the words of inline tokens, without any markup."""
    return "".join(_words(children, picture))


def _words(children: Iterable[Token], picture: PictureWords | None) -> Iterator[str]:
    for token in children:
        if token.type in {"softbreak", "hardbreak"}:
            yield " "
        elif token.type == "image":
            alt = inline_text(token.children or [])
            yield picture(str(token.attrs["src"]), alt) if picture else alt
        else:
            yield token.content


def _blocks(tokens: list[Token], picture: PictureWords | None) -> Iterator[str]:
    markers = _Markers()
    row: list[str] | None = None
    for token in tokens:
        markers.see(token)
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield _CELLS.join(row or [])
            row = None
        elif token.type == "inline":
            text = inline_text(token.children or [], picture)
            if row is None:
                yield markers.take() + text
            else:
                row.append(text)
        elif token.type in {"fence", "code_block"}:
            yield from token.content.split("\n")


class _Markers:
    """The bullet or number that the next block wears, as lists open, count and close."""

    def __init__(self) -> None:
        self._numbers: list[int | None] = []
        self._next = ""

    def see(self, token: Token) -> None:
        """Follow the lists of the text."""
        if token.type == "ordered_list_open":
            self._numbers.append(int(token.attrs.get("start", 1)))
        elif token.type == "bullet_list_open":
            self._numbers.append(None)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            self._numbers.pop()
        elif token.type == "list_item_open":
            number = self._numbers[-1]
            self._next = "- " if number is None else f"{number}. "
            self._numbers[-1] = None if number is None else number + 1
        elif token.type == "list_item_close":
            self._next = ""

    def take(self) -> str:
        """Return the marker and forget it: an item wears it once."""
        marker, self._next = self._next, ""
        return marker
