"""Backups of a newsroom, each verified: made by hand or by themselves, listed with what they hold, and the way back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import Fault
from editor.core.jobs import JobContext, quiet
from editor.core.messages import Message, say
from editor.domain.keeping import RULE
from editor.storage import backup as storage
from editor.storage import backup_file, outside
from editor.storage.backup_file import ASKED, Backup, Holdings

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.newsroom_process import NewsroomProcess
    from editor.services.soundness import Finding
    from editor.storage.database import Database

__all__ = ["RULE", "BackupReport", "Holdings", "Kept", "Safekeeping"]

HOUR, CLOSE = "hour", "close"
WHOLE_EVERY = timedelta(days=7)
REASONS: dict[str, Message] = {
    ASKED: say("Made by hand, with all pictures"),
    storage.WEEK: say("Weekly, with all pictures"),
    HOUR: say("While working"),
    CLOSE: say("On closing"),
    "migration": say("Before a newer Makala took over"),
    "restore": say("Before a backup was brought back"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupReport:
    """A backup as it lies on disk: it has its name only after it was read back, which `verified` says.

    `missing` names originals (by hash) that the newsroom had lost already when it was made. `reason` says why it was
    made, `holds` what is in it; None where it does not say.
    """

    path: Path
    bytes: int
    verified: bool
    at: datetime
    missing: tuple[str, ...] = ()
    reason: Message = REASONS[ASKED]
    holds: Holdings | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a backup came to: `outside` is its copy in the named place, `trouble` why there is none."""

    backup: BackupReport
    outside: Path | None = None
    trouble: Fault | None = None


class Safekeeping:
    """Makes backups. Made by the composition root; safe on a job's thread, and on a desk that only reads."""

    def __init__(self, database: Database, clock: Clock, process: NewsroomProcess) -> None:
        self._database = database
        self._clock = clock
        self._process = process

    def backup(self, context: JobContext) -> BackupReport:
        """Write one file under `backups/` that holds everything, and read it back before it gets its name.

        Raises `Fault` when the disk does not take it or the newsroom is damaged, `Cancelled`.
        """
        return _report(storage.back_up(self._database.folder, self._clock.now(), context))

    def backups(self) -> list[BackupReport]:
        """Return the backups there are, newest first."""
        return backups_in(self._database.folder)

    def newest(self) -> datetime | None:
        """Return when the newest backup was made, None where there is none."""
        return next((one.at for one in backup_file.backups(self._database.folder)), None)

    def look_through(self, context: JobContext) -> list[Finding]:
        """Read everything there is for damage; return what was found, in words, the good too. Long: a job."""
        from editor.services.soundness import look_through

        return look_through(self._database.folder, self._clock.now(), context)

    def make_index_anew(self, context: JobContext) -> None:
        """Throw a spoilt search index away and begin a new one, in the process beside the window. For a job."""
        from editor.services.newsroom_process import MakeIndexAnew

        with self._process.asked(MakeIndexAnew(), context) as conversation:
            conversation.hear_out()


def keep(folder: Path, now: datetime, reason: str, place: Path | None, context: JobContext) -> Kept:
    """Back up the newsroom in `folder` by itself: light, copied to `place` where one is named, old ones given up.

    Once a week a whole one is made too, though not on closing. Raises `Fault`, `Cancelled`; trouble with the place
    alone is told in the answer: a stick that is not there must not stop anybody.
    """
    making, copying, packing = context.split(3, 2, 3)
    made = storage.back_up(folder, now, making, reason=reason, is_whole=False)
    copy, trouble = None, None
    if place is not None:
        try:
            copy = outside.copy_out(made, folder, place, copying)
        except Fault as fault:
            trouble = fault
    whole = [one for one in backup_file.described(folder) if one.manifest.is_whole]
    if reason != CLOSE and not any(now - one.at < WHOLE_EVERY for one in whole):
        storage.back_up(folder, now, packing, reason=storage.WEEK)
    storage.give_up_old(folder, now)
    return Kept(backup=_report(made), outside=copy, trouble=trouble)


def by_hand(folder: Path, now: datetime, place: Path | None, context: JobContext) -> Kept:
    """Back up the newsroom in `folder` as one whole file that stays; `place`, where one is named, gets a copy too.

    Raises as `keep` does.
    """
    packing, copying = context.split(3, 1)
    made = _report(storage.back_up(folder, now, packing))
    if place is None:
        return Kept(backup=made)
    kept = keep(folder, now, HOUR, place, copying)
    return Kept(backup=made, outside=kept.outside, trouble=kept.trouble)


def check_place(folder: Path, place: Path) -> None:
    """Raise `UserError` when backups of the newsroom in `folder` cannot be kept in `place` too."""
    outside.check_place(folder, place)


def backups_in(folder: Path) -> list[BackupReport]:
    """Return the backups of the newsroom in `folder`, newest first, whatever has become of the newsroom itself."""
    return [_report(one) for one in backup_file.described(folder)]


def backups_outside(folder: Path, place: Path) -> list[BackupReport]:
    """Return the copies in `place` of the backups of the newsroom in `folder`, newest first."""
    home = outside.home_in(folder, place)
    return backups_in(home) if home else []


def all_backups(folder: Path, place: Path | None) -> list[tuple[BackupReport, Path | None]]:
    """Return the backups of the newsroom in `folder`, newest first, and those in `place` alone, each with its place."""
    own: list[tuple[BackupReport, Path | None]] = [(one, None) for one in backups_in(folder)]
    names = {one.path.name for one, _place in own}
    if place is not None:
        own += [(one, place) for one in backups_outside(folder, place) if one.path.name not in names]
    return sorted(own, key=lambda one: one[0].at, reverse=True)


def restore(backup: Path, folder: Path, context: JobContext | None = None) -> tuple[str, ...]:
    """Make a newsroom of `backup` in `folder`, which is absent or empty; return the names of originals that are lost.

    Raises `UserError` when either is not right, `Fault` when the backup is damaged; nothing is left behind then.
    """
    from editor.storage import restoring

    return restoring.restore(backup, folder, context or quiet())


def restore_in_place(
    backup: Path, folder: Path, person: str, now: datetime, context: JobContext | None = None
) -> BackupReport:
    """Put `backup` in place of the newsroom in `folder`, which nobody has open; return the backup of what was there.

    Raises `Fault` when another window has it open, the backup or the newsroom is damaged, or the disk does not take it;
    the newsroom is then as it was.
    """
    from editor.storage import restoring
    from editor.storage.lock import Holder, take_lock

    lock = take_lock(folder, person, now)
    if isinstance(lock, Holder):
        raise Fault(restoring.NOT_RESTORED, lock.words)
    try:
        _lost, present = restoring.restore_in_place(backup, folder, now, context or quiet())
    finally:
        lock.release()
    return _report(present)


def _report(made: Backup) -> BackupReport:
    return BackupReport(
        path=made.path,
        bytes=made.bytes,
        verified=True,
        at=made.at,
        missing=made.missing,
        reason=REASONS.get(made.manifest.reason, REASONS[ASKED]),
        holds=made.manifest.holds,
    )
