"""A published article says when it came out."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.problem import Problem

ID = "publication-date"
TITLE = say("Published articles have dates")
ADVICE = say("Set the date in the details of the draft.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for a published article without a date, or with one that is still to come."""
    article = looking.article
    if article is None or article.status is not Status.PUBLISHED:
        return
    if article.published is None:
        yield Problem(
            check=ID,
            message=say("This article is published without a date: pages show none, and it stands last."),
            article=article.id,
            field="published",
        )
    elif article.published > looking.at:
        yield Problem(
            check=ID, message=say("The publication date lies in the future."), article=article.id, field="published"
        )
