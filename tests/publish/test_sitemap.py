"""Sitemaps by their schema: every page with its translations, two days of news, and more pages than one file holds."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import xmlschema
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from editor.publish.bodies import Bodies
from editor.publish.composing import Composer
from editor.publish.frames import Frames
from editor.publish.sitemap import news_language, news_sitemap, sitemaps
from editor.publish.theme import load_theme
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting, headlined

SCHEMA = Path(__file__).parents[1] / "data" / "standards" / "sitemap.xsd"


def composer(desk: Desk) -> Composer:
    site = desk.site()
    return Composer(site, Frames(site, load_theme("")), Bodies(), lambda *_: "")


def valid(data: bytes) -> ET.Element:
    """Return the parsed sitemap. The schema does not know the elements of other standards: those are left out."""
    root = fromstring(data)
    for url in list(root):
        for child in list(url):
            if not child.tag.startswith("{http://www.sitemaps.org/"):
                url.remove(child)
    xmlschema.XMLSchema(str(SCHEMA)).validate(BytesIO(ET.tostring(root)))
    whole: ET.Element = fromstring(data)
    return whole


def test_every_page_is_there_with_its_translations() -> None:
    desk = a_full_desk()
    ((name, data),) = sitemaps(composer(desk), desk.site())
    root = valid(data)
    assert name == "sitemap.xml"
    places = [url.findtext("{*}loc") for url in root]
    assert "https://news.example/sw/" in places
    assert "https://news.example/en/two-drum-kits/" in places
    assert len(places) == len(set(places))
    assert not [place for place in places if place and "taken-back" in place]
    url = next(url for url in root if url.findtext("{*}loc") == "https://news.example/ar/two-drum-kits-ar/")
    alternates = {link.get("hreflang"): link.get("href") for link in url.findall("{*}link")}
    assert alternates["ar"] == "https://news.example/ar/two-drum-kits-ar/"
    assert alternates["x-default"] == alternates["en"] == "https://news.example/en/two-drum-kits/"
    lastmods = [text for url in root if (text := url.findtext("{*}lastmod"))]
    assert lastmods
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", text) for text in lastmods)


def test_more_pages_than_a_file_may_hold_make_several_and_an_index() -> None:
    desk = Desk(a_public_setting(), headlined(1))
    made = dict(sitemaps(composer(desk), desk.site(), most=3))
    assert list(made) == ["sitemap.xml", *(f"sitemap-{number}.xml" for number in range(1, 7))]
    index = fromstring(made["sitemap.xml"])
    assert [one.findtext("{*}loc") for one in index] == [
        f"https://news.example/sitemap-{number}.xml" for number in range(1, 7)
    ]
    # A list, an article, a month and the list of months in each of 4 editions.
    assert sum(len(valid(made[name])) for name in list(made)[1:]) == 16


@pytest.mark.parametrize("limit", [1, 1_500, 2_500, 5_000])
def test_more_bytes_than_a_file_may_have_make_several(limit: int) -> None:
    desk = a_full_desk()
    ((_, whole),) = sitemaps(composer(desk), desk.site())
    made = dict(sitemaps(composer(desk), desk.site(), most_bytes=limit))
    parts = [valid(data) for name, data in made.items() if name != "sitemap.xml"]
    assert len(parts) > 1
    assert all(len(data) <= limit or len(valid(data)) == 1 for name, data in made.items() if name != "sitemap.xml")
    assert [url.findtext("{*}loc") for part in parts for url in part] == [
        url.findtext("{*}loc") for url in fromstring(whole)
    ]


def test_as_many_bytes_as_a_file_may_have_are_one_file() -> None:
    desk = Desk(a_public_setting(), headlined(1))
    ((_, whole),) = sitemaps(composer(desk), desk.site())
    assert len(list(sitemaps(composer(desk), desk.site(), most_bytes=len(whole) * 11 // 10))) == 1


def test_news_is_of_the_last_two_days_and_named_once() -> None:
    desk = Desk(a_public_setting(), headlined(3))
    old, new, ahead = desk.articles.values()
    desk.articles = {
        old.id: replace(old, published=desk.at - timedelta(days=2, seconds=1)),
        new.id: replace(new, published=desk.at - timedelta(days=2), language="sw", headline="Habari & <leo>"),
        ahead.id: replace(ahead, published=desk.at + timedelta(seconds=1)),
    }
    data = news_sitemap(composer(desk), desk.site())
    assert data is not None
    (url,) = valid(data)
    assert url.findtext("{*}loc") == f"https://news.example/sw/{new.slug}/"
    news = url.find("{http://www.google.com/schemas/sitemap-news/0.9}news")
    assert news is not None
    assert news.findtext("{*}title") == "Habari & <leo>"
    assert news.findtext("{*}publication/{*}name") == "Nara Desk"
    assert news.findtext("{*}publication/{*}language") == "sw"


def test_without_news_there_is_no_news_sitemap() -> None:
    desk = Desk(a_public_setting(), headlined(3))
    assert news_sitemap(composer(desk), desk.site()) is None


def test_news_in_chinese_says_which_script() -> None:
    assert [news_language(tag) for tag in ("zh", "zh-Hans", "zh-Hant", "zh-TW", "sw", "pt-BR", "nonsense!")] == [
        "zh-cn",
        "zh-cn",
        "zh-tw",
        "zh-tw",
        "sw",
        "pt",
        "und",
    ]
