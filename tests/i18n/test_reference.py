"""Dates of 70 locales stay what they were, and differ from ICU's only where the reason is written down."""

from __future__ import annotations

import re

import pytest

from editor.i18n.house_styles import FORMS, Form, shipped_style
from editor.i18n.tags import fallbacks
from tests.i18n.reference import EVERY_LOCALE, FILE, INSTANTS, lines, shown

# Where dates differ from ICU's (CLDR, without any style of ours) and why. Every other cell is the same.
_OURS = "a house style of ours says so, in resources/house-styles"
_REASONS = {
    "eu": "CLDR puts the time in brackets, which is glue and no part of ICU's date or time",
    "fi": "CLDR's full date has the weekday in the essive; ICU takes the bare weekday out of context",
    "ps": "CLDR's calendar for Pashto is the Persian one; without a house style we keep to the Gregorian",
    "sq": "the halves of the day in full, as read back, where ICU abbreviates them",
}
_UNSEEN = str.maketrans(dict.fromkeys("\u200e\u200f\u061c"))


def test_there_are_seventy_locales_and_thirty_six_dates() -> None:
    assert (len(EVERY_LOCALE), len(INSTANTS), len(FORMS)) == (70, 36, 3)


def test_every_date_is_what_it_was() -> None:
    kept = FILE.read_text(encoding="utf-8").splitlines()
    for was, now in zip(kept, lines(), strict=True):
        assert now == was


@pytest.mark.parametrize("locale", EVERY_LOCALE)
def test_every_difference_from_icu_has_its_reason(locale: str) -> None:
    different = [form for form in FORMS if not _is_as_icu_says(locale, form)]
    assert bool(different) <= bool(_reason(locale)), different
    if locale in _REASONS:
        assert different, "the reason is gone"


def _reason(locale: str) -> str:
    has_style = any(shipped_style(tag).long for tag in fallbacks(locale))
    return _OURS if has_style else _REASONS.get(locale, "")


def _is_as_icu_says(locale: str, form: Form) -> bool:
    icu = pytest.importorskip("icu4py.messageformat").MessageFormat
    kinds = {"long": ("date,full", "time,medium"), "medium": ("date,medium", "time,short"), "date": ("date,long",)}
    formats = [icu(f"{{at,{kind}}}", locale) for kind in kinds[form]]
    for instant in INSTANTS:
        wall = instant.replace(tzinfo=None)  # ICU's formatter reads and shows it in the zone of the process
        ours, theirs = _even(shown(instant, locale, form)), [_even(one.format({"at": wall})) for one in formats]
        if not _are_the_same(ours, *theirs):
            return False
    return True


def _are_the_same(ours: str, day: str, clock: str = "") -> bool:
    """Say whether `ours` is the day and the time in either order, with some glue between."""
    glue = max(0, len(ours) - len(day) - len(clock))
    return any(
        ours.startswith(one) and ours.endswith(other) and not re.search(r"[\d(]", ours[len(one) : len(one) + glue])
        for one, other in ((day, clock), (clock, day))
    )


def _even(text: str) -> str:
    return " ".join(text.translate(_UNSEEN).split())
