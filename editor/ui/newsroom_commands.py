"""What the File menu does with the whole newsroom: back up, archive, and the windows that belong to it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from editor.core.messages import say
from editor.i18n.interface import tr

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.services.archive import ArchiveReport
    from editor.services.safekeeping import Kept
    from editor.ui.jobs import Jobs
    from editor.ui.watch import Watch
    from editor.ui.workspace import Workspace


class NewsroomCommands(QObject):
    """Commands on the newsroom; made by the window.

    `told` carries a `Message` that something is done, and the folder to show for it; `failed` an exception.
    """

    told = Signal(object, str)
    failed = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, watch: Watch, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._jobs = jobs
        self._window = window
        self._watch = watch

    def back_up(self) -> None:
        """Write a verified backup beside the newsroom's other ones, and a copy to the place outside."""
        from editor.services.safekeeping import by_hand

        self._workspace.settle()
        desk = self._workspace.desk
        self._jobs.submit(
            partial(by_hand, desk.folder, desk.clock.now(), self._watch.place),
            title=say("Backing up"),
            done=self._on_backed_up,
            failed=self._on_failed,
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

    def report(self) -> None:
        """Ask for a file and write the AI-use report of all editions there."""
        from editor.ui.file_dialogs import ask_new_file

        self._workspace.settle()
        desk = self._workspace.desk
        start = desk.folder.parent / f"{desk.folder.name}-ai.csv"
        table = tr("Table for people")
        kinds = f"{table} (*.csv);;JSON (*.json)"
        chosen = ask_new_file(self._window, say("AI-use report"), start, kinds)
        if chosen is not None:
            self._jobs.submit(
                lambda context: (desk.reporting.save(chosen, (), context), chosen)[1],
                title=say("Writing the report"),
                done=self._on_reported,
                failed=self._on_failed,
            )

    @Slot(object)
    def _on_reported(self, path: Path) -> None:
        self.told.emit(say("The AI-use report is written: {path}.", path=str(path)), str(path.parent))

    @Slot(object)
    def _on_backed_up(self, kept: Kept) -> None:
        backup = kept.backup
        self._watch.note(backup.at)
        if kept.trouble is not None:
            self.failed.emit(kept.trouble)
            return
        self.told.emit(say("Backed up and read back: {name}.", name=backup.path.name), str(backup.path.parent))

    @Slot(object)
    def _on_archived(self, report: ArchiveReport) -> None:
        self.told.emit(say("Everything is archived as article files: {path}.", path=str(report.path)), str(report.path))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(error)


def show_folder(folder: str) -> None:
    """Show `folder` in the system's own file window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
