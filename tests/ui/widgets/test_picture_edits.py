"""The edits that put pictures where they belong."""

from __future__ import annotations

import pytest

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.edits import AddImage, EditArticle, EditImage, Several, change_image
from editor.domain.image import Placement
from editor.ui.widgets import picture_edits
from tests.builders import NOON, a_link, an_article, an_external, an_image, created, png


def test_a_known_picture_is_not_added_again_and_one_in_the_trash_comes_back(desk: Desk) -> None:
    image = desk.images.read(png(), "a.png")
    assert isinstance(picture_edits.adding(desk.images, image, NOON), AddImage)
    desk.articles.apply(AddImage(image, say("x"), NOON))
    assert picture_edits.adding(desk.images, image, NOON) is None
    desk.articles.apply(change_image(image, say("x"), trashed_at=NOON))
    back = picture_edits.adding(desk.images, image, NOON)
    assert isinstance(back, EditImage)
    assert back.after == {"trashed_at": None}


def test_the_first_fills_an_empty_place_and_no_other(desk: Desk) -> None:
    image = desk.images.read(png(), "a.png")
    empty, full = an_article(), an_article(hero=Placement(image_id="1" * 32))
    edit = picture_edits.taking_in(desk.images, [image], empty, NOON)
    assert isinstance(edit, Several)
    assert [type(one) for one in edit.edits] == [AddImage, EditArticle]
    edit = picture_edits.taking_in(desk.images, [image], full, NOON)
    assert isinstance(edit, Several)
    assert [type(one) for one in edit.edits] == [AddImage]
    assert picture_edits.taking_in(desk.images, [], empty, NOON) is None
    assert picture_edits.taking_off(full).after == {"hero": None}
    assert picture_edits.placing(full, image).after == {"hero": Placement(image_id=image.id)}


def test_a_picture_in_the_text_has_its_alt_and_a_paragraph() -> None:
    image = an_image(sha256="0" * 64, alt={"en": "A [drum]"})
    edit = picture_edits.into_body(an_article(body="One.\n"), image, 0)
    assert edit.after == {"body": f"One.\n\n![A \\[drum\\]]({image.path})"}
    assert picture_edits.into_body(an_article(), image, 7).after["body"] == f"![A \\[drum\\]]({image.path})"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (0, "One,\ntwo.\n\n{picture}\n\n- a\n- b\n\nEnd."),
        (1, "One,\ntwo.\n\n{picture}\n\n- a\n- b\n\nEnd."),
        (2, "One,\ntwo.\n\n{picture}\n\n- a\n- b\n\nEnd."),
        (3, "One,\ntwo.\n\n- a\n- b\n\n{picture}\n\nEnd."),
        (6, "One,\ntwo.\n\n- a\n- b\n\nEnd.\n\n{picture}"),
        (99, "One,\ntwo.\n\n- a\n- b\n\nEnd.\n\n{picture}"),
    ],
)
def test_a_picture_goes_after_the_paragraph_of_the_cursor_and_splits_none(line: int, expected: str) -> None:
    image = an_image(sha256="0" * 64, alt={})
    edit = picture_edits.into_body(an_article(body="One,\ntwo.\n\n- a\n- b\n\nEnd."), image, line)
    assert edit.after == {"body": expected.format(picture=f"![]({image.path})")}


def test_words_take_a_file_in_every_place_of_the_article(desk: Desk) -> None:
    words = an_image(credit="The agency")
    placed = Placement(image_id=words.id, caption="c")
    link = a_link(external=an_external(picture=placed))
    article = an_article(hero=placed, links=(link, a_link()))
    desk.articles.apply(AddImage(words, say("x"), NOON))
    desk.articles.apply(created(article))
    article = desk.articles.get(article.id)
    read = desk.images.read(png(), "a.png")
    change = desk.articles.apply(picture_edits.with_file(desk.images, words, read, article, NOON))
    now = desk.articles.get(article.id)
    assert now.hero == Placement(image_id=read.id, caption="c")
    assert now.links[0].external is not None
    assert now.links[0].external.picture == Placement(image_id=read.id, caption="c")
    assert desk.images.get(read.id).credit == "The agency"
    assert desk.images.get(words.id).trashed_at == NOON
    desk.articles.apply(change.edit.inverse())
    assert desk.articles.get(article.id).hero == placed


def test_words_used_elsewhere_too_stay(desk: Desk) -> None:
    words = an_image()
    placed = Placement(image_id=words.id)
    first, second = an_article(headline="First", hero=placed), an_article(headline="Second", hero=placed)
    desk.articles.apply(AddImage(words, say("x"), NOON))
    desk.articles.apply(created(first, second))
    read = desk.images.read(png(), "a.png")
    desk.articles.apply(picture_edits.with_file(desk.images, words, read, desk.articles.get(first.id), NOON))
    assert desk.images.get(words.id).trashed_at is None


def test_a_used_picture_is_refused_by_the_name_of_its_user(desk: Desk) -> None:
    image = an_image()
    desk.articles.apply(AddImage(image, say("x"), NOON))
    desk.articles.apply(created(an_article(headline="Drums", hero=Placement(image_id=image.id))))
    with pytest.raises(UserError, match="Drums"):
        picture_edits.trashing(desk.images, [image], NOON)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (2, "“Drums” and “Drums” use "),
        (3, "“Drums”, “Drums” and 1 more article use "),
        (5, "“Drums”, “Drums” and 3 more articles use "),
    ],
)
def test_all_that_use_a_picture_are_named_or_counted(desk: Desk, count: int, said: str) -> None:
    image, other = an_image(), an_image()
    for one in (image, other):
        desk.articles.apply(AddImage(one, say("x"), NOON))
    hero = Placement(image_id=image.id)
    desk.articles.apply(created(*(an_article(headline="Drums", slug=f"drums-{n}", hero=hero) for n in range(count))))
    with pytest.raises(UserError) as refused:
        picture_edits.trashing(desk.images, [image], NOON)
    assert str(refused.value.message) == f"{said}this picture."
    _, refusal = picture_edits.trashing(desk.images, [image, other], NOON)
    assert refusal is not None
    assert str(refusal.message) == f"{said}some of these pictures."


def test_of_many_those_that_nobody_uses_go_and_the_others_are_named(desk: Desk) -> None:
    used, free = an_image(), an_image()
    for image in (used, free):
        desk.articles.apply(AddImage(image, say("x"), NOON))
    desk.articles.apply(created(an_article(headline="Drums", hero=Placement(image_id=used.id))))
    edit, refusal = picture_edits.trashing(desk.images, [used, free], NOON)
    assert refusal is not None
    assert "Drums" in str(refusal.message)
    desk.articles.apply(edit)
    assert [image.id for image in desk.images.in_trash()] == [free.id]
    desk.articles.apply(picture_edits.untrashing(desk.images.in_trash()))
    assert desk.images.in_trash() == []


def test_what_is_said_of_many_changes_only_those_that_differ(desk: Desk) -> None:
    one, other = an_image(credit="AP"), an_image()
    for image in (one, other):
        desk.articles.apply(AddImage(image, say("x"), NOON))
    edit = picture_edits.saying([desk.images.get(one.id), desk.images.get(other.id)], say("x"), {"credit": "AP"})
    assert isinstance(edit, EditImage)
    assert edit.image_id == other.id
    assert picture_edits.saying([desk.images.get(one.id)], say("x"), {"credit": "AP"}) is None
