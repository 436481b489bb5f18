"""Edits of an article's links."""

from __future__ import annotations

import pytest

from editor.domain.edits import EditArticle
from editor.domain.linking import (
    add_links,
    change_external,
    link_of,
    link_to,
    move_link,
    put_on_timeline,
    remove_link,
    show_link,
)
from tests.builders import a_link, an_article, an_external

FIRST, SECOND, THIRD = (a_link(id=name, article=f"to {name}") for name in ("first", "second", "third"))
ARTICLE = an_article(links=(FIRST, SECOND, THIRD))


def order(edit: EditArticle | None) -> list[str]:
    assert edit is not None
    return [link.id for link in edit.on(ARTICLE).links]


def test_a_link_is_found_by_its_id_and_by_where_it_leads() -> None:
    assert link_of(ARTICLE, "second") is SECOND
    assert link_of(ARTICLE, "none") is None
    assert link_to(ARTICLE, "to third") is THIRD
    assert link_to(an_article(links=(a_link(),)), "") is None


def test_links_are_added_last_or_where_they_were_dropped() -> None:
    new = a_link(id="new", article="x")
    assert order(add_links(ARTICLE, [new])) == ["first", "second", "third", "new"]
    assert order(add_links(ARTICLE, [new], 1)) == ["first", "new", "second", "third"]
    assert order(add_links(ARTICLE, [new], 99)) == ["first", "second", "third", "new"]


def test_a_link_is_removed_and_the_inverse_brings_it_back_to_its_place() -> None:
    edit = remove_link(ARTICLE, "second")
    assert order(edit) == ["first", "third"]
    assert edit.inverse().on(edit.on(ARTICLE)) == ARTICLE


@pytest.mark.parametrize(
    ("link", "to", "expected"),
    [
        ("first", 1, ["second", "first", "third"]),
        ("first", 99, ["second", "third", "first"]),
        ("third", 0, ["third", "first", "second"]),
        ("third", -4, ["third", "first", "second"]),
    ],
)
def test_a_link_is_moved(link: str, to: int, expected: list[str]) -> None:
    assert order(move_link(ARTICLE, link, to)) == expected


def test_moving_to_the_same_place_is_no_edit() -> None:
    assert move_link(ARTICLE, "second", 1) is None
    assert move_link(ARTICLE, "none", 1) is None


def test_a_link_is_shown_as_card_and_on_the_timeline() -> None:
    edit = show_link(ARTICLE, "first", on_timeline=True)
    assert edit is not None
    shown = edit.on(ARTICLE).links[0]
    assert (shown.on_card, shown.on_timeline) == (True, True)
    assert show_link(ARTICLE, "first", on_card=True) is None
    assert show_link(ARTICLE, "none", on_card=True) is None


def test_an_external_article_is_described_anew() -> None:
    article = an_article(links=(a_link(id="out"),))
    told = an_external(headline="Told anew")
    edit = change_external(article, "out", told)
    assert edit is not None
    assert edit.on(article).links[0].external == told
    assert change_external(edit.on(article), "out", told) is None
    assert change_external(article, "none", told) is None


def test_several_go_on_the_timeline_in_one_edit() -> None:
    here, there = an_article(), an_article()
    article = an_article(links=(a_link(here, id="card"), a_link(id="out", external=an_external())))
    edit = put_on_timeline(article, [there.id, here.id, there.id], ["one", "two", "three"])
    assert edit is not None
    after = edit.on(article)
    assert [(link.id, link.on_card, link.on_timeline) for link in after.links] == [
        ("card", True, True),
        ("out", True, False),
        ("one", False, True),
    ]
    assert put_on_timeline(after, [here.id, there.id], ["x", "y"]) is None
    assert edit.inverse().on(after) == article
