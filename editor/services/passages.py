"""Finding passages in many texts: words here, patterns in a process of their own, which can be stopped at any moment.

A regular expression may take longer than anybody lives, holds the interpreter all the while, and cannot be interrupted
from inside it. In a process it holds up nobody: when time is up, or the person stops it, the process ends.
"""

from __future__ import annotations

import multiprocessing
import threading
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.messages import say
from editor.domain.passages import Instead, Passage, Sought, passages

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from editor.core.jobs import JobContext

PATIENCE_SECONDS = 3.0
_STARTING_SECONDS = 60.0  # a busy machine may take its time to start a process; that is no fault of the pattern
_LISTENING_SECONDS = 0.05
_AFTER_STOP_SECONDS = 0.25  # most patterns are done by then, and a new process costs as much
_ENDED = say("The search ended before it was done.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the process: where something stands in each of the texts."""

    sought: Sought
    instead: Instead | None
    texts: tuple[str, ...]
    within: tuple[int, int] | None = None


class Finder:
    """Finds passages. Made by whoever searches, who closes it; `find` is called on one thread at a time."""

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        self._patience = patience
        self._guard = threading.Lock()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def find(
        self,
        sought: Sought,
        texts: Sequence[str],
        context: JobContext,
        instead: Instead | None = None,
        *,
        within: tuple[int, int] | None = None,
    ) -> list[list[Passage]]:
        """Return the passages in each of `texts`; `within` (start, end) narrows to a stretch of every one of them.

        Raises `UserError` when a pattern cannot be understood or takes longer than the finder's patience (seconds).
        """
        if not sought.is_pattern:
            found = []
            for text in texts:
                context.check()
                found.append(passages(sought, text, instead, within=within))
            return found
        if not sought.words:
            return [[] for _ in texts]
        return self._ask(Asked(sought, instead, tuple(texts), within), context)

    def close(self) -> None:
        """End the process; what is under way on another thread ends as if it were stopped."""
        with self._guard:
            process, self._process, self._connection = self._process, None, None
        if process is not None:
            process.kill()
            process.join()

    def __del__(self) -> None:
        """End the process with whoever held this and forgot to close it."""
        self.close()

    def _ask(self, asked: Asked, context: JobContext) -> list[list[Passage]]:
        try:
            connection = self._open(context)
            connection.send(asked)
            if not self._hears(connection, context, self._patience):
                self.close()
                raise takes_too_long()
            answer = connection.recv()
        except (EOFError, OSError) as error:
            if self._process is None:  # it was closed
                raise Cancelled from error
            self.close()
            raise Fault(_ENDED) from error
        if isinstance(answer, UserError):
            raise answer
        found: list[list[Passage]] = answer
        return found

    def _open(self, context: JobContext) -> Connection:
        """Return the line to the process, which is started and listens."""
        with self._guard:
            if self._connection is not None:
                return self._connection
            spawning = multiprocessing.get_context("spawn")
            connection, theirs = spawning.Pipe()
            process = spawning.Process(target=serve, args=(theirs,), name="makala-patterns", daemon=True)
            process.start()
            theirs.close()
            self._process, self._connection = process, connection
        if not self._hears(connection, context, _STARTING_SECONDS):
            raise EOFError
        connection.recv()
        return connection

    def _hears(self, connection: Connection, context: JobContext, patience: float) -> bool:
        """Wait for an answer and say whether there is one; raise `Cancelled` when stop was asked for."""
        until = time.monotonic() + patience
        while not connection.poll(_LISTENING_SECONDS):
            if context.stop.is_set():
                if not connection.poll(_AFTER_STOP_SECONDS):
                    self.close()
                else:
                    connection.recv()
                raise Cancelled
            if time.monotonic() > until:
                return False
        return True


def takes_too_long() -> UserError:
    """Return the refusal of a pattern that does not come to its end."""
    return UserError(
        say("This pattern takes too long."),
        say("Make it simpler: a repetition inside a repetition, as in (a+)+, can take for ever."),
    )


def serve(connection: Connection) -> None:
    """Answer what comes over `connection` until its other end is gone. The main function of the process."""
    warnings.simplefilter("ignore")  # of patterns that may mean something else one day
    try:
        connection.send(None)
        while True:
            connection.send(_answer(connection.recv()))
    except (EOFError, OSError):
        return


def _answer(asked: Asked) -> list[list[Passage]] | UserError:
    try:
        return [passages(asked.sought, text, asked.instead, within=asked.within) for text in asked.texts]
    except UserError as error:
        return error
