"""What is asked of the articles: the reading half of `Articles`, which takes no lock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.article import Article, ArticleHead, Status
from editor.domain.query import ArticleQuery
from editor.domain.version import VersionHead
from editor.storage import articles, search, versions

if TYPE_CHECKING:
    from editor.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the newsroom's articles use already, each once and sorted: for completion and filters."""

    sections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    bylines: tuple[str, ...] = ()


class Reading:
    """Reads articles. Usable on every thread; each sees what is on disk now."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, article_id: str) -> Article:
        """Return the article; `UserError` when there is none."""
        with self._database.reading() as connection:
            found = articles.article(connection, article_id)
        if found is None:
            raise UserError(say("There is no article “{id}” in this newsroom.", id=article_id))
        return found

    def find(self, slug_or_id: str) -> Article | None:
        """Return the article of this id or slug (trashed ones too), or None."""
        with self._database.reading() as connection:
            return articles.by_slug_or_id(connection, slug_or_id)

    def heads(self, query: ArticleQuery | None = None) -> list[ArticleHead]:
        """Return what a list shows, filtered and ordered; without a query all that are not in the trash."""
        query = query or ArticleQuery()
        with self._database.reading() as connection:
            if not query.words.strip():
                return articles.heads(connection, query)
            found = search.matching(connection, query.words, in_trash=query.in_trash)
            return articles.heads(connection, query, found)

    def heads_of(self, article_ids: Iterable[str]) -> list[ArticleHead]:
        """Return what a list shows of these articles, trashed ones too, last changed first; unknown ids add nothing."""
        with self._database.reading() as connection:
            return articles.heads_of(connection, article_ids)

    def all(self) -> list[Article]:
        """Return all articles that are not in the trash, by id."""
        with self._database.reading() as connection:
            return articles.everything(connection)

    def members(self, translation_set: str, *, with_trash: bool = False) -> list[Article]:
        """Return the articles of the set, the source first, then by age; those in the trash `with_trash` alone."""
        read = articles.whole_set if with_trash else articles.members
        with self._database.reading() as connection:
            return read(connection, translation_set)

    def targets_of(self, article: Article) -> dict[str, Article]:
        """Return the newsroom's own articles that `article` links to, by id (trashed ones too)."""
        with self._database.reading() as connection:
            found = articles.articles(connection, [link.article for link in article.links if link.article])
        return {target.id: target for target in found}

    def with_translations(self, article_ids: Iterable[str]) -> list[Article]:
        """Return these articles (trashed ones too) and their translations that are not in the trash, in one read."""
        with self._database.reading() as connection:
            return articles.with_translations(connection, article_ids)

    def tagged(self, tags: Iterable[str], limit: int) -> list[str]:
        """Return the ids of at most `limit` dated articles with one of `tags`, the newest first."""
        with self._database.reading() as connection:
            return articles.tagged(connection, tags, limit)

    def linking_to(self, article_id: str) -> list[ArticleHead]:
        """Return the articles that link to this one and are not in the trash."""
        with self._database.reading() as connection:
            return articles.linking_to(connection, article_id)

    def choices(self) -> Choices:
        """Return sections, tags, languages and bylines in use."""
        with self._database.reading() as connection:
            return Choices(
                sections=articles.choices(connection, "section"),
                tags=articles.choices(connection, "tags"),
                languages=articles.choices(connection, "language"),
                bylines=articles.choices(connection, "byline"),
            )

    def counts(self) -> dict[Status, int]:
        """Return how many articles stand at each status, the trash left out."""
        with self._database.reading() as connection:
            return articles.counts(connection)

    def versions(self, article_id: str) -> list[VersionHead]:
        """Return the kept versions, newest first."""
        with self._database.reading() as connection:
            return versions.heads(connection, article_id)

    def version(self, version_id: str) -> Article:
        """Return the article as it was in this version; `UserError` when there is none."""
        with self._database.reading() as connection:
            found = versions.version(connection, version_id)
        if found is None:
            raise UserError(say("There is no version “{id}” in this newsroom.", id=version_id))
        return found
