"""The forms of a feed, read by a parser nobody here wrote: nothing odd, every date right, in every language."""

from __future__ import annotations

import calendar
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest

from editor.publish.feed import Feed, FeedPicture, Gone, Item
from editor.publish.feed_forms import FORMS, FeedForm, atom
from tests.builders import NOON
from tests.publish.newsrooms import a_full_desk

_DELETED = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
HOSTILE = "<script>alert('1')</script> & \"quotes\" ]]> \u202e مرحبا 東京 \U0001f600"
ITEM = Item(
    id="urn:uuid:018f0000-0000-7000-8000-000000000001",
    url="https://news.example/sw/a/",
    title=HOSTILE,
    summary=HOSTILE,
    html=f"<p>{HOSTILE.replace('<', '&lt;')}</p>",
    language="ar",
    authors=("Amina <Odhiambo>", "Jun & Tanaka"),
    tags=("a & b", '"c"'),
    published=NOON,
    updated=NOON + timedelta(hours=2),
    picture=FeedPicture(
        url="https://news.example/images/a.jpg",
        type="image/jpeg",
        width=1200,
        height=630,
        about=HOSTILE,
        credit="D & E",
    ),
)
FEED = Feed(title=HOSTILE, publisher="The & Desk", language="sw", home="https://news.example/sw/", items=(ITEM,))
XML = [form for form in FORMS if form.file != "feed.json"]


def parsed(form: FeedForm, feed: Feed) -> Any:  # noqa: ANN401 - the parser's own kind of dictionary
    found = feedparser.parse(form.write(feed, f"https://news.example/sw/{form.file}"), sanitize_html=False)
    assert not found.bozo, found.get("bozo_exception")
    return found


@pytest.mark.parametrize("form", XML, ids=lambda form: form.title)
def test_a_parser_finds_every_word_and_every_date(form: FeedForm) -> None:
    found = parsed(form, FEED)
    (entry,) = found.entries
    assert found.feed.title == HOSTILE
    assert found.feed.language == "sw"
    assert (entry.id, entry.link, entry.title) == (ITEM.id, ITEM.url, HOSTILE)
    assert entry.summary == HOSTILE
    assert entry.content[0].value == ITEM.html
    assert [tag.term for tag in entry.tags] == list(ITEM.tags)
    assert [author.name for author in entry.authors] == list(ITEM.authors)
    assert calendar.timegm(entry.published_parsed) == ITEM.published.timestamp()
    assert calendar.timegm(entry.updated_parsed) == ITEM.updated.timestamp()
    assert entry.media_content[0]["url"] == "https://news.example/images/a.jpg"


@pytest.mark.parametrize("form", XML, ids=lambda form: form.title)
def test_what_a_feed_is_called_is_what_it_is(form: FeedForm) -> None:
    assert parsed(form, FEED).version == {"Atom": "atom10", "RSS": "rss20"}[form.title]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.title)
def test_a_feed_without_items_and_one_without_words_are_feeds(form: FeedForm) -> None:
    bare = replace(ITEM, summary="", authors=(), tags=(), picture=None, html="")
    for feed in (replace(FEED, items=()), replace(FEED, items=(bare,))):
        data = form.write(feed, "https://news.example/feed")
        if form.file == "feed.json":
            assert len(json.loads(data)["items"]) == len(feed.items)
        else:
            assert len(parsed(form, feed).entries) == len(feed.items)


def test_a_json_feed_has_what_its_standard_asks_for() -> None:
    form = next(form for form in FORMS if form.file == "feed.json")
    plain = json.loads(form.write(FEED, "https://news.example/sw/feed.json"))
    assert plain["version"] == "https://jsonfeed.org/version/1.1"
    assert plain["feed_url"] == "https://news.example/sw/feed.json"
    (item,) = plain["items"]
    assert item["id"] == ITEM.id
    assert item["content_html"] == ITEM.html
    assert item["authors"] == [{"name": name} for name in ITEM.authors]
    assert datetime.fromisoformat(item["date_published"]) == NOON.astimezone(UTC)
    assert "" not in item.values()


def test_27_the_dates_of_feeds_are_ascii_in_every_edition() -> None:
    files = a_full_desk().files()
    for locale in ("en", "sw", "ar", "ja"):
        for form in XML:
            found = feedparser.parse(files[f"{locale}/{form.file}"].make(), sanitize_html=False)
            assert not found.bozo
            assert len(found.entries) > 5
            assert all(entry.published.isascii() and entry.published_parsed for entry in found.entries)


def test_what_was_withdrawn_is_a_deleted_entry_by_rfc_6721_and_the_feed_still_parses() -> None:
    said = Gone(id="urn:uuid:1", at=NOON + timedelta(days=9), note="A <source> was wrong.")
    gone = (said, Gone(id="urn:uuid:2", at=NOON))
    feed = replace(FEED, gone=gone)
    data = atom(feed, "https://news.example/feed.atom")
    entries = ET.fromstring(data).findall(_DELETED)  # noqa: S314 - our own
    assert [(one.get("ref"), one.get("when")) for one in entries] == [
        ("urn:uuid:1", "2026-01-23T12:00:00Z"),
        ("urn:uuid:2", "2026-01-14T12:00:00Z"),
    ]
    assert [child.text for child in entries[0]] == ["A <source> was wrong."]
    parsed = feedparser.parse(data)
    assert not parsed.bozo
    assert len(parsed.entries) == len(FEED.items)
    assert feed.updated == NOON + timedelta(days=9)
