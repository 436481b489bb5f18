"""House styles: what wins over what, and that locale data is only read."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from babel import Locale
from babel.dates import format_date, format_datetime

from editor.domain.house_style import HouseStyle
from editor.i18n.dates import format_instant
from editor.i18n.house_styles import (
    digits_and_signs,
    joins_of,
    shipped_style,
    standard_style,
    style_of,
    weekday_names,
    writer_for,
)
from editor.i18n.page_words import LOCALES

EVENING = datetime(2026, 1, 12, 20, 38, 45, tzinfo=UTC)


def shown(locale: str, **style: object) -> str:
    return format_instant(EVENING, "Africa/Nairobi", locale, override=HouseStyle(**style))  # type: ignore[arg-type]


def test_an_override_wins_field_by_field() -> None:
    assert shown("sw") == "Jumatatu, 12. Mwezi wa kwanza 2026, 23:38:45"
    assert shown("sw", long="d/M/y, HH:mm:ss") == "12/1/2026, 23:38:45"
    months = tuple(f"Month {n}" for n in range(1, 13))
    assert shown("sw", months=months) == "Jumatatu, 12. Month 1 2026, 23:38:45"
    assert shown("sw", weekdays=tuple("ABCDEFG")) == "A, 12. Mwezi wa kwanza 2026, 23:38:45"
    assert shown("sw", digits="arab") == "Jumatatu, ١٢. Mwezi wa kwanza ٢٠٢٦, ٢٣:٣٨:٤٥"


def test_short_months_come_from_locale_data() -> None:
    assert shown("sw", long="EEE d MMM y") == "Jumatatu 12 Jan 2026"
    assert shown("en", long="EEE d MMM y") == "Mon 12 Jan 2026"


@pytest.mark.parametrize("pattern", ["d 'open", "Mwezi wa MMMM", "QQQ"])
def test_a_pattern_that_cannot_be_used_gives_way(pattern: str) -> None:
    assert shown("sw", long=pattern) == shown("sw")


def test_names_that_are_too_few_give_way() -> None:
    assert shown("sw", months=("one",), weekdays=("one",), digits="none", calendar="none") == shown("sw")


def test_a_calendar_can_be_chosen() -> None:
    assert shown("fa") == "دوشنبه ۲۲ دی ۱۴۰۴، ساعت ۲۳:۳۸"
    assert shown("fa", calendar="gregorian", digits="latn") == "دوشنبه 12 ژانویهٔ 2026، ساعت 23:38"
    assert shown("en", calendar="buddhist") == "Monday, 12 January 2569, 23:38"
    assert shown("en", calendar="persian") == "Monday, 22 Dey 1404, 23:38"
    assert shown("sw", calendar="islamic-civil") == "Jumatatu, 23. Rajab 1447, 23:38:45"
    assert shown("ar", calendar="islamic-civil", digits="arab") == "الاثنين، ٢٣ رجب ١٤٤٧، ١١:٣٨ م"


def test_regions_take_the_style_of_their_language() -> None:
    assert shown("sw-KE") == shown("sw")
    assert shown("en-US") == "Monday, January 12, 2026, 11:38 PM"
    assert shown("fr-CA") == "lundi 12 janvier 2026 à 23 h 38"


def test_a_region_keeps_the_names_and_digits_that_are_its_own() -> None:
    assert shown("de-AT") == "Montag, 12. Jänner 2026, 23:38 Uhr"
    assert shown("ar-SY") == "الاثنين، ١٢ كانون الثاني ٢٠٢٦، ١١:٣٨ م"
    assert shown("ar-AE") == "الاثنين، 12 يناير 2026، 11:38 م"


def test_digits_bring_their_signs() -> None:
    assert digits_and_signs("de", None) == ("latn", (",", "."))
    assert digits_and_signs("de-CH", None) == ("latn", (".", "’"))
    assert digits_and_signs("ar", HouseStyle(digits="arab")) == ("arab", ("٫", "٬"))
    assert digits_and_signs("fa", HouseStyle(digits="latn")) == ("latn", (".", ","))
    assert digits_and_signs("en", HouseStyle(signs=(",", " "))) == ("latn", (",", " "))


def test_what_stands_between_names() -> None:
    assert joins_of("en", None) == (", ", " and ", " and ")
    assert joins_of("sw-KE", None) == (", ", " na ", " na ")
    assert joins_of("cs", None) == (", ", " a\u00a0", " a\u00a0")
    assert joins_of("en", HouseStyle(joins=(", ", ", and ", " and "))) == (", ", ", and ", " and ")


def test_arabic_with_digits_of_its_own() -> None:
    assert shown("ar-EG", long="d MMMM y") == "١٢ يناير ٢٠٢٦"


def test_a_language_without_locale_data_gets_english() -> None:
    assert shown("qqq").startswith("Monday, January 12, 2026")


def test_shipped_styles() -> None:
    assert shipped_style("sw").long == "EEEE, d. MMMM y, HH:mm:ss"
    assert shipped_style("xx") == HouseStyle()


@pytest.mark.parametrize("values", [{"long": 1}, {"months": "one"}, {"colour": "red"}])
def test_a_file_that_does_not_fit_is_our_bug(values: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        style_of(values)


def test_the_standard_style_is_full() -> None:
    style = standard_style("fr")
    assert (len(style.months), len(style.weekdays)) == (12, 7)
    assert (style.digits, style.calendar) == ("latn", "gregorian")
    assert style.long == "EEEE d MMMM y 'à' H'h'mm"
    assert (style.signs, style.joins) == ((",", "\u202f"), (", ", " et ", " et "))
    assert style.months[0] == "janvier"


def test_weekday_names() -> None:
    assert weekday_names("sw", None)[0] == "Jumatatu"
    assert weekday_names("sw", HouseStyle(weekdays=tuple("ABCDEFG")))[6] == "G"


def test_the_writer_of_one_style_is_not_that_of_another() -> None:
    style = HouseStyle(long="d/M/y")
    assert writer_for("sw", None, "long") is writer_for("sw", None, "long")
    assert writer_for("sw", style, "long") is writer_for("sw", HouseStyle(long="d/M/y"), "long")
    assert writer_for("sw", style, "long") is not writer_for("sw", None, "long")


def test_babel_is_as_it_was() -> None:
    def plain() -> list[str]:
        return [
            text
            for tag in LOCALES
            for locale in [Locale.parse(tag, sep="-")]
            for text in (
                format_date(EVENING, "full", locale=locale),
                format_datetime(EVENING, "medium", locale=locale),
                str(dict(locale.months["format"]["wide"])),
            )
        ]

    before = plain()
    for tag in LOCALES:
        shown(tag, long="EEEE MMMM", months=tuple("ABCDEFGHIJKL"), weekdays=tuple("ABCDEFG"), digits="thai")
        shown(tag)
    assert plain() == before
    assert "Jumatatu, 12 Januari 2026" in before


@pytest.mark.parametrize("tag", ["en", "sw"])
def test_english_and_swahili_need_no_locale_data(tag: str) -> None:
    code = (
        "import sys; from datetime import datetime, UTC; from editor.i18n.dates import format_instant;"
        f"print([format_instant(datetime(2026, 1, 1, tzinfo=UTC), 'UTC', {tag!r}, form=form)"
        " for form in ('long', 'medium', 'date')]); sys.exit('babel' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
