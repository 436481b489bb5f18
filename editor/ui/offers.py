"""Articles that one could link to: found by words, or suggested. Asked on a job's thread; must not import Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.jobs import JobContext
from editor.core.messages import Message
from editor.domain.article import ArticleHead

if TYPE_CHECKING:
    from editor.domain.article import Article
    from editor.services.reading import Reading
    from editor.services.related import Related
    from editor.services.search import Search

MOST_FOUND = 30
MOST_SUGGESTED = 10


@dataclass(frozen=True, slots=True)
class Offer:
    """One article that could be linked, and why it is offered (nothing where the person's own words found it)."""

    head: ArticleHead
    reason: Message


@dataclass(frozen=True, slots=True)
class Offers:
    """Finds articles to link to. Made with the panel that shows them; safe on job threads."""

    articles: Reading
    search: Search
    related: Related

    def suggested(self, article: Article, context: JobContext) -> list[Offer]:
        """Return what belongs beside `article` and is not linked yet, the best first, each with its reason."""
        context.check()
        return [Offer(one.head, one.reason) for one in self.related.suggestions(article, context, MOST_SUGGESTED)]

    def found(self, article: Article, words: str, context: JobContext) -> list[Offer]:
        """Return the other articles that hold `words`, the best first."""
        hits = self.search.find(words, limit=MOST_FOUND + 1)
        context.check()
        heads = {head.id: head for head in self.articles.heads_of(hit.id for hit in hits)}
        offers = [Offer(heads[hit.id], Message()) for hit in hits if hit.id in heads and hit.id != article.id]
        return offers[:MOST_FOUND]
