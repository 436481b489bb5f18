"""Feeds that somebody saved: RSS, Atom, JSON Feed; all of one or nothing, and never anything that unfolds."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from editor.core.errors import UserError
from editor.domain.told import MOST_HEADLINE, Told
from editor.ingest.told_feed import MOST_ENTRIES, is_feed, read_feed

ZONE = ZoneInfo("UTC")
RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Paper</title><language>en-us</language>
<item><title>Port strike ends</title><link>https://example.org/a</link><description>&lt;p&gt;It &amp;amp; they
 ended.&lt;/p&gt;</description><pubDate>Sat, 10 Jan 2026 09:30:00 GMT</pubDate></item>
<item><title/><link>https://example.org/empty</link></item>
<item><title>Second</title><link>javascript:alert(1)</link><dc:date>2026-01-09</dc:date></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja"><title>新聞</title><entry><title>奈良の太鼓</title>
<link rel="self" href="https://example.org/self"/><link href="https://example.org/b"/><summary>概要</summary>
<published>2026-01-14T12:00:00Z</published><updated>2026-01-15T12:00:00Z</updated></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>Old</title></channel><item><title>One</title><link>https://example.org/c</link></item></rdf:RDF>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "title": "The Paper", "language": "sw", "items": [
 {"id": "1", "title": "Ngoma", "url": "https://example.org/d", "date_published": "2026-01-14T12:00:00Z"},
 {"id": "2", "content_text": "Only words."}, 7, {"id": "3"}]}"""


def test_rss() -> None:
    feed = read_feed(RSS.encode(), ZONE)
    assert (feed.title, feed.left_out) == ("The Paper", 1)
    assert feed.entries[0] == Told(
        headline="Port strike ends",
        summary="It & they ended.",
        url="https://example.org/a",
        published=datetime(2026, 1, 10, 9, 30, tzinfo=UTC),
        language="en-US",
        publisher="The Paper",
    )
    assert (feed.entries[1].headline, feed.entries[1].url) == ("Second", "")


def test_atom() -> None:
    (entry,) = read_feed(ATOM.encode(), ZONE).entries
    assert entry == Told(
        headline="奈良の太鼓",
        summary="概要",
        url="https://example.org/b",
        published=datetime(2026, 1, 14, 12, tzinfo=UTC),
        language="ja",
        publisher="新聞",
    )


def test_rss_of_the_first_kind() -> None:
    feed = read_feed(RDF.encode(), ZONE)
    assert (feed.title, [entry.url for entry in feed.entries]) == ("Old", ["https://example.org/c"])


def test_json_feed() -> None:
    feed = read_feed(JSON.encode(), ZONE)
    assert [(entry.headline, entry.summary) for entry in feed.entries] == [("Ngoma", ""), ("", "Only words.")]
    assert (feed.entries[0].language, feed.left_out) == ("sw", 1)


@pytest.mark.parametrize("text", [RSS, ATOM, RDF, JSON, f"\ufeff{RSS}"])
def test_how_feeds_begin(text: str) -> None:
    assert is_feed(text.encode())


@pytest.mark.parametrize("text", ["<!doctype html><title>x</title>", '{"a": 1}', "words", ""])
def test_what_is_no_feed(text: str) -> None:
    assert not is_feed(text.encode())


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    "<rss><channel><item><title>&b;</title></item></channel></rss>"
)
FETCHING = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><item><title>&a;</title></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RSS[:300], "damaged at line 4"),
        (RSS.replace("</item>", "", 1), "damaged at line"),
        ("<rss><channel><title>x</title></channel></rss>", "has no articles in it"),
        ('{"version": "https://jsonfeed.org/version/1", "items": []}', "has no articles in it"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [}', "damaged at line 1"),
        ('{"version": "https://jsonfeed.org/version/1"}', "is no feed"),
        ("[" * 100_000, "damaged at line 1"),
        ('{"items": ' + "[" * 100_000, "damaged at line 1"),
        ("<?xml version='1.0'?><svg/>", "is no feed: it begins with “svg”"),
        ("<?xml version='1.0' encoding='klingon'?><rss/>", "damaged"),
        (BOMB, "unfold or are fetched"),
        (FETCHING, "unfold or are fetched"),
    ],
)
def test_a_bad_feed_is_refused_whole(text: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        read_feed(text.encode(), ZONE)
    assert said in str(caught.value)
    assert caught.value.hint


def test_bytes_that_are_no_letters() -> None:
    with pytest.raises(UserError, match="damaged"):
        read_feed(b"<?xml version='1.0'?><rss><channel><item><title>\xff\xfe</title></item></channel></rss>", ZONE)
    with pytest.raises(UserError, match="damaged"):
        read_feed(b'{"items": "\xff"}', ZONE)


def test_more_entries_than_anybody_reads_and_a_headline_without_end() -> None:
    item = f"<item><title>{'x' * 2000}</title></item>"
    feed = read_feed(f"<rss><channel>{item * (MOST_ENTRIES + 7)}</channel></rss>".encode(), ZONE)
    assert (len(feed.entries), feed.left_out) == (MOST_ENTRIES, 7)
    assert len(feed.entries[0].headline) == MOST_HEADLINE


def test_elements_within_elements_without_end() -> None:
    deep = "<b>" * 20_000 + "x" + "</b>" * 20_000
    feed = read_feed(f"<rss><channel><item><title>{deep}</title></item></channel></rss>".encode(), ZONE)
    assert feed.entries[0].headline == "x"
