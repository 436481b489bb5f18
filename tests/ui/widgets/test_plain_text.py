"""What a text field can hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.kept_text import kept_text
from editor.ui.widgets.plain_text import Utf16, as_line, as_text, difference, utf16_length


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("a\r\nb", "a\nb"),
        ("a\rb", "a\nb"),
        ("a\r\r\nb\n", "a\n\nb\n"),
        ("a\u2029b", "a\nb"),
        ("a\0b", "a\ufffdb"),
        ("a\u0002b\u0003", "ab"),
        ("a\ud800b", "a\ufffdb"),
        ("a\u00a0b\u202fc", "a\u00a0b\u202fc"),
        ("\ufdd0", "\ufffd"),
    ],
)
def test_line_ends_and_what_is_no_character(stored: str, shown: str) -> None:
    assert as_text(stored) == shown


def test_a_field_of_one_line_joins_lines() -> None:
    assert as_line("one\r\n\r\ntwo\u2028three") == "one two three"


@given(st.text(alphabet="ab\n\U0001f600", max_size=12), st.text(alphabet="ab\n\U0001f600", max_size=12))
def test_a_difference_turns_one_text_into_the_other(old: str, new: str) -> None:
    start, end, words = difference(old, new)
    units = old.encode("utf-16-le")
    built = units[: 2 * start] + words.encode("utf-16-le") + units[2 * end :]
    assert built.decode("utf-16-le") == new
    assert utf16_length(words) <= utf16_length(new)


@given(st.text() | st.text(st.sampled_from("a \r\n\0\u0002\u0003\u2028\u2029\ud800\ufdd0")))
def test_what_a_field_holds_is_kept_as_it_is(typed: str) -> None:
    for held in (as_text(typed), as_line(typed)):
        assert kept_text(held) == held
    assert as_text(kept_text(typed)) == as_text(typed)


@given(st.text(alphabet="a奈😀👩\u0301\n", max_size=12))
def test_units_and_characters_go_both_ways(text: str) -> None:
    units = Utf16(text)
    for character in range(len(text) + 1):
        assert units.unit(character) == utf16_length(text[:character])
        assert units.character(units.unit(character)) == character
