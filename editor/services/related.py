"""The cards under an article, and suggestions for more of them."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.messages import Message
from editor.domain.article import Article, ArticleHead
from editor.domain.card import Card, cards_of

if TYPE_CHECKING:
    from editor.related import RelatedIndex
    from editor.services.articles import Articles
    from editor.services.images import Images
    from editor.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """One article that belongs beside another: how well it fits (higher is better) and why."""

    head: ArticleHead
    score: float
    reason: Message


class Related:
    """Cards and suggestions. Made by the composition root; usable on every thread.

    What all articles are about is read once, at the first suggestion; after that only what has changed.
    """

    def __init__(self, database: Database, articles: Articles, images: Images) -> None:
        self._database = database
        self._articles = articles
        self._images = images
        self._lock = threading.Lock()
        self._index: RelatedIndex | None = None
        self._stamps: dict[str, str] = {}
        self._stamp_of_all = (0, 0)

    def cards(self, article: Article) -> list[Card]:
        """Return the cards of `article` in link order; links whose target is not there are left out."""
        return list(cards_of(article, self._articles.targets_of(article), self._images.images_of(article)))

    def suggestions(self, article: Article, limit: int = 10) -> list[Suggestion]:
        """Return at most `limit` articles that `article` does not link to yet, the best first.

        The first call in a newsroom of ten thousand reads them all and belongs in a job; later ones take milliseconds.
        """
        from editor.storage import articles as stored

        with self._lock:
            scored = self._up_to_date().like(article, limit)
        with self._database.reading() as connection:
            heads = {head.id: head for head in stored.heads_of(connection, [one.article_id for one in scored])}
        return [
            Suggestion(head=heads[one.article_id], score=one.score, reason=one.reason)
            for one in scored
            if one.article_id in heads
        ]

    def _up_to_date(self) -> RelatedIndex:
        from editor.related import RelatedIndex
        from editor.storage import articles as stored

        if self._index is None or self._index.is_worn:
            self._index, self._stamps, self._stamp_of_all = RelatedIndex(), {}, (0, 0)
        with self._database.reading() as connection:
            stamp_of_all = stored.stamp_of_all(connection)
            if stamp_of_all == self._stamp_of_all:
                return self._index
            stamps = stored.stamps(connection)
            changed = [key for key, stamp in stamps.items() if self._stamps.get(key) != stamp]
            for article in stored.articles(connection, changed):
                self._index.put(article)
        self._index.drop(self._stamps.keys() - stamps.keys())
        self._stamps, self._stamp_of_all = stamps, stamp_of_all
        return self._index
