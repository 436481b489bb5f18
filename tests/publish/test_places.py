"""Where an edition's own pages lie, and which of them a search engine is told of."""

from __future__ import annotations

from dataclasses import replace

from editor.domain.settings import Edition
from editor.publish.groups import Kind
from editor.publish.places import about_place, directory_place, further_places, not_found_place, search_place
from editor.publish.site import Site
from tests.publish.newsrooms import Desk, a_full_desk, a_public_setting


def test_a_page_without_content_is_nowhere() -> None:
    desk = Desk(a_public_setting(), [])
    site, edition = desk.site(), desk.settings.editions[0]
    assert {directory_place(site, edition, kind) for kind in Kind} == {""}
    assert (about_place(site, edition), search_place(site, edition)) == ("", "")
    assert not_found_place(site, edition) == "en/404.html"
    assert list(further_places(site, edition, {})) == []


def unknown(site: Site, edition: Edition) -> dict[str, str]:
    """Say of no article when it was changed."""
    return dict.fromkeys(site.shown(edition).ids, "")


def test_search_engines_are_told_of_lists_and_not_of_the_search() -> None:
    desk = a_full_desk()
    desk.settings = desk.settings.with_edition(replace(desk.settings.editions[0], about="Us."))
    site, edition = desk.site(), desk.settings.editions[0]
    assert [path for path, _, _ in further_places(site, edition, unknown(site, edition))] == [
        "en/section/index.html",
        "en/section/world/index.html",
        "en/topic/index.html",
        "en/topic/diplomacy/index.html",
        "en/topic/music/index.html",
        "en/author/index.html",
        "en/author/amina-odhiambo/index.html",
        "en/author/jun-tanaka/index.html",
        "en/archive/index.html",
        "en/archive/2026-01/index.html",
        "en/about/index.html",
    ]


def test_each_page_knows_itself_in_the_other_editions() -> None:
    desk = a_full_desk()
    site = desk.site()
    english, swahili, *_ = desk.settings.editions
    found = {path: elsewhere(swahili) for path, elsewhere, _ in further_places(site, english, unknown(site, english))}
    assert found["en/author/amina-odhiambo/index.html"] == "sw/author/amina-odhiambo/index.html"
    assert found["en/topic/music/index.html"] == ""
    assert found["en/archive/2026-01/index.html"] == "sw/archive/2026-01/index.html"
