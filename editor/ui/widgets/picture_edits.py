"""The edits that put a picture into an article, take it out again, or give it the file that it lacked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.messages import Message, nsay, say
from editor.domain.article import Article
from editor.domain.edits import (
    AddImage,
    Edit,
    EditArticle,
    EditImage,
    Several,
    change_article,
    change_image,
    label_image,
)
from editor.domain.image import RECORD_FIELDS, Image, Placement
from editor.domain.provenance import said_with

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


def into_body(article: Article, image: Image, line: int) -> EditArticle:
    """Return the edit that puts `image` into a paragraph of its own, after the one that `line` (0-based) stands in."""
    alt = image.alt_for(article.language)
    words = re.sub(r"([\\\[\]])", r"\\\1", " ".join(alt[1].split())) if alt else ""
    lines = article.body.rstrip().split("\n")
    after = min(line, len(lines) - 1)
    while after + 1 < len(lines) and lines[after].strip() and lines[after + 1].strip():
        after += 1
    before, rest = "\n".join(lines[: after + 1]).rstrip(), "\n".join(lines[after + 1 :]).strip("\n")
    body = "\n\n".join(part for part in (before, f"![{words}]({image.path})", rest) if part)
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


def saying(some: Sequence[Image], label: Message, fields: Mapping[str, object]) -> Edit | None:
    """Return the one edit that takes these fields of all of `some` to these values, None where they have them."""
    differing = [image for image in some if any(getattr(image, name) != value for name, value in fields.items())]
    return _together([change_image(image, label, **fields) for image in differing], label)


def deciding(some: Sequence[Image], term: str, by: str, at: datetime) -> Edit | None:
    """Return the one edit that signs for all of `some` that they came to be as `term` says; None where it is said."""
    differing = [image for image in some if image.source_type != term or image.decided_at is None]
    edits = [label_image(image, term, by=by, at=at, **said_with(image, term)) for image in differing]
    return _together(edits, edits[0].label) if edits else None


def trashing(images: Images, some: Sequence[Image], at: datetime) -> tuple[Edit, UserError | None]:
    """Return the edit that puts those of `some` into the trash that no article uses, and why others were left out.

    Raises that `UserError`, naming where one is used, when none can go.
    """
    edits: list[EditImage] = []
    users: dict[str, str] = {}
    label = say("Move a picture to the trash")
    for image in some:
        found = {head.id: head.headline or head.slug for head in images.used_in(image.id) if head.trashed_at is None}
        if not found:
            edits.append(change_image(image, label, trashed_at=at))
        users |= found
    refusal = _used_by(list(users.values()), len(some)) if users else None
    edit = _together(edits, label)
    if edit is None:
        raise refusal or UserError(say("No picture is chosen."))
    return edit, refusal


def untrashing(some: Sequence[Image]) -> Edit:
    """Return the edit that takes `some` out of the trash."""
    label = say("Take a picture out of the trash")
    return Several(tuple(change_image(image, label, trashed_at=None) for image in some), label)


def _used_by(users: Sequence[str], pictures: int) -> UserError:
    """Return why pictures stay that the articles with the headlines `users` show: two are named, the others counted."""
    first, second, others = users[0], users[1] if len(users) > 1 else "", len(users) - 2
    if pictures == 1:
        if others > 0:
            said = nsay(
                "“{first}”, “{second}” and {n} more article use this picture.",
                "“{first}”, “{second}” and {n} more articles use this picture.",
                others,
                first=first,
                second=second,
            )
        elif second:
            said = say("“{first}” and “{second}” use this picture.", first=first, second=second)
        else:
            said = say("“{headline}” uses this picture.", headline=first)
    elif others > 0:
        said = nsay(
            "“{first}”, “{second}” and {n} more article use some of these pictures.",
            "“{first}”, “{second}” and {n} more articles use some of these pictures.",
            others,
            first=first,
            second=second,
        )
    elif second:
        said = say("“{first}” and “{second}” use some of these pictures.", first=first, second=second)
    else:
        said = say("“{headline}” uses one of these pictures.", headline=first)
    return UserError(said, say("Take it off there first. It is safe in the library meanwhile."))


def _together(edits: Sequence[EditImage], label: Message) -> Edit | None:
    """Return `edits` as one step of undo, None where there is none."""
    if not edits:
        return None
    return edits[0] if len(edits) == 1 else Several(tuple(edits), label)
