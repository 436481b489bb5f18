"""Markdown to plain blocks, and plain text to Markdown that says exactly that text and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from editor.markup.parsing import LEAVES, parse

PictureWords = Callable[[str, str], str]

_WHITE_SPACE = re.compile(r"[ \t\n\r\f\v]+")
# The two characters that Python-Markdown keeps for itself and takes out of every text; NUL, which no text may hold.
_NO_TEXT = {0x00: "\ufffd", 0x02: None, 0x03: None}
# What Python-Markdown acts on inside a line: a backslash, code, emphasis, links, pictures, addresses in angle brackets,
# entities. An underscore between two letters or digits never opens emphasis and stays bare.
_INSIDE = re.compile(
    r"""[\\`*\[\]]
      | <(?=\S)
      | &(?=\#?[0-9A-Za-z]+;)
      | (?<![^\W_]) _+ | _+ (?![^\W_])""",
    re.VERBOSE,
)
# What it acts on at the start of one: a heading (no space is asked for), quotation, rule, bullet, fence, number.
_AT_START = re.compile(r"(?:[#>]|[-+](?=\s|$)|-(?=[-\s]*$)|~(?=~~))")
_NUMBER_AT_START = re.compile(r"(\d{1,9})\.(?=\s|$)", re.ASCII)
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
    return escape_start(escape_inside(collapse(text)))


def escape_inside(text: str) -> str:
    """Return `text`, a part of a line, with a backslash before all that Markdown acts on inside one."""
    return _INSIDE.sub(lambda match: "".join(f"\\{character}" for character in match[0]), text)


def escape_start(line: str) -> str:
    """Return `line`, escaped inside already, so that it begins no heading, list, quotation, rule or fence."""
    if _AT_START.match(line):
        return f"\\{line}"
    return _NUMBER_AT_START.sub(r"\1\\.", line, count=1) if _NUMBER_AT_START.match(line) else line


def collapse(text: str) -> str:
    """Return `text` on one line: each run of ASCII white space is one space, no white space of any script at the ends.

    Spaces that mean something (no-break, ideographic, thin) stay as they are inside. NUL becomes U+FFFD; U+0002 and
    U+0003 are no text.
    """
    return _WHITE_SPACE.sub(" ", text.translate(_NO_TEXT)).strip()


def inline_text(element: Element, picture: PictureWords | None = None) -> str:
    """Return the words in a paragraph, heading or cell, without any markup."""
    return "".join(_words(element, picture))


def _words(element: Element, picture: PictureWords | None) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield " "
        elif child.tag == "img":
            alt = child.get("alt", "")
            yield picture(child.get("src", ""), alt) if picture else alt
        else:
            yield from _words(child, picture)
        yield child.tail or ""


def _blocks(element: Element, picture: PictureWords | None) -> Iterator[str]:
    if element.tag in LEAVES:
        yield inline_text(element, picture)
    elif element.tag == "tr":
        cells = [inline_text(cell, picture) for cell in element]
        yield _CELLS.join(cells) if any(cells) else ""
    elif element.tag == "pre":
        yield from (element.text or "").split("\n")
    elif element.tag in {"ol", "ul"}:
        first = int(element.get("start", 1))
        for number, item in enumerate(element, first):
            yield from _item(item, picture, f"{number}. " if element.tag == "ol" else "- ")
    else:
        for child in element:
            yield from _blocks(child, picture)


def _item(item: Element, picture: PictureWords | None, marker: str) -> Iterator[str]:
    """Yield the blocks of a list item; its first paragraph wears the marker."""
    for child in item:
        if child.tag in LEAVES:
            yield marker + inline_text(child, picture)
            marker = ""
        else:
            yield from _blocks(child, picture)
