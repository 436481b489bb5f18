"""A layout worked out from the one before is the one that is worked out from all articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import timedelta
from typing import Any

import pytest

from editor.domain.article import Article, FormerSlug, Status
from editor.domain.settings import Edition
from editor.publish.layout import Layout
from editor.publish.relaying import Moved
from editor.publish.site import Site
from tests.builders import NOON, an_article
from tests.publish.newsrooms import Desk, a_public_setting

HOUR = timedelta(hours=1)


def one(number: int, **changes: Any) -> Article:  # noqa: ANN401 - any of an article
    """Return an article that is out, the lower its number the newer."""
    published = {"id": f"{number:032x}", "slug": f"n{number}", "status": Status.PUBLISHED, "section": "World"}
    return an_article(**{**published, "translation_set": f"set {number}", "published": NOON - number * HOUR, **changes})


def a_desk() -> Desk:
    """Return one of two languages: translations, names spelled in two ways, addresses that many would have."""
    editions = (Edition(locale="en", sections=("World", "Sport")), Edition(locale="sw", fallback=("en",)))
    articles = [
        one(1, tags=("Music", "River"), byline=("Asha",)),
        one(2, tags=("music",), byline=("Asha", "Li Na"), section="Sport"),
        one(3, language="sw", translation_set="set 1", is_source=False, section="Dunia", tags=("Mto",)),
        one(4, slug="topic", tags=("C",), section="Sport"),
        one(5, slug="Topic-2", tags=("C++",), section="Sport"),
        one(6, slug="topic-3", tags=("Music", "Music"), former_slugs=(FormerSlug(slug="once", until=NOON),)),
        one(7, status=Status.DRAFT, tags=("music",)),
        one(8, status=Status.WITHDRAWN, language="sw"),
        one(9, published=None, section=""),
        one(10, slug="once-more", former_slugs=(FormerSlug(slug="twice"),)),
        one(11, language="sw", section="dunia"),
    ]
    return Desk(a_public_setting(editions=editions), articles)


def plain(layout: Layout) -> dict[str, Any]:
    """Return `layout` as values that can be compared."""
    found = {part.name: dict(getattr(layout, part.name)) for part in fields(layout)}
    found["groups"] = {locale: list(groups.all) for locale, groups in layout.groups.items()}
    for name in ("shown", "withdrawn"):
        found[name] = {locale: list(ids) for locale, ids in found[name].items()}
    return found


def relaid(desk: Desk, before: Layout, was: Sequence[Article], now: Sequence[Article]) -> Layout:
    """Return the layout of `desk`, in which articles are `now` what they `was` not, worked out from the one before."""
    sets = {article.translation_set for article in (*was, *now)}
    members = [article for _, article in sorted(desk.articles.items()) if article.translation_set in sets]
    moved = Moved(
        ids={article.id for article in (*was, *now, *members)},
        members=members,
        had_former=any(article.former_slugs for article in was),
    )
    return Site.laid_out(desk.snapshot, desk.settings.editions, (), before, moved).layout


CHANGES: list[dict[str, object]] = [
    {"tags": ()},
    {"tags": ("Music", "music", "New")},
    {"tags": ("MUSIC",)},
    {"byline": ("Li Na",)},
    {"section": "Dunia"},
    {"section": "Sport"},
    {"published": NOON - 5 * HOUR},
    {"published": NOON - timedelta(days=90)},
    {"published": None},
    {"published": NOON, "embargo": NOON + timedelta(days=900)},
    {"status": Status.DRAFT},
    {"status": Status.PUBLISHED},
    {"status": Status.WITHDRAWN},
    {"slug": "another"},
    {"slug": "topic"},
    {"slug": "section"},
    {"slug": "once"},
    {"slug": "n" * 118},
    {"former_slugs": ()},
    {"former_slugs": (FormerSlug(slug="n1"), FormerSlug(slug="once"))},
    {"language": "sw"},
    {"is_source": False},
    {"translation_set": "set 1", "is_source": False},
    {"translation_set": "another"},
    {"display_zone": "Asia/Kathmandu"},
]


@pytest.mark.parametrize("number", range(1, 12))
@pytest.mark.parametrize("changes", CHANGES, ids=lambda changes: "-".join(map(str, changes.values()))[:40])
def test_it_is_what_all_articles_give(number: int, changes: dict[str, Any]) -> None:
    desk = a_desk()
    was = desk.articles[f"{number:032x}"]
    now = replace(was, **changes)
    if any(now.slug == other.slug for other in desk.articles.values() if other.id != now.id):
        return  # no newsroom has two articles of one slug
    first = desk.site().layout
    for old, new in ((was, now), (now, was)):
        desk.articles = {**desk.articles, new.id: new}
        first = relaid(desk, first, [old], [new])
        assert plain(first) == plain(desk.site().layout)


@pytest.mark.parametrize("number", range(1, 11))
def test_what_goes_and_comes_back_is_found_where_it_was(number: int) -> None:
    desk = a_desk()
    before, article = desk.site().layout, desk.articles[f"{number:032x}"]
    desk.articles = {key: one for key, one in desk.articles.items() if key != article.id}
    without = relaid(desk, before, [article], [])
    assert plain(without) == plain(desk.site().layout)
    desk.articles = {**desk.articles, article.id: article}
    assert plain(relaid(desk, without, [], [article])) == plain(before)
