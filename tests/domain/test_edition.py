"""Which articles an edition carries."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.domain.article import Article, Status
from editor.domain.edition import carried, could_be_out, empty_sections, is_out, member_for, waiting, zone_for
from editor.domain.settings import Edition
from tests.builders import NOON, an_article, some_settings


def member(language: str, *, age: int = 0, is_source: bool = False) -> Article:
    return an_article(
        language=language, translation_set="set", is_source=is_source, created_at=NOON + timedelta(days=age)
    )


ENGLISH = member("en", age=2, is_source=True)
ARABIC = member("ar", age=1)
JAPANESE = member("ja", age=3)
MEMBERS = [JAPANESE, ENGLISH, ARABIC]


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        (Edition(locale="ja"), JAPANESE),
        (Edition(locale="sw"), ENGLISH),
        (Edition(locale="sw", fallback=("fr", "ar", "en")), ARABIC),
        (Edition(locale="sw", fallback=("fr",)), None),
        (Edition(locale="sw", fallback=()), None),
        (Edition(locale="ar", fallback=()), ARABIC),
    ],
)
def test_the_member_that_an_edition_shows(edition: Edition, expected: Article | None) -> None:
    assert member_for(edition, MEMBERS) is expected


def test_an_edition_finds_its_language_under_an_older_tag_but_its_own_tag_first() -> None:
    old, new = member("iw", age=1), member("he", age=2)
    assert member_for(Edition(locale="he", fallback=()), [old]) is old
    assert member_for(Edition(locale="sw", fallback=("he",)), [ARABIC, old]) is old
    assert member_for(Edition(locale="he", fallback=()), [old, new]) is new, "a set of an older newsroom"


def test_without_a_source_the_oldest_is_shown() -> None:
    assert member_for(Edition(locale="sw"), [JAPANESE, ARABIC]) is ARABIC


def test_an_empty_set_shows_nothing() -> None:
    assert member_for(Edition(locale="sw"), []) is None


@given(st.permutations(MEMBERS))
def test_the_order_of_asking_decides_nothing(members: list[Article]) -> None:
    assert member_for(Edition(locale="sw"), members) is ENGLISH


@pytest.mark.parametrize(
    ("article", "is_seen"),
    [
        (an_article(status=Status.PUBLISHED), True),
        (an_article(status=Status.PUBLISHED, embargo=NOON), True),
        (an_article(status=Status.PUBLISHED, embargo=NOON + timedelta(seconds=1)), False),
        (an_article(status=Status.PUBLISHED, published=NOON), True),
        (an_article(status=Status.PUBLISHED, published=NOON + timedelta(seconds=1)), False),
        (an_article(status=Status.PUBLISHED, trashed_at=NOON), False),
        (an_article(status=Status.READY), False),
        (an_article(status=Status.WITHDRAWN), False),
    ],
)
def test_who_is_out(article: Article, *, is_seen: bool) -> None:
    assert is_out(article, NOON) is is_seen


def test_the_hours_of_those_who_wait_the_next_one_first() -> None:
    def hour(days: int, **fields: datetime) -> Article:
        return an_article(status=Status.PUBLISHED, embargo=NOON + timedelta(days=days), **fields)

    scheduled = an_article(status=Status.PUBLISHED, published=NOON + timedelta(days=2))
    found = [hour(3), hour(1, published=NOON), scheduled, hour(-1), hour(9, trashed_at=NOON), an_article()]
    assert waiting(found, NOON) == [NOON + timedelta(days=days) for days in (1, 2, 3)]
    assert waiting([replace(hour(1), status=Status.READY)], NOON) == []


def test_readers_may_have_met_what_is_out_and_what_was() -> None:
    there = an_article(status=Status.PUBLISHED, published=NOON)
    assert could_be_out(there, NOON)
    assert could_be_out(replace(there, status=Status.WITHDRAWN), NOON)
    assert not could_be_out(replace(there, status=Status.READY), NOON)
    assert not could_be_out(replace(there, embargo=NOON + timedelta(hours=1)), NOON)


def test_newest_first_undated_last_ties_by_id() -> None:
    old = an_article(published=NOON - timedelta(days=1))
    undated = an_article()
    first, second = sorted((an_article(published=NOON), an_article(published=NOON)), key=lambda article: article.id)
    assert carried(Edition(locale="en"), [undated, second, old, first]) == [first, second, old, undated]


def test_an_edition_shows_one_member_of_each_set() -> None:
    assert carried(Edition(locale="ja"), MEMBERS) == [JAPANESE]


def test_an_articles_own_zone_goes_before_the_newsrooms() -> None:
    settings = some_settings(display_zone="Africa/Nairobi")
    assert zone_for(an_article(), settings) == "Africa/Nairobi"
    assert zone_for(an_article(display_zone="Asia/Tokyo"), settings) == "Asia/Tokyo"


def test_an_edition_of_some_sections_carries_what_stands_in_them_in_any_language() -> None:
    """A section may be called differently in each language: an article counts together with its translations."""
    world = an_article(id="1", language="en", section="World", published=NOON)
    dunia = an_article(id="2", language="sw", section="Dunia", translation_set=world.translation_set, published=NOON)
    sport = an_article(id="3", language="en", section="Sport", published=NOON - timedelta(days=1))
    loose = an_article(id="4", language="en", section="", published=NOON - timedelta(days=2))
    every = [world, dunia, sport, loose]
    assert carried(Edition(locale="sw"), every) == [dunia, sport, loose]
    assert carried(Edition(locale="sw", sections=("World",)), every) == [dunia]
    assert carried(Edition(locale="sw", sections=("Dunia",)), every) == [dunia]
    assert carried(Edition(locale="en", sections=("Dunia", "Sport")), every) == [world, sport]
    assert carried(Edition(locale="en", sections=("",)), every) == [loose]
    assert carried(Edition(locale="en", sections=("Wrold",)), every) == []
    assert empty_sections(Edition(locale="en", sections=("Wrold", "Sport", "")), {"World", "Sport"}) == ("Wrold",)


def test_an_editions_own_zone_stands_between_the_articles_and_the_newsrooms() -> None:
    here, plain = Edition(locale="ja", display_zone="Asia/Tokyo"), Edition(locale="sw")
    settings = some_settings(display_zone="Africa/Nairobi", editions=(here, plain))
    assert zone_for(an_article(), settings, "ja") == "Asia/Tokyo"
    assert zone_for(an_article(display_zone="UTC"), settings, "ja") == "UTC"
    for locale in ("sw", "fr", ""):  # one without its own, one that is not there, none at all
        assert zone_for(an_article(), settings, locale) == "Africa/Nairobi"
