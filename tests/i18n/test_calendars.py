"""Calendars: known days, and every day of two centuries there and back."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest

from editor.i18n.calendars import (
    BUDDHIST,
    CALENDARS,
    GREGORIAN,
    ISLAMIC,
    PERSIAN,
    from_calendar,
    month_names,
    to_calendar,
)

# First days of Persian years as Iran's calendar centre published them.
NEW_YEARS = {
    1300: date(1921, 3, 21),
    1358: date(1979, 3, 21),
    1375: date(1996, 3, 20),
    1379: date(2000, 3, 20),
    1399: date(2020, 3, 20),
    1400: date(2021, 3, 21),
    1403: date(2024, 3, 20),
    1404: date(2025, 3, 21),
    1405: date(2026, 3, 21),
    1408: date(2029, 3, 20),
}


@pytest.mark.parametrize("year", NEW_YEARS)
def test_persian_new_years(year: int) -> None:
    assert to_calendar(NEW_YEARS[year], PERSIAN) == (year, 1, 1)
    assert from_calendar(year, 1, 1, PERSIAN) == NEW_YEARS[year]


def test_a_persian_day_of_the_model_page() -> None:
    assert to_calendar(date(2026, 1, 12), PERSIAN) == (1404, 10, 22)


def test_buddhist_years() -> None:
    assert to_calendar(date(2026, 1, 12), BUDDHIST) == (2569, 1, 12)


@pytest.mark.parametrize("calendar", CALENDARS)
def test_there_and_back(calendar: str) -> None:
    day, before = date(1900, 1, 1), (0, 0, 0)
    while day < date(2101, 1, 1):
        there = to_calendar(day, calendar)
        assert from_calendar(*there, calendar) == day
        assert there > before
        day, before = day + timedelta(days=1), there


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        (GREGORIAN, (2026, 2, 29)),
        (BUDDHIST, (2569, 2, 29)),
        (BUDDHIST, (543, 1, 1)),
        (PERSIAN, (1404, 12, 30)),
        (PERSIAN, (1404, 7, 31)),
        (PERSIAN, (1404, 13, 1)),
        (PERSIAN, (1404, 1, 0)),
        (PERSIAN, (0, 1, 1)),
        (ISLAMIC, (1446, 12, 30)),
        (ISLAMIC, (1447, 2, 30)),
        (ISLAMIC, (1447, 13, 1)),
        (ISLAMIC, (0, 1, 1)),
    ],
)
def test_days_that_are_not_there(calendar: str, day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=r"no such day|day .*range|year .*0"):
        from_calendar(*day, calendar)


def test_a_persian_leap_day() -> None:
    assert from_calendar(1403, 12, 30, PERSIAN) == date(2025, 3, 20)


@pytest.mark.parametrize("calendar", [PERSIAN, ISLAMIC])
def test_every_day_of_half_a_century_is_that_of_icu(calendar: str) -> None:
    icu = pytest.importorskip("icu4py.messageformat").MessageFormat("{day,date,::yMd}", f"en-u-ca-{calendar}")
    day = datetime(2000, 1, 1, 12)  # noqa: DTZ001 - ICU reads a wall time in the zone of the process
    while day.year < 2051:
        month, of_month, year = map(int, re.findall(r"\d+", icu.format({"day": day})))
        assert to_calendar(day.date(), calendar) == (year, month, of_month)
        day += timedelta(days=1)


def test_a_leap_day_of_the_islamic_calendar() -> None:
    assert from_calendar(1447, 12, 30, ISLAMIC) == date(2026, 6, 16)


def test_months_have_names_in_the_language_or_in_english() -> None:
    assert month_names(PERSIAN, ("fa",))[9] == "دی"
    assert month_names(ISLAMIC, ("ar-EG", "ar"))[8] == "رمضان"
    assert month_names(ISLAMIC, ("xx",))[8] == "Ramadan"
    assert month_names(ISLAMIC, ("xx",)) is month_names(ISLAMIC, ("xx",))
