"""An article has a headline."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem

ID = "headline"
TITLE = say("Articles have headlines")
ADVICE = say("Write one: it is what readers see first, everywhere.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem when the headline is blank."""
    if looking.article is not None and not looking.article.headline.strip():
        yield Problem(
            check=ID, message=say("This article has no headline."), article=looking.article.id, field="headline"
        )
