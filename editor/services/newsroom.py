"""What is the newsroom's own and no article's: its settings, its folder, one moment of it, its headlines.

Settings are changed by `EditSettings` through `Articles.apply` like all else.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from editor.domain.article import Article
from editor.domain.settings import NewsroomSettings
from editor.domain.twins import folded, twins_of
from editor.storage import articles
from editor.storage.settings import settings
from editor.storage.standing import names_in

if TYPE_CHECKING:
    from editor.storage.database import Connection, Database


class Newsroom:
    """What the newsroom is set to and where it lies. Made by the composition root; usable on every thread."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def settings(self) -> NewsroomSettings:
        """Return the settings as they are on disk now."""
        with self._database.reading() as connection:
            return settings(connection)

    @property
    def folder(self) -> Path:
        """Return the newsroom's folder."""
        return self._database.folder

    def twins_of(self, article: Article) -> list[str]:
        """Return the slugs of the articles that readers cannot tell from `article` by their headlines."""
        name = folded(article.headline)
        with self._database.reading() as connection:
            named = [one for one, headline in names_in(connection, article.language) if folded(headline) == name]
            return twins_of(article, articles.articles(connection, named))

    def moment(self) -> AbstractContextManager[None]:
        """Return a context in which all reads of this thread see the newsroom at one moment, whatever is written."""
        return self._database.moment()

    def change_count(self) -> int:
        """Return a number that is another one once anybody has written."""
        return self._database.change_count()

    def reading(self) -> AbstractContextManager[Connection]:
        """Return a context with a connection, for reading alone."""
        return self._database.reading()
