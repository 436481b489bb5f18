"""How long ago: whole hours and minutes under a day, in each language's words and digits, else nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from editor.domain.house_style import HouseStyle
from editor.i18n.page_words import LOCALES
from editor.i18n.relative import ago
from tests.builders import NOON


def said(locale: str = "en", override: HouseStyle | None = None, *, hours: float) -> str:
    return ago(NOON - timedelta(hours=hours), NOON, locale, override)


@pytest.mark.parametrize(
    ("past", "words"),
    [
        ({"seconds": 0}, "1 minute ago"),
        ({"seconds": 119}, "1 minute ago"),
        ({"seconds": 3599}, "59 minutes ago"),
        ({"hours": 1}, "1 hour ago"),
        ({"hours": 21.9}, "21 hours ago"),
        ({"seconds": 86399}, "23 hours ago"),
        ({"hours": 24}, ""),
        ({"seconds": -1}, ""),
    ],
)
def test_under_a_day(past: dict[str, float], words: str) -> None:
    assert ago(NOON - timedelta(**past), NOON, "en") == words


@pytest.mark.parametrize(
    ("locale", "words"),
    [
        ("sw", "saa 3 zilizopita"),
        ("ja", "3 時間前"),
        ("ar", "قبل 3 ساعات"),
        ("fa", "۳ ساعت پیش"),
        ("th", "3 ชั่วโมงที่ผ่านมา"),
        ("zh-Hant", "3 小時前"),
        ("yo", ""),  # CLDR has no words
    ],
)
def test_in_the_words_and_digits_of_the_locale(locale: str, words: str) -> None:
    assert said(locale, hours=3) == words


def test_the_digits_of_a_newsroom_s_own_style() -> None:
    assert said("ar", HouseStyle(digits="arab"), hours=3) == "قبل ٣ ساعات"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_locale_gives_an_abbreviation_of_the_root(locale: str) -> None:
    for hours in (0, 1, 2, 5, 23):
        words = said(locale, hours=hours)
        assert not words.startswith(("-", "+"))
        assert words[:1] != "S" or locale != "sw"
