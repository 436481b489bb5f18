"""The preview is the page of the export, made of the words as they are typed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.derivative import derivatives_of
from editor.domain.edits import CreateArticle
from editor.services.publishing import ExportRequest
from tests.builders import NOON
from tests.services.newsdesks import a_news_desk, first_article


@pytest.mark.parametrize("locale", ["en", "sw"])
def test_it_is_the_page_of_the_export_byte_for_byte(tmp_path: Path, locale: str) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        desk.publishing.export(ExportRequest(out=tmp_path / "out"), quiet())
        article = first_article(desk)
        path = desk.preview.path(article, locale)
        assert path == f"{locale}/drums-at-dusk/index.html"
        assert desk.preview.page(article, locale) == (tmp_path / "out" / path).read_text()
        assert desk.preview.text(article, locale).startswith("Drums at dusk")


def test_a_member_of_a_set_is_shown_in_any_edition(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        article = first_article(desk)
        translated = replace(article, id="4" * 32, language="sw", slug="ngoma", headline="Ngoma", is_source=False)
        desk.articles.apply(CreateArticle(translated, say("x"), NOON))
        assert "<h1>Ngoma</h1>" in desk.preview.page(translated, "sw")
        assert "Drums at dusk</h1>" in desk.preview.page(article, "sw")


def test_it_shows_what_is_typed_and_not_saved(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        typed = replace(first_article(desk), headline="As typed", body="Half a sen")
        page = desk.preview.page(typed, "sw")
        assert "As typed" in page
        assert "Half a sen" in page
        assert first_article(desk).headline == "Drums at dusk"


def test_a_draft_and_a_locale_without_an_edition_are_shown(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        page = desk.preview.page(desk.articles.get("3" * 32), "fr")
        assert '<html lang="fr" dir="ltr">' in page
        assert "Not yet" in page


@pytest.mark.parametrize(("dark", "mark"), [(None, None), (True, "dark"), (False, "light")])
def test_the_scheme_may_be_fixed(tmp_path: Path, dark: bool | None, mark: str | None) -> None:  # noqa: FBT001
    with a_news_desk(tmp_path / "desk") as desk:
        found = re.search(r'data-scheme="(\w+)"', desk.preview.page(first_article(desk), "en", dark=dark))
        assert (found[1] if found else None) == mark


def test_everything_the_page_refers_to_is_there(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        article = first_article(desk)
        page, path = desk.preview.page(article, "sw"), desk.preview.path(article, "sw")
        addresses = set(re.findall(r'src="([^"]+)"', page)) | set(re.findall(r'stylesheet" href="([^"]+)"', page))
        for srcset in re.findall(r'srcset="([^"]+)"', page):
            addresses |= {part.split()[0] for part in srcset.split(", ")}
        assert len(addresses) == 11  # three widths in three formats, the style sheet and the script
        for address in addresses:
            found = desk.preview.resource(normpath(join(dirname(path), address)))
            assert found
            assert found[0]
            assert "/" in found[1]


@pytest.mark.parametrize(
    "path",
    [
        "",
        "images/",
        "images/..",
        "images/0000000000000000-480.webp",
        "../newsroom.sqlite3",
        "assets/x.css",
        "/etc/passwd",
    ],
)
def test_nothing_else_is(tmp_path: Path, path: str) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        assert desk.preview.resource(path) is None


def test_a_copy_that_was_not_promised_is_not_made(tmp_path: Path) -> None:
    with a_news_desk(tmp_path / "desk") as desk:
        (image,) = desk.images.all()
        name = derivatives_of(image)[0].name
        assert desk.preview.resource(f"images/{name}")
        assert desk.preview.resource(f"images/{name.replace('344', '345')}") is None
