"""The timeline: order, words, zone, and what is marked or left out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from editor.domain.article import Article, Status, ZoneSource
from editor.domain.house_style import HouseStyle
from editor.domain.link import Link
from editor.timeline import Timeline, timeline
from tests.builders import NOON, a_link, an_article, an_external, some_settings

PUBLISHED: dict[str, Any] = {"status": Status.PUBLISHED, "published": NOON - timedelta(days=2)}


def shown(*links: Link, targets: tuple[Article, ...] = (), locale: str = "sw", **fields: object) -> Timeline:
    article = an_article(links=tuple(links), **fields)
    by_id = {target.id: target for target in targets}
    return timeline(article, by_id, settings=some_settings(), edition_locale=locale, at=NOON)


def external(headline: str, days: float, **fields: object) -> Link:
    outside = an_external(headline=headline, published=NOON - timedelta(days=days), **fields)
    return a_link(external=outside, on_timeline=True)


def said(timeline: Timeline, place: int = 0) -> str:
    return " | ".join(map(str, timeline.entries[place].problems))


def test_newest_first_and_ties_in_link_order() -> None:
    found = shown(external("old", 9), external("tie one", 5), external("new", 1), external("tie two", 5))
    assert [entry.headline for entry in found.entries] == ["new", "tie one", "tie two", "old"]


def test_only_links_that_are_meant_for_it() -> None:
    found = shown(a_link(external=an_external()), external("shown", 1))
    assert [entry.headline for entry in found.entries] == ["shown"]


def test_dates_are_in_the_editions_style_and_the_pages_zone() -> None:
    link = external("drums", 2)
    assert shown(link).entries[0].date == "Jumatatu, 12. Mwezi wa kwanza 2026, 07:00:00"
    assert shown(link, locale="fr").entries[0].date == "lundi 12 janvier 2026 à 7h00"
    assert shown(link, display_zone="Asia/Tokyo").entries[0].date == "Jumatatu, 12. Mwezi wa kwanza 2026, 21:00:00"


def test_a_newsrooms_own_style() -> None:
    article = an_article(links=(external("drums", 2),))
    settings = some_settings(house_styles={"sw": HouseStyle(long="d/M/y")})
    found = timeline(article, {}, settings=settings, edition_locale="sw", at=NOON)
    assert found.entries[0].date == "12/1/2026"


def test_the_zone_is_named_with_its_source() -> None:
    assert (shown().zone, shown().zone_source) == ("America/New_York", ZoneSource.GIVEN)
    assumed = shown(display_zone="Asia/Tokyo", zone_source=ZoneSource.ASSUMED)
    assert (assumed.zone, assumed.zone_source) == ("Asia/Tokyo", ZoneSource.ASSUMED)
    assert shown(zone_source=ZoneSource.ASSUMED).zone_source is ZoneSource.GIVEN


def test_own_articles_keep_their_language_and_external_ones_may_have_none() -> None:
    target = an_article(headline="Ngoma", language="sw", **PUBLISHED)
    found = shown(a_link(target, on_timeline=True), external("x", 3, language=""), targets=(target,))
    assert [(entry.headline, entry.language, entry.article) for entry in found.entries] == [
        ("Ngoma", "sw", target.id),
        ("x", "en", ""),
    ]
    assert found.entries[0].problems == ()


def test_an_external_article_known_by_its_summary() -> None:
    assert shown(external("", 1, summary="The talks.")).entries[0].headline == "The talks."


def test_a_link_leads_to_what_the_edition_shows() -> None:
    target = an_article(headline="Drums", **PUBLISHED)
    translated = an_article(headline="Ngoma", language="sw", **PUBLISHED)
    link = a_link(target, on_timeline=True)
    found = timeline(
        an_article(links=(link,)), {target.id: translated}, settings=some_settings(), edition_locale="sw", at=NOON
    )
    assert (found.entries[0].headline, found.entries[0].article) == ("Ngoma", translated.id)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": Status.DRAFT}, "status is “Draft”"),
        ({"status": Status.WITHDRAWN}, "status is “Withdrawn”"),
        ({"embargo": NOON + timedelta(hours=1)}, "under embargo"),
        ({"trashed_at": NOON}, "in the trash"),
    ],
)
def test_a_target_that_readers_do_not_see(fields: dict[str, Any], words: str) -> None:
    target = an_article(**(PUBLISHED | fields))
    assert words in said(shown(a_link(target, on_timeline=True), targets=(target,)))


def test_a_date_in_the_future() -> None:
    assert said(shown(external("tomorrow", -1))) == "This date lies in the future."
    assert said(shown(external("now", 0))) == ""


def test_the_same_twice() -> None:
    target = an_article(**PUBLISHED)
    twice = shown(a_link(target, on_timeline=True), a_link(target, on_timeline=True), targets=(target,))
    assert [bool(entry.problems) for entry in twice.entries] == [False, True]
    assert "twice" in said(twice, 1)
    assert "twice" in said(shown(external("Drums", 1), external("drums", 1)), 1)
    assert "twice" in said(shown(external("a", 1, url="https://x.test"), external("b", 2, url="https://x.test")), 1)
    assert said(shown(external("Drums", 1), external("Drums", 2)), 1) == ""


def test_what_has_no_date_is_left_out_and_says_so() -> None:
    target = an_article(headline="Undated", status=Status.DRAFT)
    outside = a_link(external=an_external(headline="Outside", published=None), on_timeline=True)
    found = shown(a_link(target, on_timeline=True), outside, targets=(target,))
    assert found.entries == ()
    assert [(left.headline, left.article) for left in found.left_out] == [("Undated", target.id), ("Outside", "")]
    assert "no publication date" in str(found.left_out[0].problem)
    assert "no date" in str(found.left_out[1].problem)


def test_what_is_not_there_is_left_out_and_says_so() -> None:
    found = shown(a_link(pending="drums-in-nara", on_timeline=True), a_link("01890c3e", on_timeline=True))
    assert [str(left.problem)[:42] for left in found.left_out] == [
        "This article is not in the newsroom yet. I",
        "This article is not there any more.",
    ]
    assert found.left_out[0].headline == "drums-in-nara"


def test_links_out_keep_their_address() -> None:
    assert shown(external("x", 1, url="https://news.test/x")).entries[0].url == "https://news.test/x"
