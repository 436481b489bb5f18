"""Instants in words and back: exact in every locale and every zone, and honest where clocks are not."""

from __future__ import annotations

import random
from datetime import UTC, datetime

import pytest

from editor.core.errors import UserError
from editor.domain.house_style import HouseStyle
from editor.i18n.dates import (
    WallTimeError,
    format_instant,
    is_zone,
    looks_like_date,
    parse_instant,
    shown_of,
    zones,
)
from editor.i18n.page_words import LOCALES

# The dates of a real Swahili news page, as the clocks of New York showed them.
IN_SWAHILI = {
    "2026-01-13T04:38:45Z": "Jumatatu, 12. Mwezi wa kwanza 2026, 23:38:45",
    "2026-01-09T20:52:50Z": "Ijumaa, 9. Mwezi wa kwanza 2026, 15:52:50",
    "2026-01-09T09:06:41Z": "Ijumaa, 9. Mwezi wa kwanza 2026, 04:06:41",
    "2026-01-08T12:56:20Z": "Alhamisi, 8. Mwezi wa kwanza 2026, 07:56:20",
    "2026-01-02T21:46:39Z": "Ijumaa, 2. Mwezi wa kwanza 2026, 16:46:39",
    "2026-01-02T01:45:05Z": "Alhamisi, 1. Mwezi wa kwanza 2026, 20:45:05",
    "2025-12-10T14:51:21Z": "Jumatano, 10. Mwezi wa kumi na mbili 2025, 09:51:21",
    "2025-11-22T18:11:42Z": "Jumamosi, 22. Mwezi wa kumi na moja 2025, 13:11:42",
    "2025-11-01T06:21:40Z": "Jumamosi, 1. Mwezi wa kumi na moja 2025, 02:21:40",
    "2025-10-30T13:38:53Z": "Alhamisi, 30. Mwezi wa kumi 2025, 09:38:53",
}

# Guards against locale data that moves: one evening in Nairobi, in each long style.
GOLDEN = {
    "am": "ሰኞ 12 ጃንዋሪ 2026 11:38 ከሰዓት",
    "ar": "الاثنين، 12 يناير 2026، 11:38 م",
    "bn": "সোমবার, ১২ জানুয়ারি ২০২৬, ২৩:৩৮",
    "de": "Montag, 12. Januar 2026, 23:38 Uhr",
    "en": "Monday, 12 January 2026, 23:38",
    "es": "lunes, 12 de enero de 2026, 23:38",
    "fa": "دوشنبه ۲۲ دی ۱۴۰۴، ساعت ۲۳:۳۸",
    "fr": "lundi 12 janvier 2026 à 23h38",
    "ha": "Litinin, 12 Janairu, 2026, 23:38",
    "he": "יום שני, 12 בינואר 2026, 23:38",
    "hi": "सोमवार, 12 जनवरी 2026, 11:38 pm",
    "id": "Senin, 12 Januari 2026, 23.38",
    "it": "lunedì 12 gennaio 2026, ore 23:38",
    "ja": "2026年1月12日（月）23時38分",
    "ko": "2026년 1월 12일 월요일 오후 11:38",
    "nl": "maandag 12 januari 2026, 23:38 uur",
    "pl": "poniedziałek, 12 stycznia 2026, 23:38",
    "pt": "segunda-feira, 12 de janeiro de 2026, 23h38",
    "ru": "понедельник, 12 января 2026, 23:38",
    "so": "Isniin, 12 Janaayo 2026, 23:38",
    "sw": "Jumatatu, 12. Mwezi wa kwanza 2026, 23:38:45",
    "th": "วันจันทร์ที่ 12 มกราคม พ.ศ. 2569 เวลา 23.38 น.",
    "tr": "12 Ocak 2026 Pazartesi, 23:38",
    "uk": "понеділок, 12 січня 2026, 23:38",
    "ur": "پیر، 12 جنوری 2026، 23:38",
    "vi": "Thứ Hai, ngày 12 tháng 1 năm 2026, 23:38",
    "yo": "Ọjọ́ Ajé, 12 Oṣù Ṣẹ́rẹ́ 2026, 23:38",
    "zh-Hans": "2026年1月12日星期一 23:38",
    "zh-Hant": "2026年1月12日（週一）23:38",
}
EVENING = datetime(2026, 1, 12, 20, 38, 45, tzinfo=UTC)


@pytest.mark.parametrize("text", IN_SWAHILI)
def test_the_dates_of_the_model_page(text: str) -> None:
    instant = datetime.fromisoformat(text)
    assert format_instant(instant, "America/New_York", "sw") == IN_SWAHILI[text]
    assert parse_instant(IN_SWAHILI[text], "America/New_York", "sw") == instant


def test_the_dates_of_the_model_page_come_back_in_every_zone() -> None:
    for zone in zones():
        for text in IN_SWAHILI.values():
            assert format_instant(parse_instant(text, zone, "sw"), zone, "sw") == text


@pytest.mark.parametrize("locale", LOCALES)
def test_golden(locale: str) -> None:
    assert format_instant(EVENING, "Africa/Nairobi", locale) == GOLDEN[locale]


def test_the_shorter_forms() -> None:
    assert format_instant(EVENING, "Africa/Nairobi", "sw", form="medium") == "12. Mwezi wa kwanza 2026, 23:38"
    assert format_instant(EVENING, "Africa/Nairobi", "sw", form="date") == "12. Mwezi wa kwanza 2026"
    assert format_instant(EVENING, "Africa/Nairobi", "ja", form="medium") == "2026年1月12日 23時38分"
    assert format_instant(EVENING, "Asia/Tokyo", "en", form="date") == "13 January 2026"


