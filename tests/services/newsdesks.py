"""A small newsroom on disk with pictures, links and two editions, for the tests of what leaves it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import AddImage, CreateArticle, Edit, EditSettings, Several
from editor.domain.image import Placement
from editor.domain.settings import Consent, Edition
from tests.builders import NOON, FixedClock, a_link, an_article
from tests.publish.newsrooms import a_picture
from tests.services.desks import a_desk


@contextlib.contextmanager
def a_news_desk(folder: Path, clock: FixedClock | None = None) -> Iterator[Desk]:
    """Open a newsroom with a published article, one it leads to, a draft, and a picture in its text."""
    with a_desk(folder, clock=clock) as desk:
        settings = desk.newsroom.settings
        changed = settings.with_edition(Edition(locale="en")).with_edition(Edition(locale="sw", consent=Consent.NOTICE))
        image = desk.images.read(a_picture(600, 400), "hills.png")
        second = an_article(id="2" * 32, headline="Earlier", status=Status.PUBLISHED, published=NOON)
        draft = an_article(id="3" * 32, headline="Not yet")
        first = an_article(
            id="1" * 32,
            headline="Drums at dusk",
            status=Status.PUBLISHED,
            published=NOON,
            hero=Placement(image_id=image.id),
            body=f"Words.\n\n![Hills]({image.path})",
            links=(a_link(second, on_timeline=True),),
        )
        edits: tuple[Edit, ...] = (
            EditSettings(settings, changed, say("x")),
            AddImage(image, say("x"), NOON),
            *(CreateArticle(article, say("x"), NOON) for article in (second, draft, first)),
        )
        desk.articles.apply(Several(edits, say("x")))
        yield desk


def first_article(desk: Desk) -> Article:
    """Return the article that has everything."""
    return desk.articles.get("1" * 32)
