"""Instants in the words of a locale's house style, and back.

An instant is UTC everywhere inside; the zone and the style are chosen only here, when it is shown or read. Text for
machines is another matter: `editor.core.clock.instant_text`.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.house_style import HouseStyle
from editor.i18n.calendars import GREGORIAN, from_calendar, to_calendar
from editor.i18n.house_styles import Form, month_writer, weekday_names, writer_for
from editor.i18n.patterns import Wall
from editor.i18n.wall_times import WallTimeError, instant_at
from editor.i18n.zones import is_zone, shown_zone, zone_named, zones

__all__ = [
    "WallTimeError",
    "format_instant",
    "format_month",
    "is_zone",
    "looks_like_date",
    "month_begins",
    "month_of",
    "parse_instant",
    "shown_of",
    "shown_zone",
    "zones",
]


_SAMPLE = datetime(2026, 1, 14, 12, 0, 0, tzinfo=UTC)


def format_instant(
    instant: datetime,
    zone: str,
    locale: str,
    *,
    override: HouseStyle | None = None,
    form: Form = "long",
) -> str:
    """Return `instant` (aware) as the clocks of `zone` show it, in the house style of `locale`.

    `long` has the weekday and can be read back, to the second where the style shows it; `medium` is without the
    weekday; `date` is the day alone. A zone that is not known here, and the ends of time, are shown in UTC.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant must be aware")
    try:
        wall = instant.astimezone(zone_named(shown_zone(zone)))
    except OverflowError:
        wall = instant.astimezone(UTC)
    writer = writer_for(locale, override, form)
    if writer.calendar == GREGORIAN:
        return writer.pattern.write(wall)
    day = to_calendar(wall.date(), writer.calendar)
    return writer.pattern.write(Wall(*day, wall.hour, wall.minute, wall.second, wall.weekday()))


def month_of(instant: datetime, zone: str, locale: str, override: HouseStyle | None = None) -> tuple[int, int]:
    """Return the (year, month) of `instant` by the clocks of `zone`, in the calendar that `locale` counts in."""
    try:
        wall = instant.astimezone(zone_named(shown_zone(zone)))
    except OverflowError:
        wall = instant.astimezone(UTC)
    return to_calendar(wall.date(), month_writer(locale, override).calendar)[:2]


def format_month(year: int, month: int, locale: str, override: HouseStyle | None = None) -> str:
    """Return a month of the calendar that `locale` counts in, with its year, as `locale` writes them."""
    return month_writer(locale, override).pattern.write(Wall(year, month, 1, 0, 0, 0, 0))


def month_begins(year: int, month: int, locale: str, override: HouseStyle | None = None) -> str:
    """Return the day on which a month of the calendar of `locale` begins (ISO 8601): the same for the same month.

    The months of the Buddhist calendar are the Gregorian ones. "" for a month before the calendar's first, or ours.
    """
    try:
        return from_calendar(year, month, 1, month_writer(locale, override).calendar).isoformat()
    except ValueError:
        return ""


def shown_of(instant: datetime, zone: str, locale: str, override: HouseStyle | None = None) -> datetime:
    """Return what the long style of `locale` keeps of `instant`: it to the second, or to the minute of `zone`'s clocks.

    Their minutes need not be those of UTC: Liberia's clocks were 44 minutes and 30 seconds behind until 1972.
    """
    if writer_for(locale, override, "long").pattern.shows_seconds:
        return instant.replace(microsecond=0)
    return instant.replace(microsecond=0) - timedelta(seconds=instant.astimezone(zone_named(zone)).second)


def looks_like_date(text: str, locale: str, override: HouseStyle | None = None) -> bool:
    """Say whether `text` has the form of a date in the long style of `locale`; it may still name a wrong weekday."""
    return any(map(str.isdecimal, text)) and writer_for(locale, override, "long").pattern.reads(text)


def parse_instant(text: str, zone: str, locale: str, *, override: HouseStyle | None = None) -> datetime:
    """Return the instant (UTC) that `text` names: the inverse of `format_instant` in its long form.

    A style without seconds gives the first instant of the minute; `shown_of` says what a style keeps of an instant.
    Raises `UserError` for what is no date, a day that does not exist and a weekday that does not fit, and
    `WallTimeError` for a time that the clocks of `zone` showed twice or never.
    """
    writer = writer_for(locale, override, "long")
    reading = writer.pattern.read(text)
    if reading is None:
        raise UserError(
            say("This is not a date in the style of this page: {text}", text=text.strip()),
            say("A date looks like this: {sample}", sample=format_instant(_SAMPLE, "UTC", locale, override=override)),
        )
    try:
        day = from_calendar(reading.year, reading.month, reading.day, writer.calendar)
        wall = datetime.combine(day, time(reading.hour, reading.minute, reading.second))
        wall.replace(tzinfo=zone_named(zone)).astimezone(UTC)  # a day at the end of time may have no instant
    except (ValueError, OverflowError):
        raise UserError(
            say("There is no such day or time: {text}", text=text.strip()),
            say("Correct the date, then try again."),
        ) from None
    if reading.weekday not in {-1, wall.weekday()}:
        names = weekday_names(locale, override)
        raise UserError(
            say(
                "“{text}” says {said}, but that day is {right}.",
                text=text.strip(),
                said=names[reading.weekday],
                right=names[wall.weekday()],
            ),
            say("Correct the weekday or the date, then try again."),
        )
    return instant_at(wall, zone)
