"""Of every photo it is said who made it."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.image import Image
from editor.domain.problem import Problem
from editor.domain.source_type import OriginClass

ID = "image-credit"
TITLE = say("Pictures name who made them")
ADVICE = say("Say in the Images panel who made it, or whom to credit.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each of the article's pictures that names neither maker nor credit; AI's need none."""
    article = looking.article
    if article is None:
        return
    for image in looking.own_images().values():
        if image.has_file and image.origin is not OriginClass.AI_GENERATED and not _names_somebody(image):
            yield Problem(
                check=ID,
                message=say("The picture “{name}” names nobody who made it.", name=image.name),
                article=article.id,
                field="images",
                image=image.id,
            )


def _names_somebody(image: Image) -> bool:
    return any(text.strip() for text in (image.credit, image.creator, image.rights))
