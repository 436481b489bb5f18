"""Runs long work on other threads and hands its outcome back on the interface thread. Knows nothing of what it runs."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot
from shiboken6 import isValid

from editor.core.errors import Cancelled
from editor.core.jobs import JobContext
from editor.core.messages import Message

T = TypeVar("T")
Work = Callable[[JobContext], T]
Progress = Callable[[float, Message], None]

_THREADS = 4

log = logging.getLogger(__name__)


@dataclass(eq=False)
class Job(Generic[T]):
    """One piece of work under way. Made by `Jobs.submit`; touched on the interface thread, its `context` by the worker.

    A quiet job is not shown in the status bar.
    """

    title: Message
    context: JobContext
    done: Callable[[T], None]
    failed: Callable[[Exception], None] | None
    progress: Progress | None
    is_quiet: bool = False

    def cancel(self) -> None:
        """Ask the work to stop; from now on nothing of it is delivered."""
        self.context.cancel()

    @property
    def is_cancelled(self) -> bool:
        """Say whether stop was asked for."""
        return self.context.stop.is_set()


@dataclass(frozen=True, slots=True)
class _Outcome:
    job: Job[Any]
    value: object = None
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class JobReport:
    """How far a job is: `fraction` from 0 to 1, and what it is doing."""

    job: Job[Any]
    fraction: float
    message: Message


class Wire(QObject):
    """From workers to a window's `Jobs`, queued, so that no slot runs on a worker. Made by `Jobs`, held by each worker.

    It lives as long as the last of them: whoever ends after the window is gone speaks to nobody, and nothing happens.
    """

    reported = Signal(object)
    ended = Signal(object)


class Jobs(QObject):
    """The window's job runner; made once by the window, on the interface thread.

    `started` and `finished` carry the `Job`, `progressed` a `JobReport`, `unclaimed` an exception that nobody took.
    """

    started = Signal(object)
    progressed = Signal(object)
    finished = Signal(object)
    unclaimed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(_THREADS)
        self._running: set[Job[Any]] = set()
        self._wire = Wire()
        self._wire.reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._wire.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        work: Work[T],
        *,
        title: Message,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        progress: Progress | None = None,
        is_quiet: bool = False,
    ) -> Job[T]:
        """Start `work` on another thread and return its job.

        `done`, `failed` and `progress` are bound methods of QObjects and are called on the interface thread, never
        after their object is gone nor after `cancel`. Without `failed`, an error goes to `unclaimed`.
        """
        for slot in (done, failed, progress):
            if slot is not None and not isinstance(getattr(slot, "__self__", None), QObject):
                raise TypeError("what a job calls back must be a bound method of a QObject")
        job = Job(title, JobContext(later=[]), done, failed, progress, is_quiet)
        job.context.on_progress = _Reporter(self._wire, job)
        self._running.add(job)
        self.started.emit(job)
        self._pool.start(_Runner(self._wire, job, work))
        return job

    def is_idle(self) -> bool:
        """Say whether nothing is under way."""
        return not self._running

    def stop_all(self) -> None:
        """Cancel everything and wait until the last thread is through; nothing is delivered any more."""
        for job in self._running:
            job.cancel()
        self.wait()

    def wait(self) -> None:
        """Wait until the last thread is through, and forget what it came to."""
        self._pool.waitForDone()
        self._running.clear()

    @Slot(object)
    def _on_reported(self, report: JobReport) -> None:
        if report.job.is_cancelled or report.job not in self._running:
            return
        self.progressed.emit(report)
        if report.job.progress is not None and _is_alive(report.job.progress):
            report.job.progress(report.fraction, report.message)

    @Slot(object)
    def _on_ended(self, outcome: _Outcome) -> None:
        job = outcome.job
        if job not in self._running:
            return
        self._running.discard(job)
        self.finished.emit(job)
        if job.is_cancelled or isinstance(outcome.error, Cancelled):
            return
        if outcome.error is None:
            if _is_alive(job.done):
                job.done(outcome.value)
        elif job.failed is None:
            self.unclaimed.emit(outcome.error)
        elif _is_alive(job.failed):
            job.failed(outcome.error)


class Latest(QObject):
    """A lane of quiet work in which the newest submission wins: an older one is cancelled and never delivered.

    At most one piece of the lane is on a thread; the newest waits for it to notice that it is cancelled.
    """

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._current: Job[Any] | None = None
        self._waiting: Callable[[], Job[Any]] | None = None
        jobs.finished.connect(self._on_finished)

    def submit(
        self,
        work: Work[T],
        *,
        title: Message,
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        progress: Progress | None = None,
    ) -> None:
        """Run `work` as soon as the lane is free, in place of whatever the lane was asked before."""

        def start() -> Job[Any]:
            return self._jobs.submit(work, title=title, done=done, failed=failed, progress=progress, is_quiet=True)

        if self._current is None:
            self._current = start()
        else:
            self._current.cancel()
            self._waiting = start

    def cancel(self) -> None:
        """Forget what was asked and what is under way."""
        self._waiting = None
        if self._current is not None:
            self._current.cancel()

    @Slot(object)
    def _on_finished(self, job: Job[Any]) -> None:
        if job is not self._current:
            return
        waiting, self._waiting = self._waiting, None
        self._current = waiting() if waiting is not None else None


@dataclass(frozen=True, slots=True)
class _Reporter:
    wire: Wire
    job: Job[Any]

    def __call__(self, fraction: float, message: Message) -> None:
        self.wire.reported.emit(JobReport(self.job, fraction, message))


@dataclass(frozen=True, slots=True)
class _Runner:
    wire: Wire
    job: Job[Any]
    work: Work[Any]

    def __call__(self) -> None:
        value: object = None
        error: Exception | None = None
        try:
            self.job.context.check()
            value = self.work(self.job.context)
        except Exception as raised:  # noqa: BLE001 - the job runner: whatever it is goes to the interface thread
            error = raised
        self.wire.ended.emit(_Outcome(self.job, value, error))
        for work in self.job.context.later or ():
            work()


def _is_alive(slot: Callable[..., None]) -> bool:
    owner = getattr(slot, "__self__", None)
    return owner is not None and isValid(owner)
