"""The newsroom's own settings, read. They are changed by `EditSettings` through `Articles.apply` like all else."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING

from editor.domain.settings import NewsroomSettings
from editor.storage.settings import settings

if TYPE_CHECKING:
    from editor.storage.database import Database


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

    def moment(self) -> AbstractContextManager[None]:
        """Return a context in which all reads of this thread see the newsroom at one moment, whatever is written."""
        return self._database.moment()
