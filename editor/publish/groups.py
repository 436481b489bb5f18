"""Which lists an edition has beside its first one: its articles by section, topic, author and month.

Two spellings that differ in case, width or composition are one name; two names that give one address stand apart by a
number, the one that the newsroom used first without. The same articles always give the same lists at the same places.
"""

from __future__ import annotations

import posixpath
import unicodedata
from bisect import insort
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any

from editor.domain.article import Article
from editor.domain.edition import zone_of_edition
from editor.domain.settings import Edition, NewsroomSettings
from editor.domain.site_places import ARCHIVE, AUTHORS, FURTHER_PAGES, PAGE, SECTIONS, TOPICS
from editor.domain.slug import free_slug, slug_from, slug_key
from editor.i18n.dates import format_month, month_begins, month_of

CARDS_A_PAGE = 48
# As many sections as stand above a page in one line or two; all of them stand on a page of their own.
_MOST_IN_LINE = 8


# A name and the language that it is in.
Spelling = tuple[str, str]


class Kind(StrEnum):
    """What the articles of a list share. The value is the folder that its lists lie in."""

    SECTION = SECTIONS
    TOPIC = TOPICS
    AUTHOR = AUTHORS
    MONTH = ARCHIVE


@dataclass(frozen=True, slots=True)
class Group:
    """One list: the ids of its articles, newest first, and the folder of its pages inside the bundle.

    `key` tells it from the others of its kind. `origin` is the key by which another edition's list is known to be the
    same: the name in the articles' source language, where all of them share one; of a month its first day.

    `spelled` says of the articles that do not name it once and just so how they do; `sources` of those which key their
    sources' name has where that is another.
    """

    kind: Kind
    key: str
    name: str
    language: str
    folder: str
    ids: Sequence[str]
    origin: str
    spelled: Mapping[str, tuple[Spelling, ...]] = field(default_factory=dict, hash=False)
    sources: Mapping[str, str] = field(default_factory=dict, hash=False)

    def spelling_of(self, article_id: str) -> tuple[Spelling, ...]:
        """Return how the article of the list names it, each time that it does."""
        return self.spelled.get(article_id) or ((self.name, self.language),)

    @property
    def count(self) -> int:
        """Return how many pages the list has."""
        return pages_for(len(self.ids))

    def page(self, number: int) -> str:
        """Return the bundle path of page `number`, from 1. All pages lie in one folder, at one depth."""
        return posixpath.join(self.folder, PAGE if number == 1 else f"page-{number}.html")

    def listed(self, number: int) -> Sequence[str]:
        """Return the ids of the articles on page `number`."""
        return self.ids[(number - 1) * CARDS_A_PAGE : number * CARDS_A_PAGE]


class Groups:
    """The lists of one edition. Made once for all that it shows; only read afterwards, from any thread."""

    def __init__(self, edition: Edition, ordered: Mapping[Kind, Sequence[Group]], *, is_empty: bool) -> None:
        """`ordered` are the lists in the readers' order; `is_empty`: the edition shows no article."""
        self._edition = edition
        self._ordered = ordered
        self._found = {kind: {group.key: group for group in groups} for kind, groups in ordered.items()}
        self.is_empty = is_empty

    def of(self, kind: Kind) -> Sequence[Group]:
        """Return the lists of `kind` in the readers' order: as the edition has it, by name, months backwards."""
        return self._ordered[kind]

    @property
    def all(self) -> Iterator[Group]:
        """Return every list, of one kind after the other."""
        return chain.from_iterable(self._ordered.values())

    def find(self, kind: Kind, name: str) -> Group | None:
        """Return the list of the articles with this `name`, or None for a blank one."""
        return self._found[kind].get(name_key(name))

    def same(self, group: Group) -> Group | None:
        """Return the list of this edition that is told from others as `group` is, or None."""
        return self._found[group.kind].get(group.key)

    def twin(self, group: Group) -> Group | None:
        """Return this edition's list that is the same as the other edition's `group`, or None."""
        return self._origins[group.kind].get(group.origin)

    @cached_property
    def in_line(self) -> Sequence[Group]:
        """Return the sections that stand above every page: all of them, or the eight with the most articles."""
        sections = self.of(Kind.SECTION)
        if len(sections) <= _MOST_IN_LINE:
            return sections
        chosen = self._edition.sections and sections[:_MOST_IN_LINE]
        most = chosen or sorted(sections, key=lambda one: (-len(one.ids), one.key))[:_MOST_IN_LINE]
        kept = {one.key for one in most}
        return [one for one in sections if one.key in kept]

    @cached_property
    def ground(self) -> str:
        """Return as text what every page of the edition shows of its lists."""
        line = [(one.name, one.language, one.folder) for one in self.in_line]
        return repr((line, [kind.value for kind in Kind if self.of(kind)], not self.is_empty))

    @cached_property
    def _origins(self) -> Mapping[Kind, Mapping[str, Group]]:
        """Return the lists by what they are in every edition; of two that claim the same, the longer one has it."""
        found: dict[Kind, dict[str, Group]] = {kind: {} for kind in Kind}
        for kind in Kind:
            for group in sorted(self.of(kind), key=lambda one: (-len(one.ids), one.key)):
                found[kind].setdefault(group.origin, group)
        return found


