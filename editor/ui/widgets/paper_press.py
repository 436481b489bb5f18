"""Puts an article on paper: its page laid out off screen by the web engine, as PDF or by the system's printer.

Importing this module loads the web engine; only `ui/handing_out.py` does, once `web_engine` says that it can live.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestJob,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from typing_extensions import override

from editor.core.errors import Fault
from editor.core.messages import say
from editor.ui.widgets.web_page import ROOT, SCHEME, register_scheme

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from editor.services.renditions import Paper

_PATIENCE_MS = 60_000
_NOT_PRINTED = say("The article could not be put on paper.")


class PaperPress(QWebEngineView):
    """Lays one paper out; made for one use, never shown. Signals: `pressed` with the PDF's bytes, `printed`, `failed`.

    `printed` and `pressed` come once; after either, or `failed` with a `Fault`, it can go.
    """

    pressed = Signal(object)
    printed = Signal()
    failed = Signal(object)

    def __init__(self, paper: Paper, parent: QWidget) -> None:
        register_scheme()
        super().__init__(parent)
        self.hide()
        self._paper = paper
        self._printer: QPrinter | None = None
        self._is_over = False
        self._files = _Files(paper, self)
        self._profile = QWebEngineProfile()  # no name: off the record
        self._profile.installUrlSchemeHandler(SCHEME.encode(), self._files)
        page = QWebEnginePage(self._profile, self)
        self._profile.setParent(self)  # children go in order of arrival: the engine wants its page gone first
        page.settings().setAttribute(QWebEngineSettings.WebAttribute.JavascriptEnabled, False)  # noqa: FBT003 - Qt's
        page.loadFinished.connect(self._on_loaded)
        page.renderProcessTerminated.connect(self._on_ended)
        self.setPage(page)
        self.printFinished.connect(self._on_printed)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._on_ended)

    def press(self) -> None:
        """Make a PDF."""
        self._patience.start(_PATIENCE_MS)
        self._begin()

    def print_on(self, printer: QPrinter) -> None:
        """Print on `printer`, which stays alive with whoever chose it, however long that takes."""
        self._printer = printer
        self._begin()

    def _begin(self) -> None:
        self.setUrl(QUrl(ROOT + quote(self._paper.path)))

    @Slot(bool)
    def _on_loaded(self, is_ok: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not is_ok:
            self._on_ended()
            return
        layout = layout_of(self._paper, QPageSize(QPageSize.PageSizeId.A4))
        if self._printer is None:
            self.page().printToPdf(self._on_pdf, layout)
            return
        self._printer.setPageMargins(layout.margins(), QPageLayout.Unit.Millimeter)
        self.print(self._printer)

    def _on_pdf(self, data: QByteArray) -> None:
        if not self._is_over and data.size():
            self._end()
            self.pressed.emit(self._paper.finished(bytes(data.data())))
        else:
            self._on_ended()

    @Slot(bool)
    def _on_printed(self, is_ok: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._is_over or not is_ok:
            self._on_ended()
            return
        self._end()
        self.printed.emit()

    @Slot()
    def _on_ended(self) -> None:
        if not self._is_over:
            self._end()
            self.failed.emit(Fault(_NOT_PRINTED, say("The web engine stopped. Your words are safe; try again.")))

    def _end(self) -> None:
        self._is_over = True
        self._patience.stop()


def layout_of(paper: Paper, size: QPageSize) -> QPageLayout:
    """Return the sheet: upright, with the margins in which address and page number stand."""
    top, right, bottom, left = paper.margins
    margins = QMarginsF(left, top, right, bottom)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


class _Files(QWebEngineUrlSchemeHandler):
    """Answers what the page asks for from what was prepared; nothing else is there."""

    def __init__(self, paper: Paper, parent: QObject) -> None:
        super().__init__(parent)
        self._paper = paper

    @override
    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        found = self._paper.files.get(job.requestUrl().path().lstrip("/"))
        if found is None:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        buffer = QBuffer(job)
        buffer.setData(found[0])
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        job.reply(found[1].encode(), buffer)
