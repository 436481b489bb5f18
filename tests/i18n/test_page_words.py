"""The furniture of a page: each word marked with the language it is in."""

from __future__ import annotations

import pytest

from editor.i18n.page_words import LOCALES, Word, is_reviewed, page_word, page_words


def test_there_are_29_locales() -> None:
    assert len(LOCALES) == 29
    assert {"en", "sw", "zh-Hans", "zh-Hant"} <= set(LOCALES)


def test_a_word() -> None:
    assert page_word("related", "sw") == Word("Makala yanayohusiana", "sw")
    assert str(page_word("related", "fr")) == "Articles connexes"


def test_a_region_is_served_by_its_language_and_keeps_its_tag() -> None:
    assert page_word("related", "sw-KE") == Word("Makala yanayohusiana", "sw-KE")
    assert page_word("decline", "zh-TW") == Word("拒絕", "zh-TW")


def test_a_word_that_is_lacking_is_english_and_says_so() -> None:
    assert page_word("related", "xx") == Word("Related articles", "en")


def test_places_are_filled() -> None:
    assert page_word("by_line", "sw").fill(names="A, B") == "Na A, B"


def test_an_unknown_key_is_our_bug() -> None:
    with pytest.raises(KeyError):
        page_word("unheard_of", "sw")


def test_words_are_not_changed_by_readers() -> None:
    with pytest.raises(TypeError):
        page_words("sw")["related"] = Word("", "")  # type: ignore[index]


def test_drafts_are_known_as_drafts() -> None:
    assert is_reviewed("en")
    assert not is_reviewed("yo")
    assert not is_reviewed("xx")
