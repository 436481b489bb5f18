"""The newsroom has said how each of its pictures came to be; nobody else can."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem

ID = "image-origin"
TITLE = say("Pictures say how they were made")
ADVICE = say("Say it in the Images panel: a photo, a drawing, made or changed with AI.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each picture of the article without a source type."""
    article = looking.article
    if article is None:
        return
    for image in looking.own_images().values():
        if not image.source_type:
            name = image.name or next(iter(image.alt.values()), "")
            yield Problem(
                check=ID,
                message=say("Nobody has decided yet on the picture “{name}”: its file says AI.", name=name)
                if image.is_undecided_ai
                else say("Nobody has said yet how the picture “{name}” was made.", name=name),
                article=article.id,
                field="images",
                image=image.id,
            )
