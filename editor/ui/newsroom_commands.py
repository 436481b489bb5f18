"""What the File menu does with the whole newsroom: back up, archive, and the windows that belong to it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from editor.core.errors import Fault
from editor.core.messages import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.core.jobs import JobContext
    from editor.services.archive import ArchiveReport
    from editor.services.safekeeping import BackupReport
    from editor.ui.jobs import Jobs
    from editor.ui.workspace import Workspace

BACKUP_EVERY = timedelta(hours=24)


class NewsroomCommands(QObject):
    """Commands on the newsroom; made by the window.

    `told` carries a `Message` that something is done, and the folder to show for it; `failed` an exception.
    """

    told = Signal(object, str)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._jobs = jobs
        self._window = window

    def back_up(self) -> None:
        """Write a verified backup beside the newsroom's other ones."""
        self._workspace.settle()
        self._jobs.submit(
            self._workspace.desk.safekeeping.backup,
            title=say("Backing up"),
            done=self._on_backed_up,
            failed=self._on_failed,
        )

    def back_up_if_due(self) -> None:
        """Back up without a word when the newest backup is older than a day; a failure is told."""
        desk = self._workspace.desk
        if not self._workspace.is_read_only:
            self._jobs.submit(
                partial(_backup_if_due, desk),
                title=say("Backing up"),
                done=self._on_quietly_backed_up,
                failed=self._on_failed,
                is_quiet=True,
            )

    def archive(self) -> None:
        """Ask for a folder and write everything there as article files."""
        from editor.ui.file_dialogs import ask_folder

        self._workspace.settle()
        chosen = ask_folder(self._window, say("Archive as article files"), self._workspace.desk.folder.parent)
        if chosen is not None:
            self.archive_to(chosen)

    def archive_to(self, folder: Path) -> None:
        """Write everything to `folder` as article files."""
        archive = self._workspace.desk.archive
        self._jobs.submit(
            lambda context: archive.write(folder, context),
            title=say("Archiving"),
            done=self._on_archived,
            failed=self._on_failed,
        )

    @Slot(object)
    def _on_backed_up(self, report: BackupReport) -> None:
        if not report.verified:
            self.failed.emit(Fault(say("The backup could not be read back. Your newsroom itself is not touched.")))
            return
        self.told.emit(say("Backed up and read back: {name}.", name=report.path.name), str(report.path.parent))

    @Slot(object)
    def _on_quietly_backed_up(self, _report: object) -> None:
        """Nothing to say: the backups are where they always are."""

    @Slot(object)
    def _on_archived(self, report: ArchiveReport) -> None:
        self.told.emit(say("Everything is archived as article files: {path}.", path=str(report.path)), str(report.path))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def show_folder(folder: str) -> None:
    """Show `folder` in the system's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def _backup_if_due(desk: object, context: JobContext) -> object:
    from editor.bootstrap import Desk

    if not isinstance(desk, Desk):
        raise TypeError("no desk")
    backups = desk.safekeeping.backups()
    newest = next((one.at for one in backups if one.at is not None), None)
    if newest is not None and desk.clock.now() - newest < BACKUP_EVERY:
        return None
    return desk.safekeeping.backup(context)
