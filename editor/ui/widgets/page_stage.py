"""Holds the page at the width of a phone, a tablet or a desktop, whatever the width of the panel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

# CSS pixels: a current phone, a tablet held upright, a laptop.
WIDTHS = {"phone": 390, "tablet": 820, "desktop": 1280}
SMALLEST_ZOOM = 0.25  # the least that the web engine knows


class PageStage(QWidget):
    """Shows one view in its device's width, made smaller where the panel is narrower. Made by the preview panel."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.stage")
        self._view: QWidget | None = None
        self._zoom: Callable[[float], None] | None = None
        self._device = "phone"

    def set_view(self, view: QWidget, zoom: Callable[[float], None] | None) -> None:
        """Show `view`; `zoom` sets how large it draws, None where it cannot."""
        if self._view is not None:
            self._view.hide()
        self._view, self._zoom = view, zoom
        view.setParent(self)
        view.show()
        self._place()

    def set_device(self, device: str) -> None:
        """Show the page as wide as this device's."""
        self._device = device
        self._place()

    def _place(self) -> None:
        if self._view is None:
            return
        wanted = WIDTHS[self._device]
        room = max(self.width(), 1)
        if self._zoom is None:
            width = min(room, wanted)
        else:
            fills = self._device == "desktop" or room <= wanted
            width = room if fills else wanted
            self._zoom(max(min(1.0, room / wanted), SMALLEST_ZOOM))
        self._view.setGeometry(QRect((room - width) // 2, 0, width, self.height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(WIDTHS["phone"], 640)
