"""The edits that put a picture into an article, take it out again, or give it the file that it lacked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import AddImage, Edit, EditArticle, Several, change_article, change_image
from editor.domain.image import RECORD_FIELDS, Image, Placement

if TYPE_CHECKING:
    from editor.services.images import Images


def adding(images: Images, image: Image, at: datetime) -> Edit | None:
    """Return the edit that makes `image` the newsroom's: none when it is, back from the trash when it is there."""
    known = images.find(image.id)
    if known is None:
        return AddImage(image, say("Add a picture"), at)
    if known.trashed_at is not None:
        return change_image(known, say("Add a picture"), trashed_at=None)
    return None


def taking_in(images: Images, read: Sequence[Image], article: Article | None, at: datetime) -> Edit | None:
    """Return the one edit for pictures that were read: the first becomes the main one where the article has none."""
    edits = [edit for image in read if (edit := adding(images, image, at))]
    if article is not None and article.hero is None and read:
        edits.append(placing(article, read[0]))
    return Several(tuple(edits), say("Add pictures")) if edits else None


def placing(article: Article, image: Image) -> EditArticle:
    """Return the edit that makes `image` the main picture; the caption of the one before does not fit it."""
    return change_article(article, say("Change the main picture"), hero=Placement(image_id=image.id))


def taking_off(article: Article) -> EditArticle:
    """Return the edit that leaves the article without a main picture; the image stays in the library."""
    return change_article(article, say("Take off the main picture"), hero=None)


def into_body(article: Article, image: Image) -> EditArticle:
    """Return the edit that puts `image` into a paragraph of its own at the end of the body."""
    alt = image.alt_for(article.language)
    words = re.sub(r"([\\\[\]])", r"\\\1", " ".join(alt[1].split())) if alt else ""
    gap = "\n\n" if article.body.strip() else ""
    body = f"{article.body.rstrip()}{gap}![{words}]({image.path})"
    return change_article(article, say("Put a picture into the text"), body=body)


def with_file(images: Images, words: Image, read: Image, article: Article, at: datetime) -> Several:
    """Return the edit that puts `read`, which has a file, in the places of `words`, which has none, in `article`.

    What a person said of the picture goes with it; the one without a file goes to the trash when nobody else uses it.
    """
    label = say("Add a picture's file")
    edits: list[Edit] = []
    if images.find(read.id) is None:
        said = replace(
            read,
            alt=words.alt,
            findings=(*words.findings, *read.findings),
            extra=words.extra,
            **{name: getattr(words, name) for name in RECORD_FIELDS},
        )
        edits.append(AddImage(said, label, at))
    fields: dict[str, object] = {}
    if article.hero is not None and article.hero.image_id == words.id:
        fields["hero"] = replace(article.hero, image_id=read.id)
    links = tuple(
        replace(link, external=replace(link.external, picture=replace(link.external.picture, image_id=read.id)))
        if link.external and link.external.picture and link.external.picture.image_id == words.id
        else link
        for link in article.links
    )
    if links != article.links:
        fields["links"] = links
    if fields:
        edits.append(change_article(article, label, **fields))
    if {head.id for head in images.used_in(words.id)} <= {article.id}:
        edits.append(change_image(words, label, trashed_at=at))
    return Several(tuple(edits), label)


def trashing(images: Images, image: Image, at: datetime) -> Edit:
    """Return the edit that puts `image` into the trash; refuse, naming where, while an article uses it."""
    users = [head for head in images.used_in(image.id) if head.trashed_at is None]
    if users:
        raise UserError(
            say("“{headline}” uses this picture.", headline=users[0].headline or users[0].slug),
            say("Take it off there first. It is safe in the library meanwhile."),
        )
    return change_image(image, say("Move a picture to the trash"), trashed_at=at)
