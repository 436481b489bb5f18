"""Which articles the editions of a site show, and where: what follows from who they are, not from their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from editor.domain.settings import Edition
from editor.publish.groups import Group, Groups, Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The layout of one site: of each edition, by its locale, by articles' ids.

    `shown` are its articles, newest first; `withdrawn` those whose pages say that they were withdrawn; `members` say by
    translation set which article readers see of it, `pages` by article in which folder its page lies, `former` by the
    folder of a page that readers may remember whose it was.
    """

    shown: Mapping[str, Sequence[str]]
    withdrawn: Mapping[str, Sequence[str]]
    members: Mapping[str, Mapping[str, str]]
    pages: Mapping[str, Mapping[str, str]]
    groups: Mapping[str, Groups]
    former: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """What was edited since a bundle was made: what another file than before can follow from.

    `articles` (ids) were, or are new or gone; `pages` are all articles whose pages may show something of that, and
    `before` is the layout that the bundle had, None where only words are others and the layout is the same.
    """

    articles: frozenset[str]
    pages: frozenset[str]
    before: Layout | None = None


def layout_to_plain(layout: Layout, ids: Iterable[str]) -> dict[str, Any]:
    """Return `layout` as JSON values, articles by their place among `ids`, which names each once."""
    number = {one: place for place, one in enumerate(ids)}
    return {locale: _one_to_plain(layout, locale, number) for locale in layout.shown}


def layout_from_plain(plain: Mapping[str, Any], ids: Sequence[str], editions: Sequence[Edition]) -> Layout:
    """Return the layout that `layout_to_plain` gave, of the articles `ids`; raise `ValueError` for other editions."""
    of, named = ids.__getitem__, {edition.locale: edition for edition in editions}
    if named.keys() != plain.keys():
        raise ValueError("other editions")
    return Layout(
        shown={locale: list(map(of, one["shown"])) for locale, one in plain.items()},
        withdrawn={locale: list(map(of, one["withdrawn"])) for locale, one in plain.items()},
        members={
            locale: dict(zip(one["sets"][0], map(of, one["sets"][1]), strict=True)) for locale, one in plain.items()
        },
        pages={
            locale: dict(zip(map(of, one["pages"][0]), one["pages"][1], strict=True)) for locale, one in plain.items()
        },
        former={
            locale: dict(zip(one["former"][0], map(of, one["former"][1]), strict=True)) for locale, one in plain.items()
        },
        groups={locale: _groups(one, of, named[locale]) for locale, one in plain.items()},
    )


def _one_to_plain(layout: Layout, locale: str, number: Mapping[str, int]) -> dict[str, Any]:
    def numbers(ids: Iterable[str]) -> list[int]:
        return [number[one] for one in ids]

    pages, members, groups = layout.pages[locale], layout.members[locale], layout.groups[locale]
    former = layout.former[locale]
    return {
        "shown": numbers(layout.shown[locale]),
        "withdrawn": numbers(layout.withdrawn[locale]),
        "sets": [list(members), numbers(members.values())],
        "pages": [numbers(pages), list(pages.values())],
        "former": [list(former), numbers(former.values())],
        "is_empty": groups.is_empty,
        "groups": {
            kind.value: [
                [
                    *(one.key, one.name, one.language, one.folder, numbers(one.ids), one.origin),
                    *(
                        [numbers(one.spelled), list(one.spelled.values())],
                        [numbers(one.sources), list(one.sources.values())],
                    ),
                ]
                for one in groups.of(kind)
            ]
            for kind in Kind
        },
    }


def _groups(plain: Mapping[str, Any], of: Callable[[int], str], edition: Edition) -> Groups:
    ordered = {
        kind: [
            Group(
                *(kind, key, name, language, folder, tuple(map(of, inside)), origin),
                {of(one): tuple((said, tag) for said, tag in some) for one, some in zip(*spelled, strict=True)},
                dict(zip(map(of, sources[0]), sources[1], strict=True)),
            )
            for key, name, language, folder, inside, origin, spelled, sources in plain["groups"][kind.value]
        ]
        for kind in Kind
    }
    return Groups(edition, ordered, is_empty=plain["is_empty"])
