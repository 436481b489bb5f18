"""A signature holds for the words that were read, and for no others."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem
from editor.domain.signing import SignOff, sign_off_of

ID = "changed-after-sign-off"
TITLE = say("What was signed off is what goes out")
ADVICE = say("Have it read again and signed off.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for an article whose words were changed after somebody signed them off."""
    article = looking.article
    if article is not None and sign_off_of(article) is SignOff.CHANGED:
        yield Problem(
            check=ID,
            message=say(
                "The text was changed after {name} signed it off. Until it is signed again, its page names nobody.",
                name=article.reviewed_by,
            ),
            article=article.id,
            field="reviewed_by",
        )
