"""What to do with a damaged newsroom: bring back a backup, or salvage what can be read; it stays as it is."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.bootstrap import system_zone
from editor.core.errors import Damaged, Fault, UserError
from editor.core.messages import say
from editor.i18n.interface import tr, words
from editor.services.machine import backup_place
from editor.ui.bringing_back import BringingBack, free_folder
from editor.ui.jobs import Jobs
from editor.ui.widgets.backup_rows import backup_row
from editor.ui.widgets.checkup_page import finding_rows
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.marked_list import MarkedList
from editor.ui.widgets.naming import named
from editor.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.services.safekeeping import BackupReport
    from editor.services.soundness import Finding
    from editor.ui.studio import Studio

_WIDTH, _HEIGHT = 680, 620


class RecoveryWindow(QWidget):
    """Made by the welcome screen for the damaged newsroom in `folder`."""

    def __init__(self, studio: Studio, folder: Path, damage: Damaged, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("recovery")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH, min(_HEIGHT, max(parent.height(), 400)))
        self._studio, self._folder, self._damage = studio, folder, damage
        self._jobs = Jobs(self)
        self._backups: list[tuple[BackupReport, Path | None]] = []
        self._made: Path | None = None
        self._bringing = BringingBack(self._jobs, self)
        self._bringing.restored.connect(self._on_restored)
        self._bringing.failed.connect(self._on_failed)
        self.notice = NoticeBar()
        self.notice.action_requested.connect(self._on_open)
        self._lead = QLabel()
        self._lead.setProperty("role", "lead")
        self._cause = QLabel()
        self._backups_said = QLabel()
        self._salvage_said = QLabel()
        self.list = MarkedList("recovery.list")
        self.list.setMinimumHeight(120)
        self.findings = MarkedList("recovery.findings")
        self.findings.hide()
        self._restore = named(QPushButton(), "recovery.restore")
        self._restore.setProperty("kind", "primary")
        self._restore.clicked.connect(self._on_restore)
        self._salvage = named(QPushButton(), "recovery.salvage")
        self._salvage.clicked.connect(self._on_salvage)
        self.list.currentRowChanged.connect(self._allow)
        self._lay_out()
        self.retranslate()
        self._look()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.setWindowTitle(tr("Recover a newsroom"))
        self._lead.setText(tr("“{name}” is damaged. It stays as it is, whatever you choose.", name=self._folder.name))
        self._cause.setText(words(self._damage.cause))
        self._backups_said.setText(
            tr("Bring back a backup: everything as it was then, in a new folder.")
            if self._backups
            else tr("There is no backup in its folder, nor in a place that was named for copies.")
        )
        self._salvage_said.setText(
            tr("Or salvage: all that can still be read goes into a new newsroom, and you are told what could not.")
        )
        for button, said in (
            (self._restore, tr("Bring back the chosen backup")),
            (self._salvage, tr("Salvage what can be read")),
        ):
            button.setText(said)
            button.setAccessibleName(said)
        self.list.setAccessibleName(tr("Backups"))
        self.findings.setAccessibleName(tr("What was salvaged"))
        self._allow()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("page")
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(12)
        for label in (self._lead, self._cause, self._backups_said, self._salvage_said):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._cause.setProperty("role", "muted")
        doing = QWidget()
        flow = FlowRow(doing, spacing=8)
        flow.addWidget(self._restore)
        flow.addWidget(self._salvage)
        column.addWidget(self._lead)
        column.addWidget(self._cause)
        column.addWidget(self._backups_said)
        column.addWidget(self.list, 1)
        column.addWidget(self._salvage_said)
        column.addWidget(doing)
        column.addWidget(self.findings, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notice)
        whole.addWidget(page, 1)

    def _look(self) -> None:
        place = backup_place(self._studio.remembered.machine, self._folder)
        self._jobs.submit(partial(_found, self._folder, place), title=say("Looking for backups"), done=self._on_found)

    @Slot(object)
    def _on_found(self, found: list[tuple[BackupReport, Path | None]]) -> None:
        self._backups = found
        self.list.show_rows([backup_row(*one, system_zone()) for one in found])
        self.list.setCurrentRow(0 if found else -1)
        self.list.setVisible(bool(found))
        self.retranslate()
        (self._restore if found else self._salvage).setFocus()

    @Slot()
    def _on_restore(self) -> None:
        self._say_busy()
        self._bringing.into_new_folder(self._backups[self.list.currentRow()][0].path, self._folder)

    @Slot()
    def _on_salvage(self) -> None:
        from editor.services.salvage import salvage

        self._say_busy()
        self._made = free_folder(self._folder.with_name(words(say("{name} salvaged", name=self._folder.name))))
        self._jobs.submit(
            partial(salvage, self._folder, self._made),
            title=say("Salvaging"),
            done=self._on_salvaged,
            failed=self._on_failed,
        )

    def _say_busy(self) -> None:
        self.notice.show_notice(say("This may take a while. The damaged newsroom is only read."), is_lasting=True)
        self._allow()

    @Slot(object)
    def _on_salvaged(self, findings: list[Finding]) -> None:
        self.findings.show_rows(finding_rows(findings))
        self.findings.show()
        self._say_made()

    @Slot(object)
    def _on_restored(self, folder: Path) -> None:
        self._made = folder
        self._say_made()

    def _say_made(self) -> None:
        self.notice.show_notice(
            say("A new newsroom is in the folder {folder}", folder=str(self._made)), kind="done", action=say("Open it")
        )
        self._allow()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._made = None
        if not isinstance(error, UserError | Fault):
            raise error
        self.notice.show_notice(error, action=None)
        self._allow()

    @Slot()
    def _on_open(self) -> None:
        made, studio = self._made, self._studio
        if made is not None:
            self.close()
            studio.open_newsroom(made)

    def _allow(self, _row: int = 0) -> None:
        is_busy = not self._jobs.is_idle()
        self._restore.setEnabled(not is_busy and self.list.currentRow() >= 0)
        self._restore.setVisible(bool(self._backups))
        self._salvage.setEnabled(not is_busy)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._jobs.stop_all()
        event.accept()


def recover(studio: Studio, folder: Path, damage: Damaged) -> None:
    """Show the ways out for the damaged newsroom in `folder`; it is closed where it is open."""
    if studio.window is not None:
        studio.window.watch.has_changed = False  # a damaged newsroom is not backed up as if it were sound
        if not studio.close_window():
            return
    studio.show_welcome(damage, folder)


def _found(folder: Path, place: Path | None, _context: JobContext) -> list[tuple[BackupReport, Path | None]]:
    from editor.services.safekeeping import all_backups

    return all_backups(folder, place)
