"""Writes words in many articles beside the window, and lets the window's own saves wait for the moment that takes."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.messages import Message, say
from editor.domain.edits import Several
from editor.services.replacing import Replaced

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.edits import EditArticle
    from editor.ui.jobs import Job, Jobs
    from editor.ui.workspace import Workspace

Write = Callable[["JobContext", Callable[[], object]], Replaced]
"""Makes ready, calls its second argument once, and writes; on a thread."""

_SETTLING_SECONDS = 10.0


class LongWriting(QObject):
    """One such work at a time; made by whoever asks for it.

    `progressed` carries a fraction and a `Message`; `ended` what was `Replaced`, or None and what stood in the way
    (None too where it was stopped).
    """

    progressed = Signal(float, object)
    ended = Signal(object, object)

    # From the worker to this object; queued, so that no slot runs there.
    _about_to_write = Signal(object)
    _came = Signal(object, object)

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._jobs = jobs
        self._job: Job[None] | None = None
        self._is_writing = False
        self._about_to_write.connect(self._on_about_to_write, Qt.ConnectionType.QueuedConnection)
        self._came.connect(self._on_came, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Say whether something is made ready or written."""
        return self._job is not None

    def start(self, write: Write, title: Message) -> None:
        """Begin; what is typed until then is saved first."""
        self._workspace.settle()

        def work(context: JobContext) -> None:
            try:
                replaced = write(context, self._wait_for_the_window)
            except (UserError, Fault, Cancelled) as error:
                self._came.emit(None, None if isinstance(error, Cancelled) else error)
            else:
                self._came.emit(replaced, None)

        self._job = self._jobs.submit(
            work, title=title, done=self._on_done, failed=self._on_bug, progress=self._on_progress, is_quiet=True
        )

    def stop(self) -> None:
        """Change nothing after all, unless it is being written this very moment."""
        if self._job is not None and not self._is_writing:
            self._job.cancel()

    def _wait_for_the_window(self) -> None:
        """Have the window save what is typed and hold back what comes; on the worker's thread."""
        is_settled = threading.Event()
        self._about_to_write.emit(is_settled)
        is_settled.wait(_SETTLING_SECONDS)

    @Slot(object)
    def _on_about_to_write(self, is_settled: threading.Event) -> None:
        if self._job is not None and not self._job.is_cancelled:
            self._is_writing = True
            self._workspace.hold(is_held=True)
        is_settled.set()

    @Slot(object, object)
    def _on_came(self, replaced: Replaced | None, error: Exception | None) -> None:
        self._end(replaced, error)

    @Slot(float, object)
    def _on_progress(self, fraction: float, message: Message) -> None:
        self.progressed.emit(fraction, message)

    @Slot(object)
    def _on_done(self, _nothing: None) -> None:
        """Leave it to `_on_came`, which comes though the job was stopped."""

    @Slot(object)
    def _on_bug(self, error: Exception) -> None:
        self._end(None, None)
        raise error

    def _end(self, replaced: Replaced | None, error: Exception | None) -> None:
        self._job = None
        self.ended.emit(replaced, error)
        if self._is_writing:  # only now: what is typed meets what was written, and is told of it
            self._is_writing = False
            self._workspace.hold(is_held=False)


class LongSteps(LongWriting):
    """Takes back, and makes again, what was replaced in many articles. Made by the window."""

    def __init__(self, workspace: Workspace, jobs: Jobs, parent: QObject) -> None:
        super().__init__(workspace, jobs, parent)
        self._edit: Several | None = None
        self._is_undo = False
        workspace.long_step.connect(self._on_step)
        self.progressed.connect(self._on_far)
        self.ended.connect(self._on_end)

    @Slot(object, bool)
    def _on_step(self, edit: Several, is_undo: bool) -> None:  # noqa: FBT001 - a slot
        if self.is_running:
            return
        self._edit, self._is_undo = edit, is_undo
        edits: tuple[EditArticle, ...] = edit.edits  # type: ignore[assignment]
        replacing = self._workspace.desk.replacing
        self.start(
            lambda context, wait: replacing.rewrite(edits, context, wait),
            say("Taking back: {what}", what=edit.label) if is_undo else say("Again: {what}", what=edit.label),
        )

    @Slot(float, object)
    def _on_far(self, _fraction: float, message: Message) -> None:
        self._workspace.done.emit(message)

    @Slot(object, object)
    def _on_end(self, replaced: Replaced | None, error: Exception | None) -> None:
        edit, self._edit = self._edit, None
        if edit is None:
            return
        if error is not None:
            self._workspace.refused.emit(error)
        elif replaced is not None:
            self._workspace.stepped(edit, replaced, is_undo=self._is_undo)
