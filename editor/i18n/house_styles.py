"""Puts together how a locale writes dates: a newsroom's override, then our house style, then locale data.

House styles are files, `resources/house-styles/<tag>.toml`, with the fields of `HouseStyle`. Locale data is Babel's
(CLDR), read and never written: changing one of its tables would change every locale of the process that shares it.
A style that names everything itself is ready without Babel being loaded.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from editor.core.errors import UserError
from editor.core.resources import resources_root
from editor.domain.house_style import HOW_MANY, HouseStyle
from editor.i18n.calendars import CALENDARS, GREGORIAN, GREGORIAN_MONTHS, month_names
from editor.i18n.patterns import HALVES, MONTHS, STANDALONE_MONTHS, WEEKDAYS, CompiledPattern
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

# The signs that go with Arabic digits: no number mixes them with those of another system.
_EASTERN = ("٫", "٬")

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


@lru_cache(maxsize=256)
def month_writer(locale: str, override: HouseStyle | None) -> Writer:
    """Return what writes a month with its year in `locale` (CLDR, the skeleton yMMMM), in the style's own words."""
    style = _Sources(locale, override)
    skeleton = babel_locale(locale).datetime_skeletons.get("yMMMM")
    pattern = str(skeleton.pattern).replace("G ", "").replace(" G", "") if skeleton else "MMMM y"
    return Writer(CompiledPattern(pattern, style.words, ZEROS.get(style.digits, "0")), style.calendar)


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


def joins_of(locale: str, override: HouseStyle | None) -> tuple[str, ...]:
    """Return what stands between the names of a list in `locale`, as `HouseStyle.joins` says."""
    return _Sources(locale, override).several("joins") or _joins(babel_locale(locale))


def digits_and_signs(locale: str, override: HouseStyle | None) -> tuple[str, tuple[str, ...]]:
    """Return the numbering system of `locale`, and the decimal and grouping signs that go with those digits."""
    style = _Sources(locale, override)
    if override and len(override.signs) == HOW_MANY["signs"]:
        return style.digits, override.signs
    if style.digits == _Sources(locale, None).digits:
        return style.digits, style.several("signs", _signs) or _signs(babel_locale(locale))
    return style.digits, _EASTERN if style.digits in {"arab", "arabext"} else _signs(babel_locale(locale), "latn")


@cache
def shipped_styles() -> tuple[str, ...]:
    """Return the tags of the house styles in `resources/house-styles`."""
    return tuple(sorted(path.stem for path in (resources_root() / "house-styles").glob("*.toml")))


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
        signs=digits_and_signs(locale, None)[1],
        joins=joins_of(locale, None),
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
        self._override = override or HouseStyle()
        self._shipped = {tag: shipped_style(tag) for tag in fallbacks(locale)}
        self.calendar = next((one.calendar for one in self._styles() if one.calendar in CALENDARS), GREGORIAN)
        self.digits = self._digits()

    def patterns(self, form: Form) -> Iterator[str]:
        """Yield the patterns for `form`, the nearest first."""
        yield from (getattr(style, form) for style in self._styles() if getattr(style, form))
        yield _standard_pattern(babel_locale(self._locale), form)

    def words(self, letter: str, width: int) -> tuple[str, ...]:
        """Return the words of a field, as `patterns.Words` says."""
        if letter == WEEKDAYS:
            return (width == 4 and self.several("weekdays", _weekdays)) or _weekdays(babel_locale(self._locale), width)
        if letter == HALVES:
            return _halves(babel_locale(self._locale))
        has_names_of_its_own = self.calendar not in GREGORIAN_MONTHS
        if (width == 4 or has_names_of_its_own) and len(self._override.months) == HOW_MANY["months"]:
            return self._override.months
        if has_names_of_its_own:
            return month_names(self.calendar, tuple(self._shipped))
        if width == 4 and letter == MONTHS and (named := self.several("months", _months)):
            return named
        return _months(babel_locale(self._locale), width, letter)

    def several(self, field: str, standard: Callable[[Locale], tuple[str, ...]] | None = None) -> tuple[str, ...]:
        """Return the nearest value of a field that holds several, () when nothing names it.

        With `standard`, a region whose locale data differ from its language's follows its own: January is Jänner in
        Austria.
        """
        if len(getattr(self._override, field)) == HOW_MANY[field]:
            return getattr(self._override, field)  # type: ignore[no-any-return]
        for tag, style in self._shipped.items():
            if len(getattr(style, field)) != HOW_MANY[field] or (field == "months" and not _is_gregorian(style)):
                continue
            if standard and tag != self._locale:
                own = standard(babel_locale(self._locale))
                return getattr(style, field) if own == standard(babel_locale(tag)) else own
            return getattr(style, field)  # type: ignore[no-any-return]
        return ()

    def _styles(self) -> Iterator[HouseStyle]:
        yield self._override
        yield from self._shipped.values()

    def _digits(self) -> str:
        if self._override.digits in ZEROS:
            return self._override.digits
        for tag, style in self._shipped.items():
            if style.digits in ZEROS and (tag == self._locale or _digits(tag) == _digits(self._locale)):
                return style.digits
        return _digits(self._locale)


def _is_gregorian(style: HouseStyle) -> bool:
    return (style.calendar or GREGORIAN) in GREGORIAN_MONTHS


def _digits(tag: str) -> str:
    return str(babel_locale(tag).default_numbering_system)


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


def _months(locale: Locale, width: int = 4, letter: str = MONTHS) -> tuple[str, ...]:
    context = "stand-alone" if letter == STANDALONE_MONTHS else "format"
    names = locale.months[context][_WIDTHS.get(width, "wide")]
    return tuple(str(names[number]) for number in range(1, 13))


def _weekdays(locale: Locale, width: int = 4) -> tuple[str, ...]:
    names = locale.days["format"][_WEEKDAY_WIDTHS.get(width, "wide")]
    return tuple(str(names[number]) for number in range(7))


def _halves(locale: Locale) -> tuple[str, ...]:
    """Return the words for before and after noon; the wide ones first, as ICU does (Korean)."""
    for width in ("wide", "abbreviated", "narrow"):
        names = locale.day_periods["format"].get(width, {})
        if names.get("am") and names.get("pm"):
            return str(names["am"]), str(names["pm"])
    return "AM", "PM"


def _signs(locale: Locale, digits: str = "") -> tuple[str, ...]:
    signs = locale.number_symbols.get(digits or locale.default_numbering_system) or {}
    latin = locale.number_symbols["latn"]
    return str(signs.get("decimal") or latin["decimal"]), str(signs.get("group") or latin["group"])


def _joins(locale: Locale) -> tuple[str, ...]:
    """Return what the list patterns of locale data put between; where one has words around, a comma."""
    patterns = [str(locale.list_patterns["standard"][key]) for key in ("middle", "end", "2")]
    return tuple(one[3:-3] if one.startswith("{0}") and one.endswith("{1}") else ", " for one in patterns)
