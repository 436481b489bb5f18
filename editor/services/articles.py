"""The articles of a newsroom, and the one door through which anything in it is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.domain.article import Article
from editor.domain.edits import Change, Edit
from editor.services.reading import Choices, Reading

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.storage.database import Database

__all__ = ["Articles", "Choices"]


class Articles(Reading):
    """Reads (see `Reading`) and writes. Made by the composition root; writes belong to the main thread alone."""

    def __init__(self, database: Database, clock: Clock, person: str) -> None:
        super().__init__(database)
        self._clock = clock
        self._person = person

    def apply(self, edit: Edit, *, label_version: str = "") -> Change:
        """Make `edit` in one transaction; when this returns it is on disk.

        Raises `UserError` when the edit breaks a rule or meets a change it does not know of, `Fault` when the disk
        does not take it or the desk is read-only; nothing is changed then. With `label_version` the state before
        is kept as a version of that name.
        """
        raise NotImplementedError

    def keep_version(self, article_id: str, label: str) -> None:
        """Keep the article as it is now as a version called `label`."""
        raise NotImplementedError

    def blank(self, language: str) -> Article:
        """Return an empty draft with a fresh id; it is stored by `CreateArticle`, which also finds its slug."""
        raise NotImplementedError

    def copy_of(self, article: Article) -> Article:
        """Return a draft with the words, pictures and links of `article`, not stored yet."""
        raise NotImplementedError

    def translation_of(self, article: Article, language: str) -> Article:
        """Return a draft in `language` within the same translation set, not stored yet; it begins with the same words.

        Raises `UserError` when the set has an article in that language.
        """
        raise NotImplementedError

    def last_opened(self) -> Article | None:
        """Return the article that was open last, else the one changed last, else None."""
        raise NotImplementedError

    def remember_opened(self, article_id: str) -> None:
        """Remember which article is open, as well as the disk allows."""
        raise NotImplementedError
