"""The window's last line: how long the article is, when the last word reached the disk, what is under way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QMenu, QProgressBar, QPushButton, QStatusBar, QToolButton, QWidget

from editor.core.messages import Message, say
from editor.domain.problem import Problem
from editor.i18n.interface import ntr, tr, words
from editor.ui import icons
from editor.ui.jobs import Job, JobReport, Jobs, Latest
from editor.ui.length_button import LengthButton
from editor.ui.widgets.elided_label import ElidedLabel
from editor.ui.widgets.naming import named
from editor.ui.widgets.typing_pace import LULL_MS, rest_ms
from editor.ui.widgets.wall_time import short_time

if TYPE_CHECKING:
    from datetime import datetime

    from editor.domain.article import Article
    from editor.domain.edits import Change
    from editor.ui.workspace import Workspace

QUIET_MS = 400
PAUSE_MS = 800
SAID_MS = 6000
_SHOWN_PROBLEMS = 30


class StatusLine(QStatusBar):
    """Made by the window. `problem_chosen` carries the `Problem` that a person wants to see."""

    problem_chosen = Signal(object)

    def __init__(self, workspace: Workspace, jobs: Jobs, rest: Callable[[], int] = rest_ms) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._workspace = workspace
        self._rest = rest
        self._saved_at: datetime | None = None
        self._problems: list[Problem] = []
        self._jobs: list[Job[object]] = []  # those that are shown, the youngest last
        self._article: Article | None = None
        self.length = LengthButton(jobs)
        self._checking = Latest(jobs, self)
        self._is_held = True
        self._soon = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._soon.timeout.connect(self._count)
        self._quiet = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._quiet.timeout.connect(self._on_quiet)
        self._make_parts()
        workspace.article_opened.connect(self._on_article)
        workspace.changed.connect(self._on_changed)
        workspace.typed.connect(self._on_typed)
        workspace.saved.connect(self._on_saved)
        workspace.refused.connect(self._on_refused)
        workspace.done.connect(self._on_done)
        jobs.started.connect(self._on_started)
        jobs.progressed.connect(self._on_progress)
        jobs.finished.connect(self._on_finished)
        self.retranslate()

    def look_again(self) -> None:
        """Count and check, for the first time once the window is at rest: until then nothing shall hold it up."""
        self._is_held = False
        self._look()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.length.retranslate()
        self._saved_label.setText(self._saved_words())
        self._problem_button.setToolTip(tr("What to look at before this article goes out"))
        self._show_problems()
        self._stop.setText(tr("Stop"))
        self._stop.setAccessibleName(tr("Stop this work"))
        self._bar.setAccessibleName(tr("Progress"))

    def _make_parts(self) -> None:
        self._saved_label = named(QLabel(), "status.saved")
        self._problem_button = named(QToolButton(), "status.problems")
        self._problem_button.setIcon(icons.icon("checks", "muted"))
        self._problem_button.setToolButtonStyle(self._problem_button.toolButtonStyle().ToolButtonTextBesideIcon)
        self._problem_menu = QMenu(self._problem_button)
        self._problem_menu.aboutToShow.connect(self._on_problem_menu)
        self._problem_button.setMenu(self._problem_menu)
        self._problem_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._doing = named(ElidedLabel(), "status.doing")  # a headline in it must not widen the window
        self._bar = named(QProgressBar(), "status.progress")
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._stop = named(QPushButton(), "status.stop")
        self._stop.setProperty("kind", "quiet")
        self._stop.clicked.connect(self._on_stop)
        left: tuple[QWidget, ...] = (self.length, self._saved_label, self._problem_button)
        # Qt's own way to say something hides what stands at the left, and what changes meanwhile is drawn over it.
        self._said = ElidedLabel()
        self._said.setObjectName("status.said")
        self._said_for = QTimer(self, singleShot=True, interval=SAID_MS)
        self._said_for.timeout.connect(self._on_said)
        right: tuple[QWidget, ...] = (self._doing, self._bar, self._stop)
        for widget in left:
            self.addWidget(widget)
        self.addWidget(self._said, 1)
        for widget in right:
            self.addPermanentWidget(widget)
        self._show_job()

    def _saved_words(self) -> str:
        if self._workspace.has_unsaved:
            return tr("Not saved yet")
        if self._saved_at is None:
            return ""
        zone = self._workspace.desk.newsroom.settings.display_zone
        return tr("Saved {time}", time=short_time(self._saved_at, zone, self._saved_at))

    @Slot(object)
    def _on_article(self, article: Article | None) -> None:
        self._checking.cancel()
        self._article = article
        self.length.show_article(article)
        self._problems = []
        self._show_problems()
        self._quiet.start()

    @Slot(object, object)
    def _on_changed(self, _change: Change, article: Article | None) -> None:
        self._article = article
        self._quiet.start()

    @Slot(object, object)
    def _on_typed(self, _source: object, article: Article) -> None:
        self._article = article
        if not self._soon.isActive():
            self._soon.start()
        if self._quiet.isActive():
            self._quiet.start()  # the checks read the whole text: not between two keys

    @Slot(object)
    def _on_saved(self, at: datetime) -> None:
        self._saved_at = at
        self._saved_label.setText(self._saved_words())

    @Slot(object)
    def _on_refused(self, _error: Exception) -> None:
        self._saved_label.setText(self._saved_words())

    @Slot(object)
    def _on_done(self, message: Message) -> None:
        self._said.show_text(words(message))
        self._said_for.start()

    @Slot()
    def _on_said(self) -> None:
        self._said.show_text("")

    @Slot()
    def _count(self) -> None:
        if self._article is not None and not self._is_held:
            self.length.count(self._article)

    @Slot()
    def _on_quiet(self) -> None:
        if self._rest() < LULL_MS:  # the checks read the whole text: not between two keys
            self._quiet.start()
        else:
            self._look()

    @Slot()
    def _look(self) -> None:
        """Count and check what is stored."""
        if self._is_held:
            return
        desk, article = self._workspace.desk, self._article
        if article is not None:
            self._count()
            self._checking.submit(
                lambda _context: desk.checking.problems(article.id), title=say("Checking"), done=self._on_problems
            )

    @Slot(object)
    def _on_problems(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._show_problems()

    def _show_problems(self) -> None:
        count = len(self._problems)
        self._problem_button.setText(ntr("{n} thing to check", "{n} things to check", count))
        self._problem_button.setAccessibleName(self._problem_button.text())
        self._problem_button.setVisible(bool(count))

    @Slot()
    def _on_problem_menu(self) -> None:
        self._problem_menu.clear()
        for problem in self._problems[:_SHOWN_PROBLEMS]:
            action = self._problem_menu.addAction(icons.icon("warn", "warn"), words(problem.message).replace("&", "&&"))
            action.setData(problem)
            action.triggered.connect(self._on_problem)
        self._problem_menu.addSeparator()
        action = self._problem_menu.addAction(icons.icon("checks"), tr("All checks"))
        action.setData(Problem(check="", message=Message(), field="checks"))
        action.triggered.connect(self._on_problem)

    @Slot()
    def _on_problem(self) -> None:
        action = self.sender()
        self.problem_chosen.emit(action.data())  # type: ignore[attr-defined]

    @Slot(object)
    def _on_started(self, job: Job[object]) -> None:
        if not job.is_quiet:
            self._jobs.append(job)
            self._show_job()

    @Slot(object)
    def _on_progress(self, report: JobReport) -> None:
        if not self._jobs or report.job is not self._jobs[-1]:
            return
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(report.fraction * 1000))
        self._doing.show_text(words(report.message or report.job.title))

    @Slot(object)
    def _on_finished(self, job: Job[object]) -> None:
        if job in self._jobs:
            self._jobs.remove(job)
            self._show_job()

    @Slot()
    def _on_stop(self) -> None:
        if self._jobs:
            self._jobs[-1].cancel()
            self._doing.show_text(tr("Stopping…"))

    def _show_job(self) -> None:
        if self._jobs:
            self._bar.setRange(0, 0)
            self._doing.show_text(words(self._jobs[-1].title))
        for widget in (self._doing, self._bar, self._stop):
            widget.setVisible(bool(self._jobs))
