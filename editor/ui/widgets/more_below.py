"""A scroll area that shows when there is more below: its last row fades out under an arrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from editor.ui import icons, theme

_HEIGHT = 5 * theme.GRID


class MoreBelow(QScrollArea):
    """Used like a `QScrollArea`, for what is read from the top down."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields are: a stop that nobody sees would be one too many
        self._fade = _Fade(self)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_scrolled)

    @property
    def says_more(self) -> bool:
        """Say whether the arrow is shown."""
        return not self._fade.isHidden()

    @Slot()
    def _on_scrolled(self) -> None:
        bar = self.verticalScrollBar()
        self._fade.setVisible(bar.value() < bar.maximum())
        self._place()

    def _place(self) -> None:
        port = self.viewport().geometry()
        self._fade.setGeometry(port.left(), port.bottom() + 1 - _HEIGHT, port.width(), _HEIGHT)
        self._fade.raise_()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._on_scrolled()


class _Fade(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        ground = theme.color("surface")
        clear = theme.color("surface")
        clear.setAlpha(0)
        shade = QLinearGradient(0, 0, 0, self.height())
        shade.setColorAt(0, clear)
        shade.setColorAt(0.7, ground)
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), shade)
            place = QRect(QPoint(), QPoint(icons.SMALL - 1, icons.SMALL - 1))
            place.moveCenter(QPoint(self.width() // 2, self.height() - icons.SMALL // 2 - 2))
            icons.icon("down", "muted").paint(painter, place)