class Grouping:
    """Puts what an edition shows into its lists: all of it, or what moved into the lists that there are."""

    def __init__(
        self,
        edition: Edition,
        folder: str,
        settings: NewsroomSettings,
        source_of: Callable[[Article], Article],
        rank: Callable[[str], Any] = str,
    ) -> None:
        """`folder` is the edition's; `source_of` finds what an article was made of.

        `rank` of an article (an id) is the less, the sooner readers see it: asked for where others stood before.
        """
        self._edition = edition
        self._folder = folder
        self._settings = settings
        self._source_of = source_of
        self._rank = rank

    def groups(self, shown: Sequence[Article]) -> Groups:
        """Return the lists of the articles `shown`, newest first."""
        nothing = Groups(self._edition, dict.fromkeys(Kind, ()), is_empty=True)
        return self.regrouped(nothing, frozenset(), shown, is_empty=not shown)

    def regrouped(self, before: Groups, moved: AbstractSet[str], came: Sequence[Article], *, is_empty: bool) -> Groups:
        """Return the lists `before` without the articles `moved` (ids), and with those that `came`, newest first."""
        wanted = {name_key(name): place for place, name in enumerate(self._edition.sections)}

        def order(group: Group) -> tuple[int, str, str]:
            place = wanted.get(group.key, len(wanted)) if group.kind is Kind.SECTION else 0
            return place, sorting_key(group.name), group.key

        ordered = {kind: sorted(self._named(kind, before.of(kind), moved, came), key=order) for kind in _NAMES}
        months = self._months(before.of(Kind.MONTH), moved, came)
        ordered[Kind.MONTH] = sorted(months, key=lambda one: one.key, reverse=True)
        return Groups(self._edition, ordered, is_empty=is_empty)

    def _named(
        self, kind: Kind, before: Sequence[Group], moved: AbstractSet[str], came: Sequence[Article]
    ) -> Iterator[Group]:
        members: dict[str, dict[str, Article]] = {}
        spelled: dict[str, dict[str, tuple[Spelling, ...]]] = {}
        for article in came:
            for name in _NAMES[kind](article):
                if key := name_key(name):
                    members.setdefault(key, {})[article.id] = article
                    those = spelled.setdefault(key, {})
                    those[article.id] = (*those.get(article.id, ()), (_tidy(name), article.language))
        found = {group.key: group for group in before}
        for key in members.keys() | {group.key for group in before if not moved.isdisjoint(group.ids)}:
            was = found.pop(key, None)
            if now := self._changed(kind, key, was, moved, members.get(key, {}), spelled.get(key, {})):
                found[key] = now
        taken = {FURTHER_PAGES, PAGE}
        for key in sorted(found, key=lambda one: (min(found[one].ids), one)):
            group = found[key]
            slug = free_slug(_slug(group.name, group.language, kind.value), taken)
            taken.add(slug_key(slug))
            folder = posixpath.join(self._folder, kind.value, slug)
            yield group if group.folder == folder else replace(group, folder=folder)

    def _changed(
        self,
        kind: Kind,
        key: str,
        was: Group | None,
        moved: AbstractSet[str],
        came: Mapping[str, Article],
        spelled: Mapping[str, tuple[Spelling, ...]],
    ) -> Group | None:
        """Return the list `was` without those `moved` and with those that `came`, in no folder yet; None for none."""
        stayed = [one for one in was.ids if one not in moved] if was else []
        ids = self._with(stayed, came)
        if not ids:
            return None
        names = {one: was.spelling_of(one) for one in stayed} if was else {}
        names |= spelled
        spellings: dict[Spelling, list[str]] = {}
        for one in ids:
            for spelling in names[one]:
                spellings.setdefault(spelling, []).append(one)
        name, language = _commonest(spellings)
        others = {one: some for one, some in names.items() if some != ((name, language),)}
        sources = {one: was.sources[one] for one in stayed if one in was.sources} if was and was.sources else {}
        if kind is Kind.SECTION:
            made_of = ((one, name_key(self._source_of(article).section)) for one, article in came.items())
            sources |= {one: source for one, source in made_of if source != key}
        origins = {*sources.values(), *((key,) if len(sources) < len(ids) else ())}
        origin = (origins.pop() or key) if len(origins) == 1 else key
        folder = was.folder if was else ""
        return Group(kind, key, name, language, folder, ids, origin, others, sources)

    def _with(self, stayed: Sequence[str], came: Iterable[str]) -> tuple[str, ...]:
        """Return those that `stayed` and those that `came`, both in the readers' order, in that order."""
        if not stayed:
            return tuple(came)
        found = [*stayed]
        for one in came:
            insort(found, one, key=self._rank)
        return tuple(found)

    def _months(self, before: Sequence[Group], moved: AbstractSet[str], came: Sequence[Article]) -> Iterator[Group]:
        style, override = self._settings.style_of(self._edition.locale)
        zone = zone_of_edition(self._settings, self._edition.locale)
        members: dict[str, list[str]] = {}
        months: dict[str, tuple[int, int]] = {}
        for article in came:
            if article.published is not None:
                year, month = month_of(article.published, zone, style, override)
                key = f"{year:04d}-{month:02d}"
                months[key] = year, month
                members.setdefault(key, []).append(article.id)
        for group in before:
            added = members.pop(group.key, [])
            stayed = [one for one in group.ids if one not in moved]
            if ids := self._with(stayed, added):
                yield group if ids == group.ids else replace(group, ids=ids)
        for key, new in members.items():
            name = format_month(*months[key], style, override)
            origin = month_begins(*months[key], style, override) or key
            folder = posixpath.join(self._folder, ARCHIVE, key)
            yield Group(Kind.MONTH, key, name, self._edition.locale, folder, tuple(new), origin)


