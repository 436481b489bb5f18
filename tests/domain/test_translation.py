"""What a translation set shares, and how far a translation is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.domain.article import Article, TranslationState
from editor.domain.image import Placement
from editor.domain.settings import Edition
from editor.domain.translation import (
    STATE_WORDS,
    approve,
    completed,
    joined_to,
    missing,
    shared_with,
    source_of,
    state_of,
    states,
    text_hash,
    told_apart,
    translated_words,
    withdraw_approval,
)
from tests.builders import NOON, a_link, an_article

EN = an_article(id="en", headline="Drums", body="They played.", translation_set="en")
SW = replace(EN, id="sw", language="sw", is_source=False, translated_from=translated_words(EN))
DONE = replace(SW, headline="Ngoma", body="Walipiga.")


@pytest.mark.parametrize(
    ("translation", "source", "state"),
    [
        (SW, EN, TranslationState.DRAFT),
        (SW, replace(EN, body="They sang."), TranslationState.DRAFT),
        (replace(SW, headline="", body=""), EN, TranslationState.DRAFT),
        (DONE, EN, TranslationState.TRANSLATING),
        (replace(DONE, translated_from=""), EN, TranslationState.TRANSLATING),
        (replace(DONE, approved_at=NOON), EN, TranslationState.APPROVED),
        (replace(DONE, approved_at=NOON), replace(EN, tags=("Japan",)), TranslationState.APPROVED),
        (replace(DONE, approved_at=NOON), replace(EN, headline="Drum"), TranslationState.SOURCE_CHANGED),
    ],
)
def test_how_far_a_translation_is(translation: Article, source: Article, state: TranslationState) -> None:
    assert states([source, translation]) == {"en": TranslationState.SOURCE, "sw": state}


def test_without_a_source_an_approval_stands() -> None:
    assert states([replace(DONE, approved_at=NOON)])["sw"] is TranslationState.APPROVED
    assert source_of([DONE]) is None
    assert state_of(text_hash("a", "", "", ""), "", None, is_approved=False) is TranslationState.TRANSLATING


def test_an_approval_names_who_when_and_which_words_and_is_taken_back() -> None:
    edit = approve(DONE, EN, "Amina", NOON)
    approved = edit.on(DONE)
    assert (approved.approved_by, approved.approved_at, approved.translated_from) == (
        "Amina",
        NOON,
        translated_words(EN),
    )
    assert edit.inverse().on(approved) == DONE
    assert states([EN, withdraw_approval(approved).on(approved)])["sw"] is TranslationState.TRANSLATING


def test_an_edition_lacks_what_it_carries_in_another_language_only() -> None:
    editions = (
        Edition(locale="en"),
        Edition(locale="sw"),
        Edition(locale="ar", fallback=("en",)),
        Edition(locale="fa", fallback=()),
        Edition(locale="ja", fallback=("ko",)),
        Edition(locale="fr", sections=("Sport",)),
        Edition(locale="de", sections=("World",)),
    )
    assert missing([("en", "World")], editions) == ("sw", "ar", "de")
    assert missing([("en", "World"), ("sw", "Dunia"), ("ar", ""), ("de", "Welt")], editions) == ()


def test_what_is_shared_goes_to_the_other_member_and_words_do_not() -> None:
    link = a_link("target")
    edited = replace(
        EN, links=(link, a_link("sw")), published=NOON, tags=("x",), hero=Placement(image_id="i", caption="C")
    )
    fields = shared_with(DONE, edited, {"links", "published", "hero", "tags", "headline"})
    assert fields == {"links": (link,), "published": NOON, "hero": Placement(image_id="i")}
    here = replace(DONE, hero=Placement(image_id="i", caption="Wapigaji"))
    assert "hero" not in shared_with(here, edited, {"hero"})
    assert shared_with(here, replace(edited, hero=None), {"hero"}) == {"hero": None}


def test_who_joins_a_set_gets_what_it_shares_and_is_told_what_was_given_up() -> None:
    link = a_link("target")
    member = replace(EN, links=(link,), published=NOON, display_zone="Asia/Tokyo")
    coming = replace(DONE, links=(a_link("other"),), embargo=NOON, display_zone="UTC")
    joined = joined_to(coming, member)
    assert (joined.links, joined.published, joined.embargo, joined.display_zone) == ((link,), NOON, NOON, "Asia/Tokyo")
    assert told_apart(coming, joined) == ("links", "display-zone")
    assert told_apart(replace(DONE, links=(replace(link, id="another"),)), joined) == ()


def test_a_file_that_is_silent_about_what_is_shared_leaves_it() -> None:
    known = replace(DONE, links=(a_link("target"),), published=NOON, display_zone="Asia/Tokyo")
    assert completed(DONE, known).links == known.links
    assert completed(replace(DONE, display_zone="UTC"), known).display_zone == "UTC"


def test_every_state_has_its_words() -> None:
    assert STATE_WORDS.keys() == set(TranslationState)
