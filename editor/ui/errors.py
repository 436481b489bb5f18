"""Turns what was raised into what a person sees: a bar, nothing, or, for our own bugs, a report to copy."""

from __future__ import annotations

import logging
import platform
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from editor import __version__
from editor.core.errors import Cancelled, Fault, UserError
from editor.i18n.interface import tr
from editor.ui.widgets.notice_bar import NoticeBar

log = logging.getLogger(__name__)


class ErrorHook(QObject):
    """Receives every exception that nobody took, of any thread. Made once, by the application.

    `told` carries a `UserError` or `Fault` for the window's bar; `bug` the text of a report.
    """

    told = Signal(object)
    bug = Signal(str)

    def install(self) -> None:
        """Take the place of Python's own printing."""
        sys.excepthook = self.take
        threading.excepthook = self._take_of_thread

    def take(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Sort `error`: cancelled work is silent, what a person can meet goes to the bar, the rest is our bug."""
        if isinstance(error, Cancelled):
            return
        if isinstance(error, UserError | Fault):
            self.told.emit(error)
            return
        if isinstance(error, KeyboardInterrupt):
            app = QGuiApplication.instance()
            if app is not None:
                app.quit()
            return
        log.error("an exception that nobody took", exc_info=error)
        self.bug.emit(report_of(error))

    def _take_of_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            self.take(raised.exc_type, raised.exc_value, raised.exc_traceback)


def show_error(bar: NoticeBar, error: Exception, hook: ErrorHook | None = None) -> None:
    """Show `error` on `bar`, unless it was only a stop; our own bugs go to the report of `hook`."""
    match error:
        case Cancelled():
            return
        case UserError() | Fault():
            bar.show_notice(error)
        case _ if hook is not None:
            hook.take(type(error), error, error.__traceback__)
        case _:
            raise error


def report_of(error: BaseException) -> str:
    """Return what a programmer needs to know of `error`: versions and the trace, no word of any article."""
    head = (
        f"Makala {__version__}",
        f"Python {platform.python_version()}, Qt {QLibraryInfo.version().toString()}, {platform.platform()}",
        "",
    )
    return "\n".join((*head, "".join(traceback.format_exception(error)).strip()))


class ReportDialog(QDialog):
    """Says that the fault is ours and that the work is safe, with a report to copy. Not modal: writing goes on."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("report")
        self.setWindowTitle(tr("Something went wrong in Makala"))
        self.resize(680, 420)
        said = QLabel(
            tr(
                "This is a mistake of ours, not yours. Everything you wrote is on disk. You can go on working; "
                "if something looks odd, close Makala and open it again."
            )
        )
        said.setWordWrap(True)
        self.text = QPlainTextEdit(report)
        self.text.setObjectName("report.text")
        self.text.setAccessibleName(tr("Report"))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        ask = QLabel(tr("Please send this text to whoever looks after Makala. No word of your articles is in it."))
        ask.setWordWrap(True)
        ask.setProperty("role", "muted")
        copy = QPushButton(tr("Copy the report"))
        copy.setObjectName("report.copy")
        copy.setProperty("kind", "primary")
        copy.clicked.connect(self._on_copy)
        close = QPushButton(tr("Close"))
        close.setObjectName("report.close")
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(said)
        column.addWidget(self.text, 1)
        column.addWidget(ask)
        column.addLayout(row)

    def add(self, report: str) -> None:
        """Put one more report below the first: a second mistake must not open a second window."""
        self.text.appendPlainText(f"\n{report}")

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
