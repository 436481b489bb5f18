"""What a machine wrote was read by a person who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.authorship import Authorship
from editor.domain.problem import Problem

ID = "sign-off"
TITLE = say("A person signs off what AI wrote")
ADVICE = say("Have a person read it and sign it off in the details of the draft.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for an AI-generated article that nobody has signed off."""
    article = looking.article
    if article is not None and article.authorship is Authorship.AI_GENERATED and not article.reviewed_by.strip():
        yield Problem(
            check=ID,
            message=say("AI wrote this article, and nobody has signed it off."),
            article=article.id,
            field="reviewed_by",
        )
