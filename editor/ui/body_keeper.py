"""Has done in pauses what an export then finds done: what was saved is rendered, a bundle is kept ready."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.ui.pause import PAUSE_MS, Pause

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

Work = Callable[["JobContext"], object]


class Errand(QObject):
    """Work for a pause, without a word, whatever happens. Made by `BodyKeeper`; one job of it at a time."""

    def __init__(self, jobs: Jobs, milliseconds: int, timers: Timers | None, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._milliseconds = milliseconds
        self._pause = Pause(self, timers)
        self._next: Callable[[], Work] | None = None
        self._is_busy = False

    def wait(self, work: Callable[[], Work]) -> None:
        """Do what `work` returns in the next pause; it is asked just then."""
        self._next = work
        if not self._is_busy:
            self._pause.then(self._do, self._milliseconds)

    def stop(self) -> None:
        """Begin nothing any more."""
        self._next = None
        self._pause.stop()

    def _do(self) -> None:
        if self._next is not None:
            work, self._next, self._is_busy = self._next, None, True
            title = say("Rendering what was saved")
            self._jobs.submit(work(), title=title, done=self._on_done, failed=self._on_failed, is_quiet=True)

    @Slot(object)
    def _on_done(self, _outcome: object) -> None:
        self._is_busy = False
        if self._next is not None:
            self.wait(self._next)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._on_done(None)
        if not isinstance(error, UserError | Fault):  # what stands in the way is of no account: the export does it
            self._jobs.unclaimed.emit(error)


class BodyKeeper(QObject):
    """Follows every change, whoever makes it. Made by the window, which calls `stop` before it closes."""

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject, timers: Timers | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._rendering = Errand(jobs, PAUSE_MS, timers, self)
        self._readying = Errand(jobs, READY_MS, timers, self)
        self._changed: set[str] = set()
        workspace.changed.connect(self._on_changed)

    def stop(self) -> None:
        """Begin nothing any more: what was not done is done by the export."""
        self._rendering.stop()
        self._readying.stop()

    @Slot(object, object)
    def _on_changed(self, change: Change, _article: Article | None) -> None:
        if change.fields & _RENDERED:
            self._changed |= change.articles
            self._rendering.wait(self._keeping)
        self._readying.wait(self._making_ready)

    def _keeping(self) -> Work:
        ids, self._changed = frozenset(self._changed), set()
        return partial(_keep, self._workspace.desk, ids)

    def _making_ready(self) -> Work:
        return partial(_make_ready, self._workspace.desk)


def _keep(desk: Desk, ids: frozenset[str], context: JobContext) -> int:
    return desk.publishing.keeping.keep(ids, context)


def _make_ready(desk: Desk, context: JobContext) -> bool:
    return desk.publishing.keeping.make_ready(context)
