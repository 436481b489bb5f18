"""Timers that a test moves by hand, so that nothing sleeps."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ManualTimer(QObject):
    """Rings when its `ManualTimers` are moved past its instant."""

    timeout = Signal()

    def __init__(self, parent: QObject, timers: ManualTimers) -> None:
        super().__init__(parent)
        self._timers = timers
        self.due: int | None = None

    def start(self, milliseconds: int, /) -> None:
        self.due = self._timers.now_ms() + milliseconds

    def stop(self) -> None:
        self.due = None


class ManualTimers:
    """The time of one test, in milliseconds."""

    def __init__(self) -> None:
        self._now = 0
        self._made: list[ManualTimer] = []

    def timer(self, parent: QObject) -> ManualTimer:
        self._made.append(ManualTimer(parent, self))
        return self._made[-1]

    def now_ms(self) -> int:
        return self._now

    def forward(self, milliseconds: int) -> None:
        """Let so much time pass, ringing what falls due in it, in order."""
        end = self._now + milliseconds
        while waiting := [timer for timer in self._made if timer.due is not None and timer.due <= end]:
            first = min(waiting, key=lambda timer: timer.due or 0)
            self._now = max(self._now, first.due or 0)
            first.due = None
            first.timeout.emit()
        self._now = end
