"""Date patterns: taken apart, written, read back."""

from __future__ import annotations

from datetime import datetime

import pytest

from editor.core.errors import UserError
from editor.i18n.patterns import CompiledPattern, Part, Reading, parts_of, plain

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MOMENT = datetime(2026, 8, 3, 15, 2, 9)  # noqa: DTZ001 - a wall time


def words(letter: str, width: int) -> tuple[str, ...]:
    found = {"M": MONTHS, "L": MONTHS, "E": DAYS, "a": ("am", "pm")}[letter]
    return found if width < 4 else tuple(f"{name}-wide" for name in found)


def compiled(pattern: str, zero: str = "0") -> CompiledPattern:
    return CompiledPattern(pattern, words, zero)


def test_parts() -> None:
    assert parts_of("d 'de' MMMM") == [Part("d", 1), Part("", 0, " de "), Part("M", 4)]
    assert parts_of("y''M'o''clock'") == [
        Part("y", 1),
        Part("", 0, "'"),
        Part("M", 1),
        Part("", 0, "o'clock"),
    ]
    assert parts_of("ccc") == [Part("E", 3)]


@pytest.mark.parametrize("pattern", ["d 'open", "d 'a' M'", "'"])
def test_an_open_quote_is_refused(pattern: str) -> None:
    with pytest.raises(UserError, match="open"):
        parts_of(pattern)


@pytest.mark.parametrize(
    ("pattern", "letters"), [("Mwezi wa MMMM", "w"), ("d QQQ", "QQQ"), ("h:mm B", "B"), ("z", "z")]
)
def test_a_letter_that_stands_for_nothing_is_refused(pattern: str, letters: str) -> None:
    with pytest.raises(UserError, match=f"letters {letters} in"):
        parts_of(pattern)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("y-MM-dd HH:mm:ss", "2026-08-03 15:02:09"),
        ("d/M/yy", "3/8/26"),
        ("EEEE, d. MMMM y, HH:mm:ss", "Mo-wide, 3. Aug-wide 2026, 15:02:09"),
        ("EEE d MMM y h:mm:ss a", "Mo 3 Aug 2026 3:02:09 pm"),
        ("y年M月d日 H:m:s", "2026年8月3日 15:2:9"),
        ("K 'o''clock' k 100%", "3 o'clock 15 100%"),
        ("yyyyMMdd", "20260803"),
    ],
)
def test_writing(pattern: str, text: str) -> None:
    assert compiled(pattern).write(MOMENT) == text


def test_digits_of_another_system() -> None:
    assert compiled("dd MMM y", "\u06f0").write(MOMENT) == "۰۳ Aug ۲۰۲۶"
    assert compiled("d.M.y", "\u0660").read("٣.٨.٢٠٢٦") == Reading(2026, 8, 3, 0, 0, 0, -1)


@pytest.mark.parametrize("hour", range(24))
@pytest.mark.parametrize("clock", ["H", "HH", "k", "h a", "hh a", "a K"])
def test_every_hour_of_every_clock_comes_back(clock: str, hour: int) -> None:
    pattern = compiled(f"d MMM y {clock}")
    reading = pattern.read(pattern.write(MOMENT.replace(hour=hour)))
    assert reading is not None
    assert reading.hour == hour


def test_reading_is_forgiving_about_spaces_case_and_direction() -> None:
    pattern = compiled("EEEE, d. MMMM y, HH:mm:ss")
    expected = Reading(2026, 8, 3, 15, 2, 9, 0)
    assert pattern.read("Mo-wide, 3. Aug-wide 2026, 15:02:09") == expected
    assert pattern.read("  MO-WIDE,   3.\u00a0aug-wide\u202f2026,\n15:02:09 ") == expected
    assert pattern.read("\u200fMo-wide, 3. Aug-wide \u20682026\u2069, 15:02:09") == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3. Aug-wide 2026",
        "Mo-wide, 3. Aug-wide 2026, 15:02",
        "Mo-wide, 3. Aug-wide 2026, 15:02:09 x",
        "Mo-wide,3.Aug-wide2026,15:02:09",
    ],
)
def test_what_is_of_another_form(text: str) -> None:
    pattern = compiled("EEEE, d. MMMM y, HH:mm:ss")
    assert pattern.read(text) is None
    assert not pattern.reads(text)


def test_a_name_that_begins_another() -> None:
    names = ("kumi", "kumi na moja", *(f"x{n}" for n in range(10)))
    pattern = CompiledPattern("d MMMM y", lambda _letter, _width: names)
    for month in (1, 2):
        reading = pattern.read(pattern.write(datetime(2026, month, 5)))  # noqa: DTZ001 - a wall time
        assert reading is not None
        assert reading.month == month


def test_plain() -> None:
    assert plain("  a\u202f\u00a0b\u200f\n c ") == "a b c"
