"""An article that goes out has a text."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.problem import Problem

ID = "body"
TITLE = say("Articles have a text")
ADVICE = say("Write it, or take the article back to the drafts.")

_GOING_OUT = frozenset({Status.READY, Status.PUBLISHED})


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for an article that is ready or published and has no text."""
    article = looking.article
    if article is not None and article.status in _GOING_OUT and not article.body.strip():
        yield Problem(check=ID, message=say("This article has no text."), article=article.id, field="body")