@lru_cache(maxsize=8192)
def _slug(name: str, language: str, fallback: str) -> str:
    return slug_from(name, language, fallback=fallback)


def pages_for(count: int) -> int:
    """Return on how many pages `count` articles are listed, at least one."""
    return max(1, -(-count // CARDS_A_PAGE))


@lru_cache(maxsize=65_536)
def name_key(name: str) -> str:
    """Return what two spellings of one name share: width, case, composition and spaces make no difference."""
    return slug_key(" ".join(unicodedata.normalize("NFKC", name).split()))


def _commonest(spellings: Mapping[tuple[str, str], Sequence[str]]) -> tuple[str, str]:
    """Return the spelling that most articles have; of two, the one that stands in the older article."""
    return min(spellings, key=lambda one: (-len(spellings[one]), min(spellings[one]), one))


@lru_cache(maxsize=8192)
def _tidy(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))


@lru_cache(maxsize=8192)
def sorting_key(name: str) -> str:
    """Return what names are ordered by: their letters without case and without the marks on them."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _sections(article: Article) -> Iterator[str]:
    yield article.section


def _tags(article: Article) -> Iterable[str]:
    return article.tags


def _byline(article: Article) -> Iterable[str]:
    return article.byline


_NAMES: Mapping[Kind, Callable[[Article], Iterable[str]]] = {
    Kind.SECTION: _sections,
    Kind.TOPIC: _tags,
    Kind.AUTHOR: _byline,
}
