"""How one locale writes dates and quotations, as data. Empty fields leave the word to locale data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """Overrides of standard locale data for one locale.

    `long`, `medium` and `date` are CLDR patterns (UTS 35): an instant with seconds, one with minutes, and a day.
    `months` (January first, 12) and `weekdays` (Monday first, 7) are the words that MMMM and EEEE stand for.
    `digits` is a CLDR numbering system ("latn", "arab", "arabext", "beng"...) and `calendar` one of "gregorian",
    "persian", "buddhist"; `months` begin with the first month of that calendar. `quotes` are the quotation marks that
    straight ones become while one types: opening, closing, and the two inside them.
    """

    long: str = ""
    medium: str = ""
    date: str = ""
    months: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    digits: str = ""
    calendar: str = ""
    quotes: tuple[str, ...] = ()
