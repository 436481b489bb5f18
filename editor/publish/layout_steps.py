"""What makes one layout of another, as JSON values: short where few articles stand elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, TypeVar

from editor.domain.settings import Edition
from editor.publish.groups import Group, Groups, Kind
from editor.publish.layout import Layout

Value = TypeVar("Value")


def step_to_plain(before: Layout, after: Layout, moved: AbstractSet[str]) -> dict[str, Any] | None:
    """Return what makes `after` of `before`; None where others than the articles `moved` (ids) stand elsewhere too."""
    try:
        return {locale: _one_to_plain(before, after, moved, locale) for locale in after.shown}
    except ValueError:
        return None


def step_from_plain(before: Layout, plain: Mapping[str, Any], editions: Sequence[Edition]) -> Layout:
    """Return the layout that `step_to_plain` was given with `before`."""

    def each(value: Callable[[str, Mapping[str, Any]], Value]) -> dict[str, Value]:
        return {edition.locale: value(edition.locale, plain[edition.locale]) for edition in editions}

    return Layout(
        shown=each(lambda locale, one: _ordered(before.shown[locale], one["shown"])),
        withdrawn=each(lambda locale, one: _ordered(before.withdrawn[locale], one["withdrawn"])),
        members=each(lambda locale, one: _mapped(before.members[locale], one["members"])),
        pages=each(lambda locale, one: _mapped(before.pages[locale], one["pages"])),
        former=each(lambda locale, one: _mapped(before.former[locale], one["former"])),
        groups={edition.locale: _groups(before, edition, plain[edition.locale]) for edition in editions},
    )


def _one_to_plain(before: Layout, after: Layout, moved: AbstractSet[str], locale: str) -> dict[str, Any]:
    was, now = before.groups[locale], after.groups[locale]
    return {
        "shown": _order(before.shown[locale], after.shown[locale], moved),
        "withdrawn": _order(before.withdrawn[locale], after.withdrawn[locale], moved),
        "members": _map(before.members[locale], after.members[locale]),
        "pages": _map(before.pages[locale], after.pages[locale]),
        "former": _map(before.former[locale], after.former[locale]),
        "is_empty": now.is_empty,
        "groups": {kind.value: _kind(was.of(kind), now, kind, moved) for kind in Kind},
    }


def _kind(before: Sequence[Group], after: Groups, kind: Kind, moved: AbstractSet[str]) -> list[Any]:
    """Return the lists that are others, and the keys of all if they are others."""
    was = {group.key: group for group in before}
    changed = [
        [
            *(group.key, group.name, group.language, group.folder, group.origin),
            _order(was[group.key].ids if group.key in was else (), group.ids, moved),
            *(dict(group.spelled), dict(group.sources)),
        ]
        for group in after.of(kind)
        if was.get(group.key) != group
    ]
    keys = [group.key for group in after.of(kind)]
    return [changed, None if keys == [group.key for group in before] else keys]


def _groups(before: Layout, edition: Edition, plain: Mapping[str, Any]) -> Groups:
    ordered = {}
    for kind in Kind:
        changed, keys = plain["groups"][kind.value]
        was = before.groups[edition.locale].of(kind)
        found = {group.key: group for group in was}
        for key, name, language, folder, origin, order, spelled, sources in changed:
            ids = tuple(_ordered(found[key].ids if key in found else (), order))
            named = {one: tuple((said, tag) for said, tag in some) for one, some in spelled.items()}
            found[key] = Group(kind, key, name, language, folder, ids, origin, named, sources)
        ordered[kind] = [found[key] for key in ([group.key for group in was] if keys is None else keys)]
    return Groups(edition, ordered, is_empty=plain["is_empty"])


def _order(before: Sequence[str], after: Sequence[str], moved: AbstractSet[str]) -> list[Any]:
    """Return which of the articles `moved` go out of their places, and who comes to which."""
    if list(before) == list(after):
        return [[], []]
    step = [
        [one for one in before if one in moved],
        [[place, one] for place, one in enumerate(after) if one in moved],
    ]
    if list(_ordered(before, step)) != list(after):
        raise ValueError("others moved too")
    return step


def _ordered(before: Sequence[str], step: Sequence[Any]) -> Sequence[str]:
    going, coming = step
    if not going and not coming:
        return before
    gone = set(going)
    found = [one for one in before if one not in gone]
    for place, one in coming:
        found.insert(place, one)
    return found


def _map(before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, str | None]:
    if before is after:
        return {}
    changed: dict[str, str | None] = {key: value for key, value in after.items() if before.get(key) != value}
    return changed | dict.fromkeys(before.keys() - after.keys())


def _mapped(before: Mapping[str, str], step: Mapping[str, str | None]) -> Mapping[str, str]:
    changed = {key: value for key, value in step.items() if value is not None}
    return {key: value for key, value in before.items() if key not in step} | changed
