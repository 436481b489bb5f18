"""Every change can be made, refused when it no longer fits, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.authorship import Authorship
from editor.domain.edits import (
    ARTICLE_FIELDS,
    IMAGE_FIELDS,
    TYPED_FIELDS,
    AddImage,
    CreateArticle,
    Edit,
    EditArticle,
    EditSettings,
    Several,
    change_article,
    change_image,
    label_image,
    touched,
)
from editor.domain.image import Placement
from tests.builders import NOON, a_link, an_article, an_image, some_settings

LABEL = say("Change")
ARTICLE = an_article(tags=("Japan",), links=(a_link(),))

VALUES = {
    "headline": st.text(),
    "body": st.text(),
    "tags": st.lists(st.text(), max_size=3).map(tuple),
    "status": st.sampled_from(Status),
    "authorship": st.sampled_from(Authorship),
    "published": st.none() | st.just(NOON),
    "hero": st.none() | st.builds(Placement, image_id=st.text(), caption=st.text()),
    "links": st.integers(0, 3).map(lambda count: tuple(a_link() for _ in range(count))),
}
AFTER = st.fixed_dictionaries({}, optional=VALUES)


@given(AFTER)
def test_an_edit_taken_back_leaves_the_article_as_it_was(after: dict[str, object]) -> None:
    edit = change_article(ARTICLE, LABEL, **after)
    assert edit.inverse().on(edit.on(ARTICLE)) == ARTICLE


@given(AFTER)
def test_an_edit_sets_what_it_names_and_nothing_else(after: dict[str, object]) -> None:
    assert change_article(ARTICLE, LABEL, **after).on(ARTICLE) == replace(ARTICLE, **after)  # type: ignore[arg-type]


@given(AFTER)
def test_an_inverse_taken_back_is_the_edit(after: dict[str, object]) -> None:
    edit = change_article(ARTICLE, LABEL, **after)
    assert edit.inverse().inverse() == edit


@given(st.lists(AFTER, min_size=1, max_size=5))
def test_a_chain_of_edits_unwinds(steps: list[dict[str, object]]) -> None:
    states: list[Article] = [ARTICLE]
    edits: list[EditArticle] = []
    for after in steps:
        edits.append(change_article(states[-1], LABEL, **after))
        states.append(edits[-1].on(states[-1]))
    for edit in reversed(edits):
        assert edit.inverse().on(states.pop()) == states[-1]


def test_an_edit_that_no_longer_fits_is_refused() -> None:
    edit = change_article(ARTICLE, LABEL, tags=("Korea",), headline="New")
    with pytest.raises(UserError, match="changed meanwhile: tags"):
        edit.on(replace(ARTICLE, tags=("Nara",)))


def test_other_fields_may_have_changed_meanwhile() -> None:
    edit = change_article(ARTICLE, LABEL, tags=("Korea",))
    moved = replace(ARTICLE, headline="Typed meanwhile")
    assert edit.on(moved) == replace(moved, tags=("Korea",))


def test_unknown_fields_are_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError, match="colour, size"):
        change_article(ARTICLE, LABEL, size=1, colour=2)
    with pytest.raises(TypeError, match="sha256"):
        change_image(an_image(), LABEL, sha256="0" * 64)


def test_bookkeeping_is_out_of_reach() -> None:
    assert not {"id", "created_at", "changed_at"} & ARTICLE_FIELDS
    assert not {"id", "sha256"} & IMAGE_FIELDS
    assert TYPED_FIELDS <= ARTICLE_FIELDS


def test_an_image_edit_is_made_and_taken_back() -> None:
    image = an_image()
    edit = change_image(image, LABEL, alt={"sw": "Watu wawili"}, source_type="digitalCapture")
    changed = edit.on(image)
    assert changed.alt == {"sw": "Watu wawili"}
    assert edit.inverse().on(changed) == image
    with pytest.raises(UserError, match="changed meanwhile: alt"):
        edit.on(replace(image, alt={}))


def test_a_created_article_goes_to_the_trash_and_comes_back() -> None:
    back = CreateArticle(ARTICLE, LABEL, NOON).inverse()
    trashed = back.on(ARTICLE)
    assert trashed.trashed_at == NOON
    assert back.inverse().on(trashed) == ARTICLE


def test_an_added_image_goes_to_the_trash_and_comes_back() -> None:
    image = an_image()
    back = AddImage(image, LABEL, NOON).inverse()
    assert back.on(image).trashed_at == NOON
    assert back.inverse().on(back.on(image)) == image


def test_settings_are_taken_back() -> None:
    edit = EditSettings(some_settings(), some_settings(name="Another"), LABEL)
    assert edit.inverse() == EditSettings(edit.after, edit.before, LABEL)


def test_several_are_taken_back_last_first() -> None:
    first = change_article(ARTICLE, LABEL, headline="One")
    second = change_article(first.on(ARTICLE), LABEL, headline="Two")
    together = Several((first, second), LABEL)
    state = second.on(first.on(ARTICLE))
    for edit in together.inverse().edits:
        assert isinstance(edit, EditArticle)
        state = edit.on(state)
    assert state == ARTICLE
    assert together.inverse().inverse() == together


IMAGE = an_image()
SETTINGS_EDIT = EditSettings(some_settings(), some_settings(), LABEL)


@pytest.mark.parametrize(
    ("edit", "articles", "fields", "images", "settings"),
    [
        (change_article(ARTICLE, LABEL, tags=()), {ARTICLE.id}, {"tags"}, set(), False),
        (CreateArticle(ARTICLE, LABEL, NOON), {ARTICLE.id}, set(ARTICLE_FIELDS), set(), False),
        (change_image(IMAGE, LABEL, credit="x"), set(), set(), {IMAGE.id}, False),
        (AddImage(IMAGE, LABEL, NOON), set(), set(), {IMAGE.id}, False),
        (SETTINGS_EDIT, set(), set(), set(), True),
        (Several((), LABEL), set(), set(), set(), False),
    ],
)
def test_what_an_edit_touches(
    edit: Edit, *, articles: set[str], fields: set[str], images: set[str], settings: bool
) -> None:
    assert touched(edit) == (*map(frozenset, (articles, fields, images)), settings)


def test_several_touch_what_each_touches() -> None:
    edits = (change_article(ARTICLE, LABEL, tags=()), AddImage(IMAGE, LABEL, NOON), SETTINGS_EDIT)
    names = {ARTICLE.id}, {"tags"}, {IMAGE.id}
    assert touched(Several(edits, LABEL)) == (*map(frozenset, names), True)


def test_time_passes_between_trash_and_return() -> None:
    trash = change_article(ARTICLE, LABEL, trashed_at=NOON)
    later = change_article(trash.on(ARTICLE), LABEL, trashed_at=NOON + timedelta(days=1))
    with pytest.raises(UserError):
        trash.inverse().on(later.on(trash.on(ARTICLE)))


def test_a_decision_keeps_what_was_proposed_and_comes_back_whole() -> None:
    image = an_image(source_type="", proposed="trainedAlgorithmicMedia")
    edit = label_image(image, "digitalCapture", by="Amina", at=NOON, generated_at="2026-01-14")
    after = edit.on(image)
    assert (after.source_type, after.decided_by, after.decided_at) == ("digitalCapture", "Amina", NOON)
    assert (after.proposed, after.generated_at) == ("trainedAlgorithmicMedia", "2026-01-14")
    assert edit.inverse().on(after) == image


def test_ranges_follow_an_edit_of_the_body_that_does_not_name_them() -> None:
    article = an_article(body="By people. By AI.", ai_ranges=((11, 17),))
    edit = change_article(article, LABEL, body="By AI.").with_ranges(article)
    assert edit.on(article).ai_ranges == ((0, 6),)
    assert edit.inverse().on(edit.on(article)) == article
    gone = change_article(article, LABEL, body="By people. ").with_ranges(article)
    assert gone.on(article).ai_ranges == ()
    assert gone.inverse().with_ranges(gone.on(article)).on(gone.on(article)) == article


def test_an_edit_that_names_ranges_or_touches_none_stays_as_it_is() -> None:
    article = an_article(body="By people. By AI.", ai_ranges=((11, 17),))
    for edit in (
        change_article(article, LABEL, headline="Other"),
        change_article(article, LABEL, body="By AI.", ai_ranges=((0, 2),)),
    ):
        assert edit.with_ranges(article) is edit
    plain = replace(article, ai_ranges=())
    edit = change_article(plain, LABEL, body="x")
    assert edit.with_ranges(plain) is edit
