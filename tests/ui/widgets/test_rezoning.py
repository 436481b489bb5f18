"""Dates read in another zone."""

from __future__ import annotations

from datetime import timedelta

from editor.domain.article import ZoneSource
from editor.ui.widgets.rezoning import fields_in_zone
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
