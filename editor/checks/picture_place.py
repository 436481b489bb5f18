"""Every picture in a text is one of the newsroom's, called by its path there."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain.image import HASH_IN_NAME
from editor.domain.problem import Problem
from editor.markup.parsing import is_safe_address
from editor.markup.stand_ins import PICTURES

ID = "picture-place"
TITLE = say("Pictures in texts are in the newsroom")
ADVICE = say("Add the picture to the newsroom, or take it out of the text.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each picture of a text that is none of the newsroom's, or that cannot be followed."""
    article = looking.article
    if article is None:
        return
    known = {image.sha256[:HASH_IN_NAME] for image in looking.images.values() if image.has_file}
    for field, markdown in (("body", article.body), ("reactions", article.reactions)):
        for trouble in _troubles(markdown, looking, known):
            yield Problem(check=ID, message=trouble, article=article.id, field=field)


def _troubles(markdown: str, looking: Looking, known: set[str]) -> Iterator[Message]:
    try:
        paths = looking.picture_paths(markdown)
    except UserError as error:
        yield error.message
        return
    for path in dict.fromkeys(paths):
        is_known = path.startswith(PICTURES) and path.rpartition("/")[2][:HASH_IN_NAME] in known
        if is_known or is_safe_address(path):
            continue
        if path.startswith(PICTURES):
            yield say("The picture “{path}” is not in the newsroom. Pages show its words in a frame.", path=path)
        else:
            yield say("“{path}” is no picture of the newsroom. Pages show what was typed.", path=path)
