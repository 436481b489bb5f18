"""Which pictures a list shows."""

from __future__ import annotations

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import AddImage
from editor.domain.image import Placement
from editor.ui.widgets.picture_finding import Wanted, find_pictures
from tests.builders import NOON, a_link, an_article, an_external, an_image, created, png


def test_an_articles_pictures_come_in_their_order_each_once(desk: Desk) -> None:
    hero, card = an_image(), an_image(alt={"en": "On a card"})
    body = desk.images.read(png(), "body.png")
    for image in (hero, card, body):
        desk.articles.apply(AddImage(image, say("x"), NOON))
    link = a_link(external=an_external(picture=Placement(image_id=card.id)))
    article = an_article(
        hero=Placement(image_id=hero.id), body=f"![a]({body.path})\n\n![b]({body.path})", links=(link,)
    )
    desk.articles.apply(created(article))
    found = find_pictures(desk.images, Wanted(desk.articles.get(article.id), is_library=False, words=""), quiet())
    assert [(one.image.id, one.role) for one in found] == [
        (hero.id, "Main picture"), (body.id, "In the text"), (card.id, "On a card"),
    ]  # fmt: skip


def test_the_library_is_folded_and_newest_first(desk: Desk) -> None:
    old = an_image(alt={"fr": "Un tambour d’été"}, credit="Agence")
    desk.articles.apply(AddImage(old, say("x"), NOON))
    new = desk.images.read(png(), "Bridge.png")
    desk.articles.apply(AddImage(new, say("x"), NOON))

    def found(words: str) -> set[str]:
        return {one.image.id for one in find_pictures(desk.images, Wanted(None, is_library=True, words=words), quiet())}

    assert found("") == {old.id, new.id}
    assert found("ETE agence") == {old.id}
    assert found("bridge") == {new.id}
    assert found("bridge agence") == set()
    assert find_pictures(desk.images, Wanted(None, is_library=False, words=""), quiet()) == []
