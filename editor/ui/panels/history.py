"""The history of the open article: its versions, what differs between two of them, and the way back to any."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edition import zone_for
from editor.domain.edits import Change, EditArticle
from editor.domain.version import VersionHead
from editor.domain.version_fields import GROUPS, restore
from editor.i18n.interface import tr
from editor.ui.jobs import Latest
from editor.ui.panel import Panel
from editor.ui.pause import Pause
from editor.ui.widgets.comparing import Compared, Comparison, compare
from editor.ui.widgets.difference_view import DifferenceView
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.history_bar import BEFORE, PRESENT, HistoryBar
from editor.ui.widgets.thinning_bar import ThinningBar
from editor.ui.widgets.version_list import VersionList

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.articles import Articles
    from editor.services.history import History
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.ui.jobs import Jobs


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryTools:
    """What the history needs of the desk."""

    articles: Articles
    images: Images
    history: History
    newsroom: Newsroom
    clock: Clock
    can_write: bool


class HistoryPanel(Panel):
    """Shows what was; a restore is an edit like any other, kept before and undone after."""

    def __init__(self, tools: HistoryTools, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("history")
        self._tools = tools
        self._comparing = Latest(jobs, self)
        self._pause = Pause(self)
        self._article: Article | None = None
        self._heads: list[VersionHead] = []
        self._compared: Compared | None = None
        self._bar = HistoryBar(can_write=tools.can_write)
        self._versions = VersionList("history.versions")
        self._view = DifferenceView(can_restore=tools.can_write)
        self._thinning = ThinningBar(tools.history, tools.newsroom, jobs)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.show_article(None)

    @override
    def show_article(self, article: Article | None) -> None:
        is_new = article is None or self._article is None or article.id != self._article.id
        self._article = article
        if is_new:
            self._forget_comparison()
        self._read(is_new=is_new)
        if self._versions.current:
            self._compare()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        if change.settings:
            self._thinning.show_rule()
        if article is None or self._article is None or article.id != self._article.id:
            self.show_article(article)
        elif article.id in change.articles:
            self._article = article
            self._read(is_new=False)
            if isinstance(change.edit, EditArticle) and change.edit.keeps_present:
                self._compare()
            elif self._versions.current:
                self._pause.then(self._compare)  # a long text takes half a second: not while somebody types

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(tr("History"))
        for part in (self._nothing, self._none_yet, self._bar, self._versions, self._view, self._thinning):
            part.retranslate()
        self._offer()
        self._compare()  # statuses and dates are compared in the interface's words

    def _read(self, *, is_new: bool) -> None:
        """Read the list of versions; the one that is chosen stays chosen."""
        article = self._article
        self._heads = self._tools.history.heads(article.id) if article else []
        zone = self._zone()
        self._versions.show_versions(self._heads, zone, self._tools.clock.now(), is_new=is_new)
        self._offer()
        if article is None:
            self._states.setCurrentWidget(self._nothing)
        else:
            self._states.setCurrentWidget(self._work if self._heads else self._none_yet)

    @Slot()
    def _compare(self) -> None:
        article, chosen = self._article, self._versions.current
        if article is None or not chosen:
            self._forget_comparison()
            return
        comparison = Comparison(
            present=article, chosen=chosen, other=self._other(chosen), heads=tuple(self._heads), zone=self._zone()
        )
        if self._compared is None or self._compared.comparison.chosen != chosen:
            self._view.show_busy()
        self._comparing.submit(
            partial(compare, self._tools.articles, self._tools.images, self._tools.history, comparison),
            title=say("Comparing versions"),
            done=self._on_compared,
            failed=self._on_failed,
        )

    def _other(self, chosen: str) -> str:
        """Return the id of the version to compare with, "" for the present."""
        other = self._bar.compared_with
        if other != BEFORE:
            return "" if other in {PRESENT, chosen} else other
        ids = [head.id for head in self._heads]
        place = ids.index(chosen) + 1
        return ids[place] if place < len(ids) else chosen

    @Slot(object)
    def _on_compared(self, compared: Compared) -> None:
        article = self._article
        if article is None or compared.comparison.present.id != article.id:
            return
        self._compared = compared
        self._show()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._compared = None
        if isinstance(error, UserError | Fault):
            self._view.show_fault(error)
            self._bar.show_chosen(None, can_restore=False)
        else:
            raise error

    def _show(self) -> None:
        compared = self._compared
        if compared is None:
            return
        head = next((head for head in self._heads if head.id == compared.comparison.chosen), None)
        can_restore = self._article is not None and restore(self._article, compared.then) is not None
        self._bar.show_chosen(head, can_restore=can_restore)
        self._view.show_differences(compared, is_side_by_side=self._bar.is_side_by_side)

    def _forget_comparison(self) -> None:
        self._pause.stop()
        self._comparing.cancel()
        self._compared = None
        self._bar.show_chosen(None, can_restore=False)
        self._view.show_nothing()

    @Slot(str)
    def _on_restore(self, group_id: str) -> None:
        if self._article is None or self._compared is None:
            return
        edit = restore(self._article, self._compared.then, group_id)
        if edit is None:
            self.notice.emit(say("The article says this already."))
        else:
            self.edit_requested.emit(edit)

    @Slot(str)
    def _on_copy(self, group_id: str) -> None:
        if self._compared is not None:
            text = self._compared.words.said(GROUPS[group_id], self._compared.before)
            QGuiApplication.clipboard().setText(text)
            self.notice.emit(say("The earlier text is copied."))

    @Slot()
    def _on_keep(self) -> None:
        if self._article is None:
            return
        try:
            self._tools.articles.keep_version(self._article.id, "")
        except Fault as error:
            self.notice.emit(error)
            return
        self._read(is_new=True)
        self._versions.setFocus()

    @Slot(bool)
    def _on_asked_only(self, is_asked_only: bool) -> None:  # noqa: FBT001 - a signal's payload
        self._versions.show_asked_only(is_asked_only=is_asked_only)

    @Slot()
    def _on_thinned(self) -> None:
        self._read(is_new=True)
        self._forget_comparison()

    def _offer(self) -> None:
        self._bar.offer(self._heads, self._zone())

    def _zone(self) -> str:
        settings = self._tools.newsroom.settings
        return zone_for(self._article, settings) if self._article else settings.display_zone

    def _connect(self) -> None:
        self._versions.chosen.connect(self._compare)
        self._bar.compare_asked.connect(self._compare)
        self._bar.look_changed.connect(self._show)
        self._bar.asked_only.connect(self._on_asked_only)
        self._bar.restore_asked.connect(self._on_restore)
        self._view.restore_asked.connect(self._on_restore)
        self._view.copy_asked.connect(self._on_copy)
        self._thinning.thinned.connect(self._on_thinned)
        self._thinning.refused.connect(self.notice)

    def _lay_out(self) -> None:
        self._nothing = EmptyState(
            "history", say("The history of an article"), say("Open an article to see how it came to be what it is.")
        )
        self._none_yet = EmptyState(
            "history",
            say("No earlier versions yet"),
            say("They are kept by themselves when you pause, and by name with Ctrl+S. None is ever changed."),
            say("Keep a version now") if self._tools.can_write else None,
        )
        self._none_yet.action_requested.connect(self._on_keep)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setObjectName("history.parts")
        parts.setChildrenCollapsible(False)
        parts.addWidget(self._versions)
        parts.addWidget(self._view)
        parts.setSizes([260, 420])
        self._work = QWidget()
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(parts, 1)
        column.addWidget(self._thinning)
        self._states = QStackedWidget()
        for state in (self._nothing, self._none_yet, self._work):
            self._states.addWidget(state)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._states)
        self.setFocusProxy(self._versions)
