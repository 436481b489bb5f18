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
from editor.publish.groups import Kind
from editor.publish.rewording import reworded, same_until
from editor.publish.site import Site
from tests.builders import NOON, a_link, an_article
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting

MAIN = "f" * 32


def after(desk: Desk, site: Site, **changes: Any) -> dict[str, Article] | None:  # noqa: ANN401 - any of an article
    """Return what is found once the main article of `desk` is changed so."""
    desk.articles = {**desk.articles, MAIN: replace(desk.articles[MAIN], **changes)}
    return reworded(site, desk.snapshot, same_until(site), Bodies())


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
    found = after(desk, desk.site(), **pictures_stay)
    assert found is not None
    assert set(found) == {MAIN}
    assert found[MAIN] is desk.articles[MAIN]


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
    desk = a_full_desk()
    site = desk.site()
    assert after(desk, site, **changes) is None


def test_settings_pictures_and_other_articles_are_more() -> None:
    desk = a_full_desk()
    site = desk.site()
    articles, images, settings = desk.articles, desk.images, desk.settings
    for change in (
        {"settings": replace(settings, name="Another")},
        {"images": {key: replace(image, credit="Another") for key, image in images.items()}},
        {"articles": {**articles, "9" * 32: an_article(id="8" * 32)}},
        {"articles": {key: article for key, article in articles.items() if key != MAIN}},
    ):
        desk.settings, desk.images, desk.articles = settings, images, articles
        for name, value in change.items():
            setattr(desk, name, value)
        assert reworded(site, desk.snapshot, same_until(site), Bodies()) is None, change
    desk.settings, desk.images, desk.articles = settings, images, articles
    assert reworded(site, desk.snapshot, same_until(site), Bodies()) == {}


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


def test_an_instant_before_or_after_which_it_is_another_site_is_more() -> None:
    at = Desk(a_public_setting(), []).snapshot.at
    desk = Desk(a_public_setting(), [an_article(id=MAIN, status=Status.PUBLISHED, published=at)])
    site, snapshot = desk.site(), desk.snapshot
    until = same_until(site)
    assert until is not None
    for instant, is_same in ((at, True), (at - timedelta(seconds=1), False), (until, False)):
        found = reworded(site, replace(snapshot, at=instant), until, Bodies())
        assert (found == {}) is is_same


def test_a_reworded_site_shows_what_a_new_one_does() -> None:
    desk = a_full_desk()
    before = desk.site()
    link = a_link(desk.articles[f"{3:032x}"])
    changes = {"headline": "Another", "links": (*desk.articles[MAIN].links, link)}
    changed = after(desk, before, **changes)
    assert changed
    site, anew = before.reworded(desk.snapshot, changed), desk.site()
    for edition in site.editions:
        assert site.shown(edition) == anew.shown(edition)
        assert site.withdrawn(edition) == anew.withdrawn(edition)
        assert site.moved(edition) == anew.moved(edition)
        for article in anew.shown(edition):
            assert site.page(edition, article) == anew.page(edition, article)
            assert site.targets(edition, article) == anew.targets(edition, article)
            assert site.member(edition, article.translation_set) == anew.member(edition, article.translation_set)
        for kind in Kind:
            assert site.groups(edition).of(kind) == anew.groups(edition).of(kind)
    assert all(leading <= site.leading[target] for target, leading in anew.leading.items())
