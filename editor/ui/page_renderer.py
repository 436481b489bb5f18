"""The window's end of the process that renders pages: asks, hears, and ends it. Nothing here renders."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article
from editor.ui.page_worker import Opener, PageMade, PageWanted, ResourceMade, ResourceWanted, serve
from editor.ui.side_process import SideProcess


class PageRenderer(QObject):
    """Renders pages in a process of its own, one at a time, the newest wish first. Made by the preview panel.

    The process starts at the first wish and ends with `close`. Signals: `page_made` carries a `PageMade`,
    `resource_made` a `ResourceMade`, `stopped` a `Fault` when the process ended by itself; a new wish starts another.
    """

    page_made = Signal(object)
    resource_made = Signal(object)
    stopped = Signal(object)

    # What has no answer is answered a moment later all the same.
    _missing = Signal(object)

    def __init__(self, opener: Opener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._asked = 0
        self._waiting: PageWanted | None = None
        self._fetched: set[int] = set()
        self._process = SideProcess(partial(serve, opener=opener), "makala-preview", self)
        self._process.heard.connect(self._on_heard)
        self._process.ended.connect(self._on_ended)
        self._missing.connect(self.resource_made, Qt.ConnectionType.QueuedConnection)

    def render(self, article: Article, locale: str, *, is_dark: bool) -> int:
        """Ask for a page and return the wish's number; a wish that still waits is dropped for this one."""
        self._number += 1
        self._waiting = PageWanted(self._number, article, locale, is_dark)
        self._send_waiting()
        return self._number

    def fetch(self, path: str) -> int:
        """Ask for a file of the bundle and return the wish's number.

        It is answered where there is none too, and when the process ends by itself; not after `close`.
        """
        self._number += 1
        if self._process.send(ResourceWanted(self._number, path)):
            self._fetched.add(self._number)
        else:
            self._missing.emit(ResourceMade(self._number))
        return self._number

    def is_running(self) -> bool:
        """Say whether the process is there."""
        return self._process.is_running()

    def close(self) -> None:
        """End the process and wait until it is gone."""
        self._asked, self._waiting = 0, None
        self._fetched.clear()
        self._process.close()

    @Slot(object)
    def _on_heard(self, made: PageMade | ResourceMade) -> None:
        if isinstance(made, ResourceMade):
            self._fetched.discard(made.number)
            self.resource_made.emit(made)
        else:
            self._asked = 0
            self._send_waiting()
            self.page_made.emit(made)

    @Slot()
    def _on_ended(self) -> None:
        self._asked, self._waiting = 0, None
        unanswered, self._fetched = self._fetched, set()
        for number in sorted(unanswered):
            self.resource_made.emit(ResourceMade(number))
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
        if self._process.send(waiting):
            self._asked = waiting.number
