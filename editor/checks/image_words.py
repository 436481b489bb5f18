"""Every picture has words for those who do not see it: an alternative text, or the statement that it is decorative."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem

ID = "image-words"
TITLE = say("Pictures have alternative texts")
ADVICE = say("Say in the Images panel what it shows, or that it is decorative.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each picture of the article without an alternative text in its language."""
    article = looking.article
    if article is None:
        return
    for image in looking.own_images().values():
        if article.language in image.alt:
            continue
        name = image.name or next(iter(image.alt.values()), "")
        words = (
            say("The picture “{name}” has no alternative text in the article's language.", name=name)
            if image.alt
            else say("The picture “{name}” has no alternative text.", name=name)
        )
        yield Problem(check=ID, message=words, article=article.id, field="alt", image=image.id)
