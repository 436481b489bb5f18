"""Edits of an article's links."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import EditArticle, change_article
from editor.domain.link import Link
from editor.domain.linking import (
    add_links,
    change_external,
    leads_to,
    link_of,
    link_to,
    move_link,
    put_on_timeline,
    remove_link,
    show_link,
)
from editor.domain.translation import shared_with
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


def test_a_link_leads_to_an_article_by_id_or_waiting_for_its_name() -> None:
    article = an_article(id="sw", slug="Ngoma")
    assert all(leads_to(a_link(**to), article) for to in ({"article": "sw"}, {"pending": "sw"}, {"pending": "NGOMA"}))
    assert not any(leads_to(a_link(**to), article) for to in ({"article": "en"}, {"pending": "drums"}, {}))


TARGETS = ("en", "sw", "fr", "a", "b", "c")
CHANGES = st.lists(
    st.tuples(st.sampled_from(("en", "sw", "fr")), st.sampled_from(("add", "remove", "move")), st.integers(0, 9)),
    max_size=12,
)


@given(CHANGES, st.sampled_from(("article", "pending")))
def test_links_of_a_translation_set_are_one_list_whoever_changes_it(
    changes: list[tuple[str, str, int]], by: str
) -> None:
    members = {
        name: an_article(id=name, slug=f"slug-{name}", language=name, translation_set="s") for name in TARGETS[:3]
    }
    for number, (name, what, where) in enumerate(changes):
        member = members[name]
        links = list(member.links)
        target = TARGETS[where % len(TARGETS)]
        if what == "add" and target != name and target not in {to(link) for link in links}:
            links.insert(where % (len(links) + 1), a_link(id=f"l{number}", **{by: target}))
        elif links and what == "remove":
            links.pop(where % len(links))
        elif links and what == "move":
            links.insert(where % len(links), links.pop())
        edited = members[name] = replace(member, links=tuple(links))
        for other in members.keys() - {name}:
            before = members[other]
            after = members[other] = spread(before, edited)
            assert shared_with(after, edited, {"links"}) == {}, "what is shared is shared"
            assert shared_with(edited, after, {"links"}) == {}, "and means the same, seen from the other"
            assert [link for link in after.links if to(link) == name] == [
                link for link in before.links if to(link) == name
            ], "no link to who was changed is lost"
            assert [to(link) for link in after.links if to(link) not in (name, other)] == [
                to(link) for link in edited.links if to(link) not in (name, other)
            ]
            assert other not in map(to, after.links), "no article is linked to itself"


def spread(member: Article, edited: Article) -> Article:
    return change_article(member, say("x"), **shared_with(member, edited, {"links"})).on(member)


def to(link: Link) -> str:
    return link.article or link.pending
