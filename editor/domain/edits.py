"""Every possible change of a newsroom as a frozen value that carries before and after and knows its inverse.

Panels have no other way to change anything, so whatever a panel does is saved and can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain.ai_ranges import followed
from editor.domain.article import Article
from editor.domain.image import Image
from editor.domain.kept_text import kept_text
from editor.domain.settings import NewsroomSettings

ARTICLE_FIELDS = frozenset(field.name for field in fields(Article)) - {"id", "created_at", "changed_at"}
IMAGE_FIELDS = frozenset(field.name for field in fields(Image)) - {"id", "sha256"}
TYPED_FIELDS = frozenset({"headline", "standfirst", "body", "reactions"})
WRITTEN_FIELDS = TYPED_FIELDS | {"ai_ranges"}  # what the text fields hold: words, and the marks over them


@dataclass(frozen=True, slots=True)
class EditArticle:
    """Some fields of one article, from one state to another. `label` says it in a menu: "Change tags".

    With `keeps_present` the article is first kept as a version as it is: what is written over can be had again.
    """

    article_id: str
    before: Mapping[str, object]
    after: Mapping[str, object]
    label: Message
    keeps_present: bool = False

    def inverse(self) -> EditArticle:
        """Return the edit that takes this one back."""
        return EditArticle(self.article_id, self.after, self.before, self.label, self.keeps_present)

    def on(self, article: Article) -> Article:
        """Return `article` with this edit made; refuse when a field is no longer as it was before."""
        _refuse_if_moved(article, self.before)
        return replace(article, **self.after)  # type: ignore[arg-type]

    def with_ranges(self, article: Article) -> EditArticle:
        """Return this edit, to be made on `article`, with what becomes of the ranges that AI wrote in its body.

        An edit of the body that does not say lets them follow the words; undo then gives them back as they were.
        """
        body = self.after.get("body", article.body)
        if not isinstance(body, str) or "ai_ranges" in self.after or body == article.body or not article.ai_ranges:
            return self
        moved = followed(article.ai_ranges, article.body, kept_text(body))
        return replace(
            self,
            before={**self.before, "ai_ranges": article.ai_ranges},
            after={**self.after, "ai_ranges": moved},
        )


@dataclass(frozen=True, slots=True)
class EditImage:
    """Some fields of one image, from one state to another."""

    image_id: str
    before: Mapping[str, object]
    after: Mapping[str, object]
    label: Message

    def inverse(self) -> EditImage:
        """Return the edit that takes this one back."""
        return EditImage(self.image_id, self.after, self.before, self.label)

    def on(self, image: Image) -> Image:
        """Return `image` with this edit made; refuse when a field is no longer as it was before."""
        _refuse_if_moved(image, self.before)
        return replace(image, **self.after)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class CreateArticle:
    """A new article. Taking it back puts it into the trash, where it can be had again."""

    article: Article
    label: Message
    at: datetime

    def inverse(self) -> EditArticle:
        """Return the edit that puts the article into the trash."""
        return EditArticle(self.article.id, {"trashed_at": None}, {"trashed_at": self.at}, self.label)


@dataclass(frozen=True, slots=True)
class AddImage:
    """A new image whose original (if it has one) is in the newsroom's media already."""

    image: Image
    label: Message
    at: datetime

    def inverse(self) -> EditImage:
        """Return the edit that puts the image into the trash."""
        return EditImage(self.image.id, {"trashed_at": None}, {"trashed_at": self.at}, self.label)


@dataclass(frozen=True, slots=True)
class EditSettings:
    """The newsroom's settings, from one state to another."""

    before: NewsroomSettings
    after: NewsroomSettings
    label: Message

    def inverse(self) -> EditSettings:
        """Return the edit that takes this one back."""
        return EditSettings(self.after, self.before, self.label)


@dataclass(frozen=True, slots=True)
class Several:
    """Edits that are made, and taken back, together: in one transaction, under one label."""

    edits: tuple[Edit, ...]
    label: Message

    def inverse(self) -> Several:
        """Return the inverses in reverse order."""
        return Several(tuple(edit.inverse() for edit in reversed(self.edits)), self.label)


Edit = EditArticle | EditImage | CreateArticle | AddImage | EditSettings | Several


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What an accepted edit touched, so that each view can decide whether it cares.

    `fields` holds the names of article fields; `by` and `at` say who and when (UTC).
    """

    edit: Edit
    by: str
    at: datetime
    articles: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    images: frozenset[str] = frozenset()
    settings: bool = False


def change_article(article: Article, label: Message, /, **after: object) -> EditArticle:
    """Return the edit that takes the named fields of `article` to these values; unknown fields are a `TypeError`."""
    if unknown := after.keys() - ARTICLE_FIELDS:
        raise TypeError(f"an article has no such fields: {', '.join(sorted(unknown))}")
    return EditArticle(article.id, {name: getattr(article, name) for name in after}, dict(after), label)


def change_image(image: Image, label: Message, /, **after: object) -> EditImage:
    """Return the edit that takes the named fields of `image` to these values; unknown fields are a `TypeError`."""
    if unknown := after.keys() - IMAGE_FIELDS:
        raise TypeError(f"an image has no such fields: {', '.join(sorted(unknown))}")
    return EditImage(image.id, {name: getattr(image, name) for name in after}, dict(after), label)


def label_image(image: Image, source_type: str, *, by: str, at: datetime, **more: object) -> EditImage:
    """Return a person's decision how `image` came to be: the source type, who said so and when, as one edit.

    `more` are further fields of the record that are decided with it. What the file said and proposed stays beside it.
    """
    label = say("Say how a picture came to be")
    return change_image(image, label, source_type=source_type, decided_by=by, decided_at=at, **more)


def touched(edit: Edit) -> tuple[frozenset[str], frozenset[str], frozenset[str], bool]:
    """Return (article ids, article fields, image ids, whether the settings) that `edit` touches."""
    match edit:
        case EditArticle(article_id=article_id, after=after):
            return frozenset({article_id}), frozenset(after), frozenset(), False
        case CreateArticle(article=article):
            return frozenset({article.id}), ARTICLE_FIELDS, frozenset(), False
        case EditImage(image_id=image_id):
            return frozenset(), frozenset(), frozenset({image_id}), False
        case AddImage(image=image):
            return frozenset(), frozenset(), frozenset({image.id}), False
        case EditSettings():
            return frozenset(), frozenset(), frozenset(), True
        case Several(edits=edits):
            parts = [touched(one) for one in edits]
            return (
                frozenset().union(*(part[0] for part in parts)),
                frozenset().union(*(part[1] for part in parts)),
                frozenset().union(*(part[2] for part in parts)),
                any(part[3] for part in parts),
            )


def _refuse_if_moved(holder: Article | Image, before: Mapping[str, object]) -> None:
    moved = [name for name, value in before.items() if getattr(holder, name) != value]
    if moved:
        raise UserError(
            say("This was changed meanwhile: {fields}. Nothing was overwritten.", fields=", ".join(moved)),
            say("Look at the present text, then make the change again."),
        )
