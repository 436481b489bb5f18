"""Words from strangers are cut, and their JSON is an object or nothing."""

from __future__ import annotations

import pytest

from editor.images.wording import inner, json_object, moment, shortened, tool_and_model, words_of


@pytest.mark.parametrize("text", ["", "[1]", "{", "null", '{"a":' * 5000, "{" * 200_000, '{"a": ' + "9" * 5000 + "}"])
def test_what_is_no_object_is_an_empty_one(text: str) -> None:
    assert json_object(text) == {}


def test_an_object_is_read() -> None:
    assert json_object(' {"a": 1}') == {"a": 1}
    assert inner({"a": 1}) == {"a": 1}
    assert inner([1]) == {}


def test_long_words_are_cut() -> None:
    assert shortened("a\n b") == "a b"
    assert len(shortened("a" * 5000)) == 300
    assert len(words_of("a" * 50_000)) == 10_000
    assert words_of(3) == ""


def test_a_model_is_named_where_there_is_one() -> None:
    assert tool_and_model("Tool", "lake") == "Tool, lake"
    assert tool_and_model("Tool", None) == "Tool"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("2026:03:01 08:00:00", "2026-03-01"),
        ("2026-03-01", "2026-03-01"),
        ("2026-03-01T08:00:00+03:00", "2026-03-01T05:00:00Z"),
        ("2026-03-01T08:00:00Z", "2026-03-01T08:00:00Z"),
        ("Sun, 1 Mar 2026 08:00:00 +0000", "2026-03-01T08:00:00Z"),
        ("0000:00:00 00:00:00", ""),
        ("0001-01-01T00:00:00+14:00", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_dates_are_read_as_a_record_keeps_them(text: str, kept: str) -> None:
    assert moment(text) == kept
