"""Looks after an open newsroom: reads it for damage once, and backs it up while it is worked on, without a word."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from editor.core.errors import Damaged
from editor.core.messages import say
from editor.services.machine import backup_place
from editor.ui.pause import Pause

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from editor.bootstrap import Desk
    from editor.core.jobs import JobContext
    from editor.services.safekeeping import Kept
    from editor.ui.jobs import Jobs
    from editor.ui.remembered import Remembered
    from editor.ui.widgets.typing_pace import Timers
    from editor.ui.workspace import Workspace

EVERY = timedelta(hours=1)
AT_LEAST = timedelta(hours=24)


class Watch(QObject):
    """Made by the window, which calls `begin` once nothing is pressing.

    `sound`: the newsroom was read and is not damaged; `damaged` carries the `Damaged` where it is. `backed_up` carries
    the instant of the newest backup (None where there is none) and the `Fault` that kept its copy from the place
    outside, or None. `failed` carries an exception.
    """

    sound = Signal()
    damaged = Signal(object)
    backed_up = Signal(object, object)
    failed = Signal(object)

    def __init__(
        self, workspace: Workspace, jobs: Jobs, remembered: Remembered, parent: QObject, timers: Timers | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._remembered = remembered
        self._pause = Pause(self, timers)
        self._newest: datetime | None = None
        self._trouble: object = None
        self._is_busy = False
        self.has_changed = False
        workspace.saved.connect(self._on_saved)

    @property
    def place(self) -> Path | None:
        """Return the place outside where backups of this newsroom are kept too."""
        return backup_place(self._remembered.machine, self._workspace.desk.folder)

    def begin(self) -> None:
        """Get ready to write and read the newsroom's file for damage, on another thread."""
        self._jobs.submit(
            partial(_look_over, self._workspace.desk),
            title=say("Getting ready"),
            done=self._on_looked_over,
            failed=self._on_not_sound,
            is_quiet=True,
        )

    def back_up(self) -> None:
        """Back up now, quietly, unless that is under way."""
        if self._is_busy or self._workspace.is_read_only:
            return
        self._is_busy, self.has_changed = True, False
        self._jobs.submit(
            partial(_back_up, self._workspace.desk, self.place),
            title=say("Backing up"),
            done=self._on_backed_up,
            failed=self._on_failed,
            is_quiet=True,
        )

    def note(self, at: datetime) -> None:
        """Take note of a backup that was made another way."""
        self._newest = at
        self.backed_up.emit(at, self._trouble)

    def stop(self) -> None:
        """Begin nothing any more."""
        self._pause.stop()

    @Slot(object)
    def _on_looked_over(self, newest: datetime | None) -> None:
        self._newest = newest
        self.sound.emit()
        self.backed_up.emit(newest, None)
        if newest is None or self._workspace.desk.clock.now() - newest >= AT_LEAST:
            self.back_up()

    @Slot(object)
    def _on_not_sound(self, error: Exception) -> None:
        (self.damaged if isinstance(error, Damaged) else self.failed).emit(error)

    @Slot(object)
    def _on_saved(self, at: datetime) -> None:
        self.has_changed = True
        if self._newest is not None and at - self._newest >= EVERY:
            self._pause.then(self.back_up)  # a moment in which nobody types: it takes the disk for a while

    @Slot(object)
    def _on_backed_up(self, kept: Kept) -> None:
        self._is_busy = False
        self._newest, self._trouble = kept.backup.at, kept.trouble
        self.backed_up.emit(kept.backup.at, kept.trouble)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._is_busy, self.has_changed = False, True
        # The next try is an hour away: what stands in the way is told once, not at every word.
        self._newest = self._workspace.desk.clock.now()
        self._on_not_sound(error)


def _look_over(desk: Desk, _context: JobContext) -> datetime | None:
    desk.warm_up()
    return desk.safekeeping.newest()


def _back_up(desk: Desk, place: Path | None, context: JobContext) -> Kept:
    from editor.services.safekeeping import HOUR, keep

    return keep(desk.folder, desk.clock.now(), HOUR, place, context)
