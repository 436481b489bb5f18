"""Replacing a picture everywhere, in one transaction, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import AddImage, change_article, change_image
from editor.domain.image import Image, Placement
from tests.builders import NOON, a_desk, a_link, an_article, an_external, created, png


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return a_desk(tmp_path / "desk")


def _add(desk: Desk, grey: int, **fields: object) -> Image:
    image = desk.images.read(png(grey=grey), f"{grey}.png")
    desk.articles.apply(AddImage(image, say("x"), NOON))
    if fields:
        desk.articles.apply(change_image(image, say("x"), **fields))
    return desk.images.get(image.id)


def test_every_place_moves_in_one_edit_and_back_and_provenance_stays_behind(desk: Desk) -> None:
    old = _add(
        desk, 1, alt={"en": "A drum", "sw": "Ngoma"}, source_type="trainedAlgorithmicMedia", credit="AP",
        decided_by="Amina", decided_at=NOON,
    )  # fmt: skip
    placed = Placement(image_id=old.id, caption="In the hall")
    articles = [
        an_article(headline="Hero", hero=placed),
        an_article(headline="Body", body=f'![a]({old.path} "c")', reactions=f"![b]({old.path})"),
        an_article(headline="Card", links=(a_link(external=an_external(picture=placed)),)),
        an_article(headline="In the trash", hero=placed),
        an_article(headline="Other"),
    ]
    desk.articles.apply(created(*articles))
    gone = desk.articles.get(articles[3].id)
    desk.articles.apply(change_article(gone, say("x"), trashed_at=NOON))
    before = [desk.articles.get(one.id) for one in articles]
    new = desk.images.look(png(grey=9), "nine.png")
    swap = desk.images.library.plan_swap(old, new, quiet())
    assert {one.headline for one in swap.articles} == {"Hero", "Body", "Card", "In the trash"}
    desk.images.read(png(grey=9), "nine.png")
    change = desk.articles.apply(swap.edit(NOON, keeps_alt=True))
    assert {head.id for head in desk.images.used_in(new.id)} == {one.id for one in articles[:4]}
    assert desk.images.used_in(old.id) == []
    stored = desk.images.get(new.id)
    assert stored.alt == old.alt
    assert (stored.source_type, stored.credit, stored.decided_by, stored.decided_at) == ("", "", "", None)
    desk.articles.apply(change.edit.inverse())
    restored = [desk.articles.get(one.id) for one in articles]
    assert [(one.hero, one.body, one.reactions, one.links) for one in restored] == [
        (one.hero, one.body, one.reactions, one.links) for one in before
    ]
    assert desk.images.get(new.id).trashed_at is not None
    desk.close()


def test_a_picture_that_is_there_takes_the_place_and_keeps_its_own_words(desk: Desk) -> None:
    old, new = _add(desk, 1, alt={"en": "A drum", "sw": "Ngoma"}), _add(desk, 2, alt={"en": "Two drums"}, credit="AFP")
    desk.articles.apply(created(an_article(hero=Placement(image_id=old.id))))
    swap = desk.images.library.plan_swap(old, desk.images.look(png(grey=2), "again.png"), quiet())
    assert not swap.is_new
    desk.articles.apply(swap.edit(NOON, keeps_alt=False))
    assert desk.images.get(new.id) == new
    desk.articles.apply(swap.edit(NOON, keeps_alt=False).inverse())
    desk.articles.apply(swap.edit(NOON, keeps_alt=True))
    assert desk.images.get(new.id).alt == {"en": "Two drums", "sw": "Ngoma"}
    desk.close()


def test_the_same_picture_and_one_that_nobody_shows_are_refused(desk: Desk) -> None:
    old = _add(desk, 1)
    with pytest.raises(UserError, match="same picture"):
        desk.images.library.plan_swap(old, desk.images.look(png(grey=1), "a.png"), quiet())
    with pytest.raises(UserError, match="No article shows"):
        desk.images.library.plan_swap(old, desk.images.look(png(grey=3), "a.png"), quiet())
    desk.close()


def test_an_article_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    old = _add(desk, 1)
    article = an_article(body=f"![a]({old.path})")
    desk.articles.apply(created(article))
    swap = desk.images.library.plan_swap(old, desk.images.read(png(grey=3), "a.png"), quiet())
    desk.articles.apply(change_article(desk.articles.get(article.id), say("x"), body=f"New. ![a]({old.path})"))
    with pytest.raises(UserError, match="changed meanwhile"):
        desk.articles.apply(swap.edit(NOON, keeps_alt=True))
    assert [image.id for image in desk.images.all()] == [old.id]  # nothing of it was done
    desk.close()
