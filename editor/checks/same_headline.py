"""Readers can tell two articles apart by their headlines."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.problem import Problem

ID = "same-headline"
TITLE = say("No two articles have the same headline")
ADVICE = say("Change one of the two headlines, or withdraw the article that is there twice.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for an article whose headline another one has too, in the same language."""
    article = looking.article
    if article is None or not looking.twins or not article.headline.strip() or article.status is Status.WITHDRAWN:
        return
    yield Problem(
        check=ID,
        message=say("Another article has this headline: {slugs}.", slugs=", ".join(sorted(looking.twins))),
        article=article.id,
        field="headline",
    )
