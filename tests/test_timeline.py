"""The timeline: order, words, zone, and what is marked or left out."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from editor.domain.article import Article, Status, ZoneSource
from editor.domain.concern import Concern
from editor.domain.house_style import HouseStyle
from editor.domain.link import Link
from editor.domain.settings import Edition
from editor.timeline import LONG_SILENCE, Timeline, timeline
from tests.builders import NOON, a_link, an_article, an_external, some_settings

PUBLISHED: dict[str, Any] = {"status": Status.PUBLISHED, "published": NOON - timedelta(days=2)}


def shown(*links: Link, targets: tuple[Article, ...] = (), locale: str = "en", **fields: object) -> Timeline:
    article = an_article(links=tuple(links), **fields)
    by_id = {target.id: target for target in targets}
    return timeline(article, by_id, settings=some_settings(), edition_locale=locale, at=NOON)


def external(headline: str, days: float, **fields: object) -> Link:
    outside = an_external(headline=headline, published=NOON - timedelta(days=days), **fields)
    return a_link(external=outside, on_timeline=True)


def said(timeline: Timeline, place: int = 0) -> str:
    return " | ".join(str(mark.message) for mark in timeline.entries[place].marks)


def test_newest_first_and_ties_in_link_order() -> None:
    found = shown(external("old", 9), external("tie one", 5), external("new", 1), external("tie two", 5))
    assert [entry.headline for entry in found.entries] == ["new", "tie one", "tie two", "old"]


def test_only_links_that_are_meant_for_it() -> None:
    found = shown(a_link(external=an_external()), external("shown", 1))
    assert [entry.headline for entry in found.entries] == ["shown"]


def test_dates_are_in_the_editions_style_and_the_pages_zone() -> None:
    link = external("drums", 2)
    assert shown(link, locale="sw").entries[0].date == "Jumatatu, 12. Mwezi wa kwanza 2026, 07:00:00"
    assert shown(link, locale="fr").entries[0].date == "lundi 12 janvier 2026 à 7h00"
    assert shown(link, display_zone="Asia/Tokyo").entries[0].date == "Monday, 12 January 2026, 21:00"


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
    found = shown(a_link(target, on_timeline=True), external("x", 3, language=""), targets=(target,), locale="sw")
    assert [(entry.headline, entry.language, entry.article) for entry in found.entries] == [
        ("Ngoma", "sw", target.id),
        ("x", "en", ""),
    ]
    assert found.entries[0].marks == ()


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
    assert [bool(entry.marks) for entry in twice.entries] == [False, True]
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
    assert "no publication date" in str(found.left_out[0].mark.message)
    assert "no date" in str(found.left_out[1].mark.message)


def test_what_is_not_there_is_left_out_and_says_so() -> None:
    found = shown(a_link(pending="drums-in-nara", on_timeline=True), a_link("01890c3e", on_timeline=True))
    assert [str(left.mark.message)[:42] for left in found.left_out] == [
        "This article is not in the newsroom yet. I",
        "This article is not there any more.",
    ]
    assert found.left_out[0].headline == "drums-in-nara"


def test_links_out_keep_their_address() -> None:
    assert shown(external("x", 1, url="https://news.test/x")).entries[0].url == "https://news.test/x"


def test_a_long_silence_is_said_at_the_entry_after_it() -> None:
    days = LONG_SILENCE.days
    found = shown(external("new", 1), external("old", 2 + days), external("older", 2 + 2 * days))
    assert said(found) == "Nothing for 61 days before this."
    assert [len(entry.marks) for entry in found.entries] == [1, 0, 0]


def test_a_translation_that_is_missing_and_one_that_waits() -> None:
    target = an_article(headline="Drums", **PUBLISHED)
    link = a_link(target, on_timeline=True)
    missing = shown(link, external("outside", 1), targets=(target,), locale="sw")
    assert [[mark.concern for mark in entry.marks] for entry in missing.entries] == [[], [Concern.UNTRANSLATED]]
    assert missing.entries[1].marks[0].article == target.id
    draft = an_article(headline="Ngoma", language="sw", status=Status.IN_REVIEW)
    found = timeline(
        an_article(links=(link,)),
        {target.id: target},
        settings=some_settings(),
        edition_locale="sw",
        at=NOON,
        waiting={target.id: draft},
    )
    assert said(found) == "Its translation is not published yet: its status is “In review”."
    assert found.entries[0].marks[0].article == draft.id


def test_each_mark_names_where_it_is_put_right() -> None:
    target = an_article(status=Status.DRAFT, published=NOON + timedelta(days=1))
    found = shown(a_link(target, on_timeline=True), external("later", -1), targets=(target,))
    assert [[(mark.concern, mark.article) for mark in entry.marks] for entry in found.entries] == [
        [(Concern.UNSEEN, target.id), (Concern.FUTURE, target.id)],
        [(Concern.FUTURE, "")],
    ]


def test_a_translation_of_the_article_itself_does_not_stand_on_its_timeline() -> None:
    twin = an_article(headline="Ngoma", language="sw", translation_set="set", **PUBLISHED)
    found = shown(a_link(twin, on_timeline=True), targets=(twin,), translation_set="set")
    assert (found.entries, found.left_out[0].mark.concern) == ((), Concern.ITSELF)


def test_how_long_ago_is_an_extra_of_one_day() -> None:
    found = shown(external("fresh", 0.25), external("old", 1), locale="ar")
    assert [entry.ago for entry in found.entries] == ["قبل 6 ساعات", ""]
    assert all(entry.date for entry in found.entries)
    settings = some_settings(house_styles={"ar": HouseStyle(digits="arab")})
    article = an_article(links=(external("fresh", 0.25),))
    native = timeline(article, {}, settings=settings, edition_locale="ar", at=NOON)
    assert native.entries[0].ago == "قبل ٦ ساعات"


def test_only_the_newest_are_put_into_words_and_all_are_counted() -> None:
    links = tuple(external(f"{days}", days) for days in range(1, 31))
    article = an_article(links=links)
    found = timeline(article, {}, settings=some_settings(), edition_locale="en", at=NOON, most=4)
    assert [entry.headline for entry in found.entries] == ["1", "2", "3", "4"]
    assert found.count == 30


def test_an_editions_own_zone_is_used_and_named() -> None:
    article = an_article(links=(external("drums", 2),))
    settings = some_settings(editions=(Edition(locale="en", display_zone="Asia/Tokyo"), Edition(locale="sw")))
    tokyo, desk = (timeline(article, {}, settings=settings, edition_locale=one, at=NOON) for one in ("en", "sw"))
    assert (tokyo.zone, tokyo.entries[0].date) == ("Asia/Tokyo", "Monday, 12 January 2026, 21:00")
    assert desk.zone == "America/New_York"


def test_a_zone_that_is_not_known_here_is_said_once_and_dates_are_shown_all_the_same() -> None:
    found = shown(external("drums", 2), display_zone="Mars/Base")
    assert found.trouble is not None
    assert found.trouble.concern is Concern.ZONE
    assert str(found.trouble.message) == (
        "This computer does not know the time zone “Mars/Base”. The dates are shown in UTC."
    )
    assert (found.zone, found.entries[0].date) == ("UTC", "Monday, 12 January 2026, 12:00")


@pytest.mark.parametrize("locale", ["sw", "en", "ar", "ja", "fa", "th"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_ends_of_time_are_shown(locale: str, zone: str) -> None:
    ends = [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC, microsecond=0)]
    links = [a_link(external=an_external(headline=f"{end}", published=end), on_timeline=True) for end in ends]
    found = shown(*links, locale=locale, display_zone=zone)
    assert [bool(entry.date) for entry in found.entries] == [True, True]
