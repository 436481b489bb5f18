"""Instants in words and back: exact in every locale and every zone, and honest where clocks are not."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest

from editor.core.errors import UserError
from editor.core.resources import resources_root
from editor.domain.house_style import HouseStyle
from editor.i18n.dates import (
    WallTimeError,
    format_instant,
    is_zone,
    looks_like_date,
    month_begins,
    parse_instant,
    shown_of,
    zones,
)
from editor.i18n.page_words import LOCALES
from editor.i18n.zones import clock_changes, zone_named

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
# Every house style that there is, those of regions too.
STYLES = sorted(path.stem for path in (resources_root() / "house-styles").glob("*.toml"))
EVENING = datetime(2026, 1, 12, 20, 38, 45, tzinfo=UTC)


@pytest.mark.parametrize("text", IN_SWAHILI)
def test_the_dates_of_the_model_page(text: str) -> None:
    instant = datetime.fromisoformat(text)
    assert format_instant(instant, "America/New_York", "sw") == IN_SWAHILI[text]
    assert parse_instant(IN_SWAHILI[text], "America/New_York", "sw") == instant


# The first and the last of them for other readers: native digits, the Persian and the Buddhist calendar, and digits
# that a newsroom chooses. No date mixes digits of two systems.
IN_OTHER_DIGITS = {
    ("fa", ""): ("دوشنبه ۲۲ دی ۱۴۰۴، ساعت ۲۳:۳۸", "پنجشنبه ۸ آبان ۱۴۰۴، ساعت ۰۹:۳۸"),
    ("th", ""): ("วันจันทร์ที่ 12 มกราคม พ.ศ. 2569 เวลา 23.38 น.", "วันพฤหัสบดีที่ 30 ตุลาคม พ.ศ. 2568 เวลา 09.38 น."),
    ("th", "thai"): ("วันจันทร์ที่ ๑๒ มกราคม พ.ศ. ๒๕๖๙ เวลา ๒๓.๓๘ น.", "วันพฤหัสบดีที่ ๓๐ ตุลาคม พ.ศ. ๒๕๖๘ เวลา ๐๙.๓๘ น."),
    ("ar-EG", ""): ("الاثنين، ١٢ يناير ٢٠٢٦، ١١:٣٨ م", "الخميس، ٣٠ أكتوبر ٢٠٢٥، ٩:٣٨ ص"),
    ("ar", "arab"): ("الاثنين، ١٢ يناير ٢٠٢٦، ١١:٣٨ م", "الخميس، ٣٠ أكتوبر ٢٠٢٥، ٩:٣٨ ص"),
}


@pytest.mark.parametrize(("locale", "digits"), IN_OTHER_DIGITS)
def test_the_ten_dates_in_digits_of_their_own(locale: str, digits: str) -> None:
    style = HouseStyle(digits=digits)
    shown = [
        format_instant(datetime.fromisoformat(text), "America/New_York", locale, override=style) for text in IN_SWAHILI
    ]
    assert (shown[0], shown[-1]) == IN_OTHER_DIGITS[locale, digits]
    for text, date in zip(IN_SWAHILI, shown, strict=True):
        instant = datetime.fromisoformat(text)
        assert parse_instant(date, "America/New_York", locale, override=style) == shown_of(
            instant, "America/New_York", locale, style
        )
        systems = {ord(letter) - int(letter) for letter in date if letter.isdecimal()}
        assert len(systems) == 1


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


@pytest.mark.parametrize("locale", STYLES)
def test_random_instants_come_back(locale: str) -> None:
    there_and_back(random.Random(locale), [locale], 120)  # noqa: S311 - not for secrets


@pytest.mark.soak
@pytest.mark.parametrize("locale", STYLES)
def test_fifty_thousand_random_instants_come_back(locale: str) -> None:
    there_and_back(random.Random(locale), [locale], 50_000)  # noqa: S311 - not for secrets


@pytest.mark.parametrize("locale", STYLES)
def test_both_readings_of_a_repeated_hour_are_offered(locale: str) -> None:
    for zone in ("America/New_York", "Europe/Berlin", "Australia/Lord_Howe"):
        back = next(change for change in clock_changes(zone, 2026) if _is_put_back(change, zone))
        for instant in (back - timedelta(minutes=20), back + timedelta(minutes=10)):
            text = format_instant(instant, zone, locale)
            with pytest.raises(WallTimeError, match="twice") as asked:
                parse_instant(text, zone, locale)
            assert shown_of(instant, zone, locale) in asked.value.instants
            assert {format_instant(one, zone, locale) for one in asked.value.instants} == {text}


def _is_put_back(change: datetime, zone: str) -> bool:
    before, after = (one.astimezone(zone_named(zone)) for one in (change - timedelta(seconds=1), change))
    return after.replace(tzinfo=None) < before.replace(tzinfo=None)


def there_and_back(chance: random.Random, locales: list[str] | tuple[str, ...], times: int) -> None:
    for _ in range(times):
        locale, zone = chance.choice(locales), chance.choice(zones())
        instant = datetime.fromtimestamp(chance.randrange(0, 2**32), UTC)
        text = format_instant(instant, zone, locale)
        assert looks_like_date(text, locale), (locale, text)
        try:
            assert parse_instant(text, zone, locale) == shown_of(instant, zone, locale), (locale, zone, text)
        except WallTimeError as error:
            assert shown_of(instant, zone, locale) in error.instants  # noqa: PT017 - most of them do not raise


def test_a_style_keeps_what_it_shows() -> None:
    assert shown_of(EVENING, "UTC", "sw") == EVENING
    assert shown_of(EVENING, "UTC", "de") == datetime(2026, 1, 12, 20, 38, tzinfo=UTC)
    assert shown_of(EVENING, "UTC", "de", HouseStyle(long="d. MMMM y, HH:mm:ss")) == EVENING
    in_liberia = datetime(1970, 2, 21, 18, 50, 29, tzinfo=UTC)  # 18:05:59 by its clocks
    assert shown_of(in_liberia, "Africa/Monrovia", "de") == datetime(1970, 2, 21, 18, 49, 30, tzinfo=UTC)


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
    assert "2026-11-01T01:30:00-04:00 or 2026-11-01T01:30:00-05:00" in str(caught.value)


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


@pytest.mark.parametrize(
    ("locale", "year", "day"),
    [
        ("en", 2026, "2026-01-01"),
        ("th", 2569, "2026-01-01"),
        ("fa", 1405, "2026-03-21"),
        ("th", 543, ""),
        ("fa", 0, ""),
    ],
)
def test_a_month_begins_on_one_day_whichever_calendar_counts_it(locale: str, year: int, day: str) -> None:
    assert month_begins(year, 1, locale) == day
