"""HTML that we wrote as XHTML, its addresses looked at on the way: what e-books hold and other programs take over."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from html.parser import HTMLParser

from typing_extensions import override

from editor.publish.legible import legible

# HTML Standard, 13.1.2: elements that have no content and no end.
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_ADDRESSES = ("href", "src")

# Returns what an address becomes; None takes it away: a link is then its words alone, a picture its alternative text.
Address = Callable[[str, str], str | None]


def as_xhtml(html: str, address: Address, *, is_xml: bool = True) -> str:
    """Return the fragment `html` as well-formed XML without a namespace, each element closed.

    `address(name, value)` says what becomes of each `href` and `src`. With `is_xml` languages are said the way of XML
    too (`xml:lang`), and elements without content end in "/>"; without, the result is HTML still.
    """
    writer = _Writer(address, is_xml=is_xml)
    writer.feed(legible(html))
    writer.close()
    return writer.ended()


class _Writer(HTMLParser):
    """Writes each element as it is read. What was opened and not closed is closed with what holds it."""

    def __init__(self, address: Address, *, is_xml: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._address = address
        self._is_xml = is_xml
        self._parts: list[str] = []
        self._open: list[str] = []  # what is written at each end: "" for a link that leads nowhere

    def ended(self) -> str:
        """Return what was written, everything closed."""
        while self._open:
            self._parts.append(_end(self._open.pop()))
        return "".join(self._parts)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        kept = self._kept(said)
        if tag == "img" and "src" not in kept:
            self._parts.append(_text(said.get("alt", "")))
            return
        if tag == "a" and "href" not in kept:
            self._open.append("a ")
            return
        written = "".join(f' {name}="{escape(value)}"' for name, value in kept.items())
        if tag in _VOID:
            self._parts.append(f"<{tag}{written}{' /' if self._is_xml else ''}>")
            return
        self._parts.append(f"<{tag}{written}>")
        self._open.append(tag)

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag not in {name.strip() for name in self._open}:
            return
        while self._open:
            name = self._open.pop()
            self._parts.append(_end(name))
            if name.strip() == tag:
                return

    @override
    def handle_data(self, data: str) -> None:
        self._parts.append(_text(data))

    def _kept(self, said: dict[str, str]) -> dict[str, str]:
        kept: dict[str, str] = {}
        for name, value in said.items():
            found = self._address(name, value) if name in _ADDRESSES else value
            if found is not None:
                kept[name] = found
            if name == "lang" and self._is_xml:
                kept["xml:lang"] = value
        return kept


def _text(data: str) -> str:
    return escape(data, quote=False)


def _end(name: str) -> str:
    return "" if name.endswith(" ") else f"</{name}>"
