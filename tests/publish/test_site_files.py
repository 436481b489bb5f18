"""What a site has beside its pages, and what of it needs a public address."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from editor.publish.bundle import key_of
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting, headlined


def beside(desk: Desk) -> set[str]:
    return {
        path for path in desk.files() if not path.endswith(".html") and path.split("/")[0] not in {"assets", "images"}
    }


def test_a_site_has_feeds_and_sitemaps_and_a_word_to_robots() -> None:
    desk = Desk(a_public_setting(), headlined(2))
    own = {"feed.atom", "feed.rss", "feed.json", "site.webmanifest"}
    assert beside(desk) == {
        "robots.txt",
        "sitemap.xml",
        *(f"{locale}/{name}" for locale in ("en", "sw", "ar", "ja") for name in own),
    }
    files = desk.files()
    assert files["robots.txt"].make() == b"User-agent: *\nAllow: /\nSitemap: https://news.example/sitemap.xml\n"
    desk.at = next(iter(desk.articles.values())).published or desk.at
    assert b"news-sitemap.xml" in desk.files()["robots.txt"].make()
    assert b"Report number" in desk.files()["news-sitemap.xml"].make()


def test_without_an_address_there_is_only_what_needs_none() -> None:
    desk = Desk(a_public_setting(base_url=""), headlined(2))
    assert beside(desk) == {"robots.txt", *(f"{locale}/site.webmanifest" for locale in ("en", "sw", "ar", "ja"))}
    assert desk.files()["robots.txt"].make() == b"User-agent: *\nAllow: /\n"
    assert not [page for page in desk.pages().values() if "feed." in page]


def test_a_web_manifest_is_of_its_edition() -> None:
    desk = Desk(a_public_setting(name='The "Desk"'), [])
    plain = json.loads(desk.files()["ar/site.webmanifest"].make())
    assert (plain["name"], plain["lang"], plain["dir"], plain["start_url"]) == ('The "Desk"', "ar", "rtl", "./")


def test_every_page_of_an_edition_leads_to_its_feeds() -> None:
    pages = a_full_desk().pages("sw", "ar")
    page = pages["ar/two-drum-kits-ar/index.html"]
    assert '<link rel="alternate" type="application/atom+xml" title="Nara Desk (Atom)" href="../feed.atom">' in page
    assert '<link rel="manifest" href="../site.webmanifest">' in page
    assert 'href="feed.json"' in pages["sw/index.html"]


def test_a_feed_is_made_again_only_when_something_in_it_changed(tmp_path: Path) -> None:
    desk = Desk(a_public_setting(), headlined(31))
    before = {path: key_of(file) for path, file in desk.files().items() if "feed." in path}
    assert all(before.values())
    oldest, *_, newest = sorted(desk.articles.values(), key=lambda one: one.published or desk.at)
    desk.articles = {**desk.articles, oldest.id: replace(oldest, body="Not among the newest.")}
    assert {path: key_of(desk.files()[path]) for path in before} == before
    desk.articles = {**desk.articles, newest.id: replace(newest, headline="Another")}
    assert not {key_of(desk.files()[path]) for path in before} & set(before.values())
    desk.export(tmp_path / "out")
    assert b"Another" in (tmp_path / "out/sw/feed.rss").read_bytes()


def test_no_article_and_no_edition_takes_the_place_of_a_feed() -> None:
    (only,) = headlined(1)
    settings = a_public_setting()
    root = replace(settings, editions=(replace(settings.editions[0], base_path="/"), *settings.editions[1:]))
    for slug in ("feed.atom", "sitemap.xml", "robots.txt", "FEED.json", "site.webmanifest"):
        files = Desk(root, [replace(only, slug=slug)]).files()
        assert len({path.lower().split("/")[0] for path in files} & {slug.lower()}) == 1
        assert slug not in {path.split("/")[0] for path in files if path.endswith("index.html")}


def test_a_feed_without_items_follows_its_edition_and_the_newsroom() -> None:
    desk = Desk(a_public_setting(), [])
    keys = {path: key_of(file) for path, file in desk.files().items() if "feed." in path}
    assert len(set(keys.values())) == len(keys) == 12
    desk.settings = replace(desk.settings, base_url="https://other.example/x/")
    assert not set(keys.values()) & {key_of(file) for path, file in desk.files().items() if "feed." in path}
