"""Hostile text in every field comes out as the text it is: no element, attribute or address of its making."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import pytest

from tests.publish.hostile import HOSTILE, a_hostile_desk
from tests.publish.reading_pages import parse, said_in

_ATTRIBUTES = {
    *("lang", "dir", "class", "id", "href", "src", "srcset", "sizes", "alt", "width", "height", "type", "media", "rel"),
    *("name", "content", "property", "charset", "http-equiv", "hreflang", "datetime", "loading", "decoding", "defer"),
    *("fetchpriority", "tabindex", "start", "title", "aria-label", "aria-labelledby", "aria-current", "data-choice"),
    *(
        "data-analytics",
        "aria-hidden",
        "data-parts",
        "data-digits",
        "data-root",
        "data-lang",
        "data-found",
        "data-first",
    ),
    *(
        "data-none",
        "data-failed",
        "role",
        "hidden",
        "for",
        "autocomplete",
        "spellcheck",
        "maxlength",
        "aria-describedby",
    ),
}


@pytest.fixture(scope="module")
def pages() -> dict[str, Element]:
    return {path: parse(html) for path, html in a_hostile_desk().pages().items()}


def elements(pages: dict[str, Element]) -> Iterator[tuple[str, Element]]:
    for path, page in pages.items():
        for element in page.iter():
            if isinstance(element.tag, str):
                yield path, element


def kind_of(page: Element) -> str:
    return next(body.get("class", "") for body in page.iter("body"))


def test_pages_were_made_for_every_article_and_edition(pages: dict[str, Element]) -> None:
    kinds = [kind_of(page) for page in pages.values()]
    assert (kinds.count("article-page"), kinds.count("index-page"), kinds.count("choice-page")) == (2 * 15, 2, 1)
    assert all(path.startswith(("outside/", "_con/b/")) or path in {"index.html", "404.html"} for path in pages)


def test_no_element_of_its_making_is_there(pages: dict[str, Element]) -> None:
    forbidden = {"svg", "iframe", "object", "embed", "style", "b", "i", "form", "base", "math", "template"}
    for path, element in elements(pages):
        assert element.tag not in forbidden, (path, element.tag)
        if element.tag == "script":
            own = re.search(r"(^|/)assets/(consent|search)-[0-9a-f]{8}\.js$", element.get("src", ""))
            assert element.get("type") == "application/ld+json" or own


def test_no_attribute_of_its_making_is_there(pages: dict[str, Element]) -> None:
    for path, element in elements(pages):
        assert set(element.attrib) <= _ATTRIBUTES, (path, element.tag, element.attrib)


def test_addresses_lead_inside_or_to_the_web(pages: dict[str, Element]) -> None:
    for path, element in elements(pages):
        for name in ("href", "src"):
            address = element.get(name, "")
            assert not address.lower().startswith(("javascript:", "data:", "//")), (path, address)
            assert not address.startswith("/") or path.endswith("404.html"), (path, address)
        if element.tag in {"img", "source", "script"}:
            assert not element.get("src", element.get("srcset", "")).startswith("http"), path


def test_the_policy_holds_nothing_of_its_making(pages: dict[str, Element]) -> None:
    for path, element in elements(pages):
        if element.get("http-equiv") == "Content-Security-Policy":
            assert "*" not in element.get("content", ""), path
            assert "count.example" not in element.get("content", ""), path


def test_structured_data_is_json_and_says_what_was_typed(pages: dict[str, Element]) -> None:
    for _, element in elements(pages):
        if element.get("type") == "application/ld+json":
            whole = json.loads(element.text or "")
            nodes = whole.get("@graph", [whole])
            assert all(node["headline"].startswith("</script>") for node in nodes if node["@type"] == "NewsArticle")


def test_the_words_are_all_there_to_read(pages: dict[str, Element]) -> None:
    for path, page in pages.items():
        if kind_of(page) == "article-page":
            texts = [said.text for said in said_in(page) if said.tag == "h1"]
            assert texts[0].startswith(HOSTILE[:60]), path
