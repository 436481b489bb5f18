"""Which addresses a page of ours leads to, and whether each is there: read by pattern, for we wrote the page.

Text holds no bare `<` and attribute values no bare quotation mark: templates and the Markdown renderer escape both.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urlsplit

_TAG = re.compile(r"<[a-z][a-z0-9]*((?:\s+[a-z][a-z0-9-]*(?:=\"[^\"]*\")?)*)\s*/?>")
_ATTRIBUTE = re.compile(r"\s(href|src|srcset|id)=\"([^\"]*)\"")
_OUTSIDE = ("http:", "https:", "mailto:")


@dataclass(frozen=True, slots=True)
class Anchors:
    """What one page offers and asks for: its ids, and the addresses it refers to inside the bundle."""

    ids: frozenset[str]
    addresses: frozenset[str]


def anchors_of(html: str) -> Anchors:
    """Return ids and inner addresses of a page; what leads outside is left out."""
    ids: set[str] = set()
    addresses: set[str] = set()
    for tag in _TAG.finditer(html):
        if tag[1]:
            for name, value in _ATTRIBUTE.findall(tag[1]):
                if name == "id":
                    ids.add(unescape(value))
                elif name == "srcset":
                    addresses.update(part.split()[0] for part in unescape(value).split(",") if part.strip())
                elif not value.lower().startswith(_OUTSIDE):
                    addresses.add(unescape(value))
    return Anchors(frozenset(ids), frozenset(addresses))


def broken_links(pages: Mapping[str, Anchors], paths: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield (page, address) of each inner address that leads to no file of `paths` or to no id of its page."""
    for page in sorted(pages):
        for address in sorted(pages[page].addresses):
            if not _leads_somewhere(page, address, pages, paths):
                yield page, address


def _leads_somewhere(page: str, address: str, pages: Mapping[str, Anchors], paths: frozenset[str]) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return False
    target = page
    if parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        if target not in paths:
            target = posixpath.join(target, "index.html")
    if target not in paths:
        return False
    fragment = unquote(parts.fragment)
    return not fragment or (target in pages and fragment in pages[target].ids)
