"""The files of an edition that are no article's pages: its lists, directories, about, search with its index, 404."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import urlsplit

from editor.domain.article import Article
from editor.domain.settings import Edition
from editor.publish.addresses import public_base
from editor.publish.bundle import BundleFile, FileRole, Key, at_hand
from editor.publish.composing import Composer
from editor.publish.groups import Group, Kind
from editor.publish.links import made_rooted
from editor.publish.listing import Listing
from editor.publish.makers import Asked, Makers
from editor.publish.pages import Page
from editor.publish.places import (
    about_place,
    directory_place,
    group_elsewhere,
    not_found_place,
    search_place,
)
from editor.publish.rendering import Drawing, page_html
from editor.publish.search_index import index_parts
from editor.publish.site import Site
from editor.publish.theme import Theme

HTML = "text/html; charset=utf-8"


def list_files(makers: Makers, edition: Edition, asked: Asked) -> Iterator[BundleFile]:
    """Yield those of the pages and parts of the search index of `edition` that are `asked` for.

    Each has a key of just what it shows: an edit makes anew the pages that show what was edited.
    """
    composer, listing, site, theme = makers.composer, makers.listing, makers.site, makers.theme
    is_front = asked.front(edition)
    counts = [composer.index_count(other) for other in site.editions]
    for number in range(1, composer.index_count(edition) + 1):
        listed = composer.listed(edition, number)
        if is_front or asked.words(listed.ids):
            site.snapshot.ahead(listed.ids)
            key = partial(makers.dependencies.list_key, edition, f"list {number} of {counts}", listed)
            yield page_file(composer.index_path(edition, number), partial(listing.index, edition, number), theme, key)
    for kind in Kind:
        yield from _kind(makers, edition, kind, asked)
    if asked.ground() and (path := about_place(site, edition)):
        others = [about_place(site, other) for other in site.editions]
        key = partial(makers.dependencies.list_key, edition, f"{path} {others} {edition.about}")
        yield page_file(path, partial(listing.about, edition), theme, key)
    if search_place(site, edition):
        yield from _search(makers, edition, asked)
    if asked.ground():
        yield not_found_file(listing, site, edition, not_found_place(site, edition), theme)


def page_file(path: str, compose: Callable[[], Page], theme: Theme, key: Key | None = None) -> BundleFile:
    """Return the page that `compose` makes."""
    return BundleFile(path=path, make=Drawing(compose, theme), key=key, type=HTML, role=FileRole.PAGE)


def not_found_file(listing: Listing, site: Site, edition: Edition, path: str, theme: Theme) -> BundleFile:
    """Return the page for addresses that lead nowhere.

    It is shown at any depth, so its own addresses begin at the root of the site's host: at the path of the site's
    address, or at "/" where the newsroom has none.
    """
    base = urlsplit(public_base(site.settings)).path.strip("/")  # "//" would begin the name of another host
    root = f"/{base}/{path}" if base else f"/{path}"
    make = partial(_made_rooted, partial(listing.not_found, edition, path), theme, root)
    return BundleFile(path=path, make=make, type=HTML, role=FileRole.PAGE)


def _made_rooted(compose: Callable[[], Page], theme: Theme, root: str) -> bytes:
    return made_rooted(page_html(compose(), theme), root).encode()


def _kind(makers: Makers, edition: Edition, kind: Kind, asked: Asked) -> Iterator[BundleFile]:
    site, listing, theme = makers.site, makers.listing, makers.theme
    groups = site.groups(edition).of(kind)
    if asked.overview() and (path := directory_place(site, edition, kind)):
        others = [directory_place(site, other, kind) for other in site.editions]
        named = [(group.name, group.language, group.folder, len(group.ids)) for group in groups]
        key = partial(makers.dependencies.list_key, edition, f"{path} {others} {named}")
        yield page_file(path, partial(listing.directory, edition, kind), theme, key)
    for group in groups:
        is_other = asked.group(edition, group)
        for number in range(1, group.count + 1):
            if is_other or asked.words(group.listed(number)):
                listed = site.listed(group.listed(number))
                site.snapshot.ahead(listed.ids)
                key = partial(makers.dependencies.list_key, edition, _shown_of(site, group, number), listed)
                yield page_file(group.page(number), partial(listing.group, edition, group, number), theme, key)


def _shown_of(site: Site, group: Group, number: int) -> str:
    """Return what page `number` of a list shows besides its articles: names, places, the same list elsewhere."""
    elsewhere = group_elsewhere(site, group, number)
    others = [elsewhere(other) for other in site.editions]
    return repr((group.name, group.language, group.folder, number, group.count, others))


def _search(makers: Makers, edition: Edition, asked: Asked) -> Iterator[BundleFile]:
    site, dependencies, theme = makers.site, makers.dependencies, makers.theme
    day = partial(_day, makers.composer, edition)
    found, ground, rows = dependencies.found_key, dependencies.edition_key(edition), dependencies.known

    def key_of(path: str, number: int, many: int) -> str:
        return "" if asked.part(number, many) else makers.key_before(path)

    parts = list(index_parts(site, edition, found, ground, day, rows, key_of=key_of))
    new = [part for part in parts if not part.is_known]
    if not new:
        return
    others = [search_place(site, other) for other in site.editions]
    marked = [(part.path, part.mark) for part in parts]
    key = partial(dependencies.list_key, edition, f"search {theme.search.path} {others} {marked}")
    make = partial(makers.listing.search, edition, theme.search.path, marked)
    yield page_file(search_place(site, edition), make, theme, key)
    for part in new:
        yield BundleFile(
            path=part.path, make=part.make, key=at_hand(part.key), type="text/javascript", role=FileRole.DATA
        )


def _day(composer: Composer, edition: Edition, article: Article) -> str:
    published = composer.date(edition, article)
    return published.shown.text if published else ""
