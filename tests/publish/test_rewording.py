"""An edit of words is told from every other change: what is not known to be words counts as more."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from editor.domain.article import Article, Correction, FormerSlug, Status
from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.publish.bodies import Bodies
from editor.publish.rewording import Framing, same_until
from editor.publish.site import Site
from tests.builders import NOON, a_link, an_article
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting

MAIN = "f" * 32


def keeps_its_frame(desk: Desk, **changes: Any) -> bool:  # noqa: ANN401 - any of an article
    """Say whether the main article of `desk` counts as the same but for words once it is changed so."""
    site = desk.site()
    before = Framing(site, Bodies()).frame(desk.articles[MAIN])
    desk.articles = {**desk.articles, MAIN: replace(desk.articles[MAIN], **changes)}
    after = Site.laid_out(desk.snapshot, site.editions, (), site.layout)
    return Framing(after, Bodies()).frame(desk.articles[MAIN]) == before


@pytest.mark.parametrize(
    "changes",
    [
        {"headline": "Another"},
        {"standfirst": "Another."},
        {"body": "Words."},
        {"reactions": "Words."},
        {"authorship": Authorship.HUMAN},
        {"reviewed_by": "Asha", "reviewed_at": NOON},
        {"ai_ranges": ((0, 5),)},
        {"changed_at": NOON + timedelta(days=9)},
        {"reviewed_version": "9" * 64},
        {"links": ()},
    ],
)
def test_words_are_words(changes: dict[str, object]) -> None:
    desk = a_full_desk()
    pictures_stay = {**changes}
    if "body" in changes:  # a body that shows pictures keeps them
        pictures_stay["body"] = desk.articles[MAIN].body + "\n\nWords."
    if "links" in changes:  # cards have pictures
        pictures_stay["links"] = (*desk.articles[MAIN].links, a_link(pending="later"))
    assert keeps_its_frame(desk, **pictures_stay)


@pytest.mark.parametrize(
    "changes",
    [
        {"section": "Another"},
        {"tags": ("Another",)},
        {"byline": ("Another",)},
        {"slug": "another"},
        {"former_slugs": (FormerSlug(slug="another"),)},
        {"language": "sw"},
        {"translation_set": "9" * 32},
        {"is_source": False},
        {"status": Status.DRAFT},
        {"status": Status.WITHDRAWN},
        {"published": NOON - timedelta(days=3)},
        {"updated": NOON},
        {"embargo": NOON + timedelta(days=3)},
        {"display_zone": "Asia/Kathmandu"},
        {"corrections": (Correction(at=NOON, note="Another."),)},
        {"trashed_at": NOON},
        {"hero": None},
        {"hero": Placement(image_id="c" * 32)},
        {"body": "No picture any more."},
        {"created_at": NOON},
    ],
)
def test_more_than_words_is_more(changes: dict[str, object]) -> None:
    assert not keeps_its_frame(a_full_desk(), **changes)


def test_a_field_that_nobody_named_counts_as_more() -> None:
    """Each field of an article stands in one of the two lists above, or is no part of what can change here."""
    named = {
        *("headline", "standfirst", "body", "reactions", "authorship", "reviewed_by", "reviewed_at", "ai_ranges"),
        *("links", "section", "tags", "byline", "slug", "former_slugs", "language", "translation_set", "is_source"),
        *("status", "published", "updated", "embargo", "display_zone", "corrections", "trashed_at", "hero"),
        "created_at",
    }
    rest = {"id", "translated_from", "approved_by", "approved_at", "reviewed_version", "withdrawal", "zone_source"}
    assert {field.name for field in fields(Article)} == named | rest | {"extra", "changed_at"}


def test_time_alone_changes_a_site_at_the_next_hour_or_when_news_grow_old() -> None:
    at = Desk(a_public_setting(), []).snapshot.at
    hour, day = timedelta(hours=1), timedelta(days=1)
    waits = an_article(id="2" * 32, status=Status.PUBLISHED, published=at, embargo=at + 5 * hour)
    fresh = an_article(id="3" * 32, status=Status.PUBLISHED, published=at - day)
    old = an_article(id="4" * 32, status=Status.PUBLISHED, published=at - 30 * day)
    draft = an_article(id="5" * 32, status=Status.DRAFT, embargo=at + hour)
    assert same_until(Desk(a_public_setting(), [waits, fresh, old, draft]).site()) == at + 5 * hour
    assert same_until(Desk(a_public_setting(), [fresh, old, draft]).site()) == at + day
    assert same_until(Desk(a_public_setting(), [old, draft]).site()) is None
