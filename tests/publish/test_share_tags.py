"""Whoever shares a page gets its words, its languages, and its picture with what must be said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from editor.domain.article import Correction
from editor.domain.image import Image
from editor.domain.settings import Edition
from editor.publish.share_tags import article_properties, list_properties
from editor.publish.whereabouts import Whereabouts
from tests.builders import NOON, an_image
from tests.publish.newsrooms import a_full_desk, a_public_setting

MAIN = a_full_desk().articles["f" * 32]
HERO = an_image(sha256="ab" * 32, width=1600, height=900, credit="The Desk")
SW = Edition(locale="sw")
PLACE = Whereabouts(page="sw/two-drum-kits/index.html", zone="Asia/Tokyo")


def test_sharing_has_a_picture_only_with_an_address() -> None:
    names = [one.name for one in article_properties(MAIN, HERO, PLACE, a_public_setting(), SW)]
    assert {"og:title", "og:url", "og:image", "og:image:alt", "article:published_time"} <= set(names)
    bare = [one.name for one in article_properties(MAIN, HERO, PLACE, a_public_setting(base_url=""), SW)]
    assert not {"og:url", "og:image"} & set(bare)


def test_an_edition_shares_its_pages_under_its_own_name() -> None:
    def said(edition: Edition) -> str:
        found = {one.name: one.content for one in article_properties(MAIN, HERO, PLACE, a_public_setting(), edition)}
        return found["og:site_name"]

    assert (said(SW), said(replace(SW, name="Dawati la Nara"))) == ("Nara Desk", "Dawati la Nara")


def test_whoever_shares_the_page_gets_the_label_with_the_words() -> None:
    def said(image: Image) -> str | None:
        found = {one.name: one.content for one in article_properties(MAIN, image, PLACE, a_public_setting(), SW)}
        return found.get("og:image:alt")

    assert said(HERO) == "Two people at a drum – Picha iliyoundwa na AI"
    assert said(replace(HERO, alt={"en": ""})) == "Picha iliyoundwa na AI"
    assert said(replace(HERO, source_type="composite")) == "Two people at a drum"
    assert said(replace(HERO, source_type="", alt={})) is None


def test_the_picture_is_described_in_full() -> None:
    found = {one.name: one.content for one in article_properties(MAIN, HERO, PLACE, a_public_setting(), SW)}
    assert found["og:image:type"] == "image/jpeg"
    assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
    assert found["twitter:image:alt"] == found["og:image:alt"]
    assert found["twitter:card"] == "summary_large_image"
    bare = {one.name: one.content for one in article_properties(MAIN, None, PLACE, a_public_setting(), SW)}
    assert bare["twitter:card"] == "summary"


def test_locales_have_their_territory_and_the_translations_theirs() -> None:
    others = tuple((replace(MAIN, id=tag, language=tag), "x/index.html") for tag in ("sw", "zh-Hant", "sw"))
    place = replace(PLACE, translations=others)
    found = [(one.name, one.content) for one in article_properties(MAIN, None, place, a_public_setting(), SW)]
    assert ("og:locale", "en_US") in found
    assert [content for name, content in found if name == "og:locale:alternate"] == ["sw_TZ", "zh_TW"]


def test_dates_have_the_offset_of_the_page_and_a_correction_raises_them() -> None:
    corrected = replace(MAIN, updated=None, corrections=(Correction(at=NOON + timedelta(days=1), note="Two."),))
    found = {one.name: one.content for one in article_properties(corrected, None, PLACE, a_public_setting(), SW)}
    assert found["article:published_time"] == "2026-01-14T21:00:00+09:00"
    assert found["article:modified_time"] == "2026-01-15T21:00:00+09:00"
    as_it_was = replace(MAIN, updated=None, corrections=())
    names = [one.name for one in article_properties(as_it_was, None, PLACE, a_public_setting(), SW)]
    assert "article:modified_time" not in names


def test_authors_lead_to_their_pages() -> None:
    place = replace(PLACE, authors={MAIN.byline[0]: "sw/authors/amina/index.html"})
    found = {one.name: one.content for one in article_properties(MAIN, None, place, a_public_setting(), SW)}
    assert found["article:author"] == "https://news.example/sw/authors/amina/"


def test_a_list_is_a_page_of_the_site() -> None:
    found = {one.name: one.content for one in list_properties("Desk", "sw/index.html", a_public_setting(), SW)}
    assert (found["og:type"], found["og:url"]) == ("website", "https://news.example/sw/")
