"""Articles that readers cannot tell apart by their headlines."""

from __future__ import annotations

from collections.abc import Iterable

from editor.domain.article import Article, Status


def folded(headline: str) -> str:
    """Return a headline as it is compared with others: case and spaces make no difference."""
    return " ".join(headline.casefold().split())


def twins_of(article: Article, others: Iterable[Article]) -> list[str]:
    """Return the slugs of those of `others` with the headline of `article` in its language; withdrawn ones are none."""
    name = folded(article.headline)
    return [
        other.slug
        for other in others
        if other.id != article.id
        and other.status is not Status.WITHDRAWN
        and other.language == article.language
        and name == folded(other.headline)
    ]
