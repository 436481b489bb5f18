"""Waits for a moment in which nobody types or clicks, for work that would hold the window up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QGuiApplication, QWindow
from shiboken6 import isValid
from typing_extensions import override

from editor.ui.widgets.typing_pace import QtTimers, Timers

PAUSE_MS = 1500
_TOUCHES = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class Pause(QObject):
    """Made by whoever has such work. While it waits it looks at what the window in focus gets, and at nothing else."""

    def __init__(self, parent: QObject, timers: Timers | None = None) -> None:
        super().__init__(parent)
        self._timer = (timers or QtTimers()).timer(self)
        self._timer.timeout.connect(self._on_pause)
        self._work: Callable[[], None] | None = None
        self._milliseconds = PAUSE_MS
        self._window: QWindow | None = None
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_window)

    def then(self, work: Callable[[], None], milliseconds: int = PAUSE_MS) -> None:
        """Call `work` once, in place of what waited before, when nothing was touched for so many milliseconds."""
        self._work, self._milliseconds = work, milliseconds
        self._watch(QGuiApplication.focusWindow())
        self._timer.start(milliseconds)

    def touch(self) -> None:
        """Take note of a key that came another way: input methods show none to the window."""
        if self._work is not None:
            self._timer.start(self._milliseconds)

    def stop(self) -> None:
        """Forget what waits."""
        self._work = None
        self._timer.stop()
        self._watch(None)

    @Slot()
    def _on_pause(self) -> None:
        work = self._work
        self.stop()
        if work is not None:
            work()

    @Slot(object)
    def _on_window(self, window: QWindow | None) -> None:
        if self._work is not None:
            self._watch(window)

    def _watch(self, window: QWindow | None) -> None:
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None:
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHES:
            self.touch()
        return False
