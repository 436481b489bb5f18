"""Pages show still pictures: of one that moves, readers see the first frame."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem

ID = "image-moves"
TITLE = say("Pictures stand still")
ADVICE = say("Choose a still picture, or tell in the text what moves.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each picture of the article that moves."""
    article = looking.article
    if article is None:
        return
    for image in looking.own_images().values():
        if image.has_file and looking.moves(image):
            yield Problem(
                check=ID,
                message=say("The picture “{name}” moves. Pages show its first frame, standing still.", name=image.name),
                article=article.id,
                field="images",
                image=image.id,
            )
