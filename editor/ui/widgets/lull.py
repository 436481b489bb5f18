"""Waits for a lull in the typing, for work that follows it and would hold up the next key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from editor.ui.widgets.typing_pace import LULL_AT_MOST_MS, LULL_MS, PAINT_MS, QtTimers, Timers, rest_ms

LONG = 20_000  # characters of a text; what follows the typing in a shorter one is too quick to be felt

_LOOK_MS = 10


class Lull(QObject):
    """Made by whoever has such work, for one piece of it; on the interface thread.

    `work` is called once for however many times it was wanted: when nobody has typed for 150 ms, at the latest 2 s
    after it was wanted first, and then right after a key rather than just before the next.
    """

    def __init__(
        self,
        parent: QObject,
        work: Callable[[], None],
        timers: Timers | None = None,
        rest: Callable[[], int] = rest_ms,
    ) -> None:
        super().__init__(parent)
        source = timers or QtTimers()
        self._now = source.now_ms
        self._rest = rest
        self._work = work
        self._wanted_at: int | None = None
        self._timer = source.timer(self)
        self._timer.timeout.connect(self._on_look)

    def want(self) -> None:
        """Have the work done in the next lull, were it this moment; never before this returns."""
        if self._wanted_at is None:
            self._wanted_at = self._now()
            self._timer.start(self._left_ms(self._wanted_at))

    def forget(self) -> None:
        """Do not do the work any more."""
        self._wanted_at = None
        self._timer.stop()

    def _left_ms(self, wanted_at: int) -> int:
        """Return how long to wait before looking again, 0 when the moment has come."""
        left, rest = wanted_at + LULL_AT_MOST_MS - self._now(), self._rest()
        if left > 0:
            return min(max(LULL_MS - rest, 0), left)
        if left <= -LULL_MS or rest >= LULL_MS:  # a key that is held down does not hold it up
            return 0
        if rest < PAINT_MS:
            return PAINT_MS - rest
        return 0 if rest < PAINT_MS + _LOOK_MS else _LOOK_MS  # the next key may come any moment

    @Slot()
    def _on_look(self) -> None:
        if self._wanted_at is None:
            return
        if left := self._left_ms(self._wanted_at):
            self._timer.start(left)
        else:
            self.forget()
            self._work()
