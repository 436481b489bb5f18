"""Ends a stretch of writing when the article that was worked on is left: what it is then becomes a version."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor.core.errors import Fault
from editor.domain.article import Article
from editor.domain.edits import Change

if TYPE_CHECKING:
    from editor.ui.workspace import Workspace


class Stretches(QObject):
    """Follows what is worked on; made by the window, which calls `leave` before it closes."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles = workspace.desk.articles
        self._worked_on = ""
        workspace.changed.connect(self._on_changed)
        workspace.article_opened.connect(self._on_opened)

    def leave(self) -> None:
        """Keep what was worked on as a version, if it was worked on at all."""
        worked_on, self._worked_on = self._worked_on, ""
        if worked_on:
            # Its text is stored; where the disk takes no version now, the next stretch keeps one.
            with contextlib.suppress(Fault):
                self._articles.leave(worked_on)

    @Slot(object, object)
    def _on_changed(self, change: Change, article: Article | None) -> None:
        if article is not None and article.id in change.articles:
            self._worked_on = article.id

    @Slot(object)
    def _on_opened(self, article: Article | None) -> None:
        if article is None or article.id != self._worked_on:
            self.leave()
