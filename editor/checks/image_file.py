"""Every picture that readers will see has its original, unchanged. Without it there is nothing to export."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem

ID = "image-file"
TITLE = say("Pictures have their files")
ADVICE = say("Put the file back, take it from a backup, or take the picture out of its articles.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each picture whose original is missing or changed."""
    article = looking.article
    if article is None:
        return
    for image in looking.images.values():
        if image.has_file and (trouble := looking.file_trouble(image)):
            is_hero = article.hero is not None and article.hero.image_id == image.id
            yield Problem(
                check=ID,
                message=trouble,
                article=article.id,
                field="hero" if is_hero else "images",
                image=image.id,
            )
