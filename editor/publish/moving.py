"""What another layout of a site means for its files: whose pages lie elsewhere or show other ways, and which files go.

Pure: a layout before, one after.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator

from editor.domain.settings import Edition
from editor.domain.site_places import NEWS_SITEMAP, PAGE, REDIRECTS, WITHDRAWN
from editor.publish.groups import pages_for
from editor.publish.layout import Layout
from editor.publish.places import index_place
from editor.publish.search_index import parts_for
from editor.publish.site import Site
from editor.publish.sitemap import is_further_map

# Files that a bundle has where there is something to say in them.
_SOMETIMES = {NEWS_SITEMAP, REDIRECTS, WITHDRAWN}


def is_ground_same(before: Layout, after: Layout) -> bool:
    """Say whether what every page of an edition shows is the same, and each index comes in as many parts."""
    return all(
        groups.ground == after.groups[locale].ground
        and parts_for(len(before.shown[locale])) == parts_for(len(after.shown[locale]))
        for locale, groups in before.groups.items()
    )


def moved(before: Layout, after: Layout, changed: Collection[str]) -> set[str]:
    """Return the articles (ids) that an edition shows and did not, or the other way, or whose pages lie elsewhere.

    With them those that `changed`, and all that any edition shows of the same translation sets: their pages lead to one
    another and say which of them is the source.
    """
    sets, found = set[str](), set(changed)
    for locale, was in before.members.items():
        sets.update(one for one, _ in was.items() ^ after.members[locale].items())
        found.update(one for one, _ in before.pages[locale].items() ^ after.pages[locale].items())
    both = (*before.members.values(), *after.members.values())
    for members in both:
        sets.update(one for one, article in members.items() if article in found)
    for members in both:
        found.update(members[one] for one in sets & members.keys())
    return found


def renamed(before: Layout, after: Layout) -> set[str]:
    """Return the articles (ids) in lists that have another name or place: their pages lead there."""
    found = set[str]()
    for locale, groups in after.groups.items():
        for group in groups.all:
            was = before.groups[locale].same(group)
            if was is not None and (was.name, was.folder) != (group.name, group.folder):
                found.update(group.ids)
    return found


def left_over(site: Site, before: Layout, there: Collection[str], yielded: Collection[str]) -> set[str]:
    """Return which of the files `there` are none of `site`, of which those that may be new or gone were `yielded`."""
    sometimes = {name for name in there if name in _SOMETIMES or is_further_map(name)}
    was, now = set[str](), set[str]()
    for edition in site.editions:
        for layout, paths in ((before, was), (site.layout, now)):
            paths.update(_paths(site, edition, layout, site.layout if layout is before else before))
    return (sometimes | (was - now)) - set(yielded)


def _paths(site: Site, edition: Edition, layout: Layout, other: Layout) -> Iterator[str]:
    """Yield the paths of the pages of `edition` in `layout` that are not just so in the `other` one."""
    locale = edition.locale
    for _, folder in layout.pages[locale].items() - other.pages[locale].items():
        yield posixpath.join(folder, PAGE)
    for folder in layout.former[locale].keys() - other.former[locale].keys():
        yield posixpath.join(folder, PAGE)
    count, others = pages_for(len(layout.shown[locale])), pages_for(len(other.shown[locale]))
    for number in range(others + 1, count + 1):
        yield index_place(site, edition, number)
    for group in layout.groups[locale].all:
        twin = other.groups[locale].same(group)
        if twin is None or (twin.folder, twin.count) != (group.folder, group.count):
            yield from map(group.page, range(1, group.count + 1))
