"""Dates read in another zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from editor.core.errors import UserError
from editor.domain.article import ZoneSource
from editor.ui.widgets.rezoning import fields_in_zone, unclear_in_zone
from tests.builders import NOON, a_link, an_article, an_external, some_settings

SETTINGS = some_settings(display_zone="UTC")


def test_a_known_zone_moves_no_instant() -> None:
    article = an_article(published=NOON, display_zone="UTC")
    assert fields_in_zone(article, "Asia/Tokyo", SETTINGS) == {"display_zone": "Asia/Tokyo"}


def test_an_assumed_zone_keeps_what_clocks_showed() -> None:
    link = a_link(external=an_external(published=NOON))
    undated = a_link(external=an_external(published=None))
    article = an_article(published=NOON, zone_source=ZoneSource.ASSUMED, links=(link, undated, a_link("0" * 32)))
    fields = fields_in_zone(article, "Asia/Tokyo", SETTINGS)
    assert fields["published"] == NOON - timedelta(hours=9)
    assert "updated" not in fields
    links = fields["links"]
    assert isinstance(links, tuple)
    assert links[0].external.published == NOON - timedelta(hours=9)
    assert links[1:] == (undated, article.links[2])


def test_back_to_the_newsrooms_zone_takes_it_back() -> None:
    article = an_article(published=NOON, display_zone="Asia/Tokyo", zone_source=ZoneSource.ASSUMED)
    fields = fields_in_zone(article, "", SETTINGS)
    assert fields == {"display_zone": "", "published": NOON + timedelta(hours=9)}


def test_a_time_that_the_new_zones_clocks_show_twice_or_skip_is_asked_about() -> None:
    skipped, twice = datetime(2026, 3, 8, 2, 30, tzinfo=UTC), datetime(2026, 11, 1, 1, 30, tzinfo=UTC)
    plain, repeated = a_link(external=an_external(published=NOON)), a_link(external=an_external(published=twice))
    article = an_article(published=skipped, zone_source=ZoneSource.ASSUMED, links=(plain, repeated))
    asked = unclear_in_zone(article, "America/New_York", SETTINGS)
    assert [(one.key, one.wall, one.headline) for one in asked] == [
        ("published", "2026-03-08 02:30", ""),
        (repeated.id, "2026-11-01 01:30", "Visit announced"),
    ]
    assert [[f"{one:%H:%M}" for one in unclear.choices] for unclear in asked] == [
        ["06:30", "07:30"],
        ["05:30", "06:30"],
    ]
    with pytest.raises(UserError, match=r"show 2026-03-08 02:30 twice, or skip it.*Timeline panel"):
        fields_in_zone(article, "America/New_York", SETTINGS)
    said = {one.key: one.choices[1] for one in asked}
    fields = fields_in_zone(article, "America/New_York", SETTINGS, said)
    assert fields["published"] == asked[0].choices[1]
    links = fields["links"]
    assert isinstance(links, tuple)
    assert [link.external.published for link in links] == [NOON + timedelta(hours=5), asked[1].choices[1]]


def test_an_answer_about_a_date_that_was_changed_since_counts_for_nothing() -> None:
    twice, later = datetime(2026, 11, 1, 1, 30, tzinfo=UTC), datetime(2026, 11, 1, 1, 45, tzinfo=UTC)
    article = an_article(published=twice, zone_source=ZoneSource.ASSUMED)
    said = {one.key: one.choices[1] for one in unclear_in_zone(article, "America/New_York", SETTINGS)}
    assert unclear_in_zone(article, "America/New_York", SETTINGS, said) == ()
    plain = fields_in_zone(replace(article, published=NOON), "America/New_York", SETTINGS, said)
    assert plain["published"] == NOON + timedelta(hours=5)
    moved = replace(article, published=later)
    assert [one.wall for one in unclear_in_zone(moved, "America/New_York", SETTINGS, said)] == ["2026-11-01 01:45"]
    with pytest.raises(UserError, match="01:45"):
        fields_in_zone(moved, "America/New_York", SETTINGS, said)


def test_where_the_zone_is_known_nothing_is_asked() -> None:
    article = an_article(published=datetime(2026, 3, 8, 2, 30, tzinfo=UTC), display_zone="UTC")
    assert unclear_in_zone(article, "America/New_York", SETTINGS) == ()
