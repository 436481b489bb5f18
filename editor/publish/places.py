"""Where the pages of an edition lie that are no article's and not its first list, and which of them there are.

Pure: only paths inside the bundle, and for each the same page in another edition.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping

from editor.domain.settings import Edition
from editor.domain.site_places import ABOUT, FURTHER_PAGES, NOT_FOUND, PAGE, SEARCH
from editor.publish.groups import Group, Kind
from editor.publish.site import Site

# Where in another edition the same page lies (a bundle path), or "" when it has none.
Elsewhere = Callable[[Edition], str]


def directory_place(site: Site, edition: Edition, kind: Kind) -> str:
    """Return the path of the page that names every section, topic, author or month; "" where there is none."""
    return posixpath.join(site.folder(edition), kind.value, PAGE) if site.groups(edition).of(kind) else ""


def index_place(site: Site, edition: Edition, number: int) -> str:
    """Return the path of page `number` (from 1) of the edition's list."""
    further = () if number == 1 else (FURTHER_PAGES, str(number))
    return posixpath.join(site.folder(edition), *further, PAGE)


def about_place(site: Site, edition: Edition) -> str:
    """Return the path of the page about the newsroom, "" where nothing is written."""
    return posixpath.join(site.folder(edition), ABOUT, PAGE) if edition.about.strip() else ""


def search_place(site: Site, edition: Edition) -> str:
    """Return the path of the page to search on, "" where there is no article to find."""
    return posixpath.join(site.folder(edition), SEARCH, PAGE) if site.shown(edition) else ""


def not_found_place(site: Site, edition: Edition) -> str:
    """Return the path of the page that stands in for one that is not there."""
    return posixpath.join(site.folder(edition), NOT_FOUND)


def group_elsewhere(site: Site, group: Group, number: int = 1) -> Elsewhere:
    """Return where other editions have page `number` of the same list."""

    def elsewhere(other: Edition) -> str:
        twin = site.groups(other).twin(group)
        return twin.page(number) if twin is not None and number <= twin.count else ""

    return elsewhere


def further_places(site: Site, edition: Edition, changed: Mapping[str, str]) -> Iterator[tuple[str, Elsewhere, str]]:
    """Yield (path, where it lies elsewhere, when it last changed or "") of what a search engine is told.

    `changed` says when each article (id) was, as text of which the greater is the later, or "".
    """
    for kind in Kind:
        if path := directory_place(site, edition, kind):
            yield path, lambda other, kind=kind: directory_place(site, other, kind), ""  # type: ignore[misc]
        for group in site.groups(edition).of(kind):
            twin = group_elsewhere(site, group)
            first = twin(edition) == group.page(1)
            yield group.page(1), twin if first else _nowhere, max(map(changed.__getitem__, group.ids), default="")
    if path := about_place(site, edition):
        yield path, lambda other: about_place(site, other), ""


def _nowhere(_: Edition) -> str:
    return ""
