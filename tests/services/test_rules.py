"""What is refused before it is stored, and in which words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from editor.core.errors import UserError
from editor.domain.article import Article
from editor.domain.image import Image
from editor.domain.page_label import PageLabel
from editor.domain.settings import Edition
from editor.services.rules import (
    check_article,
    check_image,
    check_language,
    check_settings,
    check_slug,
    check_zone,
    doubts_about_language,
)
from tests.builders import a_link, an_article, an_external, an_id, an_image, some_settings


@pytest.mark.parametrize(
    ("article", "words"),
    [
        (an_article(language=""), "The language is missing"),
        (an_article(language="english please"), "is not a language tag"),
        (an_article(display_zone="Mars/Olympus"), "is not a time zone"),
        (an_article(display_zone="../../etc/passwd"), "is not a time zone"),
        (an_article(links=(a_link(an_id(1), id="x"), a_link(an_id(2), id="x"))), "The same link stands twice"),
        (an_article(links=(a_link(external=an_external(headline=" ", summary="")),)), "needs a headline or a summary"),
        (an_article(links=(a_link(external=an_external(language="??")),)), "is not a language tag"),
        (an_article(links=(a_link(pending="x", article=an_id(1)),)), "leads to one article"),
    ],
)
def test_refused_articles(article: Article, words: str) -> None:
    with pytest.raises(UserError, match=words):
        check_article(article)


def test_no_link_to_itself() -> None:
    article = an_article()
    with pytest.raises(UserError, match="cannot be linked to itself"):
        check_article(replace(article, links=(a_link(article.id),)))


@pytest.mark.parametrize(
    "slug",
    [
        "",
        "..",
        "../../etc",
        "a/b",
        "a\\b",
        ".hidden",
        "-dash",
        "con",
        "NUL.txt",
        "a b",
        "a\x00b",
        "a:b",
        "x" * 121,
        "a?b=c",
        "\u202eabc",
    ],
)
def test_hostile_slugs_are_refused_with_one_that_would_do(slug: str) -> None:
    with pytest.raises(UserError) as caught:
        check_slug(slug)
    assert "would do" in str(caught.value)


def test_a_slug_whose_marks_stand_apart_is_told_so_and_the_composed_one_would_do() -> None:
    with pytest.raises(UserError, match="stand apart") as caught:
        check_slug("cafe\u0301")
    assert str(caught.value.hint).endswith("This would do: caf\u00e9")
    check_slug("caf\u00e9")


@pytest.mark.parametrize("slug", ["drums-in-nara", "2026-01-14", "no", "奈良の鼓", "जापान", "Drums_in.Nara", "a" * 120])
def test_slugs_of_every_script_are_fine(slug: str) -> None:
    check_slug(slug)


def test_hostile_text_is_kept_as_typed() -> None:
    hostile = "<script>alert(1)</script> [x](javascript:alert(1)) \x00 \u202e \ufeff"
    check_article(an_article(slug="x", headline=hostile, body=hostile, section=hostile, tags=(hostile,)))


@pytest.mark.parametrize(
    ("image", "words"),
    [
        (an_image(alt={"??": "x"}), "language tag"),
    ],
)
def test_refused_images(image: Image, words: str) -> None:
    with pytest.raises(UserError, match=words):
        check_image(image)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (some_settings(name="  "), "needs a name"),
        (some_settings(display_zone="Nowhere"), "time zone"),
        (some_settings(editions=(Edition(locale="sw"), Edition(locale="SW"))), "an edition for “sw” already"),
        (
            some_settings(editions=(Edition(locale="sw", base_path="x"), Edition(locale="en", base_path="X"))),
            "share the path",
        ),
        (some_settings(editions=(Edition(locale="sw", base_path="en/page"), Edition(locale="en"))), "lies among"),
        (some_settings(editions=(Edition(locale="sw", base_path="../up"),)), "cannot be a folder"),
        (some_settings(editions=(Edition(locale="sw", base_path="a//b"),)), "cannot be a folder"),
        (some_settings(editions=(Edition(locale="sw", base_path="manifest.json"),)), "has something at"),
        (some_settings(base_url="javascript:alert(1)"), "cannot be the address of the site"),
        (some_settings(editions=(Edition(locale="sw", fallback=("?",)),)), "language tag"),
        (some_settings(editions=(Edition(locale="no tag"),)), "language tag"),
        (some_settings(editions=(Edition(locale="sw", fallback=("en", "sw")),)), "in a circle"),
        (some_settings(editions=(Edition(locale="sw", fallback=("en", "fr", "en")),)), "in a circle"),
        (some_settings(editions=(Edition(locale="sw", house_style="en"),)), "another language"),
        (some_settings(editions=(Edition(locale="sw", house_style="no tag"),)), "not a language tag"),
        (some_settings(editions=(Edition(locale="sw", display_zone="Mars/Base"),)), "not a time zone"),
        (some_settings(editions=(Edition(locale="sw", sections=("A", "A")),)), "named twice"),
    ],
)
def test_refused_settings(settings: object, words: str) -> None:
    with pytest.raises(UserError, match=words):
        check_settings(settings)  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", ["toi", "swc", "dag", "qq", "en-QQ", "x-makala"])
def test_an_edition_may_be_in_a_language_that_locale_data_do_not_know(tag: str) -> None:
    check_settings(some_settings(editions=(Edition(locale=tag, house_style=tag, fallback=("dag",)),)))


# What a Makala that knew fewer rules may have left: nobody is kept by it from changing something else.
OLD = some_settings(
    base_url="news.example",
    display_zone="Mars/Base",
    editions=(
        Edition(locale="no tag", house_style="fr"),
        Edition(locale="sw", base_path="assets", fallback=("en", "en"), sections=("A", "A"), display_zone="Old/Zone"),
        Edition(locale="SW", base_path="sw/page"),
        Edition(locale="fr", base_path="sw"),
    ),
    page_labels={"sw": {"by_line": PageLabel(text="Na", english="By {names}")}},
)


def test_what_stood_before_keeps_nobody_from_changing_something_else() -> None:
    check_settings(replace(OLD, name="Renamed", editions=(*OLD.editions[::-1], Edition(locale="dag"))), OLD)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"base_url": "javascript:1"}, "cannot be the address"),
        ({"display_zone": "Mars/Camp"}, "Mars/Camp"),
        ({"editions": (*OLD.editions, Edition(locale="de", base_path="sw"))}, "share the path"),
        ({"editions": (*OLD.editions, Edition(locale="de", base_path="images"))}, "has something at"),
        ({"editions": (*OLD.editions, Edition(locale="de", base_path="sw/page/2"))}, "lies among the pages"),
        ({"page_labels": {"sw": {"related": PageLabel(text="<b>", english="R")}}}, "is markup"),
    ],
)
def test_what_a_change_makes_wrong_is_refused_beside_what_was_wrong_already(
    fields: dict[str, object], words: str
) -> None:
    with pytest.raises(UserError, match=words):
        check_settings(replace(OLD, **fields), OLD)  # type: ignore[arg-type]


def test_what_is_fine_passes() -> None:
    check_settings(some_settings())
    check_settings(some_settings(editions=(Edition(locale="sw", base_path="news/sw", fallback=()),)))
    check_image(an_image(alt={"en": "", "zh-Hant": "鼓"}))
    for tag in ("en", "zh-Hant-TW", "sr-Latn", "es-419"):
        check_language(tag)
    for zone in ("UTC", "Etc/UTC", "Africa/Nairobi", "America/Argentina/Buenos_Aires"):
        check_zone(zone)


@pytest.mark.parametrize("zone", ["", "localtime", "posix/Africa/Nairobi", "right/UTC", "africa/nairobi", "UTC+3"])
def test_a_zone_is_one_of_the_iana_database_whatever_lies_beside_it_on_this_machine(zone: str) -> None:
    """Of the copies that some systems have, the one under “right” counts leap seconds: every date would be off."""
    with pytest.raises(UserError, match="not a time zone"):
        check_zone(zone)


def test_the_name_of_a_language_is_no_tag() -> None:
    for tag in ("en", "ckb", "zh-Hant", "x-private"):
        check_language(tag)
    for name in ("swahili", "english", "arab", "english-GB"):
        with pytest.raises(UserError, match="not a language tag"):
            check_language(name)


def test_an_article_keeps_the_language_that_an_older_makala_took() -> None:
    before = an_article(language="swahili", slug="a")
    check_article(replace(before, body="Other words."), before)
    for article in (before, replace(before, language="english")):
        with pytest.raises(UserError, match="not a language tag"):
            check_article(article, before if article is not before else None)


def test_a_naive_instant_is_our_bug() -> None:
    with pytest.raises(ValueError, match="published"):
        check_article(an_article(published=datetime(2026, 1, 14)))  # noqa: DTZ001 - the very mistake


@pytest.mark.parametrize("year", [1, 9999])
def test_a_year_that_no_page_can_show_is_refused(year: int) -> None:
    at = datetime(year, 6, 1, tzinfo=UTC)
    for article in (an_article(published=at), an_article(links=(a_link(external=an_external(published=at)),))):
        with pytest.raises(UserError, match=f"The year {year} cannot be shown"):
            check_article(article)


def test_what_is_strange_about_a_language_is_said_and_not_refused() -> None:
    assert list(doubts_about_language("sw-KE", ["sw", "sw-KE", "en"])) == []
    (unknown,) = doubts_about_language("qq", [])
    assert "“qq”" in str(unknown)
    (region,) = doubts_about_language("en-UK", [])
    assert (region.message.values["part"], str(region.hint)) == ("UK", "Perhaps “en-GB” is meant.")
    check_settings(some_settings("qq", "he", "iw"))
    assert ["one language" in str(one) for one in doubts_about_language("iw", ["en", "he", "iw"])] == [True]
