"""What is asked of the articles: the reading half of `Articles`, which takes no lock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.domain.article import Article, ArticleHead, Status, VersionHead
from editor.domain.query import ArticleQuery

if TYPE_CHECKING:
    from editor.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the newsroom's articles use already, sorted, most used not first: for completion and filters."""

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
        raise NotImplementedError

    def find(self, slug_or_id: str) -> Article | None:
        """Return the article of this id or slug (trashed ones too), or None."""
        raise NotImplementedError

    def heads(self, query: ArticleQuery | None = None) -> list[ArticleHead]:
        """Return what a list shows, filtered and ordered; without a query all that are not in the trash."""
        raise NotImplementedError

    def all(self) -> list[Article]:
        """Return all articles that are not in the trash, by id."""
        raise NotImplementedError

    def members(self, translation_set: str) -> list[Article]:
        """Return the articles of the set that are not in the trash, the source first, then by age."""
        raise NotImplementedError

    def targets_of(self, article: Article) -> dict[str, Article]:
        """Return the newsroom's own articles that `article` links to, by id (trashed ones too)."""
        raise NotImplementedError

    def linking_to(self, article_id: str) -> list[ArticleHead]:
        """Return the articles that link to this one and are not in the trash."""
        raise NotImplementedError

    def choices(self) -> Choices:
        """Return sections, tags, languages and bylines in use."""
        raise NotImplementedError

    def counts(self) -> dict[Status, int]:
        """Return how many articles stand at each status, the trash left out."""
        raise NotImplementedError

    def versions(self, article_id: str) -> list[VersionHead]:
        """Return the kept versions, newest first."""
        raise NotImplementedError

    def version(self, version_id: str) -> Article:
        """Return the article as it was in this version; `UserError` when there is none."""
        raise NotImplementedError

    def version_hash(self, article: Article) -> str:
        """Return the SHA-256 of the article's content, its bookkeeping aside: the manifest's `article_version`."""
        raise NotImplementedError
