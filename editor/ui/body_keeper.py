"""Has done in pauses what an export then finds done: what was saved is rendered, a bundle is kept ready."""

from __future__ import annotations

from collections.abc import Callable
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

# After so long a pause the bundle that is kept ready is brought up to date: seconds of another processor's time where
# there are thousands of articles.
READY_MS = 20_000
_RENDERED = frozenset({"body", "ai_ranges", "reactions", "corrections"})


class BodyKeeper(QObject):
    """Follows every change, whoever makes it. Made by the window, which calls `stop` before it closes."""

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject, timers: Timers | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._pause = Pause(self, timers)
        self._long_pause = Pause(self, timers)
        self._changed: set[str] = set()
        self._is_stale = False
        self._is_busy = False
        workspace.changed.connect(self._on_changed)

    def stop(self) -> None:
        """Begin nothing any more: what was not done is done by the export."""
        self._pause.stop()
        self._long_pause.stop()

    @Slot(object, object)
    def _on_changed(self, change: Change, _article: Article | None) -> None:
        if change.fields & _RENDERED:
            self._changed |= change.articles
        self._is_stale = True
        self._wait()

    def _wait(self) -> None:
        if self._is_busy:
            return
        if self._changed:
            self._pause.then(self._keep)
        if self._is_stale:
            self._long_pause.then(self._make_ready, READY_MS)

    def _keep(self) -> None:
        ids, self._changed = frozenset(self._changed), set()
        self._do(partial(_keep, self._workspace.desk, ids))

    def _make_ready(self) -> None:
        self._is_stale = False
        self._do(partial(_make_ready, self._workspace.desk))

    def _do(self, work: Callable[[JobContext], object]) -> None:
        self._is_busy = True
        self._jobs.submit(
            work, title=say("Rendering what was saved"), done=self._on_done, failed=self._on_failed, is_quiet=True
        )

    @Slot(object)
    def _on_done(self, _outcome: object) -> None:
        self._is_busy = False
        self._wait()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._on_done(None)
        if not isinstance(error, UserError | Fault):  # what stands in the way is of no account: the export does it
            self._jobs.unclaimed.emit(error)


def _keep(desk: Desk, ids: frozenset[str], context: JobContext) -> int:
    return desk.publishing.keeping.keep(ids, context)


def _make_ready(desk: Desk, context: JobContext) -> bool:
    return desk.publishing.keeping.make_ready(context)
