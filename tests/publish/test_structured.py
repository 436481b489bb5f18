"""Machines read dates in UTC, absolute addresses or none, and the source type of pictures."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from editor.publish.structured import json_ld, public_base, share_properties
from tests.builders import an_image
from tests.publish.newsrooms import a_full_desk, a_public_setting

MAIN = a_full_desk().articles["f" * 32]
HERO = an_image(sha256="ab" * 32, width=1600, height=900, credit="The Desk")
PAGE = "sw/two-drum-kits/index.html"


def plain(**settings: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of the settings
    found: dict[str, Any] = json.loads(json_ld(MAIN, HERO, PAGE, a_public_setting(**settings)))
    return found


def test_the_article_is_described() -> None:
    found = plain()
    assert found["@type"] == "NewsArticle"
    assert found["datePublished"] == "2026-01-14T12:00:00Z"
    assert found["mainEntityOfPage"] == "https://news.example/sw/two-drum-kits/"
    assert [author["name"] for author in found["author"]] == ["Amina Odhiambo", "Jun Tanaka"]
    (image,) = found["image"]
    assert image["digitalSourceType"] == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    assert image["contentUrl"] == "https://news.example/images/abababababababab-1600.jpg"


def test_without_a_base_address_nothing_is_absolute() -> None:
    found = plain(base_url="")
    assert "image" not in found
    assert "mainEntityOfPage" not in found


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("humanEdits", "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits"),
        ("digitalCapture", "https://schema.org/DigitalCaptureDigitalSource"),
        ("", None),
        ("urn:foreign", None),
    ],
)
def test_the_source_type_is_said_in_the_vocabulary_there_is(value: str, said: str | None) -> None:
    found = json.loads(json_ld(MAIN, replace(HERO, source_type=value), PAGE, a_public_setting()))
    assert found["image"][0].get("digitalSourceType") == said


def test_nothing_ends_the_script_element() -> None:
    article = replace(MAIN, headline="</script><!--\u2028&")
    text = json_ld(article, None, PAGE, a_public_setting())
    assert not set(text) & set("<>&\u2028")
    assert json.loads(text)["headline"] == article.headline


def test_sharing_has_a_picture_only_with_an_address() -> None:
    names = [one.name for one in share_properties(MAIN, HERO, PAGE, a_public_setting())]
    assert {"og:title", "og:url", "og:image", "og:image:alt", "article:published_time"} <= set(names)
    bare = [one.name for one in share_properties(MAIN, HERO, PAGE, a_public_setting(base_url=""))]
    assert not {"og:url", "og:image"} & set(bare)


@pytest.mark.parametrize("address", ["", "news.example", "javascript:x", "mailto:a@b.example", "ftp://x.example"])
def test_a_base_that_is_no_address_is_none(address: str) -> None:
    assert public_base(a_public_setting(base_url=address)) == ""
