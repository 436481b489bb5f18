"""One article alone: its pages and what they show, whole by themselves, and no link that leads nowhere."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from editor.core.jobs import quiet
from editor.images.reading_back import broken_promise
from editor.publish.bodies import Bodies
from editor.publish.bundle import FileRole, Means
from editor.publish.one_article import alone, files_of_one
from editor.publish.registry import FORMATS
from editor.publish.reuse import Memory
from editor.publish.target import look_at
from editor.publish.verify import verify
from editor.publish.zip_writer import write_zip
from tests.publish.newsrooms import Desk, a_full_desk

BASE = "https://news.example/site"


def exported(desk: Desk, place: Path, *articles: str) -> Path:
    site = desk.site()
    means = Means(site=site, bodies=Bodies(), copies=desk.originals.copies)
    files = files_of_one(FORMATS["html"], means, frozenset(articles), quiet())
    target = look_at(place, as_zip=True)
    write_zip(
        files, target, quiet(), kind="html", editions=("en",), memory=Memory(None), look_at_picture=broken_promise
    )
    return place


@pytest.mark.parametrize("base_url", [BASE, ""])
def test_it_is_whole_by_itself(tmp_path: Path, base_url: str) -> None:
    desk = a_full_desk()
    desk.settings = replace(desk.settings, base_url=base_url)
    main = desk.articles["f" * 32]
    members = [one.id for one in desk.articles.values() if one.translation_set == main.translation_set]
    place = exported(desk, tmp_path / "one.zip", *members)
    assert verify(place, broken_promise, quiet()).problems == []
    assert place.read_bytes() == exported(desk, tmp_path / "again.zip", *members).read_bytes()
    with zipfile.ZipFile(place) as archive:
        names = archive.namelist()
        page = archive.read("en/two-drum-kits/index.html").decode()
    pages = [name for name in names if name.endswith(".html")]
    assert len(pages) == 4
    assert any(name.startswith("images/") for name in names)
    assert not any("feed" in name or "sitemap" in name for name in names)
    assert ('href="https://news.example/site/en/"' in page) is bool(base_url)
    assert page.count("<a ") == page.count("</a>")
    assert page.count("<span") == page.count("</span>")


def test_a_picture_that_only_others_show_stays_behind() -> None:
    desk = a_full_desk()
    target = desk.articles[f"{3:032x}"]
    means = Means(site=desk.site(), bodies=Bodies(), copies=desk.originals.copies)
    files = list(files_of_one(FORMATS["html"], means, {target.id}, quiet()))
    shown = [file.path for file in files if file.role is FileRole.IMAGE]
    whole = [path for path in desk.files("html") if path.startswith("images/")]
    assert len(shown) < len(whole)
    texts = list(files_of_one(FORMATS["text"], means, {target.id}, quiet()))
    assert texts
    assert {file.article for file in texts} == {target.id}


@pytest.mark.parametrize(
    ("html", "public", "plain"),
    [
        ('<a href="../x/index.html">X</a>', f'<a href="{BASE}/en/x/">X</a>', "<span>X</span>"),
        (
            '<a class="c" lang="sw" href="../x/index.html#a" hreflang="sw">X</a>',
            f'<a class="c" lang="sw" href="{BASE}/en/x/#a" hreflang="sw">X</a>',
            '<span class="c" lang="sw">X</span>',
        ),
        ('<a href="#main">M</a>', '<a href="#main">M</a>', '<a href="#main">M</a>'),
        (
            '<a href="../here/index.html">H</a>',
            '<a href="../here/index.html">H</a>',
            '<a href="../here/index.html">H</a>',
        ),
        ('<a href="https://o.example">O</a>', '<a href="https://o.example">O</a>', '<a href="https://o.example">O</a>'),
        ('<link rel="alternate" href="../feed.xml">', f'<link rel="alternate" href="{BASE}/en/feed.xml">', ""),
        ('<form action="../search/index.html">', f'<form action="{BASE}/en/search/">', "<form>"),
        ("<a>bare</a> &lt;a&gt;", "<a>bare</a> &lt;a&gt;", "<a>bare</a> &lt;a&gt;"),
    ],
)
def test_links_lead_to_the_site_or_are_words(html: str, public: str, plain: str) -> None:
    paths = {"en/here/index.html"}
    assert alone(html, "en/here/index.html", paths, BASE) == public
    assert alone(html, "en/here/index.html", paths, "") == plain
