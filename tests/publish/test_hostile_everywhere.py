"""Hostile text in every form but the pages themselves: feeds, site maps, search, books, news items, own themes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from editor.domain.article import FormerSlug
from editor.publish.manifest import is_safe_path
from editor.publish.theme import load_theme
from tests.builders import NOON
from tests.publish.hostile import a_hostile_desk
from tests.publish.newsrooms import Desk
from tests.publish.reading_pages import parse

_FORBIDDEN = {"script", "style", "svg", "iframe", "object", "embed", "form", "base", "math", "template", "meta"}
_WAYS = ("https:", "http:", "mailto:", "urn:")


@pytest.fixture(scope="module")
def desk() -> Desk:
    made = a_hostile_desk()
    made.settings = replace(made.settings, base_url="https://news.example")
    article = next(iter(made.articles.values()))
    former = tuple(FormerSlug(slug=slug, until=NOON) for slug in ("../../x", "NUL", "<script>", "y" * 300, "a\u0308"))
    made.articles[article.id] = replace(article, former_slugs=former)
    return made


def assert_harmless(html: str, where: str) -> None:
    """Assert that a piece of HTML brings no element, attribute or address of its own making."""
    tree = parse(f"<!doctype html><html lang='en'><head><title>x</title></head><body>{html}</body></html>")
    inside = [element for element in tree.iter("body") for element in element.iter() if isinstance(element.tag, str)]
    for element in inside:
        assert element.tag not in _FORBIDDEN, (where, element.tag)
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (where, name)
            if name in {"href", "src"}:
                assert value.startswith(_WAYS) or ":" not in value, (where, value)


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key == "content_html":
                yield one
            elif not isinstance(one, str):
                yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


def test_what_is_xml_is_well_formed_and_what_feeds_hold_is_harmless(desk: Desk) -> None:
    files = [one for one in desk.files().values() if "xml" in one.type]
    assert len(files) > 4
    held = 0
    for file in files:
        for element in fromstring(file.make()).iter():
            if element.tag.rpartition("}")[2] in {"content", "encoded"} and element.text:
                held += 1
                assert_harmless(element.text, file.path)
    assert held > 20


def test_what_is_json_is_json_and_what_it_holds_of_html_is_harmless(desk: Desk) -> None:
    found = [*desk.files().values(), *desk.files("ninjs").values()]
    files = [one for one in found if one.path.endswith((".json", ".webmanifest"))]
    assert len(files) > 4
    for file in files:
        plain = json.loads(file.make())
        for text in _texts(plain):
            if "<p" in text:
                assert_harmless(text, file.path)


def test_the_html_of_news_items_is_harmless(desk: Desk) -> None:
    seen = 0
    for file in desk.files("ninjs").values():
        if file.path.endswith(".json"):
            for body in json.loads(file.make()).get("bodies", ()):
                if "html" in body.get("contentType", "").lower():
                    seen += 1
                    assert_harmless(body["value"], file.path)
    assert seen


def test_every_path_means_the_same_on_every_system_and_no_two_meet(desk: Desk) -> None:
    for kind in ("html", "text", "ninjs", "epub"):
        paths = list(desk.files(kind))
        assert all(
            is_safe_path(path) and all(len(part.encode()) < 200 for part in path.split("/")) for path in paths
        ), kind
        assert len({path.casefold() for path in paths}) == len(paths), kind


def test_a_book_is_well_formed_has_safe_names_and_runs_nothing(desk: Desk) -> None:
    for file in desk.files("epub").values():
        with zipfile.ZipFile(io.BytesIO(file.make())) as book:
            names = book.namelist()
            assert all(is_safe_path(name) for name in names)
            assert len({name.casefold() for name in names}) == len(names)
            chapters = [name for name in names if name.endswith((".xhtml", ".opf", ".ncx", ".xml"))]
            assert len(chapters) > len(desk.articles)
            for name in chapters:
                for element in fromstring(book.read(name)).iter():
                    tag = element.tag.rpartition("}")[2]
                    assert name.endswith(".opf") or tag not in _FORBIDDEN - {"meta", "style"}, (name, tag)
                    assert not any(key.startswith("on") for key in element.attrib), (name, tag)
                    for key in ("href", "src"):
                        value = element.get(key, "")
                        assert value.startswith(_WAYS) or ":" not in value, (name, value)


def test_a_page_that_leads_on_is_harmless(desk: Desk) -> None:
    pages = {path: html for path, html in desk.pages().items() if 'http-equiv="refresh"' in html}
    assert len(pages) > 3
    for path, html in pages.items():
        body = html[html.index("<main>") + 6 : html.index("</main>")]
        assert_harmless(body.replace('href="../', 'href="'), path)
        (refresh,) = (one for one in parse(html).iter("meta") if one.get("http-equiv") == "refresh")
        assert refresh.get("content", "").startswith("0; url=../"), path


def test_an_own_theme_escapes_as_ours_do(tmp_path: Path) -> None:
    (tmp_path / "harbour").mkdir()
    shown = "{{ page.headline.text }}<b title=\"{{ page.headline.text }}\">{{ page.headline.text ~ '' }}</b>"
    words = '{% extends "newspaper/article.html" %}{% block main %}<main>' + shown + "</main>{% endblock %}"
    (tmp_path / "harbour" / "article.html").write_text(words)
    own = a_hostile_desk()
    own.theme = load_theme("harbour", tmp_path)
    pages = [html for html in own.pages("en").values() if "<b title=" in html]
    assert len(pages) == len(own.articles)
    for html in pages:
        assert_harmless(html[html.index("<main>") + 6 : html.index("</main>")], "own theme")
        assert "<img" not in html[html.index("<main>") + 6 : html.index("</main>")]
