"""Years, months and days of the calendars that readers of a locale expect, and back to the proleptic Gregorian one.

Persian by the 33-year rule (ICU uses the same; checked against Qt's Jalali calendar for 1900 to 2100), Buddhist by
adding 543 years (CLDR).
"""

from __future__ import annotations

from datetime import date

GREGORIAN = "gregorian"
PERSIAN = "persian"
BUDDHIST = "buddhist"
CALENDARS = (GREGORIAN, PERSIAN, BUDDHIST)

# What the months of the Persian calendar are called where a style names none.
PERSIAN_MONTHS = (
    *("Farvardin", "Ordibehesht", "Khordad", "Tir", "Mordad", "Shahrivar"),
    *("Mehr", "Aban", "Azar", "Dey", "Bahman", "Esfand"),
)

_BUDDHIST_YEARS = 543
_PERSIAN_EPOCH = date(622, 3, 21).toordinal()


def to_calendar(day: date, calendar: str) -> tuple[int, int, int]:
    """Return (year, month, day) of `day` in `calendar`."""
    if calendar == PERSIAN:
        return _persian(day)
    if calendar == BUDDHIST:
        return day.year + _BUDDHIST_YEARS, day.month, day.day
    return day.year, day.month, day.day


def from_calendar(year: int, month: int, day: int, calendar: str) -> date:
    """Return the Gregorian day; raise `ValueError` when the calendar has no such day."""
    if calendar == PERSIAN:
        return _from_persian(year, month, day)
    if calendar == BUDDHIST:
        return date(year - _BUDDHIST_YEARS, month, day)
    return date(year, month, day)


def _persian_new_year(year: int) -> int:
    """Return the ordinal of 1 Farvardin."""
    return _PERSIAN_EPOCH + 365 * (year - 1) + (8 * year + 21) // 33


def _persian_month_starts(month: int) -> int:
    """Return how many days of the year lie before `month`: six months of 31 days, then months of 30."""
    return 31 * (month - 1) if month <= 7 else 186 + 30 * (month - 7)


def _persian(day: date) -> tuple[int, int, int]:
    ordinal = day.toordinal()
    year = day.year - 621
    if _persian_new_year(year) > ordinal:
        year -= 1
    of_year = ordinal - _persian_new_year(year)
    month = 1 + of_year // 31 if of_year < 186 else 7 + (of_year - 186) // 30
    return year, month, 1 + of_year - _persian_month_starts(month)


def _from_persian(year: int, month: int, day: int) -> date:
    if not (year >= 1 and 1 <= month <= 12 and 1 <= day <= 31):
        raise ValueError("no such day in the Persian calendar")
    found = date.fromordinal(_persian_new_year(year) + _persian_month_starts(month) + day - 1)
    if _persian(found) != (year, month, day):
        raise ValueError("no such day in the Persian calendar")
    return found
