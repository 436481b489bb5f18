"""File > Take in: files, folders and pasted pages, looked over before anything of them is written."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.i18n.interface import ntr, tr, words
from editor.services.taking_in import (
    FileWarning,
    Question,
    Refusal,
    TakenReport,
    TakingInOptions,
    Understood,
    UnderstoodFile,
)
from editor.ui.file_dialogs import ask_files, ask_folder
from editor.ui.jobs import Latest
from editor.ui.taking_in_layout import TakeInLayout
from editor.ui.taking_slices import TakingSlices
from editor.ui.widgets.marked_list import MarkedRow
from editor.ui.widgets.understood_detail import InstantMeant

if TYPE_CHECKING:
    from editor.ui.jobs import Jobs
    from editor.ui.workspace import Workspace

READ_MS = 150  # after the last change of an option


class TakeInWindow(QDialog):
    """Shows what would be taken in, asks what the files leave open, takes in. Made by the main window; not modal.

    Nothing is written until the person says so; one undo takes all of it back.
    """

    def __init__(self, workspace: Workspace, jobs: Jobs, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("take_in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._workspace = workspace
        self._paths: list[Path] = list(paths)
        self._options = TakingInOptions()
        self._understood: Understood | None = None
        self._taken: TakenReport | None = None
        self._pasted: tempfile.TemporaryDirectory[str] | None = None
        self._lane = Latest(jobs, self)
        self._slices = TakingSlices(workspace.desk.taking_in, self)
        self._read_timer = QTimer(self)
        self._read_timer.setSingleShot(True)
        self._read_timer.setInterval(READ_MS)
        self._read_timer.timeout.connect(self._on_read_due)
        self._parts = TakeInLayout(self)
        self._connect()
        self.retranslate()
        self._read()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.setWindowTitle(tr("Take in"))
        self._parts.retranslate()
        self._show()

    def add(self, paths: Sequence[Path]) -> None:
        """Take these into account as well."""
        self._taken = None
        self._paths += [path for path in paths if path not in self._paths]
        self._read()

    @Slot()
    def _on_files(self) -> None:
        kinds = tr("Articles and page texts (*.md *.markdown *.txt *.yaml *.yml);;All files (*)")
        self.add(ask_files(self, say("Take in files"), Path.home(), kinds))

    @Slot()
    def _on_folder(self) -> None:
        if folder := ask_folder(self, say("Take in a folder"), Path.home()):
            self.add([folder])

    @Slot()
    def _on_paste(self) -> None:
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._parts.notice.show_notice(
                UserError(
                    say("There is no text on the clipboard."), say("Copy the text of a page, then paste it here.")
                )
            )
            return
        if self._pasted is None:
            self._pasted = tempfile.TemporaryDirectory(prefix="makala-")
        number = sum(1 for path in self._paths if path.parent == Path(self._pasted.name)) + 1
        path = Path(self._pasted.name) / tr("pasted page {n}.txt", n=number)
        path.write_text(text, encoding="utf-8", newline="\n")
        self.add([path])

    @Slot(str)
    def _on_zone(self, zone: str) -> None:
        self._ask_again(replace(self._options, zone=zone))

    @Slot(str)
    def _on_language(self, tag: str) -> None:
        self._ask_again(replace(self._options, language=tag))

    @Slot(bool)
    def _on_update(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signature
        self._ask_again(replace(self._options, update=is_on))

    @Slot(object)
    def _on_answered(self, meant: InstantMeant) -> None:
        self._ask_again(replace(self._options, instants={**self._options.instants, meant.date: meant.instant}))

    @Slot(object)
    def _on_understood(self, understood: Understood) -> None:
        self._understood = understood
        self._parts.strip.end()
        self._show()
        if Question.ZONE in understood.questions:
            self._parts.zone.setFocus(Qt.FocusReason.OtherFocusReason)
        elif Question.LANGUAGE in understood.questions:
            self._parts.language.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._parts.strip.end()
        if isinstance(error, UserError | Fault):
            self._parts.notice.show_notice(error)
        else:
            raise error

    @Slot(int)
    def _on_row(self, row: int) -> None:
        self._show_detail(row)

    @Slot()
    def _on_take(self) -> None:
        if self._understood is None or not (self._understood.files or self._understood.newsroom_files):
            return
        self._workspace.settle()
        self._parts.set_busy(is_busy=True)
        self._parts.strip.begin(say("Taking in"))
        self._slices.start(self._understood)

    @Slot()
    def _on_stop(self) -> None:
        if self._slices.is_running:
            self._slices.stop()
        else:
            self._lane.cancel()
            self._parts.strip.end()

    @Slot(object, object)
    def _on_ended(self, report: TakenReport, fault: Fault | None) -> None:
        self._parts.strip.end()
        self._parts.set_busy(is_busy=False)
        self._taken = report
        if report.edit.edits:
            self._workspace.taken(report.edit)
        if report.taken:
            self._workspace.open(report.taken[0].id)
        if fault is not None:
            self._parts.notice.show_notice(fault)
        elif not report.refused and not (self._understood and self._understood.refused):
            self.close()
            return
        else:
            self._paths = []
        self._show()

    @Slot()
    def _on_retry(self) -> None:
        self._taken = None
        self._read()

    @Slot()
    def _on_read_due(self) -> None:
        self._read()

    def _ask_again(self, options: TakingInOptions) -> None:
        self._options = options
        self._read_timer.start()

    def _read(self) -> None:
        """Ask what can be understood of the files with the options as they are."""
        self._read_timer.stop()
        self._parts.notice.hide()
        if not self._paths:
            self._understood = None
            self._show()
            return
        if self._understood is None:
            self._parts.strip.begin(say("Reading"))
        else:
            self._parts.show_summary(tr("Reading…"), 0)
        self._lane.submit(
            partial(self._workspace.desk.taking_in.read, tuple(self._paths), self._options),
            title=say("Reading"),
            done=self._on_understood,
            failed=self._on_failed,
        )

    def _show(self) -> None:
        understood = self._understood
        parts = self._parts
        if self._taken is not None:
            self._show_taken(self._taken)
            return
        parts.show_state(has_files=understood is not None)
        if understood is None:
            parts.show_summary("", 0)
            return
        rows = [_row_of_refusal(one) for one in understood.refused]
        rows += [_row_of_file(one, _warnings(understood.warnings, one.file)) for one in understood.files]
        named = {one.file for one in understood.files} | {one.file for one in understood.refused}
        rows += [_row_of_warning(one) for one in understood.warnings if one.file not in named]
        others = [one.file for one in understood.warnings if one.file not in named]
        refused, read = [one.file for one in understood.refused], [one.file for one in understood.files]
        parts.show_rows(rows, [*refused, *read, *others])
        parts.show_questions(understood.questions, self._options, self._zone())
        count = len(understood.files)
        parts.show_summary(_summary(understood), count or len(understood.newsroom_files))
        self._show_detail(parts.list.currentRow())

    def _show_taken(self, report: TakenReport) -> None:
        refused = [*report.refused, *(self._understood.refused if self._understood else ())]
        rows = [_row_of_refusal(one) for one in refused]
        rows += [MarkedRow(Path(one.file).name, mark="done", spoken=tr("Taken in")) for one in report.taken]
        self._parts.show_state(has_files=True)
        self._parts.show_rows(rows, [*(one.file for one in refused), *(one.file for one in report.taken)])
        self._parts.show_questions(frozenset(), self._options, self._zone())
        taken = ntr("{n} article is in.", "{n} articles are in.", len(report.taken))
        left = ntr("{n} file was left out.", "{n} files were left out.", len(refused)) if refused else ""
        self._parts.show_summary(f"{taken} {left}".strip(), 0)
        self._show_detail(self._parts.list.currentRow())

    def _show_detail(self, row: int) -> None:
        detail = self._parts.detail
        understood = self._understood
        if understood is None or row < 0:
            detail.clear()
            return
        refused = list(understood.refused)
        if self._taken is not None:
            refused = [*self._taken.refused, *refused]
        if row < len(refused):
            detail.show_refusal(refused[row], self._zone())
        elif self._taken is None and row - len(refused) < len(understood.files):
            file = understood.files[row - len(refused)]
            zone = file.article.display_zone or self._zone()
            detail.show_file(file, _warnings(understood.warnings, file.file), zone)
        else:
            detail.clear()

    def _zone(self) -> str:
        return self._options.zone or self._workspace.desk.newsroom.settings.display_zone

    def _connect(self) -> None:
        parts = self._parts
        parts.files.clicked.connect(self._on_files)
        parts.folder.clicked.connect(self._on_folder)
        parts.paste.clicked.connect(self._on_paste)
        parts.empty.action_requested.connect(self._on_files)
        parts.zone.zone_chosen.connect(self._on_zone)
        parts.zone.refused.connect(parts.notice.show_notice)
        parts.language.committed.connect(self._on_language)
        parts.update.toggled.connect(self._on_update)
        parts.list.currentRowChanged.connect(self._on_row)
        parts.detail.answered.connect(self._on_answered)
        parts.take.clicked.connect(self._on_take)
        parts.cancel.clicked.connect(self.close)
        parts.notice.action_requested.connect(self._on_retry)
        parts.strip.stopped.connect(self._on_stop)
        self._slices.progressed.connect(parts.strip.progress)
        self._slices.ended.connect(self._on_ended)

    @override
    def sizeHint(self) -> QSize:
        return QSize(880, 620)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(any(url.isLocalFile() for url in event.mimeData().urls()))

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._slices.is_running:
            self._slices.stop()
            event.ignore()
            return
        self._read_timer.stop()
        self._lane.cancel()
        if self._pasted is not None:
            self._pasted.cleanup()
        super().closeEvent(event)


def _warnings(warnings: Sequence[FileWarning], file: str) -> list[Message]:
    return [one.message for one in warnings if one.file == file]


def _row_of_refusal(refusal: Refusal) -> MarkedRow:
    mark, spoken = ("info", tr("Needs your answer")) if refusal.question else ("fault", tr("Cannot be taken in"))
    name = Path(refusal.file).name
    about = tr("{file}, line {line}", file=name, line=refusal.line) if refusal.line else name
    return MarkedRow(words(refusal.message), about=about, mark=mark, spoken=spoken)


def _row_of_file(file: UnderstoodFile, warnings: Sequence[Message]) -> MarkedRow:
    mark, spoken = (
        ("warn", tr("Can be taken in, with something to look at")) if warnings else ("done", tr("Understood"))
    )
    return MarkedRow(file.article.headline or file.article.slug, about=Path(file.file).name, mark=mark, spoken=spoken)


def _row_of_warning(warning: FileWarning) -> MarkedRow:
    return MarkedRow(words(warning.message), about=Path(warning.file).name, mark="warn", spoken=tr("To look at"))


def _summary(understood: Understood) -> str:
    """Return what would happen, and what stands in the way, in one line."""
    parts = []
    asked = sum(1 for one in understood.refused if one.question)
    refused = len(understood.refused) - asked
    if understood.files or not understood.refused:
        parts.append(ntr("{n} article can be taken in.", "{n} articles can be taken in.", len(understood.files)))
    if asked:
        parts.append(ntr("{n} needs your answer.", "{n} need your answer.", asked))
    if refused:
        parts.append(ntr("{n} cannot be taken in.", "{n} cannot be taken in.", refused))
    if understood.settings is not None:
        parts.append(tr("The newsroom's settings come along."))
    return " ".join(parts)
