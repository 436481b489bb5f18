"""What an export or a verification came to: one sentence, where it lies, and what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.messages import Message
from editor.domain.problem import Problem
from editor.i18n.interface import ntr, tr
from editor.services.publishing import ExportReport
from editor.services.verifying import VerifyReport
from editor.ui import icons, theme
from editor.ui.widgets.problem_list import ProblemList


class BundleReport(QWidget):
    """Made by the export panel; hidden until there is something to report."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("export.report")
        self._report: ExportReport | None = None
        self._verified: tuple[Path, VerifyReport] | None = None
        self._kind = "done"
        self._icon = QLabel()
        self._said = QLabel()
        self._said.setObjectName("export.said")
        self._where = QLabel()
        self._where.setObjectName("export.where")
        self._where.setProperty("role", "muted")
        self._where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self._said, self._where):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._open_folder = QPushButton()
        self._open_folder.setObjectName("export.open_folder")
        self._open_folder.clicked.connect(self._on_open_folder)
        self._open_page = QPushButton()
        self._open_page.setObjectName("export.open_page")
        self._open_page.clicked.connect(self._on_open_page)
        self._lines_title = QLabel()
        self._lines_title.setProperty("role", "section")
        self._lines = ProblemList("export.lines")
        self._lay_out()
        self.hide()

    def show_export(self, report: ExportReport, said: Sequence[Message] = ()) -> None:
        """Show what an export did, leaving out what is `said` elsewhere."""
        told = {str(message) for message in said}
        self._report = replace(report, warnings=tuple(one for one in report.warnings if str(one) not in told))
        self._verified = None
        self.retranslate()
        self.show()

    def show_verified(self, path: Path, report: VerifyReport) -> None:
        """Show what verifying the bundle at `path` found."""
        self._report, self._verified = None, (path, report)
        self.retranslate()
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self._report = self._verified = None
        self.hide()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._open_folder.setText(tr("Open the folder"))
        self._open_page.setText(tr("Open the first page"))
        self._lines.setAccessibleName(tr("What to look at"))
        if self._report is not None:
            self._say_export(self._report)
        elif self._verified is not None:
            self._say_verified(*self._verified)

    def _say_export(self, report: ExportReport) -> None:
        self._say(
            ntr("Exported and verified: {n} file.", "Exported and verified: {n} files.", report.files),
            "\n".join(
                (
                    tr(
                        "{written} written, {unchanged} unchanged, {removed} removed.",
                        written=report.written,
                        unchanged=report.unchanged,
                        removed=report.removed,
                    ),
                    str(report.bundle),
                )
            ),
            is_good=True,
        )
        self._open_page.setVisible(bool(report.first_page) and report.bundle.is_dir())
        self._show_lines(tr("To look at"), [("", message) for message in report.warnings], blocks=False)

    def _say_verified(self, path: Path, report: VerifyReport) -> None:
        if report.ok:
            said = ntr(
                "This bundle is whole: {n} file as it was handed over.",
                "This bundle is whole: {n} files as they were handed over.",
                report.files,
            )
            self._say(said, str(path), is_good=True)
        else:
            said = ntr(
                "This bundle is not as it was handed over: {n} thing is wrong.",
                "This bundle is not as it was handed over: {n} things are wrong.",
                len(report.problems),
            )
            self._say(said, str(path), is_good=False)
        self._open_page.hide()
        self._show_lines(tr("What is wrong"), [(one.path, one.message) for one in report.problems], blocks=True)

    def _say(self, said: str, where: str, *, is_good: bool) -> None:
        self._kind = "done" if is_good else "fault"
        self._paint_icon()
        self._said.setText(said)
        self._where.setText(where)
        self.setAccessibleName(said)

    def _paint_icon(self) -> None:
        self._icon.setPixmap(icons.pixmap(self._kind, icons.NORMAL, self._kind, self.devicePixelRatioF()))

    def _show_lines(self, title: str, lines: Sequence[tuple[str, Message]], *, blocks: bool) -> None:
        """Show each message under what it is about, the path of a file."""
        problems = [Problem(check="", article=about, message=message, blocks=blocks) for about, message in lines]
        self._lines.show_problems(problems, str)
        self._lines_title.setText(title)
        self._lines_title.setVisible(bool(lines))
        self._lines.setVisible(bool(lines))

    def _folder(self) -> Path | None:
        path = self._report.bundle if self._report else (self._verified[0] if self._verified else None)
        return path if path is None or path.is_dir() else path.parent

    @Slot()
    def _on_open_folder(self) -> None:
        if folder := self._folder():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot()
    def _on_open_page(self) -> None:
        if self._report is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.bundle / self._report.first_page)))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(theme.GRID)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._said, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID)
        buttons.addWidget(self._open_folder)
        buttons.addWidget(self._open_page)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addLayout(head)
        column.addWidget(self._where)
        column.addLayout(buttons)
        column.addWidget(self._lines_title)
        column.addWidget(self._lines)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and not self._icon.pixmap().isNull():
            self._paint_icon()
        super().changeEvent(event)
