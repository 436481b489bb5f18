"""The live folder and address of a newsroom: begun, followed, opened in a browser and ended here."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.i18n.interface import ntr, tr
from editor.services.live import Live, LiveRequest
from editor.ui import icons, theme
from editor.ui.file_dialogs import ask_folder
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.naming import named
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.article import Article
    from editor.services.newsroom import Newsroom
    from editor.services.publishing import ExportReport, Publishing
    from editor.ui.jobs import Job, Jobs, Work

CLOCK_MS = 1000  # how often the clock is looked at for an hour that has come
SOON_MS = 10  # after a change: edits that come together are followed together
_EXPORTING = say("Bringing the live folder up to date")


class LiveSection(QWidget):
    """Made by the export panel. `changed` says that it was begun or ended.

    `said_there`: the widget that answers what the person began, to be brought into view.

    What is under way is never cut short by a newer change, which would keep a large newsroom behind for as long as
    somebody writes: it is finished, and then the newest state is taken, whatever lay between.
    """

    changed = Signal()
    said_there = Signal(object)

    def __init__(self, publishing: Publishing, newsroom: Newsroom, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("export.live")
        self._live = Live(publishing, newsroom)
        self._jobs = jobs
        self._article: Article | None = None
        self._job: Job[ExportReport] | None = None
        self._report: ExportReport | None = None
        self._is_on = self._is_behind = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._refresh)
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self.look_at_clock)
        self._title = QLabel()
        self._title.setProperty("role", "lead")
        self._lead = QLabel()
        self._lead.setProperty("role", "muted")
        self.folder = TextField("export.live.folder")
        self.folder.show_text(str(newsroom.folder.parent / f"{newsroom.folder.name}-live"))
        self._choose = named(QPushButton(), "export.live.choose")
        self.with_open = named(QCheckBox(), "export.live.with_open")
        self.address = named(QLabel(), "export.live.address")
        self.state = named(QLabel(), "export.live.state")
        self.state.setProperty("role", "muted")
        self.notice = NoticeBar()
        self.start = named(QPushButton(), "export.live.start")
        self.browse = named(QPushButton(), "export.live.browse")
        self.copy = named(QPushButton(), "export.live.copy")
        self.stop = named(QPushButton(), "export.live.stop")
        self._lay_out()
        self._connect()
        self._show()

    @property
    def is_on(self) -> bool:
        """Say whether changes are followed now."""
        return self._is_on

    def show_article(self, article: Article | None) -> None:
        """Take note of the article that is open now, which may be shown whatever its status."""
        was, self._article = self._article, article
        if self.with_open.isChecked() and (was and was.id) != (article and article.id):
            self.follow()

    def follow(self) -> None:
        """Take in that something changed in the newsroom."""
        if self._is_on and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def look_at_clock(self) -> None:
        """Follow an hour that has come: of an embargo or a publishing date."""
        if self._job is None and self._live.is_due():
            self.follow()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._title.setText(tr("Live"))
        self._lead.setText(tr("A folder and an address on this computer that follow every change while you write."))
        self._labelled.set_name(tr("Live folder"))
        self._choose.setText(tr("Choose…"))
        self._choose.setAccessibleName(tr("Choose the live folder"))
        self.with_open.setText(tr("The open article too, whatever its status"))
        self.start.setText(tr("Go live on this computer"))
        self.start.setToolTip(tr("Nobody else can see it: the address answers this computer alone"))
        self.browse.setText(tr("Open in browser"))
        self.copy.setText(tr("Copy address"))
        self.stop.setText(tr("Stop"))
        self.stop.setAccessibleName(tr("Stop following changes"))
        self.notice.retranslate()
        self._show()

    def _lay_out(self) -> None:
        self._labelled = Labelled(self.folder)
        self.start.setIcon(icons.icon("publish", "accent"))
        self.browse.setIcon(icons.icon("external", "accent"))
        self.copy.setIcon(icons.icon("copy"))
        self.stop.setIcon(icons.icon("stop"))
        for label in (self._lead, self.address, self.state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        where = QHBoxLayout()
        where.setSpacing(theme.GRID)
        where.addWidget(self._labelled, 1)
        where.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignBottom)
        doing = QWidget()
        buttons = FlowRow(doing, spacing=theme.GRID)
        for button in (self.start, self.browse, self.copy, self.stop):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addWidget(self._title)
        column.addWidget(self._lead)
        column.addLayout(where)
        for widget in (self.with_open, self.address, self.state, self.notice, doing):
            column.addWidget(widget)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose)
        self.with_open.toggled.connect(self.follow)
        self.start.clicked.connect(self._on_start)
        self.browse.clicked.connect(self._on_browse)
        self.copy.clicked.connect(self._on_copy)
        self.stop.clicked.connect(self._on_stop)
        self.notice.action_requested.connect(self._on_retry)
        self.destroyed.connect(self._live.end)

    def _articles(self) -> tuple[str, ...]:
        return (self._article.id,) if self._article is not None and self.with_open.isChecked() else ()

    def _submit(self, work: Work[ExportReport]) -> None:
        self._job = self._jobs.submit(
            work, title=_EXPORTING, done=self._on_done, failed=self._on_failed, is_quiet=bool(self._live.address)
        )
        self._show()

    @Slot()
    def _refresh(self) -> None:
        if self._job is not None:
            self._is_behind = True
        elif self._is_on:
            self._is_behind = False
            self._submit(partial(_refreshed, self._live, self._articles()))

    @Slot(object)
    def _on_done(self, report: ExportReport) -> None:
        is_first = self._report is None
        self._job, self._report = None, report
        self.notice.hide()
        self._go_on()
        if is_first:
            self.said_there.emit(self)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._job = None
        began = bool(self._live.address)
        if not began:
            self._is_on = False
            self._clock.stop()
            self.changed.emit()
        if isinstance(error, UserError | Fault):
            self.notice.show_notice(error)
            self._go_on()
            if not began:
                self.said_there.emit(self.notice)
        else:
            self._show()
            raise error

    def _go_on(self) -> None:
        if self._is_behind:
            self._refresh()
        self._show()

    @Slot()
    def _on_retry(self) -> None:
        if self._is_on:
            self._refresh()
        else:
            self._on_start()

    @Slot()
    def _on_choose(self) -> None:
        start = Path(self.folder.text()).expanduser().parent
        if (found := ask_folder(self, say("Choose the live folder"), start)) is not None:
            self.folder.show_text(str(found))

    @Slot()
    def _on_start(self) -> None:
        text = self.folder.text().strip()
        if not text:
            self.notice.show_notice(UserError(say("Say where the live folder is."), say("Choose a new or empty one.")))
            self.folder.setFocus(Qt.FocusReason.OtherFocusReason)
            self.said_there.emit(self.notice)
            return
        self.notice.hide()
        self._is_on, self._is_behind, self._report = True, False, None
        self._clock.start()
        self.changed.emit()
        self._submit(partial(self._live.begin, LiveRequest(out=Path(text).expanduser(), articles=self._articles())))

    @Slot()
    def _on_browse(self) -> None:
        page = self._report.first_page if self._report is not None else ""
        QDesktopServices.openUrl(QUrl(self._live.address + page.removesuffix("index.html")))

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._live.address)

    @Slot()
    def _on_stop(self) -> None:
        self._is_on = False
        self._soon.stop()
        self._clock.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._live.end()
        self.notice.hide()
        self._show()
        self.changed.emit()
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        address = self._live.address
        for widget in (self._labelled, self._choose):
            widget.setEnabled(not self._is_on)
        self.start.setVisible(not self._is_on)
        self.stop.setVisible(self._is_on)
        self.browse.setVisible(self._is_on and bool(address))
        self.copy.setVisible(self._is_on and bool(address))
        self.address.setText(address)
        self.address.setVisible(self._is_on and bool(address))
        self.state.setText(self._said())
        self.state.setVisible(self._is_on)

    def _said(self) -> str:
        if self._job is not None and not self._live.address:
            return tr("Making the live folder for the first time…")
        if self._job is not None:
            return tr("Following…")
        if self._report is None:
            return ""
        files = ntr("{n} file new", "{n} files new", self._report.written)
        return tr("Up to date: {files}, {seconds} s.", files=files, seconds=f"{self._report.seconds:.2f}")


def _refreshed(live: Live, articles: tuple[str, ...], context: JobContext) -> ExportReport:
    return live.refresh(context, articles)
