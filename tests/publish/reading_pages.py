"""Reads pages back with a parser that nobody here wrote, and sees which language each word is said to be in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

import html5lib

_NOT_SHOWN = {"script", "style"}


@dataclass(frozen=True)
class Said:
    """A piece of text as a reader's machine takes it: where it stands, its language and its direction."""

    text: str
    tag: str
    lang: str
    dir: str


def parse(html: str) -> Element:
    """Return the document; any parse error is an `AssertionError` that names it."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document: Element = parser.parse(html)
    assert not parser.errors, [(position, code, values) for position, code, values in parser.errors][:3]
    return document


def said_in(document: Element) -> Iterator[Said]:
    """Yield every text that is shown or read out, alternative texts included, in reading order."""
    yield from _said(document, "", "")


def _said(element: Element, lang: str, direction: str) -> Iterator[Said]:
    if not isinstance(element.tag, str) or element.tag in _NOT_SHOWN:
        return
    lang, direction = element.get("lang", lang), element.get("dir", direction)
    for name in ("alt", "aria-label"):
        if value := element.get(name, "").strip():
            yield Said(value, f"{element.tag}@{name}", lang, direction)
    if element.text and element.text.strip():
        yield Said(element.text.strip(), element.tag, lang, direction)
    for child in element:
        yield from _said(child, lang, direction)
        if child.tail and child.tail.strip():
            yield Said(child.tail.strip(), element.tag, lang, direction)
