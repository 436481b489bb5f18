"""Reads a feed that somebody saved: RSS (0.9 to 2.0), Atom 1.0 or JSON Feed 1.1, all of it or not at all. No network.

XML goes through defusedxml: what unfolds or fetches is refused. Sources: the RSS 2.0 specification, RFC 4287,
jsonfeed.org version 1.1.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.told import (
    MOST_HEADLINE,
    MOST_PUBLISHER,
    MOST_SUMMARY,
    Feed,
    Told,
    address_or_nothing,
    instant,
    plain,
)
from editor.i18n.tags import canonical_tag, is_language_tag

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_ENTRIES = 500
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG = re.compile(r"<[^<>]{0,2000}>")
_ENTRIES = frozenset({"item", "entry"})
_ROOTS = frozenset({"rss", "feed", "RDF"})


def is_feed(data: bytes) -> bool:
    """Say whether `data` is meant as a feed, by how it begins."""
    beginning = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if beginning.startswith(b"{"):
        return b"jsonfeed.org" in beginning
    return beginning.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf:rdf")) and b"<html" not in beginning


def read_feed(data: bytes, zone: ZoneInfo) -> Feed:
    """Return what the feed holds; times without an offset are those of `zone`.

    Raises `UserError` for a damaged feed, for one without entries, and for what is no feed.
    """
    is_json = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    title, entries = _json_entries(data, zone) if is_json else _xml_entries(data, zone)
    told: list[Told] = []
    count = 0
    for entry in entries:
        count += 1
        if len(told) < MOST_ENTRIES and (entry.headline or entry.summary):
            told.append(entry)
    if not told:
        raise UserError(say("This feed has no articles in it."), say("Save it again from its site, or try another."))
    return Feed(title=title, entries=tuple(told), left_out=count - len(told))


def _xml_entries(data: bytes, zone: ZoneInfo) -> tuple[str, Iterator[Told]]:
    root = _root(data)
    name = _name(root)
    if name not in _ROOTS:
        raise UserError(
            say("This file is no feed: it begins with “{name}”.", name=plain(name, 40)),
            say("Makala reads RSS, Atom and JSON Feed."),
        )
    channel = next((one for one in root if _name(one) == "channel"), root)
    title = plain(_text(channel, "title"), MOST_PUBLISHER)
    language = _tag_of(_text(channel, "language") or channel.get(_LANGUAGE) or root.get(_LANGUAGE))
    entries = (one for holder in {id(root): root, id(channel): channel}.values() for one in holder)
    return title, (_xml_entry(one, title, language, zone) for one in entries if _name(one) in _ENTRIES)


def _root(data: bytes) -> Element:
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root: Element = fromstring(data)
    except DefusedXmlException as error:
        raise UserError(
            say("This feed defines words that unfold or are fetched from elsewhere, so it is not read."),
            say("An ordinary feed has none of these."),
        ) from error
    except ParseError as error:
        raise UserError(
            say("This feed is damaged at line {line}, so nothing of it was taken.", line=error.position[0]),
            say("Save it again from its site."),
        ) from error
    except (ValueError, LookupError) as error:  # letters of an encoding that is not known
        raise UserError(
            say("This feed is damaged, so nothing of it was taken."), say("Save it again from its site.")
        ) from error
    return root


def _xml_entry(entry: Element, title: str, language: str, zone: ZoneInfo) -> Told:
    return Told(
        headline=_words(_text(entry, "title"), MOST_HEADLINE),
        summary=_words(_text(entry, "description", "summary", "encoded", "content"), MOST_SUMMARY),
        url=next(filter(None, map(address_or_nothing, _links(entry))), ""),
        published=instant(_text(entry, "pubDate", "published", "date", "issued", "updated"), zone),
        language=_tag_of(_text(entry, "language") or entry.get(_LANGUAGE)) or language,
        publisher=plain(_text(entry, "source"), MOST_PUBLISHER) or title,
    )


def _links(entry: Element) -> Iterator[str]:
    for one in entry:
        name = _name(one)
        if name == "link" and one.get("rel", "alternate") == "alternate":
            yield (one.get("href") or one.text or "").strip()
        elif name == "guid" and one.get("isPermaLink", "true") == "true":
            yield (one.text or "").strip()


def _text(holder: Element, *names: str) -> str:
    """Return the words of the first child of the first of these names that says anything, markup as it is."""
    for name in names:
        for one in holder:
            if _name(one) == name and (words := "".join(one.itertext()).strip()):
                return words
    return ""


def _name(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _json_entries(data: bytes, zone: ZoneInfo) -> tuple[str, Iterator[Told]]:
    try:
        feed = json.loads(data)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise UserError(
            say("This feed is damaged at line {line}, so nothing of it was taken.", line=line),
            say("Save it again from its site."),
        ) from error
    items = feed.get("items") if isinstance(feed, dict) else None
    if not isinstance(items, list):
        raise UserError(
            say("This file is no feed: it begins with “{name}”.", name="{"),
            say("Makala reads RSS, Atom and JSON Feed."),
        )
    title = plain(feed.get("title"), MOST_PUBLISHER)
    language = _tag_of(feed.get("language"))
    return title, (_json_entry(one, title, language, zone) for one in items if isinstance(one, dict))


def _json_entry(entry: Mapping[str, object], title: str, language: str, zone: ZoneInfo) -> Told:
    words = next(filter(None, (entry.get(key) for key in ("summary", "content_text", "content_html"))), "")
    return Told(
        headline=_words(entry.get("title"), MOST_HEADLINE),
        summary=_words(words, MOST_SUMMARY),
        url=address_or_nothing(entry.get("url")) or address_or_nothing(entry.get("external_url")),
        published=instant(entry.get("date_published"), zone),
        language=_tag_of(entry.get("language")) or language,
        publisher=title,
    )


def _words(text: object, most: int) -> str:
    """Return the words of a piece of HTML, cut to `most` characters."""
    if not isinstance(text, str):
        return ""
    return plain(html.unescape(_TAG.sub(" ", text[: 20 * most])), most)


def _tag_of(text: object) -> str:
    tag = canonical_tag(plain(text, 40)) if text else ""
    return tag if is_language_tag(tag) else ""
