"""How one locale writes dates and quotations, as data. Empty fields leave the word to locale data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """Overrides of standard locale data for one locale.

    `long`, `medium` and `date` are CLDR patterns (UTS 35): an instant with its weekday, one without, and a day.
    `months` (12, the calendar's first to begin with) and `weekdays` (Monday first, 7) are the words that MMMM and EEEE
    stand for. `digits` is a CLDR numbering system ("latn", "arab", "arabext", "beng"...) and `calendar` one of
    "gregorian", "persian", "buddhist", "islamic-civil". `quotes` are the quotation marks that straight ones become
    while one types: opening, closing, and the two inside them. `signs` are the decimal sign and the one between groups
    of digits. `joins` stand between names: two of several, the last two of several, and two that are all.
    """

    long: str = ""
    medium: str = ""
    date: str = ""
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    digits: str = ""
    calendar: str = ""
    quotes: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()


# How many each of the fields that hold several has; one that holds another number of them is not used.
HOW_MANY = {"months": 12, "weekdays": 7, "quotes": 4, "signs": 2, "joins": 3}
