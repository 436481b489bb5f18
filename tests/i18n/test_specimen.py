"""The specimen of a house style: the dates at which mistakes are seen, in every language and zone."""

from __future__ import annotations

import pytest

from editor.domain.house_style import HouseStyle
from editor.i18n.page_words import LOCALES
from editor.i18n.specimen import specimen
from editor.i18n.zones import zones


def shown(locale: str, zone: str = "UTC", style: HouseStyle | None = None) -> dict[str, str]:
    return {one.name: one.text for one in specimen(locale, style, zone)}


def test_english_in_a_zone_whose_clocks_change() -> None:
    assert shown("en", "America/New_York") == {
        "long": "Friday, 9 January 2026, 10:52",
        "medium": "9 January 2026, 10:52",
        "date": "9 January 2026",
        "month": "31 January 2026 · 1 February 2026",
        "midnight": "Tuesday, 1 December 2026, 00:00",
        "forward": "8 March 2026, 01:59 · 8 March 2026, 03:00",
        "back": "1 November 2026, 01:59 · 1 November 2026, 01:00",
        "numbers": "1,234,567.5",
        "lists": "Monday, Tuesday and Wednesday · Monday and Tuesday",
        "quotes": "“Monday ‘Tuesday’”",
    }


def test_persian_ends_its_own_months_and_writes_its_own_digits() -> None:
    found = shown("fa", "Asia/Tehran")
    assert found["month"] == "۳۰ دی ۱۴۰۴ · ۱ بهمن ۱۴۰۴"
    assert found["numbers"] == "۱٬۲۳۴٬۵۶۷٫۵"
    assert "forward" not in found


def test_the_south_puts_its_clocks_back_first() -> None:
    names = list(shown("en", "Australia/Sydney"))
    assert names.index("back") < names.index("forward")


def test_an_override_is_shown() -> None:
    style = HouseStyle(date="d.M.y", digits="beng", signs=(",", "."), joins=("; ", " & ", " & "), quotes=tuple("»«›‹"))
    found = shown("en", style=style)
    assert found["date"] == "৯.১.২০২৬"
    assert found["numbers"] == "১.২৩৪.৫৬৭,৫"
    assert found["lists"] == "Monday; Tuesday & Wednesday · Monday & Tuesday"
    assert found["quotes"] == "»Monday ›Tuesday‹«"


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_has_all_of_them(locale: str) -> None:
    assert len(shown(locale, "Europe/Berlin")) == 10 - (locale == "he")  # Hebrew leaves quotation marks as typed
    assert all(shown(locale, "Europe/Berlin").values())


def test_every_zone_can_be_shown() -> None:
    for zone in zones():
        assert len(shown("en", zone)) in {8, 9, 10}
