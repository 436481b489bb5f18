"""Articles put together as a book: links inside and out, pictures that lie in it, instants and names that stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from editor.domain.article import Article, Status
from editor.publish.bodies import Bodies
from editor.publish.books import book_of, copies_in_book
from editor.publish.epub import Book
from tests.builders import NOON, an_article
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting


def book(desk: Desk, locale: str = "en", chosen: Sequence[str] = (), title: str = "") -> Book:
    site, bodies = desk.site(), Bodies()
    edition = desk.settings.edition(locale)
    assert edition is not None
    shown: list[Article] = [one for one in site.shown(edition) if not chosen or one.slug in chosen]
    pictures = {copy.name: bytes for _, copies in copies_in_book(site, bodies, shown) for copy in copies}
    return book_of(site, bodies, edition, shown, pictures, title)


def addresses(made: Book) -> set[str]:
    return {found for one in made.chapters for found in re.findall(r' (?:href|src)="([^"]*)"', one.content)}


def test_links_lead_inside_the_book_else_to_the_site_and_never_nowhere() -> None:
    whole = addresses(book(a_full_desk()))
    assert any(one.startswith("article-") for one in whole)
    assert all(re.match(r"article-\d+\.xhtml$|images/|https://|mailto:", one) for one in whole), whole
    alone = addresses(book(a_full_desk(), chosen=["two-drum-kits"]))
    assert not any(one.startswith("article-") for one in alone)
    assert any(one.startswith("https://news.example/en/") for one in alone)
    desk = a_full_desk()
    desk.settings = a_public_setting(base_url="", editions=desk.settings.editions)
    assert not any("news.example" in one for one in addresses(book(desk, chosen=["two-drum-kits"])))


def test_every_picture_that_is_shown_lies_in_the_book_and_no_other() -> None:
    made = book(a_full_desk())
    shown = {one.removeprefix("images/") for one in addresses(made) if one.startswith("images/")}
    assert shown == set(made.pictures)
    assert len(shown) == 2
    assert {kind for kind, _read in made.pictures.values()} == {"image/jpeg"}


def test_each_chapter_says_what_its_words_come_from() -> None:
    found = {one.source_type.rpartition("/")[2] for one in book(a_full_desk()).chapters}
    assert found == {"trainedAlgorithmicMedia", ""}


@pytest.mark.parametrize("locale", ["en", "sw", "ar", "ja"])
def test_every_chapter_is_well_formed_and_named_once(locale: str) -> None:
    made = book(a_full_desk(), locale)
    assert len({one.name for one in made.chapters}) == len(made.chapters)
    for chapter in made.chapters:
        ET.fromstring(f"<body>{chapter.content}</body>")  # noqa: S314 - what we wrote
    assert made.languages[0] == made.locale == locale
    assert made.direction == ("rtl" if locale == "ar" else "ltr")


def test_a_book_is_called_by_its_only_article_or_as_it_is_asked() -> None:
    assert book(a_full_desk(), chosen=["two-drum-kits"]).title.startswith("Two leaders")
    assert book(a_full_desk()).title == a_full_desk().settings.name
    assert book(a_full_desk(), title=" Drums ").title == "Drums"


def test_its_name_stays_and_its_instant_moves_with_what_it_holds() -> None:
    desk = Desk(a_public_setting(), [an_article(id="a", published=NOON, status=Status.PUBLISHED)])
    before = book(desk)
    desk.articles["a"] = replace(desk.articles["a"], headline="Another", updated=NOON.replace(year=2027))
    after = book(desk)
    assert before.identifier == after.identifier
    assert (before.modified[:4], after.modified[:4]) == (f"{NOON.year}", "2027")
