"""Passages marked as written by AI, and what the article states of its author, say the same."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import Message, say
from editor.domain.ai_ranges import percent
from editor.domain.article import Article
from editor.domain.authorship import Authorship
from editor.domain.problem import Problem

ID = "ai-passages"
TITLE = say("Marked passages and stated authorship agree")
ADVICE = say("Say it in the details of the draft, or take the marks off the words that people wrote.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for an article whose marks say another thing than its authorship."""
    article = looking.article
    if article is not None and (message := _disagreement(article)):
        yield Problem(check=ID, message=message, article=article.id, field="authorship")


def _disagreement(article: Article) -> Message | None:
    share = percent(article.ai_ranges, article.body)
    if not share or article.authorship is Authorship.AI_GENERATED:
        return None
    if share == 100:
        return say("The whole text is marked as written by AI, and the authorship does not say “Reported by AI”.")
    match article.authorship:
        case Authorship.HUMAN:
            return say(
                "{share} % of the text is marked as written by AI, and the authorship says “Written by people”.",
                share=share,
            )
        case Authorship.NOT_STATED:
            return say(
                "{share} % of the text is marked as written by AI, and the authorship is not stated.", share=share
            )
        case _:
            return None
