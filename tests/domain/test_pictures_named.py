"""Every way in which an article or an edit can name a picture is seen."""

from __future__ import annotations

from dataclasses import replace

from editor.core.messages import say
from editor.domain.edits import AddImage, CreateArticle, Several, change_article
from editor.domain.image import Placement
from editor.domain.pictures_named import names_in, names_of
from tests.builders import NOON, a_link, an_article, an_external, an_image

LINK = a_link(external=an_external(picture=Placement(image_id="link")))
ARTICLE = an_article(
    hero=Placement(image_id="hero"),
    body="![x](images/0123456789ab-a.png)",
    reactions="[r]: images/ba9876543210-b.png",
    links=(LINK,),
)


def test_an_article_names_hero_texts_and_cards() -> None:
    assert set(names_of(ARTICLE)) == {"hero", "0123456789ab", "ba9876543210", "link"}


def test_an_edit_names_what_was_and_what_is() -> None:
    edit = change_article(ARTICLE, say("x"), hero=Placement(image_id="other"), body="none", links=())
    both = Several((edit, AddImage(an_image(id="added"), say("x"), NOON)), say("x"))
    assert set(names_in(both)) == {"hero", "other", "0123456789ab", "link", "added"}
    assert set(names_in(both.inverse())) == set(names_in(both))
    created = CreateArticle(replace(ARTICLE, body="", reactions=""), say("x"), NOON)
    assert set(names_in(created)) == {"hero", "link"}
