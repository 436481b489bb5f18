"""When typing is saved: soon after it pauses, and never long after it began. Must not know what is saved."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic_ns
from typing import Any, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

QUIET_MS = 400
AT_MOST_MS = 1000  # no word older than two seconds is ever lost, on a busy machine too, and saving takes time

LULL_MS = 150  # between two keys of somebody who goes on typing there is less
LULL_AT_MOST_MS = 2000

PAINT_MS = 15  # what a key needs to be on the screen: work that is due does not come between

_NEAR_MS = 100  # of the next key, where keys come without a pause


class _Keyboard:
    """When a key was noted last, by the machine's own time; one keyboard for all windows."""

    last_ns = -1 << 62


def rest_ms() -> int:
    """Return for how many milliseconds nobody has typed a word, in any window."""
    return (monotonic_ns() - _Keyboard.last_ns) // 1_000_000


class Timer(Protocol):
    """What is used of a `QTimer`, so that a test can hold time still."""

    timeout: Any

    def start(self, milliseconds: int, /) -> None:
        """Ring once after so many milliseconds, counted from now."""

    def stop(self) -> None:
        """Do not ring."""


class Timers(Protocol):
    """Where timers and the time they go by come from."""

    def timer(self, parent: QObject) -> Timer:
        """Return a timer that rings once a start."""

    def now_ms(self) -> int:
        """Return milliseconds that only ever grow."""


class QtTimers:
    """The machine's own time."""

    def timer(self, parent: QObject) -> Timer:
        """Return a timer that rings once a start."""
        timer = QTimer(parent)
        timer.setSingleShot(True)
        return timer

    def now_ms(self) -> int:
        """Return milliseconds that only ever grow."""
        return monotonic_ns() // 1_000_000


class TypingPace(QObject):
    """Rings `due` when `quiet_ms` went by after the last key, and at most 1 s after the first since it rang last.

    What follows the typing of a long text waits for a lull in it: 150 ms, and at most 2 s.

    Made by whoever saves; on the interface thread.
    """

    due = Signal()

    def __init__(
        self, parent: QObject | None = None, timers: Timers | None = None, *, quiet_ms: int = QUIET_MS
    ) -> None:
        super().__init__(parent)
        source = timers or QtTimers()
        self._now: Callable[[], int] = source.now_ms
        self._timer = source.timer(self)
        self._timer.timeout.connect(self._on_timeout)
        self._quiet_ms = quiet_ms
        self._first: int | None = None

    def touch(self, *, in_lull: bool = False) -> None:
        """Take note of a key; `in_lull`: what is due then would be felt at the next one."""
        _Keyboard.last_ns = monotonic_ns()
        now = self._now()
        if self._first is None:
            self._first = now
        quiet, at_most = (LULL_MS, LULL_AT_MOST_MS) if in_lull else (self._quiet_ms, AT_MOST_MS)
        left = self._first + at_most - now
        if left > _NEAR_MS:
            self._timer.start(min(quiet, left))
        elif left > 0:
            self._timer.start(min(PAINT_MS, left))  # soon after this key rather than just before a later one

    def wait(self, milliseconds: int) -> None:
        """Ring once more after so long: what was due could not be done."""
        self._first = self._now()
        self._timer.start(milliseconds)

    def rest(self) -> None:
        """Forget the keys: there is nothing left to save."""
        self._first = None
        self._timer.stop()

    def _on_timeout(self) -> None:
        self._first = None
        self.due.emit()
