"""Brings a backup back on another thread: into a new folder beside the newsroom, or in its place."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from editor.core.messages import say
from editor.i18n.interface import words

if TYPE_CHECKING:
    from datetime import datetime

    from editor.ui.jobs import Jobs, Work
    from editor.ui.studio import Studio

BRINGING_BACK = say("Bringing back the backup")


class BringingBack(QObject):
    """Made by a window. `restored` carries the folder of the newsroom that is there now, `failed` an exception."""

    restored = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._folder = Path()

    def into_new_folder(self, backup: Path, newsroom: Path) -> None:
        """Make a newsroom of `backup` beside the folder `newsroom`, whatever has become of that one."""
        from editor.services.safekeeping import restore

        self._folder = free_folder(newsroom.with_name(words(say("{name} restored", name=newsroom.name))))
        self._submit(partial(restore, backup, self._folder))

    def in_place(self, backup: Path, newsroom: Path, person: str, now: datetime) -> None:
        """Put `backup` in place of the newsroom in the folder `newsroom`, which is closed and is backed up first."""
        from editor.services.safekeeping import restore_in_place

        self._folder = newsroom
        self._submit(partial(restore_in_place, backup, newsroom, person, now))

    def _submit(self, work: Work[object]) -> None:
        self._jobs.submit(work, title=BRINGING_BACK, done=self._on_restored, failed=self._on_failed)

    @Slot(object)
    def _on_restored(self, _what: object) -> None:
        self.restored.emit(self._folder)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def bring_back_here(studio: Studio, backup: Path) -> None:
    """Put `backup` in place of the newsroom that is open, whose present is backed up first, and open it again."""
    window = studio.window
    if window is None:
        return
    desk = window.workspace.desk
    window.workspace.settle()
    window.watch.has_changed = False  # bringing back makes a backup of its own
    if studio.close_window():
        studio.show_welcome()
        if studio.welcome is not None:
            studio.welcome.bring_back_here(backup, desk.folder, desk.clock.now())


def free_folder(base: Path) -> Path:
    """Return `base`, or the first of "base 2", "base 3"... that is absent or empty."""
    number = 1
    while not is_free(numbered(base, number)):
        number += 1
    return numbered(base, number)


def numbered(base: Path, number: int) -> Path:
    """Return `base` for 1, else "base 2" and so on."""
    return base if number == 1 else base.with_name(f"{base.name} {number}")


def is_free(folder: Path) -> bool:
    """Say whether `folder` is absent or empty."""
    return not folder.exists() or not any(folder.iterdir())
