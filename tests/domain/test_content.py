"""Articles as plain values and back, and the hash of what they say."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from editor.domain.article import Article, Correction, Status, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.content import (
    article_from_plain,
    article_to_plain,
    canonical,
    content_hash,
    instant_from,
    instant_or_none,
)
from editor.domain.image import Placement
from tests.builders import NOON, a_link, an_article, an_external, an_id


def a_full_article() -> Article:
    return an_article(
        language="zh-Hant",
        headline="奈良的鼓 <script>",
        is_source=False,
        standfirst="Two leaders\nplayed drums.",
        byline=("Amina Otieno", "李"),
        authorship=Authorship.AI_ASSISTED,
        reviewed_by="Amina",
        reviewed_at=NOON,
        status=Status.PUBLISHED,
        section="World",
        tags=("Japan", "日本"),
        published=NOON,
        updated=NOON + timedelta(hours=1),
        embargo=NOON - timedelta(days=1),
        display_zone="Asia/Tokyo",
        zone_source=ZoneSource.ASSUMED,
        hero=Placement(image_id=an_id(), caption="A caption"),
        body="Body *text*\r\n",
        reactions="People liked it.",
        corrections=(Correction(at=NOON, note="A name was wrong."),),
        links=(
            a_link(an_id(), on_timeline=True),
            a_link(pending="not-there-yet"),
            a_link(external=an_external(picture=Placement(image_id=an_id()), authorship=Authorship.AI_GENERATED)),
        ),
        extra={"house-key": ["a", {"b": "c"}]},
        created_at=NOON,
        changed_at=NOON,
        trashed_at=NOON,
    )


def test_an_article_survives_the_way_through_json() -> None:
    article = a_full_article()
    assert article_from_plain(json.loads(canonical(article_to_plain(article)))) == article


def test_a_key_of_a_later_makala_is_left_out() -> None:
    plain = article_to_plain(an_article(id=an_id(7)))
    assert article_from_plain(plain | {"mood": "calm"}) == an_article(id=an_id(7))


def test_bookkeeping_is_no_content() -> None:
    article = a_full_article()
    moved = replace(
        article,
        id=an_id(),
        translation_set=an_id(),
        is_source=True,
        created_at=None,
        changed_at=NOON + timedelta(days=9),
        trashed_at=None,
        links=tuple(replace(link, id=an_id()) for link in article.links),
    )
    assert content_hash(moved) == content_hash(article)


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "Another"},
        {"body": "Body *text*\n"},
        {"links": ()},
        {"hero": None},
        {"status": Status.WITHDRAWN},
        {"tags": ("日本", "Japan")},
        {"extra": {}},
        {"ai_ranges": ((0, 2),)},
    ],
)
def test_every_word_counts(change: dict[str, object]) -> None:
    article = a_full_article()
    assert content_hash(replace(article, **change)) != content_hash(article)  # type: ignore[arg-type]


def test_a_hash_holds_for_good() -> None:
    article = an_article(id=an_id(1), headline="Drums")
    assert content_hash(article) == "fd07da3a65d25977d675224b5d3eecf16730cda1d77d79272d9a30e59b5a7f90"


def test_instants_are_utc_whole_seconds_and_never_naive() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert instant_or_none(datetime(2026, 1, 14, 21, 0, tzinfo=tokyo)) == "2026-01-14T12:00:00Z"
    assert instant_or_none(datetime(476, 9, 4, tzinfo=UTC)) == "0476-09-04T00:00:00Z"
    assert instant_from("0476-09-04T00:00:00Z") == datetime(476, 9, 4, tzinfo=UTC)
    assert instant_or_none(None) is None
    assert instant_from(None) is None
    with pytest.raises(ValueError, match="zone"):
        instant_or_none(datetime(2026, 1, 14))  # noqa: DTZ001 - the very mistake


def test_broken_text_is_hashed_and_not_a_crash() -> None:
    assert content_hash(an_article(id=an_id(1), body="half \ud83d")) != content_hash(an_article(id=an_id(1)))
