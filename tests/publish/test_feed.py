"""A feed is as young as its youngest item, and an empty one has no age."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from editor.publish.feed import Feed, Item
from tests.builders import NOON


def test_a_feed_is_as_young_as_its_youngest_item() -> None:
    item = Item(
        id="urn:uuid:1",
        url="https://news.example/a/",
        title="A",
        summary="",
        html="",
        language="en",
        authors=(),
        tags=(),
        published=NOON,
        updated=NOON,
    )
    later = replace(item, updated=NOON + timedelta(hours=3))
    feed = Feed(title="T", publisher="P", language="en", home="https://news.example/", items=(later, item))
    assert feed.updated == later.updated
    assert replace(feed, items=()).updated is None
