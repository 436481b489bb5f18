"""When the preview is made anew while somebody types: at once where that is quick, in pauses where it is long."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from editor.ui.widgets.typing_pace import QtTimers, Timers

QUIET_MS = 20  # after the last word of typing, which comes 30 ms after its key
LONGEST_WAIT_MS = 400  # while keys keep coming
MOST_QUIET_MS = 400
# While keys keep coming a page is made for a twelfth of the time at most: it takes a whole core all the while.
_SHARE = 12


class PagePace(QObject):
    """Made by the preview panel, on the interface thread; rings `due`. It learns how long a page takes to be seen."""

    due = Signal()

    def __init__(self, parent: QObject, timers: Timers | None = None) -> None:
        super().__init__(parent)
        source = timers or QtTimers()
        self._now: Callable[[], int] = source.now_ms
        self._quiet, self._longest = source.timer(self), source.timer(self)
        for timer in (self._quiet, self._longest):
            timer.timeout.connect(self._on_due)
        self._cost_ms = 0
        self._asked_at: int | None = None
        self.is_waiting = False

    def touch(self) -> None:
        """Take note of words that the page does not show yet."""
        self._quiet.start(max(QUIET_MS, min(self._cost_ms // 2, MOST_QUIET_MS)))
        if not self.is_waiting:
            self.is_waiting = True
            self._longest.start(max(LONGEST_WAIT_MS, _SHARE * self._cost_ms))

    def asked(self) -> None:
        """Take note that a page was asked for. While one is on its way, that one's time goes on being taken."""
        if self._asked_at is None:
            self._asked_at = self._now()

    @Slot()
    def seen(self) -> None:
        """Take note that the page asked for last is on the screen."""
        if self._asked_at is not None:
            self._cost_ms, self._asked_at = self._now() - self._asked_at, None

    def rest(self) -> None:
        """Forget the words: a page is made of them now, or none is wanted."""
        self.is_waiting = False
        for timer in (self._quiet, self._longest):
            timer.stop()

    @Slot()
    def _on_due(self) -> None:
        self.rest()
        self.due.emit()
