"""Every picture that readers will see has its original, unchanged. The one rule that stops an export."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.image import HASH_IN_NAME, body_image_hashes
from editor.domain.problem import Problem

ID = "image-file"
TITLE = say("Pictures have their files")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each picture whose original is missing or changed, or that the newsroom does not have."""
    article = looking.article
    if article is None:
        return
    for image in looking.images.values():
        if image.has_file and (trouble := looking.file_trouble(image)):
            is_hero = article.hero is not None and article.hero.image_id == image.id
            yield Problem(
                check=ID, message=trouble, article=article.id, field="hero" if is_hero else "images", blocks=True
            )
    known = {image.sha256[:HASH_IN_NAME] for image in looking.images.values()}
    for digits in body_image_hashes(article.body):
        if digits not in known:
            yield Problem(
                check=ID,
                message=say("A picture in the text is not in the newsroom: {digits}…", digits=digits),
                article=article.id,
                field="body",
            )
