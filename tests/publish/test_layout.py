"""A site with the layout of another one, and other words, is the site that would be worked out of them."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from editor.publish.groups import Kind
from editor.publish.layout import layout_from_plain, layout_to_plain
from editor.publish.site import Site
from tests.builders import a_link
from tests.publish.newsrooms import a_full_desk

MAIN = "f" * 32


def test_a_site_laid_out_as_before_shows_what_a_new_one_does() -> None:
    desk = a_full_desk()
    before = desk.site()
    links = (*desk.articles[MAIN].links, a_link(desk.articles[f"{3:032x}"]))
    desk.articles = {**desk.articles, MAIN: replace(desk.articles[MAIN], headline="Another", links=links)}
    site, anew = Site.laid_out(desk.snapshot, before.editions, (), before.layout), desk.site()
    assert any(desk.articles[MAIN] in site.shown(edition) for edition in site.editions)
    for edition in site.editions:
        assert site.shown(edition) == anew.shown(edition)
        assert site.withdrawn(edition) == anew.withdrawn(edition)
        assert site.moved(edition) == anew.moved(edition)
        for article in anew.shown(edition):
            assert site.page(edition, article) == anew.page(edition, article)
            assert site.place(edition, article) == anew.place(edition, article)
            assert site.targets(edition, article) == anew.targets(edition, article)
            assert site.member(edition, article.translation_set) == anew.member(edition, article.translation_set)
        for kind in Kind:
            assert site.groups(edition).of(kind) == anew.groups(edition).of(kind)
        assert site.groups(edition).ground == anew.groups(edition).ground


def test_a_layout_comes_back_from_plain_values_and_for_the_same_editions_alone() -> None:
    desk = a_full_desk()
    layout, ids = desk.site().layout, sorted(desk.articles)
    plain = json.loads(json.dumps(layout_to_plain(layout, ids)))
    again = layout_from_plain(plain, ids, desk.settings.editions)
    assert (again.shown, again.withdrawn, again.members) == (layout.shown, layout.withdrawn, layout.members)
    assert again.pages == layout.pages
    for locale, groups in layout.groups.items():
        assert [again.groups[locale].of(kind) for kind in Kind] == [groups.of(kind) for kind in Kind]
        assert again.groups[locale].ground == groups.ground
    with pytest.raises(ValueError, match="editions"):
        layout_from_plain(plain, ids, desk.settings.editions[1:])
