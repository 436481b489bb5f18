"""What to look at before it goes out, of the open article or of the whole newsroom: gone to, put right, or accepted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.domain.edits import WRITTEN_FIELDS
from editor.domain.overview import Overview, Wanted
from editor.domain.problem import Problem
from editor.i18n.interface import tr
from editor.ui import theme
from editor.ui.jobs import Latest
from editor.ui.panel import Panel
from editor.ui.pause import Pause
from editor.ui.widgets.check_detail import CheckDetail
from editor.ui.widgets.check_head import CheckHead
from editor.ui.widgets.check_list import CheckList
from editor.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.article import Article
    from editor.domain.edits import Change
    from editor.services.judging import Rule
    from editor.services.newsroom import Newsroom
    from editor.services.survey import Survey
    from editor.ui.jobs import Jobs

_LOOKING = say("Looking for what is to check")
_NOTHING_OPEN = (
    say("Nothing is open"),
    say("What to look at in the open article stands here."),
    say("Look at the whole newsroom"),
)
_ALL_WELL = (say("Nothing to look at"), say("Every rule of the newsroom is kept."))
_NONE_ACCEPTED = (
    say("Nothing is accepted"),
    say("A problem that can stay as it is, for a reason, is kept here with who said so."),
)
_FAILED = (say("What is to check could not be found out"), say("The articles are safe on disk."), say("Try again"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecksTools:
    """What the checks need of the desk."""

    checking: Survey
    rules: tuple[Rule, ...]
    newsroom: Newsroom
    person: str
    can_write: bool


class ChecksPanel(Panel):
    """Problems above, the chosen one with what to do about it below. All looking is done by jobs, the latest wins."""

    def __init__(self, tools: ChecksTools, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("checks")
        self._tools = tools
        self._lane = Latest(jobs, self)
        self._pause = Pause(self)
        self._article: Article | None = None
        self._seen: Overview | None = None
        self._head = CheckHead({rule.id: rule.title for rule in tools.rules})
        self._list = CheckList("checks.list")
        self._detail = CheckDetail(tools.rules, can_write=tools.can_write)
        self._empty = EmptyState("checks", *_ALL_WELL)
        self._states = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._look()

    @override
    def show_article(self, article: Article | None) -> None:
        is_other = (article and article.id) != (self._article and self._article.id)
        self._article = article
        if is_other and not self._head.is_whole:
            self._head.forget_filter()
            self._seen = None
        self._look()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        self._article = article
        if change.fields and change.fields <= WRITTEN_FIELDS:
            self._pause.then(self._look)  # somebody is typing
        elif self._head.is_whole or self._is_near(change):
            self._look()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(tr("Checks"))
        for part in (self._head, self._list, self._detail, self._empty):
            part.retranslate()

    @override
    def settle(self) -> None:
        """Leave a reason that is being typed where it is: without the button nothing is accepted."""

    def _is_near(self, change: Change) -> bool:
        """Say whether `change` may touch what is found in the open article: almost everything may but words."""
        article = self._article
        if article is None or change.settings or change.images:
            return True
        near = {article.id, *(link.article for link in article.links)}
        return bool(change.articles & near) or bool(change.fields - WRITTEN_FIELDS)

    def _look(self) -> None:
        self._pause.stop()
        article, wanted = self._article, self._head.wanted
        if article is None and not self._head.is_whole:
            self._lane.cancel()
            self._seen = None
            self._head.show_nothing()
            self._say(*_NOTHING_OPEN)
            return
        self._head.show_busy()
        if not self._head.has_seen:
            self._say(_LOOKING, Message())  # what is shown was said of something else
        work = partial(
            _look, self._tools.checking, "" if self._head.is_whole or article is None else article.id, wanted
        )
        self._lane.submit(
            work, title=_LOOKING, done=self._on_seen, failed=self._on_failed, progress=self._head.show_progress
        )

    def _on_seen(self, seen: Overview) -> None:
        self._seen = seen
        self._head.show_seen(seen)
        headlines = seen.headlines if self._head.is_whole else {}
        self._list.show_overview(seen, headlines)
        if seen.problems:
            self._states.setCurrentIndex(1)
            self.setFocusProxy(self._list)
        else:
            self._say(*(_NONE_ACCEPTED if self._head.wanted.is_accepted else _ALL_WELL))
        self._on_chosen()

    def _on_failed(self, error: Exception) -> None:
        self._seen = None
        self._head.show_nothing()
        if isinstance(error, UserError | Fault):
            self._say(*_FAILED)
            self.notice.emit(error)
        else:
            raise error

    def _say(self, title: Message, text: Message, action: Message | None = None) -> None:
        self._empty.show_words(title, text, action)
        self._states.setCurrentIndex(0)
        self.setFocusProxy(self._empty if action else self._head)

    def _on_empty_action(self) -> None:
        if self._article is None and not self._head.is_whole:
            self._head.show_whole()
        self._look()

    def _on_stop(self) -> None:
        self._lane.cancel()
        self._head.show_nothing()
        self._say(say("Stopped"), say("What was found so far is kept; looking again goes on from there."), _FAILED[2])

    def _on_chosen(self) -> None:
        self._detail.show_problem(self._list.chosen_problem(), self._tools.newsroom.settings.display_zone)

    def _on_go(self) -> None:
        if problem := self._list.chosen_problem():
            self.problem_chosen.emit(problem)

    def _on_accept(self, reason: str) -> None:
        problem = self._list.chosen_problem()
        if problem is None:
            return
        self._list.keep_place()
        self.edit_requested.emit(self._tools.checking.accepting(problem, reason, self._tools.person))
        self._list.setFocus()

    def _on_take_back(self) -> None:
        problem = self._list.chosen_problem()
        if problem is not None and problem.accepted is not None:
            self._list.keep_place()
            self.edit_requested.emit(self._tools.checking.taking_back(problem.accepted))
            self._list.setFocus()

    def _on_rules(self) -> None:
        self.problem_chosen.emit(Problem(check="", message=Message(), field="rules"))

    def _connect(self) -> None:
        self._head.changed.connect(self._look)
        self._head.stopped.connect(self._on_stop)
        self._head.rules_asked.connect(self._on_rules)
        self._list.currentRowChanged.connect(self._on_chosen)
        self._list.entered.connect(self._on_go)
        self._detail.go_asked.connect(self._on_go)
        self._detail.accepted.connect(self._on_accept)
        self._detail.take_back_asked.connect(self._on_take_back)
        self._empty.action_requested.connect(self._on_empty_action)

    def _lay_out(self) -> None:
        found = QWidget()
        below = QVBoxLayout(found)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        listed = QVBoxLayout()
        listed.setContentsMargins(theme.GRID + 4, 0, 0, 0)
        listed.addWidget(self._list)
        below.addLayout(listed, 1)
        below.addWidget(self._detail)
        self._states.addWidget(self._empty)
        self._states.addWidget(found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._states, 1)


def _look(checking: Survey, article_id: str, wanted: Wanted, context: JobContext) -> Overview:
    context.check()
    return checking.of_article(article_id, wanted) if article_id else checking.of_newsroom(wanted, context)
