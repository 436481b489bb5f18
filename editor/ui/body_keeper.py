"""Has what was saved rendered in a pause, so that the next export finds it made; without a word, whatever happens."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.ui.pause import Pause

if TYPE_CHECKING:
    from editor.bootstrap import Desk
    from editor.core.jobs import JobContext
    from editor.domain.article import Article
    from editor.domain.edits import Change
    from editor.ui.jobs import Jobs
    from editor.ui.widgets.typing_pace import Timers
    from editor.ui.workspace import Workspace

_RENDERED = frozenset({"body", "ai_ranges", "reactions", "corrections"})


class BodyKeeper(QObject):
    """Follows every change, whoever makes it. Made by the window, which calls `stop` before it closes."""

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject, timers: Timers | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._pause = Pause(self, timers)
        self._changed: set[str] = set()
        self._is_busy = False
        workspace.changed.connect(self._on_changed)

    def stop(self) -> None:
        """Begin nothing any more: what was not rendered is rendered by the export."""
        self._pause.stop()

    @Slot(object, object)
    def _on_changed(self, change: Change, _article: Article | None) -> None:
        if change.fields & _RENDERED:
            self._changed |= change.articles
            self._wait()

    def _wait(self) -> None:
        if self._changed and not self._is_busy:
            self._pause.then(self._keep)

    def _keep(self) -> None:
        ids, self._changed = frozenset(self._changed), set()
        self._is_busy = True
        self._jobs.submit(
            partial(_keep, self._workspace.desk, ids),
            title=say("Rendering what was saved"),
            done=self._on_done,
            failed=self._on_failed,
            is_quiet=True,
        )

    @Slot(object)
    def _on_done(self, _count: int) -> None:
        self._is_busy = False
        self._wait()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._on_done(0)
        if not isinstance(error, UserError | Fault):  # what stands in the way is of no account: the export renders it
            self._jobs.unclaimed.emit(error)


def _keep(desk: Desk, ids: frozenset[str], context: JobContext) -> int:
    return desk.publishing.keeping.keep(ids, context)
