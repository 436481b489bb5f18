"""Which lists an edition has beside its first one: its articles by section, topic, author and month.

Two spellings that differ in case, width or composition are one name; two names that give one address stand apart by a
number, the one that the newsroom used first without. The same articles always give the same lists at the same places.
"""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import chain

from editor.domain.article import Article
from editor.domain.edition import zone_of_edition
from editor.domain.settings import Edition, NewsroomSettings
from editor.domain.site_places import ARCHIVE, AUTHORS, FURTHER_PAGES, PAGE, SECTIONS, TOPICS
from editor.domain.slug import free_slug, slug_from, slug_key
from editor.i18n.dates import format_month, month_begins, month_of

CARDS_A_PAGE = 48
# As many sections as stand above a page in one line or two; all of them stand on a page of their own.
_MOST_IN_LINE = 8


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
    """

    kind: Kind
    key: str
    name: str
    language: str
    folder: str
    ids: Sequence[str]
    origin: str

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
    """Puts what an edition shows into its lists."""

    def __init__(
        self,
        edition: Edition,
        folder: str,
        shown: Sequence[Article],
        settings: NewsroomSettings,
        source_of: Callable[[Article], Article],
    ) -> None:
        """`folder` is the edition's; `shown` are its articles, newest first; `source_of` finds what one was made of."""
        self._edition = edition
        self._folder = folder
        self._shown = shown
        self._settings = settings
        self._source_of = source_of

    def groups(self) -> Groups:
        """Return the lists."""
        wanted = {name_key(name): place for place, name in enumerate(self._edition.sections)}

        def order(group: Group) -> tuple[int, str, str]:
            place = wanted.get(group.key, len(wanted)) if group.kind is Kind.SECTION else 0
            return place, sorting_key(group.name), group.key

        ordered = {kind: sorted(self._named(kind, _NAMES[kind]), key=order) for kind in _NAMES}
        months = sorted(self._months(), key=lambda one: one.key, reverse=True)
        return Groups(self._edition, {**ordered, Kind.MONTH: months}, is_empty=not self._shown)

    def _named(self, kind: Kind, names_of: Callable[[Article], Iterable[str]]) -> Iterator[Group]:
        members: dict[str, dict[str, Article]] = {}
        spellings: dict[str, dict[tuple[str, str], list[str]]] = {}
        for article in self._shown:
            for name in names_of(article):
                if key := name_key(name):
                    members.setdefault(key, {})[article.id] = article
                    spellings.setdefault(key, {}).setdefault((_tidy(name), article.language), []).append(article.id)
        taken = {FURTHER_PAGES, PAGE}
        for key in sorted(members, key=lambda one: (min(members[one]), one)):
            name, language = _commonest(spellings[key])
            slug = free_slug(slug_from(name, language, fallback=kind.value), taken)
            taken.add(slug_key(slug))
            folder = posixpath.join(self._folder, kind.value, slug)
            origin = self._origin(kind, key, members[key].values())
            yield Group(kind, key, name, language, folder, tuple(members[key]), origin)

    def _origin(self, kind: Kind, key: str, articles: Iterable[Article]) -> str:
        """Return the section of the articles' sources where they share one; other names are the same everywhere."""
        if kind is not Kind.SECTION:
            return key
        sources = {name_key(self._source_of(article).section) for article in articles}
        return sources.pop() or key if len(sources) == 1 else key

    def _months(self) -> Iterator[Group]:
        style, override = self._settings.style_of(self._edition.locale)
        zone = zone_of_edition(self._settings, self._edition.locale)
        members: dict[tuple[int, int], list[str]] = {}
        for article in self._shown:
            if article.published is not None:
                members.setdefault(month_of(article.published, zone, style, override), []).append(article.id)
        for (year, month), ids in members.items():
            key = f"{year:04d}-{month:02d}"
            folder = posixpath.join(self._folder, ARCHIVE, key)
            name = format_month(year, month, style, override)
            origin = month_begins(year, month, style, override) or key
            yield Group(Kind.MONTH, key, name, self._edition.locale, folder, tuple(ids), origin)


def pages_for(count: int) -> int:
    """Return on how many pages `count` articles are listed, at least one."""
    return max(1, -(-count // CARDS_A_PAGE))


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return what two spellings of one name share: width, case, composition and spaces make no difference."""
    return slug_key(" ".join(unicodedata.normalize("NFKC", name).split()))


def _commonest(spellings: Mapping[tuple[str, str], Sequence[str]]) -> tuple[str, str]:
    """Return the spelling that most articles have; of two, the one that stands in the older article."""
    return min(spellings, key=lambda one: (-len(spellings[one]), min(spellings[one]), one))


def _tidy(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()))


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
