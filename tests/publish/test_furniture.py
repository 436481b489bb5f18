"""Furniture is marked with its language, English where the locale lacks a word."""

from __future__ import annotations

import pytest

from editor.publish.furniture import around, furniture, joins_between, optional_run, passage_words, run


def test_words_are_of_their_locale() -> None:
    assert furniture("sw", {})["decline"] == run("Kataa", "sw")
    assert furniture("ar", {})["decline"].dir == "rtl"
    assert furniture("is", {})["decline"] == run("Decline", "en")


def test_a_sentence_is_parted_around_its_value() -> None:
    parts = around(run("By {names}.", "en"), "names", run("Amina", "sw"))
    assert (str(parts.before), [*map(str, parts.values)], str(parts.after)) == ("By ", ["Amina"], ".")


@pytest.mark.parametrize(
    ("count", "joins"), [(0, []), (1, []), (2, [" na "]), (3, [", ", " na "]), (4, [", ", ", ", " na "])]
)
def test_names_are_joined_as_the_edition_lists_them(count: int, joins: list[str]) -> None:
    assert [*map(str, joins_between(count, "sw", "sw", None))] == joins


def test_joins_are_the_editions_own_words() -> None:
    assert {one.lang for one in joins_between(3, "ar", "ar-EG", None)} == {"ar"}


def test_what_is_no_language_is_undetermined() -> None:
    assert run("x", 'en"><script>') == run("x", "und")
    assert run("x", "").dir == "ltr"


def test_blank_text_is_nothing() -> None:
    assert optional_run(" ", "en") is None
    assert not run("", "en")


def test_the_words_around_what_ai_wrote_say_their_language_where_it_is_another() -> None:
    begins, ends = passage_words(furniture("sw", {}), "sw")
    assert begins == '<span class="ai-label">Maandishi yaliyoandikwa na AI</span> '
    begins, ends = passage_words(furniture("sw", {}), "ar")
    assert begins == '<span class="ai-label" lang="sw" dir="ltr">Maandishi yaliyoandikwa na AI</span> '
    assert ends == '<span class="unseen" lang="sw" dir="ltr"> (Mwisho wa maandishi yaliyoandikwa na AI)</span>'
