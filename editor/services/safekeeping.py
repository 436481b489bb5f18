"""Backups of a newsroom, each whole and verified, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.jobs import JobContext, quiet
from editor.storage import backup as storage

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """A backup as it lies on disk: it has its name only after it was read back whole, which `verified` says.

    `missing` names originals (by hash) that the newsroom had lost already when the backup was made.
    """

    path: Path
    bytes: int
    verified: bool
    at: datetime
    missing: tuple[str, ...] = ()


class Safekeeping:
    """Makes backups. Made by the composition root; safe on a job's thread, and on a desk that only reads."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def backup(self, context: JobContext) -> BackupReport:
        """Write one file under `backups/` that holds everything, and read it back before it gets its name.

        Raises `Fault` when the disk does not take it or the newsroom is damaged, `Cancelled`.
        """
        return _report(storage.back_up(self._database.folder, self._clock.now(), context))

    def backups(self) -> list[BackupReport]:
        """Return the backups there are, newest first."""
        return backups_in(self._database.folder)


def backups_in(folder: Path) -> list[BackupReport]:
    """Return the backups of the newsroom in `folder`, newest first, whatever has become of the newsroom itself."""
    return [_report(one) for one in storage.backups(folder)]


def restore(backup: Path, folder: Path, context: JobContext | None = None) -> None:
    """Make a newsroom of `backup` in `folder`, which is absent or empty.

    Raises `UserError` when either is not right, `Fault` when the backup is damaged; nothing is left behind then.
    """
    from editor.storage import restoring

    restoring.restore(backup, folder, context or quiet())


def _report(made: storage.Backup) -> BackupReport:
    return BackupReport(path=made.path, bytes=made.bytes, verified=True, at=made.at, missing=made.missing)
