"""What a person is told about a house style while typing it."""

from __future__ import annotations

from typing import Any

import pytest

from editor.domain.house_style import HouseStyle
from editor.i18n.house_styles import standard_style
from editor.i18n.style_check import check_style


def said(locale: str = "sw", **style: Any) -> str:  # noqa: ANN401 - any field of a house style
    return " | ".join(f"{one.message} {one.hint}".strip() for one in check_style(HouseStyle(**style), locale))


def test_nothing_is_wrong_with_nothing() -> None:
    assert said() == ""


def test_a_style_of_ones_own() -> None:
    assert said(long="EEEE d MMMM y, 'saa' HH:mm:ss", medium="d/M/y HH:mm", date="d/M/y") == ""
    assert said("en", long="EEE d MMM y h:mm:ss a") == ""


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ({"long": "EEEE, d 'open"}, "quotation mark is open"),
        ({"quotes": ("“", "”")}, "4 quotation marks"),
        ({"long": "Mwezi wa MMMM"}, "letters w in"),
        ({"long": "d MMMM HH:mm:ss"}, "does not show the year"),
        ({"signs": (",",)}, "2 signs"),
        ({"joins": (", ", " and ")}, "3 joins"),
        ({"medium": "d MMMM y"}, "does not show the hour"),
        ({"date": "MMMM y"}, "does not show the day"),
        ({"long": "d MMMM y h:mm:ss"}, "needs a"),
        ({"long": "yMdHms"}, "cannot be read back"),
        ({"long": "d MMMM yy HH:mm:ss"}, "cannot be read back"),
        ({"months": ("x",)}, "12 months; 1 are named"),
        ({"weekdays": tuple("ABCDEFGH")}, "7 days; 8 are named"),
        ({"months": (*"ABCDEFGHIJ", "a", "")}, "“a” stands twice. | Name 12 is empty."),
        ({"digits": "roman"}, "no digits called roman"),
        ({"calendar": "mayan"}, "no calendar called mayan"),
    ],
)
def test_what_is_wrong(style: dict[str, Any], words: str) -> None:
    assert words in said(**style)


@pytest.mark.parametrize(
    ("style", "field", "wrong"),
    [
        ({"long": "EEEE, d 'open"}, "long", "'open"),
        ({"medium": "Mwezi d MMMM y"}, "medium", "w"),
        ({"date": "d QQQ y"}, "date", "QQQ"),
        ({"date": "MMMM y"}, "date", ""),
        ({"long": "yMdHms"}, "long", ""),
    ],
)
def test_a_mistake_has_its_place_in_the_pattern(style: dict[str, Any], field: str, wrong: str) -> None:
    mistake = check_style(HouseStyle(**style), "sw")[0]
    assert mistake.of == field
    assert style[field][mistake.start : mistake.end] == wrong


@pytest.mark.parametrize(
    ("style", "field", "wrong"),
    [
        ({"months": (*"ABCDEFGHIJ", "a", "L")}, "months", ("a",)),
        ({"weekdays": (*"ABCDEF", " ")}, "weekdays", (" ",)),
        ({"weekdays": tuple("ABCDEFGH")}, "weekdays", ("H",)),
        ({"months": ("",) * 12}, "months", ("",)),
        ({"months": ("x",)}, "months", ()),
        ({"digits": "roman"}, "digits", ""),
        ({"calendar": "mayan"}, "calendar", ""),
    ],
)
def test_a_mistake_has_its_place_among_the_names(style: dict[str, Any], field: str, wrong: tuple[str, ...]) -> None:
    mistake = check_style(HouseStyle(**style), "sw")[0]
    assert mistake.of == field
    assert style[field][mistake.start : mistake.end] == wrong


def test_seconds_are_not_needed() -> None:
    assert said("en", long="EEEE d MMMM y, HH:mm") == ""


@pytest.mark.parametrize("locale", ["fa", "ar", "sw", "en", "ur"])
@pytest.mark.parametrize("calendar", ["persian", "islamic-civil", "buddhist", "gregorian"])
def test_every_calendar_can_be_chosen_in_every_language(calendar: str, locale: str) -> None:
    assert said(locale, calendar=calendar) == ""


def test_months_may_be_ones_own() -> None:
    assert said("en", calendar="persian", months=tuple("ABCDEFGHIJKL")) == ""


def test_narrow_months_cannot_be_read_back() -> None:
    assert "cannot be read back" in said("en", long="d MMMMM y HH:mm:ss")


def test_the_standard_style_as_an_override() -> None:
    assert check_style(standard_style("ja"), "ja") == []
