"""Work spread over processes of its own: in order, stopped at once, and outliving a process that dies. Knows no work.

For work that threads would do badly: it holds the interpreter, takes much memory, or may end a process from inside.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import connection as pipes
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from editor.core.errors import Fault, UserError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Task = TypeVar("Task")
Answer = TypeVar("Answer")

_LOOK_SECONDS = 0.1
_PATIENCE_SECONDS = 5.0
_AHEAD = 2
_OWN_FAULT = 1  # how Python ends after an exception that nobody caught


class Died(Exception):  # noqa: N818 - what happened, not what was wrong
    """The process that worked on a task ended without an answer: it crashed, or the system took its memory back."""


@dataclass(frozen=True, slots=True)
class Crew(Generic[Task, Answer]):
    """How work is shared out. `work` is a module's own function; it, its tasks and its answers can be pickled.

    At most `processes` work at once, and the tasks under way weigh no more than `most` together, unless one alone does.
    Each process is given the work once; with `may_fork`, and where this process can be forked, it is not even pickled;
    this one is then one of them: a copy of all that it holds is saved. So the work must not be able to end it. With
    `has_crews` the work may have a crew itself.
    """

    work: Callable[[Task], Answer]
    processes: int
    weight: Callable[[Task], float] = lambda _: 0.0
    most: float = float("inf")
    may_fork: bool = False
    has_crews: bool = False

    @property
    def can_fork(self) -> bool:
        """Say whether this process can be forked: a fork of one with threads may hang (a window has some)."""
        return sys.platform == "linux" and self.may_fork and threading.active_count() == 1

    def each(self, tasks: Sequence[Task], check: Callable[[], None]) -> Iterator[Answer]:
        """Yield the answer to each of `tasks`, in their order; all processes are gone when this ends.

        `check` is called some times a second and may raise to stop everything. Raises the `UserError` or `Fault` that
        the work raised, and `Died` when a process ended in the middle of a task.
        """
        others = self.processes - self.can_fork
        at_work: list[_Worker] = []
        answers: dict[int, Any] = {}
        given = 0
        try:
            for wanted in range(len(tasks)):
                while wanted not in answers:
                    check()
                    given = self._hand_out(tasks, given, wanted, at_work, others)
                    if others < self.processes and given < len(tasks):
                        answers[given] = self.work(tasks[given])
                        given += 1
                        answers.update(_heard(at_work, 0.0))
                    else:
                        answers.update(_heard(at_work, _LOOK_SECONDS))
                yield answers.pop(wanted)
        finally:
            for worker in at_work:
                worker.end()

    def _hand_out(self, tasks: Sequence[Task], given: int, wanted: int, at_work: list[_Worker], others: int) -> int:
        """Give tasks to who is free, not far ahead of the one that is wanted; return how many are given.

        Where this process works too, others are given a second one: they would wait while it does its own.
        """
        each = 1 if others == self.processes else _AHEAD
        while given < len(tasks) and given <= wanted + each * self.processes:
            load = sum(self.weight(tasks[number]) for worker in at_work for number in worker.tasks)
            if any(worker.tasks for worker in at_work) and load + self.weight(tasks[given]) > self.most:
                break
            worker = min(at_work, key=lambda one: len(one.tasks), default=None)
            if len(at_work) < others and (worker is None or worker.tasks):
                worker = _Worker(self, [one.connection for one in at_work])
                at_work.append(worker)
            if worker is None or len(worker.tasks) >= each:
                break
            worker.give(given, tasks[given])
            given += 1
        return given


class _Worker:
    """One process. Lives as long as its crew's run."""

    def __init__(self, crew: Crew[Any, Any], others: Sequence[Connection]) -> None:
        # Spawned unless it is known to be safe: a fork of a process with threads may hang.
        how: Any = multiprocessing.get_context("fork" if crew.can_fork else "spawn")
        self.connection, theirs = how.Pipe()
        # A fork holds the asker's ends of all pipes: while it does, nobody hears that the asker has died.
        ends = [self.connection, *others] if crew.can_fork else []
        work = (theirs, crew.work, ends)
        self.process: BaseProcess = how.Process(target=_serve, args=work, daemon=not crew.has_crews)
        self.tasks: deque[int] = deque()
        try:
            self.process.start()
        finally:
            theirs.close()

    def give(self, number: int, task: object) -> None:
        """Have it work on `task`."""
        self.tasks.append(number)
        with contextlib.suppress(OSError):  # it died just now: that is heard in a moment
            self.connection.send(task)

    def end(self) -> None:
        """End it at once, whatever it is doing."""
        self.process.kill()
        self.process.join(_PATIENCE_SECONDS)
        self.process.close()
        self.connection.close()


def _heard(at_work: list[_Worker], seconds: float) -> Iterator[tuple[int, Any]]:
    """Wait for `seconds` at most and yield what came back; raise what a worker raised."""
    busy = [worker for worker in at_work if worker.tasks]
    ready = pipes.wait([worker.connection for worker in busy], seconds)
    for worker in (one for one in busy if one.connection in ready):
        try:
            is_done, answer = worker.connection.recv()
        except (EOFError, OSError) as error:
            worker.process.join(_PATIENCE_SECONDS)
            if worker.process.exitcode == _OWN_FAULT:
                raise RuntimeError("the work failed in its process; see its last words above") from error
            raise Died from error
        if not is_done:
            raise answer
        yield worker.tasks.popleft(), answer


def _serve(connection: Connection, work: Callable[[Task], Answer], ends: Sequence[Connection]) -> None:
    """Answer tasks until nobody asks any more: the main function of the processes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole group; who gave the tasks decides
    for end in ends:
        end.close()
    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer: tuple[bool, object] = (True, work(task))
        except (UserError, Fault) as error:
            answer = (False, error)
        try:
            connection.send(answer)
        except OSError:
            return
