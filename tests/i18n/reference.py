"""The dates of 70 locales as they were when somebody last looked at them, against which every change shows.

`python -m tests.i18n.reference` writes the file anew: look at its difference before you keep it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from editor.i18n.dates import format_instant
from editor.i18n.house_styles import FORMS, Form
from editor.i18n.page_words import LOCALES

DATA = Path(__file__).parent.parent / "data"
FILE = DATA / "dates.tsv"

# Ours, their regions, and languages that have no house style of ours and so show locale data as it is.
_OTHERS = """
    ar-AE ar-EG ar-SA bg ca cs da de-AT de-CH el en-GB en-IN en-KE en-US en-ZA es-MX eu fa-AF fi fr-CA hr hu hy is ka kk
    lt ms nb ne ps pt-PT ro sk sq sr sv sw-KE ta te zh-TW
"""
EVERY_LOCALE = sorted({*LOCALES, *_OTHERS.split()})

# Every month, weekday and hour, days and minutes of one and two digits, leap days, the ends of years.
INSTANTS = [
    *(
        datetime(2020 + n % 9, 1 + n % 12, 1 + n * 7 % 28, n * 5 % 24, n * 17 % 60, n * 29 % 60, tzinfo=UTC)
        for n in range(32)
    ),
    datetime(2024, 2, 29, 12, 0, 0, tzinfo=UTC),
    datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC),
    datetime(2026, 1, 1, 0, 0, 0, tzinfo=UTC),
    datetime(2026, 3, 20, 9, 5, 1, tzinfo=UTC),
]


def lines() -> Iterator[str]:
    """Yield a line for each locale and form: its name, and every instant in its words."""
    for locale in EVERY_LOCALE:
        for form in FORMS:
            yield "\t".join([f"{locale} {form}", *(shown(instant, locale, form) for instant in INSTANTS)])


def shown(instant: datetime, locale: str, form: Form) -> str:
    """Return what the file holds for one instant."""
    return format_instant(instant, "UTC", locale, form=form)


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in lines()), encoding="utf-8")
