"""Paths stay inside the bundle and apart on every file system; links are relative."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import UserError
from editor.domain.settings import Edition
from editor.domain.slug import slug_key
from editor.publish.addresses import (
    absolute,
    edition_folders,
    page_folders,
    public_base,
    relative,
)
from editor.publish.manifest import is_safe_path
from tests.builders import an_article
from tests.publish.newsrooms import a_public_setting


@pytest.mark.parametrize(
    ("base_path", "folder"),
    [
        ("", "sw"),
        ("habari", "habari"),
        ("/habari/za/leo/", "habari/za/leo"),
        ("/", ""),
        ("../..", "sw"),
        ("..\\..\\x", "x"),
        ("NUL", "_NUL"),
        ("a//b", "a/b"),
    ],
)
def test_a_base_path_becomes_a_folder_inside(base_path: str, folder: str) -> None:
    assert edition_folders([Edition(locale="sw", base_path=base_path)]) == {"sw": folder}


@pytest.mark.parametrize("other", ["SW", "sw", "assets", "Images/x", "manifest.json", "sw/page", "sw/index.html"])
def test_a_place_that_is_taken_is_refused(other: str) -> None:
    with pytest.raises(UserError, match="taken"):
        edition_folders([Edition(locale="sw"), Edition(locale="en", base_path=other)])
    with pytest.raises(UserError, match="taken"):
        edition_folders([Edition(locale="en", base_path=other), Edition(locale="sw")])


def test_pages_keep_apart_whatever_the_file_system_folds() -> None:
    slugs = ["Straße", "STRASSE", "é", "e\u0301", "page", "index.html", "CON", "..", "", "a/b"]
    articles = [an_article(id=f"{number:032x}", slug=slug) for number, slug in enumerate(slugs)]
    folders = page_folders("sw", articles, reserved=["sw", "sw/special"])
    assert len({slug_key(folder) for folder in folders.values()}) == len(slugs)
    assert all(is_safe_path(folder) and folder.startswith("sw/") for folder in folders.values())
    assert page_folders("sw", reversed(articles), reserved=["sw", "sw/special"]) == folders


def test_an_edition_inside_another_keeps_its_folder() -> None:
    (folder,) = page_folders("", [an_article(slug="sw")], reserved=["", "sw/news"]).values()
    assert folder == "sw-2"


def test_the_text_of_an_article_is_no_edition_inside_its_own() -> None:
    (folder,) = page_folders("en", [an_article(slug="sw")], reserved=["en", "en/sw.txt"]).values()
    assert folder == "en/sw-2"


@given(st.lists(st.text(max_size=30), min_size=1, max_size=8))
def test_any_slugs_give_safe_paths(slugs: list[str]) -> None:
    articles = [an_article(id=f"{number:032x}", slug=slug) for number, slug in enumerate(slugs)]
    folders = list(page_folders("x", articles).values())
    assert len({slug_key(folder) for folder in folders}) == len(slugs)
    assert all(is_safe_path(folder) for folder in folders)


_STEP = st.sampled_from(["a", "b", "sw", "مقال", "x y", "%41", "a#b?c"])


@given(st.lists(_STEP, min_size=1, max_size=4), st.lists(_STEP, min_size=1, max_size=4))
def test_a_relative_address_leads_back(target: list[str], page: list[str]) -> None:
    to, place = "/".join(target), "/".join(page)
    address = relative(to, place)
    assert posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(address))) == to
    assert not set(address) & set(' #?"<>')


def test_public_addresses_leave_the_index_away() -> None:
    assert (
        absolute("https://a.example/b/", "sw/makala ya é/index.html") == "https://a.example/b/sw/makala%20ya%20%C3%A9/"
    )
    assert absolute("https://a.example", "images/x.jpg") == "https://a.example/images/x.jpg"


@pytest.mark.parametrize("address", ["", "news.example", "javascript:x", "mailto:a@b.example", "ftp://x.example"])
def test_a_base_that_is_no_address_is_none(address: str) -> None:
    assert public_base(a_public_setting(base_url=address)) == ""
