"""Machines read dates in UTC, absolute addresses or none, and the source type of pictures."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from editor.domain.image import Image, Placement
from editor.domain.settings import Edition
from editor.publish.pictures import carded
from editor.publish.structured import json_ld, listed_json_ld, share_properties
from tests.builders import an_image
from tests.publish.newsrooms import a_full_desk, a_public_setting

MAIN = a_full_desk().articles["f" * 32]
HERO = an_image(sha256="ab" * 32, width=1600, height=900, credit="The Desk")
SW = Edition(locale="sw")
PAGE = "sw/two-drum-kits/index.html"


def plain(**settings: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of the settings
    found: dict[str, Any] = json.loads(json_ld(MAIN, [HERO], [], PAGE, a_public_setting(**settings)))
    return found


def test_the_article_is_described() -> None:
    found = plain()
    assert found["@type"] == "NewsArticle"
    assert found["datePublished"] == "2026-01-14T12:00:00Z"
    assert found["mainEntityOfPage"] == "https://news.example/sw/two-drum-kits/"
    assert [author["name"] for author in found["author"]] == ["Amina Odhiambo", "Jun Tanaka"]
    (image,) = found["image"]
    assert image["contentUrl"].startswith("https://news.example/images/abababababababab-")
    assert image["contentUrl"].endswith("-1600.jpg")


def test_the_lead_comes_in_every_shape_that_search_engines_want() -> None:
    article = replace(MAIN, hero=Placement(image_id=HERO.id))
    found = json.loads(json_ld(article, [HERO, replace(HERO, id="d")], [], PAGE, a_public_setting()))
    assert [(image["width"], image["height"]) for image in found["image"]] == [
        (1600, 900),
        (1280, 720),
        (1200, 900),
        (900, 900),
        (1600, 900),
    ]


def test_without_a_base_address_nothing_is_absolute() -> None:
    found = plain(base_url="")
    assert "image" not in found
    assert "mainEntityOfPage" not in found


def test_pictures_on_cards_are_named_when_ai_had_a_part_in_them_and_each_once() -> None:
    drawn = replace(HERO, id="d", sha256="cd" * 32, source_type="digitalCreation")
    changed = replace(HERO, id="e", sha256="ef" * 32, source_type="compositeSynthetic")
    found = json.loads(json_ld(MAIN, [HERO], [drawn, changed, HERO, changed], PAGE, a_public_setting()))
    article, *others = found["@graph"]
    assert article["@type"] == "NewsArticle"
    assert [(one["@type"], one["contentUrl"].rpartition("/")[2]) for one in others] == [
        ("ImageObject", carded(changed)[0].name)
    ]


def test_a_list_names_the_pictures_that_ai_had_a_part_in_and_no_others() -> None:
    drawn = replace(HERO, id="d", sha256="cd" * 32, source_type="digitalCapture")
    found = json.loads(listed_json_ld([HERO, drawn, HERO], a_public_setting()) or "")
    assert (found["@type"], found["@context"]) == ("ImageObject", "https://schema.org")
    assert listed_json_ld([drawn], a_public_setting()) is None
    assert listed_json_ld([HERO], a_public_setting(base_url="")) is None


def test_nothing_ends_the_script_element() -> None:
    article = replace(MAIN, headline="</script><!--\u2028&")
    text = json_ld(article, [replace(HERO, credit="</script>")], [], PAGE, a_public_setting())
    assert not set(text) & set("<>&\u2028")
    assert json.loads(text)["headline"] == article.headline


def test_sharing_has_a_picture_only_with_an_address() -> None:
    names = [one.name for one in share_properties(MAIN, HERO, PAGE, a_public_setting(), SW)]
    assert {"og:title", "og:url", "og:image", "og:image:alt", "article:published_time"} <= set(names)
    bare = [one.name for one in share_properties(MAIN, HERO, PAGE, a_public_setting(base_url=""), SW)]
    assert not {"og:url", "og:image"} & set(bare)


def test_an_edition_shares_its_pages_under_its_own_name() -> None:
    def said(edition: Edition) -> str:
        found = {one.name: one.content for one in share_properties(MAIN, HERO, PAGE, a_public_setting(), edition)}
        return found["og:site_name"]

    assert (said(SW), said(replace(SW, name="Dawati la Nara"))) == ("Nara Desk", "Dawati la Nara")


def test_whoever_shares_the_page_gets_the_label_with_the_words() -> None:
    def said(image: Image) -> str | None:
        found = {one.name: one.content for one in share_properties(MAIN, image, PAGE, a_public_setting(), SW)}
        return found.get("og:image:alt")

    assert said(HERO) == "Two people at a drum – Picha iliyoundwa na AI"
    assert said(replace(HERO, alt={"en": ""})) == "Picha iliyoundwa na AI"
    assert said(replace(HERO, source_type="composite")) == "Two people at a drum"
    assert said(replace(HERO, source_type="", alt={})) is None


def test_what_ai_wrote_of_the_text_is_named_where_it_stands() -> None:
    assert "hasPart" not in plain()
    article = replace(MAIN, ai_ranges=((0, 3),))
    said = json.loads(json_ld(article, [HERO], [], PAGE, a_public_setting()))
    part = said["hasPart"]
    assert part["cssSelector"] == ".ai-passage"
    assert part["digitalSourceType"] == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
