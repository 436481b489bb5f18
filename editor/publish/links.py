"""Which addresses a page of ours leads to, and whether each is there: read by pattern, for we wrote the page.

Text holds no bare `<` and attribute values no bare quotation mark: templates and the Markdown renderer escape both.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import unquote, urljoin

from editor.domain.site_places import NOT_FOUND, PAGE

_TAG = re.compile(r"<[a-z][a-z0-9]*((?:\s+[a-z][a-z0-9-]*(?:=\"[^\"]*\")?)*)\s*/?>")
_ATTRIBUTE = re.compile(r"\s(href|src|srcset|id)=\"([^\"]*)\"")
_NAMES = ("href", "src", "srcset", "id")
_ADDRESS = re.compile(r"\s(href|src|srcset)=\"([^\"]*)\"")
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
    for name, value in _attributes(html):
        if name == "id":
            ids.add(unescape(value))
        elif name == "srcset":
            addresses.update(part.split()[0] for part in unescape(value).split(",") if part.strip())
        elif not value.lower().startswith(_OUTSIDE):
            addresses.add(unescape(value))
    return Anchors(frozenset(ids), frozenset(addresses))


def _attributes(html: str) -> list[tuple[str, str]]:
    """Return the attributes of the tags of `html` that lead somewhere or may be led to: (name, value as it stands)."""
    found: list[tuple[str, str]] = []
    for name in _NAMES:
        some = _spaced(html, name)
        if some is None:
            return [pair for tag in _TAG.finditer(html) if tag[1] for pair in _ATTRIBUTE.findall(tag[1])]
        found += some
    return found


def _spaced(html: str, name: str) -> list[tuple[str, str]] | None:
    """Return the attributes `name` of `html`: a page of ours has a space before each. None where that is uncertain."""
    mark = f' {name}="'
    found = []
    place = html.find(mark)
    while place >= 0:
        begin = place + len(mark)
        end = html.find('"', begin)
        if end < 0 or not _is_in_tag(html, place):
            return None
        found.append((name, html[begin:end]))
        place = html.find(mark, end)
    return found if len(found) == html.count(mark[1:]) else None


def _is_in_tag(html: str, place: int) -> bool:
    """Say whether `place` is in a tag for certain; text may hold bare quotation marks, and values a bare `>`."""
    return html.rfind("<", 0, place) > html.rfind(">", 0, place)


class Follower:
    """Follows the links of many pages of one bundle, whose files are `paths`. One for each process that makes pages."""

    def __init__(self, paths: frozenset[str]) -> None:
        self._paths = paths
        self._followed: dict[tuple[str, str], bool] = {}

    def left(self, page: str, anchors: Anchors) -> Anchors:
        """Return `anchors` of `page` without the addresses that lead to a file, whatever that holds."""
        folder = page.rpartition("/")[0]
        return Anchors(anchors.ids, frozenset(one for one in anchors.addresses if not self._is_there(folder, one)))

    def _is_there(self, folder: str, address: str) -> bool:
        if not address or "#" in address:
            return False  # to be held against the page itself, and the ids of its page
        # What leads out of a folder leads to the same place from every folder beside it.
        key = (f"{folder.rpartition('/')[0]}/*" if folder and address.startswith("../") else folder, address)
        found = self._followed.get(key)
        if found is None:
            found = self._followed[key] = _leads_somewhere("", folder.split("/"), address, {}, self._paths)
        return found


def made_absolute(html: str, page: str) -> str:
    """Return `html` with every address in it as seen from the public address `page`."""

    def whole(attribute: re.Match[str]) -> str:
        name, value = attribute.groups()
        parts = [unescape(part) for part in (value.split(", ") if name == "srcset" else [value])]
        made = ", ".join(" ".join([urljoin(page, part.split(" ")[0]), *part.split(" ")[1:]]) for part in parts)
        return f' {name}="{escape(made)}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(whole, tag[0]), html)


def made_rooted(html: str, page: str) -> str:
    """Return `html` with every address in it from the root of its host, where it lies at `page` ("/news/404.html")."""

    def rooted(attribute: re.Match[str]) -> str:
        name, value = attribute.groups()
        address = unescape(value)
        if name == "srcset" or address.startswith("#") or address.lower().startswith(_OUTSIDE):
            return attribute[0]
        return f' {name}="{escape(urljoin(page, address))}"'

    return _TAG.sub(lambda tag: _ADDRESS.sub(rooted, tag[0]), html)


def broken_links(pages: Mapping[str, Anchors], paths: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield (page, address) of each inner address of `pages` that leads to no file of `paths`.

    An address with a fragment must lead to an id of its page, where that is among `pages`.
    """
    for page in sorted(pages):
        folder = page.rpartition("/")[0].split("/")
        for address in sorted(pages[page].addresses):
            if not _leads_somewhere(page, folder, address, pages, paths):
                yield page, address


def place_of(page: str, address: str) -> str:
    """Return the path in the bundle, with its fragment, that the inner `address` of `page` leads to."""
    place, mark, fragment = address.partition("#")
    target = _joined(page.rpartition("/")[0].split("/"), unquote(place.partition("?")[0])) if place else page
    return f"{target}{mark}{fragment}"


def _leads_somewhere(
    page: str, folder: list[str], address: str, pages: Mapping[str, Anchors], paths: Collection[str]
) -> bool:
    place, _, fragment = address.partition("#")
    if place.startswith("/") and page.rpartition("/")[2] == NOT_FOUND:
        return any(_is_there(steps, paths) for steps in _tails(unquote(place)))
    if ":" in place or place.startswith("/"):
        return False
    target = _joined(folder, unquote(place.partition("?")[0])) if place else page
    if target not in paths:
        target = f"{target}/{PAGE}".lstrip("/")
    if target not in paths:
        return False
    return not fragment or target not in pages or unquote(fragment) in pages[target].ids


def _tails(place: str) -> Iterator[str]:
    """Yield what `place` may be inside the bundle: all of it, and less of its beginning each time."""
    steps = [step for step in place.split("/") if step]
    yield from ("/".join(steps[start:]) for start in range(len(steps) + 1))


def _is_there(target: str, paths: Collection[str]) -> bool:
    return target in paths or f"{target}/{PAGE}".lstrip("/") in paths


def _joined(folder: list[str], place: str) -> str:
    """Return the bundle path of the relative `place` seen from `folder`; ".." for one that leads out of the bundle."""
    steps = [step for step in folder if step]
    for step in place.split("/"):
        if step == "..":
            if not steps:
                return ".."
            steps.pop()
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)
