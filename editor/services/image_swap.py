"""Replacing a picture everywhere: which articles it touches, and the one edit that does it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import AddImage, Edit, Several, change_article, change_image
from editor.domain.image import Image
from editor.domain.picture_swap import swapped
from editor.storage import articles, images

if TYPE_CHECKING:
    from editor.storage.database import Database

_LABEL = say("Replace a picture everywhere")


@dataclass(frozen=True, slots=True)
class ImageSwap:
    """`new` in every place of `old`: in these articles (of the trash too), which the person is shown first."""

    old: Image
    new: Image
    articles: tuple[Article, ...]
    is_new: bool

    def edit(self, at: datetime, *, keeps_alt: bool) -> Several:
        """Return the one edit. The new picture says itself how it came to be: nothing of that goes along.

        With `keeps_alt` the alt texts of the old one go along where the new one has none in that language.
        """
        alt = {**self.old.alt, **self.new.alt} if keeps_alt else dict(self.new.alt)
        edits: list[Edit] = []
        if self.is_new:
            edits.append(AddImage(replace(self.new, alt=alt), _LABEL, at))
        else:
            after = {
                name: value for name, value in (("alt", alt), ("trashed_at", None)) if value != getattr(self.new, name)
            }
            edits += [change_image(self.new, _LABEL, **after)] if after else []
        edits += [change_article(one, _LABEL, **swapped(one, self.old, self.new)) for one in self.articles]
        return Several(tuple(edits), _LABEL)


def plan_swap(database: Database, old: Image, new: Image, context: JobContext) -> ImageSwap:
    """Return what replacing `old` by `new`, whose original is kept already, would touch. On a job's thread.

    Raises `UserError` when they are the same picture, or when no article shows `old`.
    """
    if old.id == new.id:
        raise UserError(say("This is the same picture, byte for byte."), say("Choose the file that shall replace it."))
    with database.reading() as connection:
        known = images.image(connection, new.id)
        users = articles.articles(connection, images.used_in(connection, old.id))
    context.check()
    touched = tuple(one for one in users if swapped(one, old, new))
    if not touched:
        raise UserError(
            say("No article shows this picture, so there is no place to replace it in."),
            say("The new picture is not taken in. Add it to the library instead."),
        )
    return ImageSwap(old, known or new, touched, is_new=known is None)
