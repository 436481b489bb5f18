"""The window's end of the process that renders pages: asks, hears, and ends it. Nothing here renders."""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
from multiprocessing.connection import Connection

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from editor.core.errors import Fault
from editor.core.files import os_cause
from editor.core.messages import say
from editor.domain.article import Article
from editor.ui.page_worker import Opener, PageMade, PageWanted, ResourceMade, ResourceWanted, serve

_PATIENCE_SECONDS = 2.0


class PageRenderer(QObject):
    """Renders pages in a process of its own, one at a time, the newest wish first. Made by the preview panel.

    The process starts at the first wish and ends with `close`. Signals: `page_made` carries a `PageMade`,
    `resource_made` a `ResourceMade`, `stopped` a `Fault` when the process ended by itself; a new wish starts another.
    """

    page_made = Signal(object)
    resource_made = Signal(object)
    stopped = Signal(object)

    # From the listening thread to this object; queued, so that no slot runs there.
    _heard = Signal(object)

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener = opener
        self._number = 0
        self._process: multiprocessing.process.BaseProcess | None = None
        self._connection: Connection | None = None
        self._listener: threading.Thread | None = None
        self._asked = 0
        self._waiting: PageWanted | None = None
        self._heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    def render(self, article: Article, locale: str, *, is_dark: bool) -> int:
        """Ask for a page and return the wish's number; a wish that still waits is dropped for this one."""
        self._number += 1
        self._waiting = PageWanted(self._number, article, locale, is_dark)
        self._send_waiting()
        return self._number

    def fetch(self, path: str) -> int:
        """Ask for a file of the bundle and return the wish's number; it is answered even where there is none."""
        self._number += 1
        if not self._send(ResourceWanted(self._number, path)):
            self._heard.emit(ResourceMade(self._number))
        return self._number

    def is_running(self) -> bool:
        """Say whether the process is there."""
        return self._process is not None and self._process.is_alive()

    def close(self) -> None:
        """End the process and wait until it is gone."""
        process, self._process = self._process, None
        # The listener closes the connection: it is reading from it, and hears of the end when the process is gone.
        self._connection = None
        self._asked, self._waiting = 0, None
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
    def _on_heard(self, made: PageMade | ResourceMade | Connection) -> None:
        if isinstance(made, ResourceMade):
            self.resource_made.emit(made)
        elif isinstance(made, PageMade):
            self._asked = 0
            self._send_waiting()
            self.page_made.emit(made)
        elif made is self._connection:
            self.close()
            self.stopped.emit(
                Fault(
                    say("The preview stopped by itself. Your words are safe."),
                    say("Try again; if it stops again, the rest of Makala works without it."),
                )
            )

    def _send_waiting(self) -> None:
        if self._waiting is None or self._asked:
            return
        waiting, self._waiting = self._waiting, None
        if self._send(waiting):
            self._asked = waiting.number

    def _send(self, wanted: PageWanted | ResourceWanted) -> bool:
        if self._connection is None:
            self._start()
        if self._connection is None:
            return False
        try:
            self._connection.send(wanted)
        except OSError:
            return False  # the process just died: its listener says so
        return True

    def _start(self) -> None:
        # Spawned, not forked: a fork of a process with Qt's threads may hang, and Windows and macOS spawn anyway.
        spawning = multiprocessing.get_context("spawn")
        ours, theirs = spawning.Pipe()
        process = spawning.Process(target=serve, args=(theirs, self._opener), name="makala-preview", daemon=True)
        try:
            process.start()
        except OSError as error:
            ours.close()
            self.stopped.emit(Fault(say("The preview could not start. Your words are safe."), os_cause(error)))
            return
        finally:
            theirs.close()
        self._process, self._connection = process, ours
        self._listener = threading.Thread(
            target=self._listen, args=(ours,), name="makala-preview-listener", daemon=True
        )
        self._listener.start()

    def _listen(self, connection: Connection) -> None:
        """Hand on what the process answers until it is gone; runs on a thread of its own."""
        while True:
            try:
                made: PageMade | ResourceMade | None = connection.recv()
            except (EOFError, OSError):
                made = None
            with contextlib.suppress(RuntimeError):  # the panel went between the question and the answer
                if isValid(self):
                    self._heard.emit(made or connection)
            if made is None:
                connection.close()
                return
