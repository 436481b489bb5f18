"""The layout of a site of which a few articles moved: worked out from the one before, in the time that those few take.

It is the one that would be worked out from all articles. What one of them has to do with others are its translation
set, its place in lists, and the name of its page.
"""

from __future__ import annotations

import posixpath
import re
from bisect import insort
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple

from editor.core.files import safe_name
from editor.domain.article import Article
from editor.domain.edition import carried, newest_first
from editor.domain.settings import Edition, NewsroomSettings
from editor.domain.slug import slug_key
from editor.publish.addresses import former_folders, names_taken, page_folders, page_key
from editor.publish.groups import Grouping, Groups
from editor.publish.layout import Layout
from editor.publish.listed import Listed

_NUMBERED = re.compile(r"(.+)-\d+")
# A name that is longer may have been cut to make room for its number.
_SHORT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """The articles that may stand elsewhere than before.

    `ids` are those that were changed, are new or gone, and all others of the translation sets that they are in or were
    in; `members` those of them that there are, by id. `had_former`: one of them had an earlier address before.
    """

    ids: AbstractSet[str]
    members: Sequence[Article]
    had_former: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What a layout follows from beside those that moved; `articles` as lists show them are looked at where needed."""

    editions: Sequence[Edition]
    folders: Mapping[str, str]
    settings: NewsroomSettings
    articles: Mapping[str, Article]


class _One(NamedTuple):
    """What a layout says of one edition."""

    shown: Sequence[str]
    withdrawn: Sequence[str]
    members: Mapping[str, str]
    pages: Mapping[str, str]
    groups: Groups
    former: Mapping[str, str]


class Relaying:
    """Lays out one site anew."""

    def __init__(
        self, ground: Ground, before: Layout, moved: Moved, out: Sequence[Article], gone: Sequence[Article]
    ) -> None:
        """`out` are those of the members that moved which readers see, `gone` those that were withdrawn."""
        self._ground = ground
        self._before = before
        self._moved = moved.ids
        self._out = out
        self._gone = {one.id: one for one in gone}
        self._had_former = moved.had_former or any(one.former_slugs for one in moved.members)
        self._sources = {one.translation_set: one for one in out if one.is_source}

    def layout(self) -> Layout:
        """Return the layout."""
        laid = {edition.locale: self._one(edition) for edition in self._ground.editions}
        return Layout(
            shown={locale: one.shown for locale, one in laid.items()},
            withdrawn={locale: one.withdrawn for locale, one in laid.items()},
            members={locale: one.members for locale, one in laid.items()},
            pages={locale: one.pages for locale, one in laid.items()},
            groups={locale: one.groups for locale, one in laid.items()},
            former={locale: one.former for locale, one in laid.items()},
        )

    def _one(self, edition: Edition) -> _One:
        before, locale = self._before, edition.locale
        came = carried(edition, self._out)
        both = carried(edition, [*self._out, *self._gone.values()]) if self._gone else []
        gone = [one for one in both if one.id in self._gone]
        shown = self._stayed(before.shown[locale])
        for one in came:
            insort(shown, one.id, key=self._rank)
        withdrawn = sorted([*self._stayed(before.withdrawn[locale]), *(one.id for one in gone)])
        members = {set_: one for set_, one in before.members[locale].items() if one not in self._moved}
        members |= {one.translation_set: one.id for one in came}
        ids = Listed((*shown, *withdrawn), self._ground.articles)
        pages = self._pages(edition, {one.id: one for one in (*came, *gone)}, ids)
        return _One(
            shown=shown,
            withdrawn=withdrawn,
            members=members,
            pages=pages,
            groups=self._groups(edition, came, is_empty=not shown),
            former=self._former(edition, ids, pages),
        )

    def _stayed(self, ids: Iterable[str]) -> list[str]:
        return [one for one in ids if one not in self._moved]

    def _rank(self, article_id: str) -> tuple[float, str]:
        return newest_first(self._ground.articles[article_id])

    def _groups(self, edition: Edition, came: Sequence[Article], *, is_empty: bool) -> Groups:
        folder = self._ground.folders[edition.locale]
        grouping = Grouping(edition, folder, self._ground.settings, self._source_of, self._rank)
        return grouping.regrouped(self._before.groups[edition.locale], self._moved, came, is_empty=is_empty)

    def _source_of(self, article: Article) -> Article:
        return article if article.is_source else self._sources.get(article.translation_set, article)

    def _pages(self, edition: Edition, came: Mapping[str, Article], ids: Listed) -> Mapping[str, str]:
        """Return the folders of the pages of the articles `ids`, of which those that `came` have none yet."""
        before, folder = self._before.pages[edition.locale], self._ground.folders[edition.locale]
        wanted = {one: posixpath.join(folder, safe_name(article.slug, one)) for one, article in came.items()}
        given_up = [page for one in self._moved if (page := before.get(one)) is not None and wanted.get(one) != page]
        if not given_up and all(one in before for one in wanted):
            return before
        stayed = {one: page for one, page in before.items() if one not in self._moved}
        taken = {page_key(page): one for one, page in stayed.items()}
        keys = [page_key(page) for page in wanted.values()]
        names = names_taken(folder, self._ground.folders.values())
        is_free = len(set(keys)) == len(keys) and taken.keys().isdisjoint(keys) and names.isdisjoint(keys)
        if is_free and not any(self._is_waited_for(page_key(page), taken) for page in given_up):
            return stayed | wanted
        return page_folders(folder, ids, reserved=self._ground.folders.values())

    def _is_waited_for(self, name: str, taken: Mapping[str, str]) -> bool:
        """Say whether an article may have a number behind its own name because another had `name`."""
        numbered = _NUMBERED.fullmatch(name)
        stems = {name, numbered[1]} if numbered else {name}
        longer = (key for key in taken if (found := _NUMBERED.fullmatch(key)) and found[1] in stems)
        return len(name) > _SHORT or any(self._is_numbered(key, taken[key]) for key in longer)

    def _is_numbered(self, key: str, article_id: str) -> bool:
        return slug_key(safe_name(self._ground.articles[article_id].slug, article_id)) != key

    def _former(self, edition: Edition, ids: Listed, pages: Mapping[str, str]) -> Mapping[str, str]:
        locale, folders = edition.locale, self._ground.folders
        if pages is self._before.pages[locale] and not self._had_former:
            return self._before.former[locale]
        return former_folders(folders[locale], ids, pages.values(), reserved=folders.values())
