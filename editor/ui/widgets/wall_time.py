"""Instants as a person types them: a wall time in a zone, `2026-01-14 21:00`. Must not know any widget."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QDate, QLocale, QTime

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.instants import check_year
from editor.i18n.interface import interface_language
from editor.i18n.wall_times import instant_at
from editor.i18n.zones import is_zone

_FORM = re.compile(
    r"^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(Z|[+-]\d{2}:?\d{2})?\s*$",
    re.IGNORECASE,
)
# Digits of every script stand for the same numbers, so a person may type their own.


@lru_cache(maxsize=64)
def zone_of(name: str) -> ZoneInfo | timezone:
    """Return the zone called `name`; UTC where the name is not known."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def wall_text(instant: datetime | None, zone: str) -> str:
    """Return `instant` as the clock of `zone` shows it; with its offset where that clock shows it twice."""
    if instant is None:
        return ""
    local = instant.astimezone(zone_of(zone))
    text = f"{local:%H:%M:%S}" if local.second else f"{local:%H:%M}"
    day = f"{local.year:04d}-{local.month:02d}-{local.day:02d}"
    other = local.replace(fold=1 - local.fold)
    if other.utcoffset() != local.utcoffset() and _exists(local) and _exists(other):
        return f"{day} {text} {offset_text(local)}"
    return f"{day} {text}"


def short_time(instant: datetime, zone: str, now: datetime | None) -> str:
    """Return the time of `instant` where clocks in `zone` show the day of `now`, else its day, in interface words.

    The month by its name and the day in 24 hours, as on the pages: 1/2/26 is two days, by who reads it. The year is
    left out of days of this year. Qt's names, which are there at once: a list is painted before Babel is imported.
    """
    local = instant.astimezone(zone_of(zone))
    words = QLocale(interface_language().replace("-", "_"))
    if now is not None and now.astimezone(zone_of(zone)).date() == local.date():
        return words.toString(QTime(local.hour, local.minute), "HH:mm")
    is_this_year = now is not None and now.astimezone(zone_of(zone)).year == local.year
    return words.toString(QDate(local.year, local.month, local.day), "d MMM" if is_this_year else "d MMM yyyy")


def instant_of(text: str, zone: str) -> datetime | None:
    """Return the UTC instant of a wall time in `zone`; "" is None, a day alone is its beginning.

    Raises `UserError` for what is no date and time, and `WallTimeError` for a time that the zone's clocks skip or show
    twice, with both that it may mean.
    """
    if not text.strip():
        return None
    found = _FORM.match(text)
    if not found:
        raise UserError(
            say("“{text}” is not a date and time.", text=text.strip()),
            say("Write it like this: 2026-01-14 21:00"),
        )
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        local = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - a wall time has no zone yet
    except ValueError as error:
        raise UserError(
            say("There is no such date or time: {text}.", text=text.strip()),
            say("Write it like this: 2026-01-14 21:00"),
        ) from error
    check_year(year)
    if found[7]:
        return local.replace(tzinfo=_zone_of_offset(found[7])).astimezone(UTC)
    return instant_at(local, zone if is_zone(zone) else "UTC")


def keeping_wall_time(instant: datetime, was: str, now: str) -> datetime:
    """Return the instant at which clocks in the zone `now` show what clocks in `was` show at `instant`.

    Of two that it may be, the one that a clock not yet changed would show (PEP 495, fold 0).
    """
    return _readings(instant, was, now)[0]


def unclear_wall_time(instant: datetime, was: str, now: str) -> tuple[datetime, datetime] | None:
    """Return the two instants that what clocks in `was` show at `instant` may mean in `now`, None where it is clear.

    A time that clocks show twice may be either; for one that they skip, the two are as long before and after it.
    """
    first, second = _readings(instant, was, now)
    return None if first == second else (min(first, second), max(first, second))


def _readings(instant: datetime, was: str, now: str) -> tuple[datetime, datetime]:
    wall = instant.astimezone(zone_of(was))
    first, second = (wall.replace(tzinfo=zone_of(now), fold=fold).astimezone(UTC) for fold in (0, 1))
    return first, second


def _exists(local: datetime) -> bool:
    return local.astimezone(UTC).astimezone(local.tzinfo).replace(tzinfo=None) == local.replace(tzinfo=None)


def offset_text(local: datetime) -> str:
    """Return how far the clocks of an aware time are from UTC: "+02:00"."""
    minutes = int((local.utcoffset() or timedelta()).total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


def _zone_of_offset(text: str) -> timezone:
    if text.upper() == "Z":
        return UTC
    digits = text.replace(":", "")
    span = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
    return timezone(-span if digits[0] == "-" else span)
