"""The forms of a feed: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1. One more is one line in `FORMS`.

All of them hold the same items with the same ids, so that who changes from one to another meets nothing twice.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from xml.etree import ElementTree as ET

from editor.core.clock import instant_text
from editor.publish.feed import Feed, Item

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_CREATOR = "http://purl.org/dc/elements/1.1/"
_MEDIA = "http://search.yahoo.com/mrss/"
_GONE = "http://purl.org/atompub/tombstones/1.0"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
for _prefix, _address in (("atom", _ATOM), ("content", _CONTENT), ("dc", _CREATOR), ("media", _MEDIA), ("at", _GONE)):
    ET.register_namespace(_prefix, _address)
# Atom wants an instant where there is none yet.
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FeedForm:
    """One form: the name of its file in an edition's folder, its media type, and how it is written.

    `write` is given the feed and the public address of the file.
    """

    file: str
    type: str
    title: str
    write: Callable[[Feed, str], bytes]


def atom(feed: Feed, address: str) -> bytes:
    """Return `feed` as an Atom document; what was withdrawn is a deleted entry (RFC 6721)."""
    root = ET.Element(f"{{{_ATOM}}}feed", {_LANG: feed.language})
    _put(root, _ATOM, "id", address)
    _put(root, _ATOM, "title", feed.title)
    _put(root, _ATOM, "updated", instant_text(feed.updated or _NEVER))
    ET.SubElement(root, f"{{{_ATOM}}}link", rel="self", type="application/atom+xml", href=address)
    ET.SubElement(root, f"{{{_ATOM}}}link", rel="alternate", type="text/html", href=feed.home)
    _put(ET.SubElement(root, f"{{{_ATOM}}}author"), _ATOM, "name", feed.publisher)
    for item in feed.items:
        _entry(ET.SubElement(root, f"{{{_ATOM}}}entry", {_LANG: item.language}), item)
    for one in feed.gone:
        entry = ET.SubElement(root, f"{{{_GONE}}}deleted-entry", ref=one.id, when=instant_text(one.at))
        if one.note:
            _put(entry, _GONE, "comment", one.note)
    return _document(root)


def rss(feed: Feed, address: str) -> bytes:
    """Return `feed` as an RSS 2.0 document."""
    root = ET.Element("rss", version="2.0")
    channel = ET.SubElement(root, "channel")
    _put(channel, "", "title", feed.title)
    _put(channel, "", "link", feed.home)
    _put(channel, "", "description", feed.title)
    _put(channel, "", "language", feed.language)
    if feed.updated:
        _put(channel, "", "lastBuildDate", _mail_date(feed.updated))
    ET.SubElement(channel, f"{{{_ATOM}}}link", rel="self", type="application/rss+xml", href=address)
    for item in feed.items:
        _rss_item(ET.SubElement(channel, "item"), item)
    return _document(root)


def json_feed(feed: Feed, address: str) -> bytes:
    """Return `feed` as a JSON Feed."""
    plain = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": address,
        "language": feed.language,
        "authors": [{"name": feed.publisher}],
        "items": [_json_item(item) for item in feed.items],
    }
    return (json.dumps(plain, ensure_ascii=False, indent=1) + "\n").encode()


FORMS = (
    FeedForm("feed.atom", "application/atom+xml", "Atom", atom),
    FeedForm("feed.rss", "application/rss+xml", "RSS", rss),
    FeedForm("feed.json", "application/feed+json", "JSON Feed", json_feed),
)


def _entry(entry: ET.Element, item: Item) -> None:
    _put(entry, _ATOM, "id", item.id)
    _put(entry, _ATOM, "title", item.title)
    _put(entry, _ATOM, "published", instant_text(item.published))
    _put(entry, _ATOM, "updated", instant_text(item.updated))
    ET.SubElement(entry, f"{{{_ATOM}}}link", rel="alternate", type="text/html", href=item.url, hreflang=item.language)
    for name in item.authors:
        _put(ET.SubElement(entry, f"{{{_ATOM}}}author"), _ATOM, "name", name)
    for tag in item.tags:
        ET.SubElement(entry, f"{{{_ATOM}}}category", term=tag)
    if item.summary:
        _put(entry, _ATOM, "summary", item.summary)
    _put(entry, _ATOM, "content", item.html).set("type", "html")
    _picture(entry, item)


def _rss_item(element: ET.Element, item: Item) -> None:
    _put(element, "", "title", item.title)
    _put(element, "", "link", item.url)
    _put(element, "", "guid", item.id).set("isPermaLink", "false")
    _put(element, "", "pubDate", _mail_date(item.published))
    _put(element, _ATOM, "updated", instant_text(item.updated))
    for name in item.authors:
        _put(element, _CREATOR, "creator", name)
    for tag in item.tags:
        _put(element, "", "category", tag)
    if item.summary:
        _put(element, "", "description", item.summary)
    _put(element, _CONTENT, "encoded", item.html)
    _picture(element, item)


def _picture(element: ET.Element, item: Item) -> None:
    picture = item.picture
    if picture is None:
        return
    size = {"width": str(picture.width), "height": str(picture.height)}
    media = ET.SubElement(
        element, f"{{{_MEDIA}}}content", {"url": picture.url, "type": picture.type, "medium": "image", **size}
    )
    if picture.about:
        _put(media, _MEDIA, "description", picture.about).set("type", "plain")
    if picture.credit:
        _put(media, _MEDIA, "credit", picture.credit)


def _json_item(item: Item) -> dict[str, object]:
    plain: dict[str, object] = {
        "id": item.id,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.html,
        "image": item.picture.url if item.picture else "",
        "date_published": instant_text(item.published),
        "date_modified": instant_text(item.updated),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.tags),
        "language": item.language,
    }
    return {key: value for key, value in plain.items() if value}


def _put(parent: ET.Element, space: str, name: str, text: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{space}}}{name}" if space else name)
    made.text = text
    return made


def _mail_date(instant: datetime) -> str:
    """Return `instant` as RSS has it (RFC 5322), in English and GMT whatever the language."""
    return format_datetime(instant.astimezone(UTC), usegmt=True)


def _document(root: ET.Element) -> bytes:
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
