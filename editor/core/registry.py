"""Explicit lists of parts, looked up by id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TypeVar

Part = TypeVar("Part")


def by_id(parts: Iterable[Part], key: Callable[[Part], str]) -> Mapping[str, Part]:
    """Return `parts` by `key` in the order given; raise `ValueError` when two share one."""
    found: dict[str, Part] = {}
    for part in parts:
        name = key(part)
        if name in found:
            raise ValueError(f"two parts are called {name!r}")
        found[name] = part
    return MappingProxyType(found)
