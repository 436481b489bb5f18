"""A scroll area that stays where it is while another theme lays out anew what is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QScrollArea
from typing_extensions import override

_LOOK_MS = 20
_AT_LATEST = 250  # looks: five seconds, after which whatever the height has become is all there is


class HeldScroll(QScrollArea):
    """Base of the page. A long text is laid out anew in steps, and the bar would fall to its top.

    The palette changes first, while everything is still where it was: that is the moment to remember.
    """

    def __init__(self) -> None:
        super().__init__()
        self._held = self._looks = 0
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self._on_look)

    @Slot()
    def _on_look(self) -> None:
        bar = self.verticalScrollBar()
        self._looks += 1
        if bar.maximum() >= self._held:
            bar.setValue(self._held)
            self._looking.stop()
        elif self._looks >= _AT_LATEST:
            self._looking.stop()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and (place := self.verticalScrollBar().value()):
            if not self._looking.isActive():
                self._held = place
            self._looks = 0
            self._looking.start()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        self._looking.stop()  # the person has gone elsewhere
        super().wheelEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._looking.stop()
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._looking.stop()
        super().mousePressEvent(event)
