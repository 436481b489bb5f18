"""How long an article is, for those who may not ask the Markdown room themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from editor.domain.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """Words of headline, standfirst and body, and the minutes it takes to read them."""

    words: int
    minutes: int


def length_of(article: Article) -> Length:
    """Return how long `article` is; the "what people are saying" section is not counted."""
    from editor.markup.counts import reading_minutes, words

    text = "\n\n".join((article.headline, article.standfirst, article.body))
    count = words(text)
    return Length(words=count, minutes=reading_minutes(count, article.language))
