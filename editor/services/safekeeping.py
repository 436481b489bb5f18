"""Backups of a newsroom, each whole and verified, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.jobs import JobContext

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """A backup as it lies on disk; `verified` says that it was opened and read back whole."""

    path: Path
    bytes: int
    verified: bool
    at: datetime | None = None


class Safekeeping:
    """Makes backups. Made by the composition root; a job."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def backup(self, context: JobContext) -> BackupReport:
        """Write one file under `backups/` that holds everything, and read it back before saying so."""
        raise NotImplementedError

    def backups(self) -> list[BackupReport]:
        """Return the backups there are, newest first."""
        raise NotImplementedError


def restore(backup: Path, folder: Path, context: JobContext | None = None) -> None:
    """Make a newsroom of `backup` in `folder`, which is absent or empty; `UserError` when either is not right."""
    raise NotImplementedError
