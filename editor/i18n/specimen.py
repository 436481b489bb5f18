"""A house style shown at work: the dates, numbers, lists and quotations at which a mistake would be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from editor.core.messages import Message, say
from editor.domain.house_style import HouseStyle
from editor.i18n.calendars import to_calendar
from editor.i18n.dates import format_instant
from editor.i18n.house_styles import ZEROS, digits_and_signs, joins_of, quotes_of, weekday_names, writer_for
from editor.i18n.page_numbers import written
from editor.i18n.zones import clock_changes, zone_named

_AFTERNOON = datetime(2026, 1, 9, 15, 52, 50, tzinfo=UTC)
_YEAR = 2026
_NUMBER, _FRACTION = 1_234_567, 5
_SECOND = timedelta(seconds=1)
_BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the specimen: its name for tests and readers of screens, what it shows, and that."""

    name: str
    title: Message
    text: str


def specimen(locale: str, style: HouseStyle | None, zone: str) -> tuple[Shown, ...]:
    """Return how `style` writes in `locale`, dates as the clocks of `zone` show them."""
    return (
        Shown("long", say("On the timeline"), format_instant(_AFTERNOON, zone, locale, override=style)),
        Shown("medium", say("Date and time"), format_instant(_AFTERNOON, zone, locale, override=style, form="medium")),
        Shown("date", say("Day"), format_instant(_AFTERNOON, zone, locale, override=style, form="date")),
        Shown("month", say("End of a month"), _month_end(locale, style)),
        Shown("midnight", say("Midnight"), format_instant(_midnight(zone), zone, locale, override=style)),
        *_clocks(locale, style, zone),
        Shown("numbers", say("Numbers"), _number(locale, style)),
        *_words(locale, style),
    )


def _month_end(locale: str, style: HouseStyle | None) -> str:
    """Return the last day of a month and the first of the next, in the calendar of the style."""
    calendar = writer_for(locale, style, "date").calendar
    day = next(day for day in _days() if to_calendar(day + timedelta(days=1), calendar)[2] == 1)
    noons = (datetime(one.year, one.month, one.day, 12, tzinfo=UTC) for one in (day, day + timedelta(days=1)))
    return _BETWEEN.join(format_instant(noon, "UTC", locale, override=style, form="date") for noon in noons)


def _days() -> Iterator[date]:
    first = date(_YEAR, 1, 1)
    return (first + timedelta(days=number) for number in range(60))


def _midnight(zone: str) -> datetime:
    return datetime(_YEAR, 12, 1, tzinfo=zone_named(zone)).astimezone(UTC)


def _clocks(locale: str, style: HouseStyle | None, zone: str) -> Iterator[Shown]:
    """Yield the last moment before and the first after each change of the zone's clocks."""
    for change in clock_changes(zone, _YEAR)[:2]:
        before, after = change - _SECOND, change
        is_forward = (after.astimezone(zone_named(zone)).utcoffset() or timedelta()) > (
            before.astimezone(zone_named(zone)).utcoffset() or timedelta()
        )
        text = _BETWEEN.join(
            format_instant(one, zone, locale, override=style, form="medium") for one in (before, after)
        )
        if is_forward:
            yield Shown("forward", say("Clocks put forward"), text)
        else:
            yield Shown("back", say("Clocks put back"), text)


def _number(locale: str, style: HouseStyle | None) -> str:
    digits, (decimal, _) = digits_and_signs(locale, style)
    return f"{written(_NUMBER, locale, style)}{decimal}{chr(ord(ZEROS.get(digits, '0')) + _FRACTION)}"


def _words(locale: str, style: HouseStyle | None) -> Iterator[Shown]:
    """Yield a list and a quotation, of the words that a style has: the days of the week."""
    first, second, third, *_ = weekday_names(locale, style)
    several, last, pair = joins_of(locale, style)
    listed = _BETWEEN.join((f"{first}{several}{second}{last}{third}", f"{first}{pair}{second}"))
    yield Shown("lists", say("Lists of names"), listed)
    if quotes := quotes_of(locale, style):
        opening, closing, inner, ending = quotes
        yield Shown("quotes", say("Quotation marks"), f"{opening}{first} {inner}{second}{ending}{closing}")
