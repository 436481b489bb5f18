"""What search engines are told of a site: every page with its translations, and apart the news of two days.

By the letter of sitemaps.org 0.9 and of its news extension: no file holds more than 50,000 pages
or 50 MB, or 1,000 of news.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from xml.etree import ElementTree as ET

from editor.core.clock import instant_text
from editor.publish.addresses import absolute, public_base
from editor.publish.composing import Composer
from editor.publish.furniture import tag_of
from editor.publish.legible import legible
from editor.publish.pages import Alternate
from editor.publish.places import further_places
from editor.publish.site import Site
from editor.publish.snapshot import Known

MOST = 50_000
MOST_BYTES = 52_428_800
_MOST_NEWS = 1_000
NEWS_FOR = timedelta(days=2)
_MAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_BEGIN = f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{_MAP}" xmlns:xhtml="{_XHTML}">\n'.encode()
_END = b"</urlset>\n"
_FURTHER_MAP = re.compile(r"sitemap-\d+\.xml")
ET.register_namespace("news", _NEWS)


@dataclass(frozen=True, slots=True)
class Place:
    """One page: its public address, when it was last changed ("" unknown), and the same page in every language."""

    address: str
    changed: str
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True)
class News:
    """One article of the last two days."""

    address: str
    title: str
    language: str
    published: datetime


def sitemaps(
    composer: Composer, site: Site, known: Known | None = None, *, most: int = MOST, most_bytes: int = MOST_BYTES
) -> Iterator[tuple[str, bytes]]:
    """Yield (name, XML) of each sitemap, the one that robots.txt names first. Needs a public address of the site.

    `known` holds what they say of articles that an earlier site had in common with this one; new ones go there.
    None holds more than `most` pages, nor is any longer than `most_bytes`, one of a single page aside.
    """
    base = public_base(site.settings)
    said = _said_of(composer, site, {} if known is None else known)
    parts = _parts(map(str.encode, said), most, most_bytes - len(_BEGIN) - len(_END))
    if len(parts) == 1:
        yield "sitemap.xml", _whole(parts[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    root = ET.Element("sitemapindex", xmlns=_MAP)
    for name in names:
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = absolute(base, name)
    yield "sitemap.xml", _document(root)
    for name, part in zip(names, parts, strict=True):
        yield name, _whole(part)


def is_further_map(name: str) -> bool:
    """Say whether a file of this name is one of several sitemaps."""
    return _FURTHER_MAP.fullmatch(name) is not None


def news_sitemap(composer: Composer, site: Site) -> bytes | None:
    """Return what came out in the two days before the export's instant, newest first; None for nothing.

    The schema knows no sitemap without a page.
    """
    root = ET.Element("urlset", {"xmlns": _MAP})
    for one in _news(composer, site)[:_MOST_NEWS]:
        url = ET.SubElement(root, "url")
        ET.SubElement(url, "loc").text = one.address
        news = ET.SubElement(url, f"{{{_NEWS}}}news")
        publication = ET.SubElement(news, f"{{{_NEWS}}}publication")
        ET.SubElement(publication, f"{{{_NEWS}}}name").text = legible(site.settings.name)
        ET.SubElement(publication, f"{{{_NEWS}}}language").text = one.language
        ET.SubElement(news, f"{{{_NEWS}}}publication_date").text = instant_text(one.published)
        ET.SubElement(news, f"{{{_NEWS}}}title").text = legible(one.title)
    return _document(root) if len(root) else None


def _parts(said: Iterable[bytes], most: int, most_bytes: int) -> list[list[bytes]]:
    parts: list[list[bytes]] = [[]]
    left = most_bytes
    for one in said:
        if parts[-1] and (len(one) > left or len(parts[-1]) == most):
            parts.append([])
            left = most_bytes
        parts[-1].append(one)
        left -= len(one)
    return parts


def _said(place: Place) -> str:
    """Return what a sitemap says of `place`: written by hand, for a tree of 10,000 takes three times as long."""
    changed = f"<lastmod>{place.changed}</lastmod>" if place.changed else ""
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(one.hreflang)}" href="{escape(one.href)}" />'
        for one in place.alternates
    )
    return f"<url><loc>{escape(place.address)}</loc>{changed}{links}</url>\n"


def _whole(said: Sequence[bytes]) -> bytes:
    return b"".join((_BEGIN, *said, _END))


def _said_of(composer: Composer, site: Site, known: Known) -> Iterator[str]:
    base = public_base(site.settings)
    for edition in site.editions:
        changed, said = {}, []
        key, when = ("map", edition.locale), ("changed", "")
        shown = site.listed(site.shown(edition).ids)
        site.snapshot.ahead([one for one in shown.ids if key not in known.get(one, {})])
        for place, one in enumerate(shown.ids):
            about = known.setdefault(one, {})
            if key not in about:
                article = shown[place]
                at = article.changed_for_readers
                about[when] = instant_text(at) if at else ""
                address, alternates = composer.addresses(edition, article)
                about[key] = _said(Place(address, about[when], alternates))
            changed[one] = about[when]
            said.append(about[key])
        yield _said(Place(absolute(base, composer.index_path(edition, 1)), max(changed.values(), default=""), ()))
        yield from said
        for path, elsewhere, last in further_places(site, edition, changed):
            address, alternates = composer.addressed(path, elsewhere)
            yield _said(Place(address, last, alternates))


def _news(composer: Composer, site: Site) -> list[News]:
    at = site.snapshot.at
    found: dict[str, News] = {}
    for edition in site.editions:
        for article in site.shown(edition):
            if article.published is None or article.published < at - NEWS_FOR:
                break  # the newest stand first
            if article.published <= at:
                address, _ = composer.addresses(edition, article)
                news = News(address, article.headline, news_language(article.language), article.published)
                # An article stands in several editions and is one piece of news: in that of its language if there is.
                if article.id not in found or edition.locale == article.language:
                    found[article.id] = news
    return sorted(found.values(), key=lambda one: (one.published, one.address), reverse=True)


def news_language(language: str) -> str:
    """Return `language` as news sitemaps have it: ISO 639, Chinese by its script."""
    parts = tag_of(language).split("-")
    if parts[0] != "zh":
        return parts[0]
    return "zh-tw" if {"Hant", "TW", "HK", "MO"} & set(parts) else "zh-cn"


def _document(root: ET.Element) -> bytes:
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
