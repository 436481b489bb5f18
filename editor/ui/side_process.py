"""A process beside the window, for work that would hold the interpreter: asked and heard by messages. Knows no work."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_PATIENCE_SECONDS = 2.0

Serve = Callable[["Connection"], None]


@dataclass(frozen=True, slots=True)
class _Ended:
    """Stands for the answer that does not come any more."""

    connection: Connection


class SideProcess(QObject):
    """Made by whoever asks; the process starts at the first message and ends with `close`.

    `serve` is its main function, a module's own. `heard` carries each answer; `ended` says that it ended by itself; the
    next message then starts another.
    """

    heard = Signal(object)
    ended = Signal()

    # From the listening thread to this object; queued, so that no slot runs there.
    _arrived = Signal(object)

    def __init__(self, serve: Serve, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serve = serve
        self._name = name
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._listener: threading.Thread | None = None
        self._outbox: SimpleQueue[object] = SimpleQueue()
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def send(self, message: object) -> bool:
        """Hand `message` to the process, started now if it was not there; say whether it could be. Never waits for it.

        A message that it ended without reading has no answer but `ended`.
        """
        if self._connection is None:
            self._start()
        if self._connection is None:
            return False
        self._outbox.put(message)
        return True

    def is_running(self) -> bool:
        """Say whether the process is there."""
        return self._process is not None and self._process.is_alive()

    def close(self) -> None:
        """End the process and wait until it is gone."""
        process, self._process = self._process, None
        # The listener closes the connection: it is reading from it, and hears of the end when the process is gone.
        self._connection = None
        if process is not None:
            process.terminate()
            process.join(_PATIENCE_SECONDS)
            if process.is_alive():
                process.kill()
                process.join()
            process.close()
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.join(_PATIENCE_SECONDS)  # it speaks through this object, which may be about to go

    @Slot(object)
    def _on_arrived(self, arrived: object) -> None:
        if not isinstance(arrived, _Ended):
            if self._connection is not None:
                self.heard.emit(arrived)
        elif arrived.connection is self._connection:
            self.close()
            self.ended.emit()

    def _start(self) -> None:
        import multiprocessing  # late: a window that appears asks nothing yet

        # Spawned, not forked: a fork of a process with Qt's threads may hang, and Windows and macOS spawn anyway.
        spawning = multiprocessing.get_context("spawn")
        ours, theirs = spawning.Pipe()
        process = spawning.Process(target=self._serve, args=(theirs,), name=self._name, daemon=True)
        try:
            process.start()
        except OSError:
            ours.close()
            self.ended.emit()
            return
        finally:
            theirs.close()
        self._process, self._connection = process, ours
        self._outbox = SimpleQueue()
        speaker = threading.Thread(target=_speak, args=(ours, self._outbox), name=f"{self._name}-mouth", daemon=True)
        speaker.start()
        told = (ours, self._outbox, speaker)
        self._listener = threading.Thread(target=self._listen, args=told, name=f"{self._name}-ear", daemon=True)
        self._listener.start()

    def _listen(self, connection: Connection, outbox: SimpleQueue[object], speaker: threading.Thread) -> None:
        """Hand on what the process answers until it is gone; runs on a thread of its own."""
        while True:
            try:
                message: object = connection.recv()
            except (EOFError, OSError):
                message = _Ended(connection)
            with contextlib.suppress(RuntimeError):  # the asker went between the question and the answer
                if isValid(self):
                    self._arrived.emit(message)
            if isinstance(message, _Ended):
                outbox.put(message)
                speaker.join()  # it writes to the connection
                connection.close()
                return


def _speak(connection: Connection, outbox: SimpleQueue[object]) -> None:
    """Write what is to be said until the process is gone; runs on a thread of its own.

    A long article does not fit into the pipe: to write it takes until the process, which steps back behind everything
    else on the machine, reads the first of it. On the interface thread that held up keys for half a second.
    """
    while not isinstance(message := outbox.get(), _Ended):
        try:
            connection.send(message)
        except OSError:
            return  # the process just died: its listener says so
