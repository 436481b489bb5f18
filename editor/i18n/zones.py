"""Time zones by their IANA names; works where the system has none, through the `tzdata` package."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo, available_timezones


@cache
def zones() -> tuple[str, ...]:
    """Return every zone's name, sorted."""
    return tuple(sorted(available_timezones()))


def is_zone(name: str) -> bool:
    """Say whether `name` is a zone's name, its case included."""
    return name in zones()


@cache
def zone_named(name: str) -> ZoneInfo:
    """Return the zone; raises `zoneinfo.ZoneInfoNotFoundError` or `ValueError` for what is no zone."""
    return ZoneInfo(name)
