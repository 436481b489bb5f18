"""Furniture is marked with its language, English where the locale lacks a word."""

from __future__ import annotations

import pytest

from editor.publish.furniture import around, foreign, furniture, joins_between, optional_run, passage_words, run


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


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        *(("en-US", "en"), ("en", "en-KE"), ("en-US", "en-GB"), ("zh-TW", "zh-Hant"), ("zh", "zh-Hans")),
        *(
            ("iw", "he"),
            ("he", "iw"),
            ("no", "nb"),
            ("nb", "no"),
            ("nb-NO", "no"),
            ("sr-Latn", "sr"),
            ("sr", "sr-Latn"),
        ),
        *(("sh", "sr"), ("swc", "sw"), ("sr-Cyrl-RS", "sr"), ("mo", "ro"), ("dag", "dag")),
    ],
)
def test_what_readers_read_as_their_own_is_not_called_another_language(language: str, locale: str) -> None:
    assert foreign(language, locale) is None


@pytest.mark.parametrize(
    ("language", "locale", "name", "spoken"),
    [
        ("zh-Hans", "zh-Hant", "簡體中文", "zh-Hant"),
        ("nn", "nb", "Norsk nynorsk", "nb"),
        ("iw", "en", "Hebrew", "en"),
        ("pa-Arab", "pa", "ਪੰਜਾਬੀ (ਅਰਬੀ)", "pa"),
        ("hr", "sr", "Хрватски", "sr"),
        ("dag", "sw", "Dag", "und"),
        ("en", "sw-KE", "Kiingereza", "sw-KE"),
    ],
)
def test_another_language_is_called_by_its_name(language: str, locale: str, name: str, spoken: str) -> None:
    said = foreign(language, locale)
    assert said is not None
    assert (said.text, said.lang) == (name, spoken)
