"""Every field of an article can be shown and given back, in one group or another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.domain.article import Status
from editor.domain.edits import ARTICLE_FIELDS
from editor.domain.version_fields import GROUPS, differing, groups_of, restore
from tests.builders import NOON, a_link, an_article

THEN = an_article(id="1", headline="Then", body="One", tags=("Japan",), links=(a_link(id="a"),))
NOW = replace(THEN, headline="Now", slug="now", body="Two", tags=(), links=(), status=Status.PUBLISHED, published=NOON)


def test_every_field_is_in_one_group() -> None:
    fields = [name for group in GROUPS.values() for name in group.fields]
    assert len(fields) == len(set(fields))
    assert set(fields) == ARTICLE_FIELDS


def test_groups_that_differ_are_named_in_order() -> None:
    assert [group.id for group in differing(THEN, NOW)] == [
        "headline",
        "body",
        "tags",
        "links",
        "status",
        "dates",
        "address",
    ]
    assert differing(THEN, THEN) == ()
    assert [group.id for group in groups_of(["tags", "body", "unknown"])] == ["body", "tags"]


def test_restoring_all_leaves_the_course_of_the_article_alone() -> None:
    edit = restore(NOW, THEN)
    assert edit is not None
    assert edit.keeps_present
    assert edit.on(NOW) == replace(THEN, slug="now", status=Status.PUBLISHED, published=NOON)
    assert edit.inverse().on(edit.on(NOW)) == NOW


@pytest.mark.parametrize("group", ["body", "status", "dates", "address"])
def test_one_group_is_given_back_alone(group: str) -> None:
    edit = restore(NOW, THEN, group)
    assert edit is not None
    assert set(edit.after) <= set(GROUPS[group].fields)
    assert [one.id for one in differing(edit.on(NOW), NOW)] == [group]


def test_nothing_to_give_back_is_no_edit() -> None:
    assert restore(THEN, THEN) is None
    assert restore(replace(THEN, status=Status.READY), THEN) is None
    assert restore(NOW, THEN, "section") is None


def test_a_body_comes_back_with_the_marks_it_had() -> None:
    then = replace(THEN, body="By people. By AI.", ai_ranges=((11, 17),))
    now = replace(then, body="More. By people. By AI, changed.", ai_ranges=((17, 32),))
    for group in ("", "body"):
        edit = restore(now, then, group)
        assert edit is not None
        assert edit.on(now) == then
        assert edit.inverse().on(then) == now


def test_marks_alone_come_back_to_where_their_words_stand_now() -> None:
    then = replace(THEN, body="By people. By AI.", ai_ranges=((11, 17),))
    now = replace(then, body="More. By people. By AI.", ai_ranges=())
    edit = restore(now, then, "ai_ranges")
    assert edit is not None
    assert edit.after == {"ai_ranges": ((17, 23),)}
    assert restore(replace(now, ai_ranges=((17, 23),)), then, "ai_ranges") is None
