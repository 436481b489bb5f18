"""Years, months and days of the calendars that readers of a locale expect, and back to the proleptic Gregorian one.

Persian by the 33-year rule (ICU uses the same; checked against Qt's Jalali calendar for 1900 to 2100), Buddhist by
adding 543 years (CLDR), Islamic civil by the 30-year cycle (checked against ICU's `islamic-civil`). The Islamic one is
reckoned, not observed: it may differ by a day or two from the dates announced in a country.
"""

from __future__ import annotations

import tomllib
from datetime import date
from functools import cache

from editor.core.resources import resources_root

GREGORIAN = "gregorian"
PERSIAN = "persian"
BUDDHIST = "buddhist"
ISLAMIC = "islamic-civil"
CALENDARS = (GREGORIAN, PERSIAN, BUDDHIST, ISLAMIC)

# The calendars whose months are those of the Gregorian one.
GREGORIAN_MONTHS = frozenset({GREGORIAN, BUDDHIST})

_BUDDHIST_YEARS = 543
_PERSIAN_EPOCH = date(622, 3, 21).toordinal()
_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()  # 16 July of the Julian calendar
_ISLAMIC_CYCLE = 30 * 354 + 11


def to_calendar(day: date, calendar: str) -> tuple[int, int, int]:
    """Return (year, month, day) of `day` in `calendar`. Days before a calendar's first have years below one."""
    if calendar == PERSIAN:
        return _persian(day)
    if calendar == ISLAMIC:
        return _islamic(day)
    if calendar == BUDDHIST:
        return day.year + _BUDDHIST_YEARS, day.month, day.day
    return day.year, day.month, day.day


def from_calendar(year: int, month: int, day: int, calendar: str) -> date:
    """Return the Gregorian day; raise `ValueError` when the calendar has no such day."""
    if calendar == BUDDHIST:
        return date(year - _BUDDHIST_YEARS, month, day)
    if calendar not in {PERSIAN, ISLAMIC}:
        return date(year, month, day)
    if not (year >= 1 and 1 <= month <= 12 and 1 <= day <= 31):
        raise ValueError("no such day in this calendar")
    start = _persian_start(year, month) if calendar == PERSIAN else _islamic_start(year, month)
    found = date.fromordinal(start + day - 1)
    if to_calendar(found, calendar) != (year, month, day):
        raise ValueError("no such day in this calendar")
    return found


@cache
def month_names(calendar: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return the months of a calendar of its own (Persian, Islamic) for the first of `tags` that has any, else English.

    They are CLDR's, kept in `resources/calendars`: Babel carries the Gregorian months alone.
    """
    names = tomllib.loads((resources_root() / "calendars" / f"{calendar}.toml").read_text(encoding="utf-8"))
    return tuple(next(names[tag] for tag in (*tags, "en") if tag in names))


def _persian(day: date) -> tuple[int, int, int]:
    ordinal = day.toordinal()
    year = day.year - 621
    if _persian_start(year, 1) > ordinal:
        year -= 1
    of_year = ordinal - _persian_start(year, 1)
    month = 1 + of_year // 31 if of_year < 186 else 7 + (of_year - 186) // 30
    return year, month, 1 + ordinal - _persian_start(year, month)


def _persian_start(year: int, month: int) -> int:
    """Return the ordinal of the month's first day: six months of 31 days, then months of 30."""
    new_year = _PERSIAN_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33
    return new_year + (31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7))


def _islamic(day: date) -> tuple[int, int, int]:
    ordinal = day.toordinal()
    year = 1 + (30 * (ordinal - _ISLAMIC_EPOCH) + 15) // _ISLAMIC_CYCLE
    if _islamic_start(year, 1) > ordinal:
        year -= 1
    of_year = ordinal - _islamic_start(year, 1)
    month = min(12, 1 + 2 * of_year // 59)
    return year, month, 1 + ordinal - _islamic_start(year, month)


def _islamic_start(year: int, month: int) -> int:
    """Return the ordinal of the month's first day: months of 30 and 29 days in turn, eleven leap years in thirty."""
    return _ISLAMIC_EPOCH + 354 * (year - 1) + (11 * year + 3) // 30 + 29 * (month - 1) + month // 2
