"""Another layout: whose pages show something else, and which files go."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from editor.domain.article import Status
from editor.publish.moving import is_ground_same, left_over, moved, renamed
from tests.publish.newsrooms import Desk, a_full_desk

MAIN = "f" * 32


def changed(desk: Desk, **fields: Any) -> None:  # noqa: ANN401 - any of an article
    desk.articles = {**desk.articles, MAIN: replace(desk.articles[MAIN], **fields)}


def test_what_is_shown_no_more_is_moved_with_all_of_its_set() -> None:
    desk = a_full_desk()
    before, set_ = desk.site().layout, desk.articles[MAIN].translation_set
    changed(desk, status=Status.DRAFT)
    after = desk.site().layout
    members = {one for shown in before.members.values() if (one := shown.get(set_))}
    assert MAIN in members
    assert members <= moved(before, after, ())
    assert moved(before, after, ()) == moved(after, before, ())
    assert moved(before, before, ()) == set()


def test_what_changed_is_moved_with_what_its_translations_say_of_it() -> None:
    desk = a_full_desk()
    layout, set_ = desk.site().layout, desk.articles[MAIN].translation_set
    members = {one for shown in layout.members.values() if (one := shown.get(set_))}
    assert len(members) > 1
    assert moved(layout, layout, [MAIN]) == members


def test_an_article_at_another_address_is_moved() -> None:
    desk = a_full_desk()
    before = desk.site().layout
    changed(desk, slug="another")
    assert MAIN in moved(before, desk.site().layout, ())
    assert not renamed(before, desk.site().layout)


def test_whoever_stands_in_a_list_of_another_name_leads_to_it_otherwise() -> None:
    desk = a_full_desk()
    before, topic = desk.site().layout, desk.articles[MAIN].tags[0]
    changed(desk, tags=(topic.upper(), *desk.articles[MAIN].tags[1:]))
    assert MAIN in renamed(before, desk.site().layout)


def test_a_section_that_comes_stands_on_every_page() -> None:
    desk = a_full_desk()
    before = desk.site().layout
    changed(desk, tags=("Other",))
    assert is_ground_same(before, desk.site().layout)
    changed(desk, section="Other")
    assert not is_ground_same(before, desk.site().layout)


@pytest.mark.parametrize("fields", [{"slug": "another"}, {"tags": ("Other",)}, {"former_slugs": ()}])
def test_the_files_that_go_are_those_that_a_bundle_made_anew_lacks(fields: dict[str, object]) -> None:
    desk = a_full_desk()
    before, there = desk.site().layout, desk.files().keys()
    changed(desk, **fields)
    now = desk.files().keys()
    assert left_over(desk.site(), before, there, now) == there - now
