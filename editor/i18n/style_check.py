"""Looks at a house style as it is typed: what is wrong with it and where, in words for the person who types it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain.house_style import HOW_MANY, HouseStyle
from editor.i18n.calendars import CALENDARS
from editor.i18n.dates import format_instant, parse_instant, shown_of
from editor.i18n.house_styles import FORMS, ZEROS
from editor.i18n.patterns import PatternError, parts_of, plain

# A year in steps that meet every month, every weekday, both halves of the day and numbers of one and two digits.
_FIRST = datetime(2026, 1, 1, 0, 5, 9, tzinfo=UTC)
_SAMPLES = tuple(_FIRST + n * timedelta(days=7, hours=13, minutes=11, seconds=7) for n in range(52))

_DAY = ((frozenset("y"), say("the year")), (frozenset("ML"), say("the month")), (frozenset("d"), say("the day")))
_MINUTE = (*_DAY, (frozenset("HhKk"), say("the hour")), (frozenset("m"), say("the minute")))
_NEEDED = {"long": _MINUTE, "medium": _MINUTE, "date": _DAY}


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong, of which field of a `HouseStyle`, and from where to where in it.

    They count characters where the field holds one text, texts where it holds several; both 0: the field as a whole.
    """

    of: str
    message: Message
    hint: Message = field(default_factory=Message)
    start: int = 0
    end: int = 0


def check_style(style: HouseStyle, locale: str) -> list[Mistake]:
    """Return what is wrong with `style` as an override for `locale`, nothing when it can be used as it is."""
    found = [*_wrong_choices(style), *_wrong_counts(style), *_wrong_names(style), *_wrong_patterns(style)]
    if found:
        return found
    for instant in _SAMPLES:
        written = format_instant(instant, "UTC", locale, override=style)
        if not _reads_back(written, instant, locale, style):
            return [
                Mistake(
                    "long",
                    say("A date written like this cannot be read back for certain: {sample}.", sample=written),
                    say("Names and numbers must not run together."),
                )
            ]
    return []


def _reads_back(written: str, instant: datetime, locale: str, style: HouseStyle) -> bool:
    try:
        return parse_instant(written, "UTC", locale, override=style) == shown_of(instant, "UTC", locale, style)
    except UserError:
        return False


def _wrong_choices(style: HouseStyle) -> Iterator[Mistake]:
    if style.digits and style.digits not in ZEROS:
        what = say("There are no digits called {name}.", name=style.digits)
        yield Mistake("digits", what, say("Known are: {known}.", known=", ".join(sorted(ZEROS))))
    if style.calendar and style.calendar not in CALENDARS:
        what = say("There is no calendar called {name}.", name=style.calendar)
        yield Mistake("calendar", what, say("Known are: {known}.", known=", ".join(CALENDARS)))


def _wrong_counts(style: HouseStyle) -> Iterator[Mistake]:
    said = {
        "months": say("A year has 12 months; {n} are named. Name all of them or none.", n=len(style.months)),
        "weekdays": say("A week has 7 days; {n} are named. Name all of them or none.", n=len(style.weekdays)),
        "quotes": say("There are 4 quotation marks; {n} are named. Name all of them or none.", n=len(style.quotes)),
        "signs": say(
            "Numbers have 2 signs, decimal and grouping; {n} are named. Name both or none.", n=len(style.signs)
        ),
        "joins": say(
            "Lists have 3 joins: between several names, before the last, between two. {n} are named.",
            n=len(style.joins),
        ),
    }
    for name, right in HOW_MANY.items():
        count = len(getattr(style, name))
        if count not in {0, right}:
            start, end = (right, count) if count > right else (0, 0)
            yield Mistake(name, said[name], start=start, end=end)


def _wrong_names(style: HouseStyle) -> Iterator[Mistake]:
    for of in ("months", "weekdays"):
        seen: set[str] = set()
        for number, name in enumerate(getattr(style, of)):
            folded = plain(name).casefold()
            if not folded:
                yield Mistake(of, say("Name {n} is empty.", n=number + 1), start=number, end=number + 1)
            elif folded in seen:
                yield Mistake(of, say("“{name}” stands twice.", name=name), start=number, end=number + 1)
            seen.add(folded)


def _wrong_patterns(style: HouseStyle) -> Iterator[Mistake]:
    for form in FORMS:
        pattern = getattr(style, form)
        if not pattern:
            continue
        try:
            letters = {part.letter for part in parts_of(pattern)}
        except PatternError as error:
            yield Mistake(form, error.message, error.hint, error.start, error.end)
            continue
        for fields, words in _NEEDED[form]:
            if not letters & fields:
                yield Mistake(
                    form, say("The pattern {pattern} does not show {missing}.", pattern=pattern, missing=words)
                )
        if letters & {"h", "K"} and "a" not in letters:
            yield Mistake(form, say("The pattern {pattern} needs a: its hours come twice a day.", pattern=pattern))
