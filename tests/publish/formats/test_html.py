"""The format html: a page per article and edition, lists, a door, pictures, a theme; and nothing that nobody shows."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.settings import Edition
from editor.publish.bundle import FileRole
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting, headlined


def test_an_edition_of_its_own_has_no_door_before_it() -> None:
    files = Desk(a_public_setting(editions=(Edition(locale="sw"),)), headlined(2)).files()
    assert sorted(path for path in files if path.endswith(".html")) == [
        "sw/404.html",
        "sw/archive/2026-01/index.html",
        "sw/archive/index.html",
        "sw/index.html",
        "sw/report-number-0/index.html",
        "sw/report-number-1/index.html",
        "sw/search/index.html",
    ]


def test_an_edition_may_be_the_bundle_itself() -> None:
    files = Desk(
        a_public_setting(editions=(Edition(locale="sw", base_path="/"), Edition(locale="en"))), headlined(1)
    ).files()
    assert {"index.html", "report-number-0/index.html", "en/index.html"} <= files.keys()


def test_several_editions_have_a_door() -> None:
    html = a_full_desk().pages()["index.html"]
    for name in ("English", "Kiswahili", "العربية", "日本語"):
        assert name in html


def test_the_script_is_there_only_where_an_edition_asks() -> None:
    def asking(locale: str) -> list[str]:
        return [path for path in a_full_desk().files("html", locale) if path.startswith("assets/consent-")]

    assert len(asking("sw")) == 1
    assert asking("en") == []


def test_pictures_that_no_page_shows_stay_at_home() -> None:
    desk = a_full_desk()
    before = {path for path in desk.files() if path.startswith("images/")}
    unused = desk.originals.add(b"".join([desk.originals._data[desk.images["a" * 32].sha256], b""]), id="e" * 32)
    desk.images = {**desk.images, unused.id: replace(unused, sha256="ee" * 32)}
    assert {path for path in desk.files() if path.startswith("images/")} == before


def test_every_article_page_says_its_version() -> None:
    pages = [file for file in a_full_desk().files().values() if file.article]
    assert all(len(page.article_version) == 64 and page.role is FileRole.PAGE for page in pages)
    assert len({page.article_version for page in pages}) == len({page.article for page in pages})
