"""The judge of language marks finds what is wrong, and nothing else, on pages of all 29 editions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from editor.bootstrap import Desk, OpenMode, create_newsroom, open_desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import EditSettings
from editor.domain.settings import Consent, Edition
from editor.i18n.dates import format_month
from editor.i18n.direction import direction
from editor.i18n.page_words import LOCALES
from editor.services.publishing import ExportRequest
from editor.services.taking_in import TakingInOptions
from tests.publish.alternates_judge import named_in, wrong_alternates
from tests.publish.language_judge import LanguageJudge, lines_of, said_lines, switches, texts_of
from tests.publish.newsrooms import a_full_desk, a_public_setting
from tests.publish.reading_pages import parse
from tests.services.desks import a_desk

PAGE = Path(__file__).parents[1] / "data" / "pages" / "lake-ferry.txt"
ALL = tuple(Edition(locale=tag, consent=Consent.NOTICE) for tag in LOCALES)
NAMES = ("Nara Desk", "Nara Desk Ltd", "The Desk", "Nara Desk, a sample newsroom")
BASE = "https://news.example/"


def with_every_edition(desk: Desk) -> None:
    before = desk.newsroom.settings
    after = replace(before, base_url=BASE, editions=ALL)
    desk.articles.apply(EditSettings(before, after, say("Every edition")))


def exported(desk: Desk, out: Path) -> dict[str, Element]:
    desk.publishing.export(ExportRequest(out=out, jobs=1), quiet())
    return {path.relative_to(out).as_posix(): parse(path.read_text("utf-8")) for path in sorted(out.rglob("*.html"))}


def judge_of(desk: Desk, *names: str) -> LanguageJudge:
    return LanguageJudge(desk.articles.all(), desk.images.all(), [*NAMES, desk.newsroom.settings.name, *names])


@pytest.fixture(scope="module")
def taken_in(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LanguageJudge, dict[str, Element]]]:
    """Take a page text in and export it in every edition."""
    place = tmp_path_factory.mktemp("judged")
    with a_desk(place / "desk") as desk:
        options = TakingInOptions(zone="America/New_York")
        desk.taking_in.take(desk.taking_in.read([PAGE], options, quiet()), quiet())
        with_every_edition(desk)
        yield judge_of(desk), exported(desk, place / "out")


def test_no_text_is_marked_wrongly_in_any_edition(taken_in: tuple[LanguageJudge, dict[str, Element]]) -> None:
    judge, pages = taken_in
    assert {path: found for path, page in pages.items() if (found := judge.wrong(page))} == {}
    assert {page.get("lang") for page in pages.values()} == set(LOCALES)


def test_every_switch_of_the_page_text_is_a_switch_of_marks(
    taken_in: tuple[LanguageJudge, dict[str, Element]],
) -> None:
    """39 switches in 51 lines: the anatomy of a real page, and its HTML has the same ones in the same order."""
    _, pages = taken_in
    lines = lines_of(PAGE.read_text("utf-8"), "sw")
    assert len(lines) == 51
    assert switches([lang for _, lang in lines]) == 39
    page = next(page for path, page in pages.items() if re.fullmatch(r"sw/[^/]+/index\.html", path))
    assert switches(said_lines(page, lines)) == 39


def test_the_judge_sees_each_mark_that_is_taken_away(taken_in: tuple[LanguageJudge, dict[str, Element]]) -> None:
    judge, pages = taken_in
    for locale in ("sw", "ar"):
        page = next(page for path, page in pages.items() if re.fullmatch(rf"{locale}/[^/]+/index\.html", path))
        marked = [element for element in page.iter() if element is not page and element.get("lang")]
        telling = [
            element
            for element in marked
            if any(text.element is element and judge.languages(text, locale) for text in texts_of(page))
            and element.get("lang") != locale
        ]
        assert len(telling) > 30
        for element in telling:
            kept = dict(element.attrib)
            del element.attrib["lang"]
            assert judge.wrong(page), kept
            element.attrib.update(kept)
            del element.attrib["dir"]
            assert bool(judge.wrong(page)) is (kept["dir"] != page.get("dir")), kept
            element.attrib.update(kept)


def test_words_that_are_nobodys_and_names_of_other_editions_are_seen() -> None:
    judge = LanguageJudge([], [])
    page = parse('<!doctype html><html lang="sw" dir="ltr"><title>Habari zisizojulikana</title><body><p>Kataa</p>')
    assert [(one.words, one.expected) for one in judge.wrong(page)] == [("Habari zisizojulikana", ())]
    nav = '<ul class="doors"><li><a href="x" lang="ar" dir="rtl" hreflang="fa">العربية</a></li></ul>'
    page = parse(f'<!doctype html><html lang="sw" dir="ltr"><title>Kataa</title><body>{nav}')
    assert [one.words for one in judge.wrong(page)] == ["العربية"]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_months_of_an_archive_are_the_edition_s_own_words(locale: str) -> None:
    """By number, as Chinese has them beside a year, or by name."""
    judge = LanguageJudge([], [])
    for month in range(1, 13):
        name = format_month(2025, month, locale)
        page = f'<!doctype html><html lang="{locale}" dir="{direction(locale)}"><title>{name}</title><body>'
        assert judge.wrong(parse(page)) == []
    other = parse(f'<!doctype html><html lang="{locale}" dir="{direction(locale)}"><title lang="cy">{name}</title>')
    assert [one.expected for one in judge.wrong(other)] == [(locale,)]


@pytest.mark.parametrize("locale", ["sw", "fa", "ja"])
def test_no_kind_of_page_has_a_text_that_is_marked_wrongly(locale: str) -> None:
    desk = a_full_desk()
    judge = LanguageJudge(desk.articles.values(), desk.images.values(), NAMES)
    here = Edition(locale=locale, consent=Consent.NOTICE, about="Nara Desk")
    desk.settings = a_public_setting(editions=(here, Edition(locale="he")))
    pages = {path: parse(html) for path, html in desk.pages().items()}
    kinds = {next(body.get("class", "") for body in page.iter("body")) for page in pages.values()}
    groups = {
        f"{what}-page {kind}-page" for what in ("group", "directory") for kind in ("section", "author", "archive")
    }
    assert kinds - {"group-page topic-page", "directory-page topic-page"} == groups | {
        *("article-page", "index-page", "withdrawn-page", "choice-page"),
        *("about-page", "search-page", "not-found-page"),
    }
    assert {path: found for path, page in pages.items() if (found := judge.wrong(page))} == {}
    assert list(wrong_alternates(pages, BASE)) == []


def test_pages_name_their_translations_and_themselves(taken_in: tuple[LanguageJudge, dict[str, Element]]) -> None:
    _, pages = taken_in
    assert list(wrong_alternates(pages, BASE)) == []
    named = named_in(pages["sw/index.html"]).alternates
    assert set(named) == {*LOCALES, "x-default"}
    assert named["x-default"] == BASE
    head = next(element for element in pages["ar/index.html"] if element.tag == "head")
    head.remove(next(link for link in head.iter("link") if link.get("hreflang") == "sw"))
    assert ("sw/index.html", "ar/index.html names another set") in list(wrong_alternates(pages, BASE))


@pytest.mark.soak
def test_the_whole_sample_in_every_edition_is_marked_rightly(tmp_path: Path) -> None:
    create_newsroom(tmp_path / "desk", sample=True)
    desk = open_desk(tmp_path / "desk", mode=OpenMode.WRITE)
    with_every_edition(desk)
    pages = exported(desk, tmp_path / "out")
    judge = judge_of(desk)
    desk.close()
    assert {path: found for path, page in pages.items() if (found := judge.wrong(page))} == {}
    assert list(wrong_alternates(pages, BASE)) == []
