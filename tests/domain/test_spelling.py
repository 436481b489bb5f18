"""A newsroom's own words: by language, whatever the apostrophe and the capital at the beginning."""

from __future__ import annotations

from editor.domain.settings import NewsroomSettings
from editor.domain.spelling import (
    ignored_words,
    is_listed,
    newsroom_words,
    plain_word,
    with_ignored,
    with_word,
    without_word,
)


def test_words_are_kept_by_language() -> None:
    settings = with_word(with_word(NewsroomSettings(name="n"), "sw-TZ", "ng’ombe"), "en", "Lumumba")
    assert settings.extra["accepted-words"] == {"en": ["Lumumba"], "sw": ["ng'ombe"]}
    assert newsroom_words(settings, "sw") == {"ng'ombe"}
    assert newsroom_words(settings, "fr") == frozenset()


def test_what_was_added_is_taken_out_again() -> None:
    before = NewsroomSettings(name="n", extra={"other": 1})
    after = with_word(before, "en", "ferryman")
    assert without_word(after, "en", "Ferryman") == before
    assert with_word(after, "en", "ferryman") == after


def test_other_things_under_that_name_are_no_words() -> None:
    for odd in ("x", ["x"], {"en": "x"}, {"en": [1, None]}):
        assert newsroom_words(NewsroomSettings(name="n", extra={"accepted-words": odd}), "en") == frozenset()


def test_a_word_is_listed_with_a_capital_and_with_a_possessive() -> None:
    listed = {"ferryman", "Lumumba", "ng'ombe"}
    for word in ("ferryman", "Ferryman", "ferryman’s", "Lumumba", "Lumumba's", "ng’ombe", "Ng'ombe"):
        assert is_listed(word, listed), word
    for word in ("lumumba", "ferry", "ferrymans", "'s", ""):
        assert not is_listed(word, listed), word
    assert plain_word("e\u0301ʼ") == "é'"


def test_words_are_ignored_in_one_article_and_looked_at_again() -> None:
    before = with_word(NewsroomSettings(name="n"), "en", "ferryman")
    after = with_ignored(before, "a1", "ng’ombe", is_ignored=True)
    assert ignored_words(after, "a1") == {"ng'ombe"}
    assert ignored_words(after, "a2") == frozenset()
    assert newsroom_words(after, "en") == {"ferryman"}
    assert with_ignored(after, "a1", "ng'ombe", is_ignored=False) == before
