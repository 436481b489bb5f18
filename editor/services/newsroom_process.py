"""A process with the newsroom open beside the window: what reads or writes thousands of articles happens there.

On a thread it would keep the interpreter from the keys. One conversation at a time; what is under way can be stopped at
any moment, for a stopped or dying process leaves the newsroom as it was: SQLite takes back what was not committed.
"""

from __future__ import annotations

import contextlib
import threading
import time
import warnings
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.messages import Message, say

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from editor.core.jobs import JobContext
    from editor.storage.database import Database

_STARTING_SECONDS = 60.0  # a busy machine may take its time to start a process
_LISTENING_SECONDS = 0.05
_AFTER_STOP_SECONDS = 0.25  # most work notices by then, and a new process costs as much
_FOLDED_AT_ONCE = 8
_ENDED = say("The work beside the window ended before it was done.")


class Sign(Enum):
    """What is said besides questions and answers."""

    READY = "ready"
    GO = "go"
    STOP = "stop"
    OVER = "over"


class Question(Protocol):
    """What is asked of the process: a value of a module that it can import too.

    One that leaves work for when nobody asks has a method `spare(database) -> bool` besides, which does a little of it
    and says whether there is more.
    """

    def answer(self, database: Database, person: str, connection: Connection) -> None:
        """Send answers over `connection` until all is said; end early when `Sign.STOP` comes."""


class Conversation:
    """One question and its answers, on the asking thread."""

    def __init__(self, connection: Connection, context: JobContext) -> None:
        self._connection = connection
        self._context = context
        self.is_over = False

    def tell(self, message: object) -> None:
        """Send one message more."""
        self._connection.send(message)

    def hear(self, patience: float | None = None) -> object:
        """Return the next answer, `Sign.OVER` at the end; raises what the process raised, and `Cancelled`.

        Raises `TimeoutError` when nothing comes within `patience` seconds, if it is not None.
        """
        until = None if patience is None else time.monotonic() + patience
        self._context.check()  # answers may come so fast that nobody ever waits for one
        while not self._connection.poll(_LISTENING_SECONDS):
            self._context.check()
            if until is not None and time.monotonic() > until:
                raise TimeoutError
        return self._heard()

    def hear_out(self) -> object:
        """Return the next answer however long it takes: what is being written is not stopped any more."""
        return self._heard()

    def stop(self) -> None:
        """Ask for the end and give it a moment to come."""
        self._connection.send(Sign.STOP)
        until = time.monotonic() + _AFTER_STOP_SECONDS
        while not self.is_over and self._connection.poll(max(0.0, until - time.monotonic())):
            with contextlib.suppress(UserError, Fault):
                self._heard()

    def _heard(self) -> object:
        answer: object = self._connection.recv()
        self.is_over = answer is Sign.OVER or isinstance(answer, UserError | Fault)
        if isinstance(answer, UserError | Fault):
            raise answer
        return answer