@pytest.mark.parametrize("locale", LOCALES)
def test_random_instants_come_back(locale: str) -> None:
    there_and_back(random.Random(locale), [locale], 120)  # noqa: S311 - not for secrets


@pytest.mark.soak
def test_many_random_instants_come_back() -> None:
    there_and_back(random.Random("soak"), LOCALES, 500_000)  # noqa: S311 - not for secrets


def there_and_back(chance: random.Random, locales: list[str] | tuple[str, ...], times: int) -> None:
    for _ in range(times):
        locale, zone = chance.choice(locales), chance.choice(zones())
        instant = datetime.fromtimestamp(chance.randrange(0, 2**32), UTC)
        text = format_instant(instant, zone, locale)
        assert looks_like_date(text, locale), (locale, text)
        try:
            assert parse_instant(text, zone, locale) == shown_of(instant, locale), (locale, zone, text)
        except WallTimeError as error:
            assert shown_of(instant, locale) in error.instants  # noqa: PT017 - most of them do not raise


def test_a_style_keeps_what_it_shows() -> None:
    assert shown_of(EVENING, "sw") == EVENING
    assert shown_of(EVENING, "de") == datetime(2026, 1, 12, 20, 38, tzinfo=UTC)
    assert shown_of(EVENING, "de", HouseStyle(long="d. MMMM y, HH:mm:ss")) == EVENING


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en", "Monday, 12 January 2026, 23:38:45"),
        ("de", "Montag, 12. Januar 2026, 23:38:45 Uhr"),
        ("id", "Senin, 12 Januari 2026, 23.38.45"),
        ("ko", "2026년 1월 12일 월요일 오후 11:38:45"),
        ("bn", "সোমবার, ১২ জানুয়ারি ২০২৬, ২৩:৩৮:৪৫"),
    ],
)
def test_seconds_are_read_where_a_style_shows_none(locale: str, text: str) -> None:
    assert looks_like_date(text, locale)
    assert parse_instant(text, "Africa/Nairobi", locale) == EVENING


def test_a_time_that_came_twice() -> None:
    with pytest.raises(WallTimeError, match="twice") as caught:
        parse_instant("Sunday, 1 November 2026, 01:30", "America/New_York", "en")
    assert caught.value.instants == (
        datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
        datetime(2026, 11, 1, 6, 30, tzinfo=UTC),
    )
    assert "2026-11-01T05:30:00Z or 2026-11-01T06:30:00Z" in str(caught.value)


def test_a_time_that_never_came() -> None:
    with pytest.raises(WallTimeError, match="never") as caught:
        parse_instant("Sunday, 8 March 2026, 02:30", "America/New_York", "en")
    assert caught.value.instants == (
        datetime(2026, 3, 8, 6, 30, tzinfo=UTC),
        datetime(2026, 3, 8, 7, 30, tzinfo=UTC),
    )


def test_the_hours_around_them_are_plain() -> None:
    for text, hour in (("00:59", 4), ("02:00", 7)):
        instant = parse_instant(f"Sunday, 1 November 2026, {text}", "America/New_York", "en")
        assert instant.hour == hour


def test_a_weekday_that_does_not_fit() -> None:
    with pytest.raises(UserError, match="says Jumanne, but that day is Jumatatu"):
        parse_instant("Jumanne, 12. Mwezi wa kwanza 2026, 23:38:45", "UTC", "sw")


@pytest.mark.parametrize(
    "text", ["Jumatatu, 31. Mwezi wa pili 2026, 10:00:00", "Jumatatu, 12. Mwezi wa kwanza 2026, 24:00:00"]
)
def test_a_day_or_time_that_does_not_exist(text: str) -> None:
    assert looks_like_date(text, "sw")
    with pytest.raises(UserError, match="no such day or time"):
        parse_instant(text, "UTC", "sw")


def test_the_ends_of_time_are_refused() -> None:
    with pytest.raises(UserError, match="no such day or time"):
        parse_instant("Monday, 1 January 0001, 00:00", "Asia/Tokyo", "en")


@pytest.mark.parametrize(
    "text", ["", "Jumatatu", "Lee alifika mwaka 2026", "12. Mwezi wa kwanza 2026", "Monday, 12 January 2026, 23:38:45"]
)
def test_what_is_no_date(text: str) -> None:
    assert not looks_like_date(text, "sw")
    with pytest.raises(UserError, match="not a date") as caught:
        parse_instant(text, "UTC", "sw")
    assert "Jumatano, 14. Mwezi wa kwanza 2026, 12:00:00" in str(caught.value.hint)


def test_spaces_of_any_kind_collapse() -> None:
    text = " Ijumaa,  9.\u00a0Mwezi wa\u202fkwanza 2026,\t15:52:50 "
    assert parse_instant(text, "UTC", "sw") == datetime(2026, 1, 9, 15, 52, 50, tzinfo=UTC)


def test_an_override_is_written_and_read() -> None:
    style = HouseStyle(long="y-MM-dd HH:mm:ss", digits="arab")
    text = format_instant(EVENING, "UTC", "ar", override=style)
    assert text == "٢٠٢٦-٠١-١٢ ٢٠:٣٨:٤٥"
    assert parse_instant(text, "UTC", "ar", override=style) == EVENING
    assert looks_like_date(text, "ar", style)
    assert not looks_like_date(text, "ar")


def test_an_instant_without_a_zone_is_our_bug() -> None:
    with pytest.raises(ValueError, match="aware"):
        format_instant(datetime(2026, 1, 1), "UTC", "en")  # noqa: DTZ001 - the case itself


def test_zones_are_asked_here_too() -> None:
    assert is_zone("Africa/Nairobi")
    assert not is_zone("Nairobi")
