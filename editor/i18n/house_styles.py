"""Puts together how a locale writes dates: a newsroom's override, then our house style, then locale data.

House styles are files, `resources/house-styles/<tag>.toml`, with the fields of `HouseStyle`. Locale data is Babel's
(CLDR), read and never written: changing one of its tables would change every locale of the process that shares it.
A style that names everything itself is ready without Babel being loaded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from editor.core.errors import UserError
from editor.core.resources import resources_root
from editor.domain.house_style import HouseStyle
from editor.i18n.calendars import CALENDARS, GREGORIAN, PERSIAN, PERSIAN_MONTHS
from editor.i18n.patterns import HALVES, STANDALONE_MONTHS, WEEKDAYS, CompiledPattern
from editor.i18n.quotation import standard_quotes
from editor.i18n.tags import fallbacks

if TYPE_CHECKING:
    from babel import Locale

Form = Literal["long", "medium", "date"]
FORMS: tuple[Form, ...] = ("long", "medium", "date")

# CLDR, numbering systems that count in tens with digits of their own: the digit zero of each.
ZEROS = {
    "latn": "0",
    "adlm": "\U0001e950",
    "arab": "\u0660",
    "arabext": "\u06f0",
    "beng": "\u09e6",
    "deva": "\u0966",
    "gujr": "\u0ae6",
    "guru": "\u0a66",
    "khmr": "\u17e0",
    "knda": "\u0ce6",
    "laoo": "\u0ed0",
    "mlym": "\u0d66",
    "mymr": "\u1040",
    "nkoo": "\u07c0",
    "olck": "\u1c50",
    "orya": "\u0b66",
    "tamldec": "\u0be6",
    "telu": "\u0c66",
    "thai": "\u0e50",
    "tibt": "\u0f20",
}

_WIDTHS = {3: "abbreviated", 4: "wide", 5: "narrow"}
_WEEKDAY_WIDTHS = {1: "abbreviated", 2: "abbreviated", **_WIDTHS, 6: "short"}


@dataclass(frozen=True, slots=True)
class Writer:
    """A compiled pattern and the calendar its years, months and days are of."""

    pattern: CompiledPattern
    calendar: str


@lru_cache(maxsize=1024)
def writer_for(locale: str, override: HouseStyle | None, form: Form) -> Writer:
    """Return what writes and reads the dates of `locale`; a pattern that cannot be used gives way to the next best."""
    style = _Sources(locale, override)
    for pattern in style.patterns(form):
        try:
            compiled = CompiledPattern(pattern, style.words, ZEROS.get(style.digits, "0"))
        except UserError:
            continue
        return Writer(compiled, style.calendar)
    raise AssertionError("locale data always has a pattern that can be used")


def weekday_names(locale: str, override: HouseStyle | None) -> tuple[str, ...]:
    """Return the weekdays of `locale` in full, Monday first."""
    return _Sources(locale, override).words(WEEKDAYS, 4)


def quotes_of(locale: str, override: HouseStyle | None) -> tuple[str, ...]:
    """Return the quotation marks of `locale`, as `HouseStyle.quotes` says; () where it is not known how it quotes."""
    if override and override.quotes:
        return override.quotes
    for tag in fallbacks(locale):
        if found := shipped_style(tag).quotes or standard_quotes(tag):
            return found
    return ()


@cache
def shipped_style(tag: str) -> HouseStyle:
    """Return the house style in `resources/house-styles` for exactly this tag; an empty one where there is none."""
    path = resources_root() / "house-styles" / f"{tag}.toml"
    if not path.is_file():
        return HouseStyle()
    values = tomllib.loads(path.read_text(encoding="utf-8"))
    return style_of(values)


def style_of(values: dict[str, object]) -> HouseStyle:
    """Return the house style that `values` (of a parsed file) describe; what does not fit is a `TypeError`."""
    taken: dict[str, str | tuple[str, ...]] = {}
    for field in fields(HouseStyle):
        value = values.get(field.name, field.default)
        if isinstance(field.default, str) != isinstance(value, str):
            raise TypeError(f"{field.name} of a house style")
        taken[field.name] = value if isinstance(value, str) else tuple(str(one) for one in value)  # type: ignore[attr-defined]
    if unknown := values.keys() - taken.keys():
        raise TypeError(f"unknown in a house style: {', '.join(sorted(unknown))}")
    return HouseStyle(**taken)  # type: ignore[arg-type]


def standard_style(locale: str) -> HouseStyle:
    """Return the style of `locale` without any override and every field filled, for a settings window to start from."""
    style = _Sources(locale, None)
    return HouseStyle(
        **{form: next(style.patterns(form)) for form in FORMS},
        months=style.words("M", 4),
        weekdays=style.words("E", 4),
        digits=style.digits,
        calendar=style.calendar,
        quotes=quotes_of(locale, None),
    )


@cache
def babel_locale(tag: str) -> Locale:
    """Return Babel's locale for `tag`, the nearest it has, at last English. For reading only."""
    from babel import Locale
    from babel.core import UnknownLocaleError

    for candidate in (*fallbacks(tag), "en"):
        try:
            return Locale.parse(candidate, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("Babel has English")


class _Sources:
    """The sources of one locale's style, nearest first, each asked only for what the nearer ones leave open."""

    def __init__(self, locale: str, override: HouseStyle | None) -> None:
        self._locale = locale
        self._shipped = [shipped_style(tag) for tag in fallbacks(locale)]
        self._styles = [override, *self._shipped] if override else self._shipped
        self.calendar = next((one.calendar for one in self._styles if one.calendar in CALENDARS), GREGORIAN)

    @property
    def digits(self) -> str:
        """Return the numbering system."""
        chosen = next((style.digits for style in self._styles if style.digits in ZEROS), "")
        return chosen or str(babel_locale(self._locale).default_numbering_system)

    def patterns(self, form: Form) -> Iterator[str]:
        """Yield the patterns for `form`, the nearest first."""
        for style in self._styles:
            if getattr(style, form):
                yield getattr(style, form)
        yield _standard_pattern(babel_locale(self._locale), form)

    def words(self, letter: str, width: int) -> tuple[str, ...]:
        """Return the words of a field, as `patterns.Words` says."""
        if letter == WEEKDAYS:
            days: tuple[str, ...] = next((one.weekdays for one in self._styles if len(one.weekdays) == 7), ())
            return days if days and width == 4 else _weekdays(babel_locale(self._locale), width)
        if letter == HALVES:
            return _halves(babel_locale(self._locale))
        chosen = next((style.months for style in self._styles if self._fits(style)), ())
        if chosen and (width == 4 or self.calendar == PERSIAN):
            return chosen
        if self.calendar == PERSIAN:
            return PERSIAN_MONTHS
        return _months(babel_locale(self._locale), letter, width)

    def _fits(self, style: HouseStyle) -> bool:
        """Say whether the months of `style` are of the calendar in use; the Buddhist one has the Gregorian months."""
        if len(style.months) != 12:
            return False
        return style not in self._shipped or (style.calendar == PERSIAN) == (self.calendar == PERSIAN)


def _standard_pattern(locale: Locale, form: Form) -> str:
    """Return the pattern that locale data gives.

    Never `format_skeleton`: it does not widen fields, and gives abbreviated months for wide ones in most locales.
    """
    if form == "date":
        return str(locale.date_formats["long"].pattern).replace("G ", "")
    day, time = ("full", "medium") if form == "long" else ("medium", "short")
    joined = str(locale.datetime_formats[day])
    joined = joined.replace("{1}", str(locale.date_formats[day].pattern))
    joined = joined.replace("{0}", str(locale.time_formats[time].pattern))
    # Flexible day periods ("in the afternoon") do not say which half of the day, so they cannot be read back.
    return joined.replace("B", "a").replace("G ", "").replace("b", "a")


def _months(locale: Locale, letter: str, width: int) -> tuple[str, ...]:
    context = "stand-alone" if letter == STANDALONE_MONTHS else "format"
    names = locale.months[context][_WIDTHS.get(width, "wide")]
    return tuple(str(names[number]) for number in range(1, 13))


def _weekdays(locale: Locale, width: int) -> tuple[str, ...]:
    names = locale.days["format"][_WEEKDAY_WIDTHS.get(width, "wide")]
    return tuple(str(names[number]) for number in range(7))


def _halves(locale: Locale) -> tuple[str, ...]:
    """Return the words for before and after noon; the wide ones first, as ICU does (Korean)."""
    for width in ("wide", "abbreviated", "narrow"):
        names = locale.day_periods["format"].get(width, {})
        if names.get("am") and names.get("pm"):
            return str(names["am"]), str(names["pm"])
    return "AM", "PM"
