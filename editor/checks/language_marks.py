"""The language that an article says it is in is written in the letters of its text."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import named_language, say
from editor.domain.problem import Problem
from editor.i18n.scripts import share_of_letters

ID = "language-marks"
TITLE = say("Texts are in the letters of their language")
ADVICE = say("Choose the language that the article is written in: readers' screens and voices go by it.")

# Fewer letters, such as a name, say nothing.
_ENOUGH = 40
_HALF = 0.5


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for an article most of whose letters its language is not written in."""
    article = looking.article
    if article is None:
        return
    letters, share = share_of_letters(f"{article.headline}\n{article.standfirst}\n{article.body}", article.language)
    if letters >= _ENOUGH and share < _HALF:
        yield Problem(
            check=ID,
            message=say(
                "The article says that it is in “{language}”, which is not written in most of its letters.",
                language=named_language(article.language),
            ),
            article=article.id,
            field="language",
        )
