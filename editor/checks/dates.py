"""The dates of an article can be true together."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.problem import Problem

ID = "dates"
TITLE = say("Dates fit together")
ADVICE = say("Set the date right in the details of the draft.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each date that lies before what it follows, or ahead of the present."""
    article = looking.article
    if article is None:
        return
    for field, words in (*_updated(article, looking), *_corrections(article, looking)):
        yield Problem(check=ID, message=words, article=article.id, field=field)


def _updated(article: Article, looking: Looking) -> Iterator[tuple[str, Message]]:
    if article.updated is None:
        return
    if article.published is not None and article.updated < article.published:
        yield "updated", say("The article was updated before it was published.")
    if article.updated > looking.at:
        yield "updated", say("The updating date lies in the future.")


def _corrections(article: Article, looking: Looking) -> Iterator[tuple[str, Message]]:
    for correction in article.corrections:
        if article.published is not None and correction.at < article.published:
            yield "corrections", say("A correction is dated before the article was published.")
        if correction.at > looking.at:
            yield "corrections", say("A correction is dated in the future.")
        if not correction.note.strip():
            yield "corrections", say("A correction does not say what was put right.")