class NewsroomProcess:
    """Made by the composition root; the process starts at the first question, or before by `warm`.

    With `read_only`, which says why, it only reads: another window may be writing there.
    """

    def __init__(self, folder: Path, person: str, *, read_only: Message | None = None) -> None:
        self._folder = folder
        self._person = person
        self._read_only = read_only
        self._talking = threading.Lock()
        self._guard = threading.Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._is_ready = False
        self._is_closed = False

    def warm(self) -> None:
        """Start the process, so that the first question need not wait for it."""
        self._line()

    @contextlib.contextmanager
    def asked(self, question: Question, context: JobContext) -> Iterator[Conversation]:
        """Ask, and yield the conversation; left before its end it is stopped, by the process's end if need be."""
        while not self._talking.acquire(timeout=_LISTENING_SECONDS):
            context.check()
        try:
            conversation = Conversation(self._ready_line(context), context)
            try:
                conversation.tell(question)
                yield conversation
            except BaseException:
                if not conversation.is_over:
                    with contextlib.suppress(EOFError, OSError):
                        conversation.stop()
                raise
            finally:
                if not conversation.is_over:
                    self._end()
        except TimeoutError:
            raise
        except (EOFError, OSError) as error:
            self._end()
            if self._is_closed:
                raise Cancelled from error
            raise Fault(_ENDED) from error
        finally:
            self._talking.release()

    def close(self) -> None:
        """End the process for good; what is under way on another thread ends as if it were stopped."""
        self._is_closed = True
        self._end()

    def _end(self) -> None:
        with self._guard:
            process, self._process, self._connection, self._is_ready = self._process, None, None, False
        if process is not None:
            process.kill()
            process.join()

    def _line(self) -> Connection:
        import multiprocessing

        with self._guard:
            if self._is_closed:
                raise Cancelled
            if self._connection is None:
                spawning = multiprocessing.get_context("spawn")
                self._connection, theirs = spawning.Pipe()
                self._process = spawning.Process(
                    target=serve,
                    args=(theirs, self._folder, self._person, self._read_only),
                    name="makala-newsroom",
                    daemon=True,
                )
                self._process.start()
                theirs.close()
            return self._connection

    def _ready_line(self, context: JobContext) -> Connection:
        connection = self._line()
        if not self._is_ready:
            until = time.monotonic() + _STARTING_SECONDS
            while not connection.poll(_LISTENING_SECONDS):
                context.check()
                if time.monotonic() > until:
                    raise EOFError
            connection.recv()
            self._is_ready = True
        return connection


def serve(connection: Connection, folder: Path, person: str, read_only: Message | None = None) -> None:
    """Answer what is asked over `connection` until its other end is gone. The main function of the process."""
    from editor.storage.database import Database

    warnings.simplefilter("ignore")  # of patterns that may mean something else one day
    database = Database(folder, read_only=read_only)
    spare: Callable[[Database], bool] = _nothing_more
    try:
        connection.send(Sign.READY)
        while True:
            while not connection.poll(0) and (catch_up(database) or spare(database)):
                time.sleep(_LISTENING_SECONDS)  # others write, and work, too
            question = connection.recv()
            spare = getattr(question, "spare", spare)
            _answer(question, database, person, connection)
    except (EOFError, OSError):
        return
    finally:
        database.close()


def is_stopped(connection: Connection) -> bool:
    """Say whether the asker wants no more; taken note of once."""
    return connection.poll(0) and connection.recv() is Sign.STOP


def catch_up(database: Database) -> bool:
    """Bring the search index up to a few of the articles that wait for it; say whether there are more."""
    from editor.storage import search, search_index
    from editor.storage.database import IndexSpoiltError

    if database.read_only:
        return False
    try:
        with database.reading() as connection:
            if not search_index.answers(connection):
                make_index_anew(database)
            if search.waiting(connection) <= search.MAY_WAIT:
                return False
        with database.writing() as transaction:
            transaction.fold_due(_FOLDED_AT_ONCE)
    except IndexSpoiltError:
        make_index_anew(database)
    except Fault:
        return False  # another time
    return True


def make_index_anew(database: Database) -> None:
    """Throw the search index away and let all articles wait for a new one."""
    with database.writing() as transaction:
        transaction.make_index_anew()


class MakeIndexAnew:
    """Asks the process for a new search index; the articles come into it after the answer, a few at a time."""

    def answer(self, database: Database, person: str, connection: Connection) -> None:  # noqa: ARG002 - the protocol's
        """Throw the old one away."""
        make_index_anew(database)


def _answer(question: object, database: Database, person: str, connection: Connection) -> None:
    if isinstance(question, Sign):
        return  # a stop that came after the end
    answer: Callable[[Database, str, Connection], None] = question.answer  # type: ignore[attr-defined]
    try:
        answer(database, person, connection)
    except (UserError, Fault) as error:
        connection.send(error)
    else:
        connection.send(Sign.OVER)


def _nothing_more(_: Database) -> bool:
    return False
