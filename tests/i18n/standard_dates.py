"""Dates and times as CLDR alone has them, in all its styles, by our writer: no house style of ours in between.

`python -m tests.i18n.standard_dates` writes the file anew: look at its difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel import Locale

from editor.i18n.house_styles import ZEROS, babel_locale
from editor.i18n.patterns import HALVES, STANDALONE_MONTHS, WEEKDAYS, CompiledPattern
from tests.i18n.reference import DATA, EVERY_LOCALE, INSTANTS

FILE = DATA / "standard-dates.tsv"

# As ICU's message format names them. The skeletons are those that need no widening (`house_styles`).
STYLES = (
    *("date,short", "date,medium", "date,long", "date,full", "time,short", "time,medium"),
    *("date,::yMd", "date,::MMMMd", "date,::yMMMM"),
)
_WIDTHS = {3: "abbreviated", 4: "wide", 5: "narrow", 6: "short"}


def standard_lines() -> Iterator[str]:
    """Yield a line for each locale and style: its name, and every instant as locale data writes it."""
    for tag in EVERY_LOCALE:
        for style in STYLES:
            yield "\t".join([f"{tag} {style}", *map(standard(tag, style).write, INSTANTS)])


def standard(tag: str, style: str) -> CompiledPattern:
    """Return what writes `style` in the locale's own words and digits and the Gregorian calendar."""
    locale = babel_locale(tag)
    kind, _, name = style.partition(",")
    tables = {"date": locale.date_formats, "time": locale.time_formats}
    found = locale.datetime_skeletons[name[2:]] if name.startswith("::") else tables[kind][name]
    # Eras are left out; the flexible parts of the day ("in the afternoon") become its halves.
    pattern = str(found.pattern).replace("G ", "").replace("B", "a")
    return CompiledPattern(pattern, lambda letter, width: _words(locale, letter, width), ZEROS[_digits(locale)])


def _digits(locale: Locale) -> str:
    return str(locale.default_numbering_system)


def _words(locale: Locale, letter: str, width: int) -> tuple[str, ...]:
    if letter == WEEKDAYS:
        return tuple(str(locale.days["format"][_WIDTHS.get(width, "abbreviated")][n]) for n in range(7))
    if letter == HALVES:
        kinds = (locale.day_periods["format"].get(one, {}) for one in ("abbreviated", "wide", "narrow"))
        names = next(names for names in kinds if names.get("am") and names.get("pm"))
        return str(names["am"]), str(names["pm"])
    context = "stand-alone" if letter == STANDALONE_MONTHS else "format"
    return tuple(str(locale.months[context][_WIDTHS.get(width, "wide")][n]) for n in range(1, 13))


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in standard_lines()), encoding="utf-8")
