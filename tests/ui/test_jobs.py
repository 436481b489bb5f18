"""Work on threads: what comes back, on which thread, and what never does."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThread, QThreadPool
from pytestqt.qtbot import QtBot

from editor.core.errors import Cancelled, UserError
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.ui.jobs import Job, Jobs, Latest

TITLE = say("Working")


class Ear(QObject):
    """Hears what jobs call back."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []
        self.errors: list[Exception] = []
        self.fractions: list[float] = []
        self.threads: set[object] = set()

    def take(self, value: object) -> None:
        self.threads.add(QThread.currentThread())
        self.values.append(value)

    def fail(self, error: Exception) -> None:
        self.threads.add(QThread.currentThread())
        self.errors.append(error)

    def follow(self, fraction: float, _message: Message) -> None:
        self.threads.add(QThread.currentThread())
        self.fractions.append(fraction)


@pytest.fixture
def jobs() -> Jobs:
    return Jobs()


def test_the_outcome_arrives_on_the_interface_thread(qtbot: QtBot, jobs: Jobs) -> None:
    ear, own = Ear(), threading.get_ident()
    jobs.submit(lambda _context: threading.get_ident(), title=TITLE, done=ear.take)
    qtbot.waitUntil(lambda: bool(ear.values))
    assert ear.values[0] != own
    assert ear.threads == {QThread.currentThread()}
    assert jobs.is_idle()


def test_what_nobody_waits_for_is_done_after_the_outcome_left(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[str] = []
    is_told = threading.Event()

    def work(context: JobContext) -> str:
        context.afterwards(lambda: order.append("later") if is_told.wait(20) else None)
        return "done"

    ear = Ear()
    jobs.submit(work, title=TITLE, done=ear.take)
    qtbot.waitUntil(lambda: bool(ear.values))
    order.append("told")
    is_told.set()
    jobs.wait()
    assert order == ["told", "later"]


def test_progress_arrives_in_order_and_on_the_interface_thread(qtbot: QtBot, jobs: Jobs) -> None:
    def work(context: JobContext) -> str:
        context.report(0.0, say("begun"))
        context.report(1.0, say("ended"))
        return "done"

    ear = Ear()
    jobs.submit(work, title=TITLE, done=ear.take, progress=ear.follow)
    qtbot.waitUntil(lambda: bool(ear.values))
    assert ear.fractions == [0.0, 1.0]
    assert ear.threads == {QThread.currentThread()}


def test_an_error_of_work_that_ends_at_once_is_not_lost(qtbot: QtBot, jobs: Jobs) -> None:
    def work(_context: JobContext) -> None:
        raise UserError(say("no"))

    ears = [Ear() for _ in range(20)]
    for ear in ears:
        jobs.submit(work, title=TITLE, done=ear.take, failed=ear.fail)
    qtbot.waitUntil(lambda: all(ear.errors for ear in ears))
    assert not any(ear.values for ear in ears)


def test_an_error_that_nobody_takes_is_unclaimed(qtbot: QtBot, jobs: Jobs) -> None:
    def work(_context: JobContext) -> None:
        raise ValueError("bug")

    with qtbot.waitSignal(jobs.unclaimed) as caught:
        jobs.submit(work, title=TITLE, done=Ear().take)
    assert str(caught.args[0]) == "bug"


def test_cancelled_work_is_silent_whatever_it_ends_with(qtbot: QtBot, jobs: Jobs) -> None:
    started, go = threading.Event(), threading.Event()

    def work(context: JobContext) -> str:
        started.set()
        go.wait(5)
        context.check()
        return "too late"

    ear = Ear()
    job = jobs.submit(work, title=TITLE, done=ear.take, failed=ear.fail)
    assert started.wait(5)
    job.cancel()
    go.set()
    qtbot.waitUntil(jobs.is_idle)
    assert ear.values == []
    assert ear.errors == []


def test_cancelled_raised_by_the_work_itself_is_silent(qtbot: QtBot, jobs: Jobs) -> None:
    def work(_context: JobContext) -> None:
        raise Cancelled

    ear = Ear()
    jobs.submit(work, title=TITLE, done=ear.take, failed=ear.fail)
    qtbot.waitUntil(jobs.is_idle)
    assert ear.errors == []


def test_a_listener_that_is_gone_is_not_called(qtbot: QtBot, jobs: Jobs) -> None:
    import shiboken6

    ear = Ear()
    take = ear.take
    jobs.submit(lambda _context: 1, title=TITLE, done=take)
    shiboken6.delete(ear)
    qtbot.waitUntil(jobs.is_idle)
    assert ear.values == []


def test_only_methods_of_qobjects_may_be_called_back(jobs: Jobs) -> None:
    with pytest.raises(TypeError, match="bound method"):
        jobs.submit(lambda _context: 1, title=TITLE, done=print)


def test_stop_all_waits_and_delivers_nothing(qtbot: QtBot, jobs: Jobs) -> None:
    ended = threading.Event()

    def work(context: JobContext) -> None:
        while not context.stop.wait(0.01):
            pass
        ended.set()

    ear = Ear()
    jobs.submit(work, title=TITLE, done=ear.take)
    qtbot.wait(20)
    jobs.stop_all()
    assert ended.is_set()
    assert jobs.is_idle()
    qtbot.wait(20)
    assert ear.values == []


def test_in_a_lane_only_the_newest_is_delivered(qtbot: QtBot, jobs: Jobs) -> None:
    ear, go = Ear(), threading.Event()
    lane = Latest(jobs)
    started: list[Job[object]] = []
    jobs.started.connect(started.append)

    def work(number: int) -> object:
        def run(_context: JobContext) -> int:
            go.wait(5)
            return number

        return run

    for number in range(5):
        lane.submit(work(number), title=TITLE, done=ear.take)  # type: ignore[arg-type]
    go.set()
    qtbot.waitUntil(lambda: bool(ear.values))
    qtbot.waitUntil(jobs.is_idle)
    assert ear.values == [4]
    assert len(started) == 2  # the first and the newest: those between never reached a thread
    assert all(job.is_quiet for job in started)


def test_a_cancelled_lane_delivers_nothing_and_can_be_used_again(qtbot: QtBot, jobs: Jobs) -> None:
    ear = Ear()
    lane = Latest(jobs)
    lane.submit(lambda _context: 1, title=TITLE, done=ear.take)
    lane.cancel()
    qtbot.waitUntil(jobs.is_idle)
    assert ear.values == []
    lane.submit(lambda _context: 2, title=TITLE, done=ear.take)
    qtbot.waitUntil(lambda: ear.values == [2])


def test_work_that_ends_when_the_window_is_gone_speaks_to_nobody(
    qtbot: QtBot, jobs: Jobs, capfd: pytest.CaptureFixture[str]
) -> None:
    import shiboken6

    started, go = threading.Event(), threading.Event()

    def work(context: JobContext) -> None:
        started.set()
        go.wait(5)
        context.report(1.0, say("late"))

    ear = Ear()
    jobs.submit(work, title=TITLE, done=ear.take, progress=ear.follow)
    assert started.wait(5)
    (pool,) = jobs.findChildren(QThreadPool)
    pool.setParent(None)  # else whoever deletes the window's jobs waits for the work, and it for the interpreter
    shiboken6.delete(jobs)
    go.set()
    assert pool.waitForDone(5000)
    qtbot.wait(1)
    assert (ear.values, ear.fractions, capfd.readouterr().err) == ([], [], "")
