"""The order in which a window comes to life: the words first, then the list, then all that can wait."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance, Slot

LIST_MS = 150
REST_MS = 600


class FirstMoments(QObject):
    """Made by the window, which says when it is first painted.

    `painted`: the last article can be read and written. `list_due`: the list may be built. `rest_due`: nothing is
    pressing any more. `is_painted` and `is_over` say how far it is.
    """

    painted = Signal()
    list_due = Signal()
    rest_due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.has_begun = False
        self.is_painted = False
        self.is_over = False
        self._painted = self._timer(0, self._on_painted)
        self._list = self._timer(LIST_MS, self.list_due)
        self._rest = self._timer(REST_MS, self._on_rest)

    def begin(self) -> None:
        """Count from now on; called at every painting, of which the first matters."""
        if not self.has_begun:
            self.has_begun = True
            self._painted.start()

    def stop(self) -> None:
        """Let nothing of it happen any more."""
        for timer in (self._painted, self._list, self._rest):
            timer.stop()

    @Slot()
    def _on_painted(self) -> None:
        self.is_painted = True
        self.painted.emit()
        self._list.start()
        self._rest.start()

    @Slot()
    def _on_rest(self) -> None:
        self.is_over = True
        self.rest_due.emit()

    def _timer(self, milliseconds: int, then: Callable[[], None] | SignalInstance) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(then)
        return timer
