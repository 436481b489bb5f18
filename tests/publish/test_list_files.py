"""The files of lists and their like: each made anew when what it shows changes, and only then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.domain.article import Status
from editor.domain.settings import Edition
from editor.publish.bundle import key_of
from tests.builders import an_article
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting

MAIN = "f" * 32


def keyed(desk: Desk) -> dict[str, str]:
    """Return the keys of the English edition's pages that are no article's; each part of the index under one name."""
    return {
        path.replace(key_of(file)[:8], "*"): key_of(file)
        for path, file in desk.files("html", "en").items()
        if file.key and not file.article and path.startswith(("en/", "assets/")) and "feed." not in path
    }


def touched(desk: Desk, **fields: object) -> set[str]:
    """Return the pages that have another key, or are new or gone, once the first article is changed so."""
    before = keyed(desk)
    desk.articles = {**desk.articles, MAIN: replace(desk.articles[MAIN], **fields)}  # type: ignore[arg-type]
    after = keyed(desk)
    return {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}


_LISTS = {
    "en/index.html",
    *("en/section/world/index.html", "en/topic/diplomacy/index.html", "en/topic/music/index.html"),
    *("en/author/amina-odhiambo/index.html", "en/author/jun-tanaka/index.html", "en/archive/2026-01/index.html"),
}
_SEARCH = {"assets/search-en-1.js", "en/search/index.html"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"body": "Other words."}, set()),
        ({"corrections": ()}, set()),
        ({"headline": "Another"}, _LISTS | _SEARCH),
        ({"hero": None}, _LISTS),
        ({"tags": ("Diplomacy",)}, {"en/topic/index.html", "en/topic/music/index.html"} | _SEARCH),
    ],
)
def test_an_edit_makes_anew_just_the_pages_that_show_it(fields: dict[str, object], expected: set[str]) -> None:
    assert touched(a_full_desk(), **fields) == expected


def test_keys_are_there_for_every_page_but_that_for_what_is_not_there() -> None:
    files = a_full_desk().files("html", "en")
    without = {path for path, file in files.items() if path.endswith(".html") and not file.key}
    assert without == {"en/404.html", "en/taken-back/index.html"}


def test_the_same_newsroom_gives_the_same_bytes_in_any_order_of_making() -> None:
    """Deterministic: what is drawn once for many lists does not depend on which list asked first."""
    forwards, backwards = (a_full_desk().files() for _ in range(2))
    made = {path: file.make() for path, file in forwards.items()}
    assert made == {path: backwards[path].make() for path in reversed(list(backwards))}


def test_words_about_the_newsroom_touch_the_page_that_holds_them_alone() -> None:
    desk = a_full_desk()

    def pages(about: str) -> dict[str, str]:
        desk.settings = desk.settings.with_edition(replace(desk.settings.editions[0], about=about))
        return {path: key_of(file) for path, file in desk.files("html", "en").items() if file.key}

    one, other = pages("One."), pages("Other.")
    assert {path for path in one if one[path] != other[path]} == {"en/about/index.html"}


def test_an_article_keeps_clear_of_the_editions_own_pages() -> None:
    names = ("section", "Topic", "author", "archive", "about", "search", "404.html")
    articles = [an_article(id=f"{n:032x}", slug=slug, status=Status.PUBLISHED) for n, slug in enumerate(names)]
    desk = Desk(a_public_setting(editions=(Edition(locale="en", base_path="/", about="Us."),)), articles)
    site = desk.site()
    folders = {site.page(desk.settings.editions[0], article) for article in site.shown(desk.settings.editions[0])}
    assert folders == {"section-2", "Topic-2", "author-2", "archive-2", "about-2", "search-2", "404.html-2"}
    assert desk.files()
