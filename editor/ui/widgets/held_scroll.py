"""Keeps a scroll area where it is while another theme lays out anew what is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QScrollArea
from typing_extensions import override

_LOOK_MS = 20
_AT_LATEST = 250  # looks: five seconds, after which whatever the height has become is all there is
_TOUCHES = frozenset({QEvent.Type.Wheel, QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress})


class HeldScroll(QObject):
    """Made with the area, as its child. A long text is laid out anew in steps, and the bar would fall to its top.

    The palette changes first, while everything is still where it was: that is the moment to remember.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._bar = area.verticalScrollBar()
        self._held = self._looks = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_look)
        area.installEventFilter(self)

    @Slot()
    def _on_look(self) -> None:
        self._looks += 1
        if self._bar.maximum() >= self._held:
            self._bar.setValue(self._held)
            self._timer.stop()
        elif self._looks >= _AT_LATEST:
            self._timer.stop()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange and self._bar.value():
            if not self._timer.isActive():
                self._held = self._bar.value()
            self._looks = 0
            self._timer.start()
        elif event.type() in _TOUCHES:
            self._timer.stop()  # the person has gone elsewhere
        return super().eventFilter(watched, event)
