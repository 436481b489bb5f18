"""Ends a stretch of writing when the article that was worked on is left, or rests: it becomes a version then."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor.core.errors import Fault
from editor.domain.article import Article
from editor.domain.edits import Change
from editor.domain.version import QUIET_SECONDS
from editor.ui.widgets.typing_pace import QtTimers, Timers

if TYPE_CHECKING:
    from editor.ui.workspace import Workspace


class Stretches(QObject):
    """Follows what is worked on; made by the window, which calls `leave` before it closes."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None, timers: Timers | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._articles = workspace.desk.articles
        self._worked_on = ""
        self._quiet = (timers or QtTimers()).timer(self)
        self._quiet.timeout.connect(self._on_quiet)
        workspace.changed.connect(self._on_changed)
        workspace.article_opened.connect(self._on_opened)

    def leave(self) -> None:
        """Keep what was worked on as a version, if it was worked on at all."""
        self._quiet.stop()
        worked_on, self._worked_on = self._worked_on, ""
        if worked_on:
            # Its text is stored; where the disk takes no version now, the next stretch keeps one.
            with contextlib.suppress(Fault):
                self._articles.leave(worked_on)

    @Slot(object, object)
    def _on_changed(self, change: Change, article: Article | None) -> None:
        if article is not None and article.id in change.articles:
            self._worked_on = article.id
            self._quiet.start(QUIET_SECONDS * 1000)

    @Slot()
    def _on_quiet(self) -> None:
        """Keep what a pause found while nobody writes: it takes as long as some saves, and the next word need not."""
        if not self._worked_on or self._workspace.is_held:
            return
        with contextlib.suppress(Fault):  # the first word after the pause tries again
            if self._articles.rest(self._worked_on):
                self._workspace.kept.emit()

    @Slot(object)
    def _on_opened(self, article: Article | None) -> None:
        if article is None or article.id != self._worked_on:
            self.leave()
