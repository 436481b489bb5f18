"""Handing over: what goes out, what is to check first, the export itself, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.domain.article import Article, Status
from editor.domain.edits import Change
from editor.domain.problem import Problem
from editor.i18n.interface import tr
from editor.services.judging import HeldBackError
from editor.services.publishing import ExportReport, ExportRequest
from editor.services.verifying import VerifyReport, verify_bundle
from editor.ui import theme
from editor.ui.export_memory import LastExport, last_export, remember_export
from editor.ui.file_dialogs import ask_files, ask_folder
from editor.ui.jobs import Job, Latest
from editor.ui.panel import Panel
from editor.ui.widgets.answer_scroll import AnswerScroll
from editor.ui.widgets.bundle_report import BundleReport
from editor.ui.widgets.deliver_section import DeliverSection
from editor.ui.widgets.empty_state import NO_EDITION, SAY_LANGUAGE, EmptyState
from editor.ui.widgets.export_choices import ExportChoices
from editor.ui.widgets.export_foot import ExportFoot
from editor.ui.widgets.export_found import ExportFound, look_over
from editor.ui.widgets.export_summary import ExportSummary
from editor.ui.widgets.handing_button import HandingButton
from editor.ui.widgets.live_section import LiveSection
from editor.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from editor.services.checking import Checking
    from editor.services.newsroom import Newsroom
    from editor.services.publishing import Publishing
    from editor.services.reading import Reading
    from editor.ui.jobs import Jobs


class ExportPanel(Panel):
    """Exports the newsroom and verifies bundles. Export and verification are jobs that can be stopped."""

    def __init__(
        self, articles: Reading, publishing: Publishing, checking: Checking, newsroom: Newsroom, jobs: Jobs
    ) -> None:
        super().__init__()
        self.setObjectName("export")
        self._articles = articles
        self._publishing = publishing
        self._checking = checking
        self._newsroom = newsroom
        self._jobs = jobs
        self._article: Article | None = None
        self._job: Job[ExportReport] | Job[VerifyReport] | None = None
        self._verifying: Path | None = None
        self._again: Callable[[], None] = self.start
        self._lane = Latest(jobs, self)
        self._choices = ExportChoices()
        self._summary = ExportSummary()
        self._foot = ExportFoot()
        self._alone = HandingButton("export.alone")
        self._report = BundleReport()
        self._found: ExportFound | None = None
        self._live = LiveSection(publishing, newsroom, jobs)
        self._deliver = DeliverSection(self._choices.place, jobs)
        self._build()
        self._connect()
        self._fill()
        self.retranslate()

    @override
    def show_article(self, article: Article | None) -> None:
        self._article = article
        self._live.show_article(article)
        self._choices.show_article(article)
        self._alone.show_article(article)
        self._show_editions()
        self._say_summary()
        if article is not None and self._found is not None and article.id not in self._found.headlines:
            self._look()
        else:
            self._show_found()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        self._article = article
        self._choices.show_article(article)
        self._live.show_article(article)
        self._live.follow()
        self._alone.show_article(article)
        if change.settings:
            self._show_editions()
        self._say_summary()

    @property
    @override
    def is_at_work(self) -> bool:
        return self._live.is_on

    @override
    def retranslate(self) -> None:
        parts = (self._alone, self._choices, self._summary, self._foot, self._report, self._notice, self._live)
        for part in (*parts, self._deliver, self._nothing):
            part.retranslate()
        self._say_summary()

    @Slot()
    def start(self) -> None:
        """Export what is chosen."""
        self._again = self.start
        chosen = self._choices.chosen()
        if chosen.target is None:
            self._notice.show_notice(UserError(say("Say where the bundle goes."), say("Choose a folder or a file.")))
            self._choices.target.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not chosen.editions:
            self._notice.show_notice(UserError(say("Choose at least one edition.")))
            return
        request = ExportRequest(
            out=chosen.target,
            editions=chosen.editions,
            format=chosen.format,
            zip=chosen.as_zip,
            articles=(chosen.article,) if chosen.article else (),
            only=(chosen.only,) if chosen.only else (),
        )
        self._begin(say("Exporting"))
        self._deliver.hold()
        self._job = self._jobs.submit(
            partial(self._publishing.export, request),
            title=say("Exporting"),
            done=self._on_exported,
            failed=self._on_failed,
            progress=self._on_progress,
        )

    def verify(self, path: Path) -> None:
        """Verify the bundle at `path`, a folder or a ZIP file."""
        self._verifying = path
        self._again = partial(self.verify, path)
        self._begin(say("Verifying"))
        self._job = self._jobs.submit(
            partial(verify_bundle, path),
            title=say("Verifying"),
            done=self._on_verified,
            failed=self._on_failed,
            progress=self._on_progress,
        )

    @Slot(object)
    def _on_exported(self, report: ExportReport) -> None:
        self._end()
        self._remember(report)
        self._report.show_export(report, self._summary.said())
        self._scroll.bring(self._report)
        self._deliver.release(is_done=True)

    @Slot(object)
    def _on_verified(self, report: VerifyReport) -> None:
        self._end()
        if self._verifying is not None:
            self._report.show_verified(self._verifying, report)
            self._scroll.bring(self._report)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._deliver.release(is_done=False)
        if isinstance(error, HeldBackError):
            self._again = self._show_checks
            self._notice.show_notice(error, kind="fault", action=say("Show them"))
            self._scroll.bring(self._notice)
        elif isinstance(error, UserError | Fault):
            self._notice.show_notice(error)
            self._scroll.bring(self._notice)
        else:
            raise error

    def _show_checks(self) -> None:
        self.problem_chosen.emit(Problem(check="", message=Message(), field="checks"))

    @Slot()
    def _on_retry(self) -> None:
        self._again()

    @Slot(float, object)
    def _on_progress(self, fraction: float, message: Message) -> None:
        self._foot.strip.progress(fraction, message)

    @Slot(object)
    def _on_finished(self, job: object) -> None:
        """Say that the work was stopped: nothing else is delivered of a job that was."""
        if job is self._job and self._job is not None and self._job.is_cancelled:
            self._end()
            self._deliver.release(is_done=False)
            self._notice.show_notice(say("Stopped. What was there before is untouched."), kind="info")

    @Slot()
    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _on_verify_this(self) -> None:
        if target := self._choices.chosen().target:
            self.verify(target)

    @Slot()
    def _on_verify_folder(self) -> None:
        if path := ask_folder(self, say("Verify a bundle"), self._newsroom.folder.parent):
            self.verify(path)

    @Slot()
    def _on_verify_zip(self) -> None:
        kinds = tr("ZIP files (*.zip)")
        if paths := ask_files(self, say("Verify a bundle"), self._newsroom.folder.parent, kinds):
            self.verify(paths[0])

    @Slot()
    def _on_changed(self) -> None:
        self._say_summary()
        self._show_found()

    @Slot()
    def _on_check(self) -> None:
        self._look()

    @Slot(object)
    def _on_checked(self, found: ExportFound) -> None:
        self._found = found
        self._summary.show_waiting(found.waiting, self._newsroom.settings.display_zone)
        self._show_found()

    def _show_found(self) -> None:
        if self._found is not None:
            self._summary.show_problems(self._found.of(self._choices.chosen()), self._found.headlines)

    @Slot(object)
    def _on_check_failed(self, error: Exception) -> None:
        self._found = None
        self._summary.show_unknown()
        self._again = self._look
        if isinstance(error, UserError | Fault):
            self._notice.show_notice(error)
        else:
            raise error

    def _begin(self, doing: Message) -> None:
        self._notice.hide()
        self._report.clear()
        self._choices.set_busy(is_busy=True)
        self._foot.begin(doing)

    def _end(self) -> None:
        self._job = None
        self._choices.set_busy(is_busy=False)
        self._foot.end()

    def _remember(self, report: ExportReport) -> None:
        chosen = self._choices.chosen()
        target = str(report.bundle)
        last = LastExport(target=target, format=report.format, as_zip=chosen.as_zip, left_out=chosen.left_out)
        remember_export(self._newsroom.folder, last)

    def _look(self) -> None:
        """Ask what is to check."""
        if not self.isVisible():
            return
        self._found = None
        self._summary.show_problems(None, {})
        self._lane.submit(
            partial(look_over, self._checking, self._articles, self._publishing, self._article),
            title=say("Checking"),
            done=self._on_checked,
            failed=self._on_check_failed,
        )

    def _say_summary(self) -> None:
        chosen = self._choices.chosen()
        published = self._articles.counts().get(Status.PUBLISHED, 0) + bool(chosen.article)
        self._summary.show_counts(published, len(chosen.editions), is_alone=bool(chosen.only))
        self._foot.allow(is_allowed=bool(chosen.editions))

    def _fill(self) -> None:
        last = last_export(self._newsroom.folder)
        folder = self._newsroom.folder
        formats = [(one.id, one.title) for one in self._publishing.formats()]
        with QSignalBlocker(self._choices):
            self._choices.show_formats(formats, last.format)
            target = last.target or str(folder.parent / f"{folder.name}-bundle")
            self._choices.show_target(target, as_zip=last.as_zip, start=folder.parent)
            self._choices.show_article(None)
        self._show_editions()

    def _show_editions(self) -> None:
        locales = [edition.locale for edition in self._newsroom.settings.editions]
        with QSignalBlocker(self._choices):
            self._choices.show_editions(locales, last_export(self._newsroom.folder).left_out)
        self._states.setCurrentWidget(self._whole if locales else self._nothing)

    def _connect(self) -> None:
        self._choices.changed.connect(self._on_changed)
        self._foot.started.connect(self.start)
        self._foot.verify_named.connect(self._on_verify_this)
        self._foot.verify_folder.connect(self._on_verify_folder)
        self._foot.verify_zip.connect(self._on_verify_zip)
        self._foot.strip.stopped.connect(self._on_stop)
        self._alone.asked.connect(self.action_requested)
        self._summary.check_asked.connect(self._on_check)
        self._summary.chosen.connect(self.problem_chosen)
        self._notice.action_requested.connect(self._on_retry)
        self._deliver.said_there.connect(self._scroll.bring)
        self._live.said_there.connect(self._scroll.bring)
        self._jobs.finished.connect(self._on_finished)

    def _build(self) -> None:
        self._nothing = EmptyState("export", NO_EDITION, SAY_LANGUAGE)
        self._notice = NoticeBar()
        inside = QWidget()
        inside.setObjectName("page")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, 2 * theme.GRID)
        self._column.setSpacing(theme.GRID + 4)
        above: tuple[QWidget, ...] = (self._choices, _hairline(), self._summary, self._notice, self._report)
        below: tuple[QWidget, ...] = (_hairline(), self._deliver, _hairline(), self._live)
        for widget in above:
            self._column.addWidget(widget)
        self._column.addWidget(self._alone, 0, Qt.AlignmentFlag.AlignLeading)
        for widget in below:
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._scroll = AnswerScroll("export.scroll", inside)
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll)
        whole.addWidget(self._foot)
        self._states = QStackedWidget()
        self._states.addWidget(self._nothing)
        self._states.addWidget(self._whole)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._states)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line
