"""What is done with the pictures that are chosen: put in place, said something of, thrown away, taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import change_article
from editor.domain.image import Image
from editor.ui.widgets import picture_edits
from editor.ui.widgets.body_captions import body_caption, with_body_caption
from editor.ui.widgets.field_change import FieldChange

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.images import Images


class PictureDoing(QObject):
    """Made by the images panel, which keeps `article`, `line` (of its cursor) and `images` (those chosen) up to date.

    `edit_requested` carries the edit, `notice` why there is none.
    """

    edit_requested = Signal(object)
    notice = Signal(object)

    def __init__(self, images: Images, clock: Clock, person: str, parent: QObject) -> None:
        super().__init__(parent)
        self.article: Article | None = None
        self.images: Sequence[Image] = ()
        self.line = 0
        self._newsroom = images
        self._clock = clock
        self._person = person

    def possible(self, *, is_library: bool) -> set[str]:
        """Return the names of what can be done with the chosen pictures, in the library or for the article."""
        if not self.images:
            return set()
        if any(image.trashed_at is not None for image in self.images):
            return {"untrash"}
        if len(self.images) > 1:
            return {"trash"} if is_library else set()
        image, article = self.images[0], self.article
        names = {"swap"} if image.has_file else {"file"}
        if article is not None:
            is_hero = article.hero is not None and article.hero.image_id == image.id
            names.add("off" if is_hero else "hero")
            if image.has_file:
                names.add("body")
        return names | {"trash"} if is_library else names

    def caption(self) -> str | None:
        """Return the caption that the article places the one chosen picture with, None where it does not."""
        article, image = self.article, self.images[0]
        if article is None:
            return None
        if article.hero is not None and article.hero.image_id == image.id:
            return article.hero.caption
        return body_caption(article.body, image) if image.has_file else None

    def do(self, what: str) -> None:
        """Ask for the edit that does `what`, where that is possible now."""
        if not self.images:
            return
        image, article = self.images[0], self.article
        match what:
            case "hero" if article is not None:
                self.edit_requested.emit(picture_edits.placing(article, image))
            case "off" if article is not None:
                self.edit_requested.emit(picture_edits.taking_off(article))
            case "body" if article is not None and image.has_file:
                self.edit_requested.emit(picture_edits.into_body(article, image, self.line))
            case "trash":
                self._trash()
            case "untrash":
                self.edit_requested.emit(picture_edits.untrashing(self.images))

    def change(self, change: FieldChange) -> None:
        """Say something of every chosen picture."""
        if edit := picture_edits.saying(self.images, change.label, change.fields):
            self.edit_requested.emit(edit)

    def decide(self, term: str) -> None:
        """Say of every chosen picture how it came to be, signed with person and instant."""
        if edit := picture_edits.deciding(self.images, term, self._person, self._clock.now()):
            self.edit_requested.emit(edit)

    def say_caption(self, caption: str) -> None:
        """Give the one chosen picture its caption in the article."""
        article = self.article
        if article is None or not self.images:
            return
        image = self.images[0]
        label = say("Change the caption")
        if article.hero is not None and article.hero.image_id == image.id:
            self.edit_requested.emit(change_article(article, label, hero=replace(article.hero, caption=caption)))
        else:
            self.edit_requested.emit(
                change_article(article, label, body=with_body_caption(article.body, image, caption))
            )

    def _trash(self) -> None:
        try:
            edit, refusal = picture_edits.trashing(self._newsroom, self.images, self._clock.now())
        except UserError as error:
            self.notice.emit(error)
            return
        self.edit_requested.emit(edit)
        if refusal:
            self.notice.emit(refusal)
