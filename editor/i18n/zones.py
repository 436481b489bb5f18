"""Time zones by their IANA names; works where the system has none, through the `tzdata` package."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo, ZoneInfoNotFoundError, available_timezones

# Lies among the zone files of some systems and means whichever clock that machine goes by.
_OF_THIS_MACHINE = "localtime"
# What says in a folder of zone files which ones they are.
_NOTES = ("tzdata.zi", "+VERSION")
_LIKE_A_NAME = 0.8
_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)


@cache
def zones() -> tuple[str, ...]:
    """Return every zone's name, sorted."""
    return tuple(sorted(available_timezones() - {_OF_THIS_MACHINE}))


def is_zone(name: str) -> bool:
    """Say whether `name` is a zone's name, its case included."""
    return name in zones()


@cache
def nearest_zone(said: str) -> str:
    """Return the zone that is likely meant by `said`, in other capitals, by its city or with a slip; "" for none.

    Zones of bare offsets are not meant: their signs run against what people write (`Etc/GMT+3` is west of Greenwich).
    """
    from difflib import get_close_matches

    names = {name.casefold(): name for name in zones() if not name.startswith("Etc/")}
    asked = "_".join(said.casefold().split())
    cities = {name.rpartition("/")[2]: zone for name, zone in names.items() if "/" in name}
    if found := names.get(asked) or cities.get(asked.rpartition("/")[2]):
        return found
    near = get_close_matches(asked, [name for name in names if "/" in name], 1, _LIKE_A_NAME)
    return names[near[0]] if near else ""


@cache
def system_zones() -> str:
    """Return which zone data this machine has, "" where that is not said; they go before the `tzdata` package."""
    return zone_data_in(TZPATH)


def zone_data_in(folders: Iterable[str]) -> str:
    """Return the first line of what the first of `folders` that says it says of its zone files, "" where none does."""
    for note in (Path(folder, name) for folder in folders for name in _NOTES):
        with contextlib.suppress(OSError, ValueError), note.open(encoding="utf-8") as stream:
            return stream.readline(80).strip()
    return ""


@cache
def shown_zone(name: str) -> str:
    """Return `name`, or "UTC" where the zone data of this machine do not know it: dates are shown all the same."""
    try:
        zone_named(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return "UTC"
    return name


@cache
def zone_named(name: str) -> ZoneInfo:
    """Return the zone; raises `zoneinfo.ZoneInfoNotFoundError` or `ValueError` for what is no zone."""
    return ZoneInfo(name)


@lru_cache(maxsize=64)
def clock_changes(name: str, year: int) -> tuple[datetime, ...]:
    """Return the instants (UTC) in `year` from which on the clocks of the zone are put forward or back."""
    zone = zone_named(name)
    found = []
    start, end = datetime(year, 1, 1, tzinfo=UTC), datetime(year + 1, 1, 1, tzinfo=UTC)
    while start < end:
        after = start + _DAY
        if start.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset():
            found.append(_change_between(start, after, zone))
        start = after
    return tuple(found)


def _change_between(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    offset = before.astimezone(zone).utcoffset()
    while after - before > _SECOND:
        middle = before + (after - before) // _SECOND // 2 * _SECOND
        if middle.astimezone(zone).utcoffset() == offset:
            before = middle
        else:
            after = middle
    return after
