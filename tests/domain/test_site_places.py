"""Where a site and its editions may lie."""

from __future__ import annotations

import pytest

from editor.core.errors import UserError
from editor.domain.site_places import OWN_NAMES, check_base_address, check_edition_path, check_edition_paths
from editor.domain.slug import slug_key


@pytest.mark.parametrize("path", ["sw", "news/sw", "news/images", "pages", "مقال"])
def test_paths_that_will_do(path: str) -> None:
    check_edition_path(path)


@pytest.mark.parametrize("path", ["../up", "a//b", "/a", "a/", "NUL", "a\\b", ""])
def test_paths_that_are_no_folder(path: str) -> None:
    with pytest.raises(UserError, match="cannot be a folder"):
        check_edition_path(path)


@pytest.mark.parametrize("path", [*OWN_NAMES, "Images", "ASSETS/x", "page/2"])
def test_the_site_keeps_its_own_names(path: str) -> None:
    with pytest.raises(UserError, match="has something at"):
        check_edition_path(path)


@pytest.mark.parametrize(
    "paths",
    [["en", "en/page"], ["EN/Page/x", "en"], ["a/b", "a/b/page"], ["en", "en/index.html"], ["sw", "en", "en/page/2"]],
)
def test_no_edition_lies_among_the_pages_of_another(paths: list[str]) -> None:
    with pytest.raises(UserError, match="lies among the pages of the edition at"):
        check_edition_paths(paths)


@pytest.mark.parametrize("paths", [["en", "en/sw"], ["en", "en/pages"], ["en", "english/page"], ["a", "b/page"], []])
def test_editions_may_lie_in_one_another(paths: list[str]) -> None:
    check_edition_paths(paths)


def test_own_names_are_compared_in_their_form() -> None:
    assert [slug_key(name) for name in OWN_NAMES] == list(OWN_NAMES)


@pytest.mark.parametrize(
    "address", ["", " ", "https://news.example", "HTTP://news.example:8080/a/", "https://ニュース.example"]
)
def test_addresses_of_a_site(address: str) -> None:
    check_base_address(address)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "ftp://x.example", "mailto:a@b.example", "news.example", "https://", "http://["]
)
def test_what_is_no_address_of_a_site(address: str) -> None:
    with pytest.raises(UserError, match="cannot be the address of the site"):
        check_base_address(address)
