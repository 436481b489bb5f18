"""Where in a picture its point of interest lies: a mark that is put there by mouse or moved by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from editor.domain.image import Image
from editor.i18n.interface import tr
from editor.ui import theme

_HEIGHT = 120
_STEP = 0.02
_RING = 9
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}
_MIDDLE = (0.5, 0.5)


class FocusPicker(QWidget):
    """Made by the image detail. `picked` carries the point as fractions from the left and from the top, None for none.

    By keys: arrows move the mark, Delete takes it away. What was moved is handed out when the key is let go of or the
    keyboard goes elsewhere.
    """

    picked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("images.focus")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_HEIGHT)
        self._image: Image | None = None
        self._pixmap = QPixmap()
        self._point: tuple[float, float] | None = None
        self._is_writable = True
        self.retranslate()

    @property
    def point(self) -> tuple[float, float] | None:
        """Return the point that is shown."""
        return self._point

    def show_image(self, image: Image) -> None:
        """Show the point of `image`; its pixels follow."""
        if self._image is None or image.id != self._image.id:
            self._pixmap = QPixmap()
        self._image = image
        self._point = image.focus
        self.setVisible(image.has_file)
        self.retranslate()

    def show_pixels(self, image_id: str, pixmap: QPixmap) -> None:
        """Show the pixels of the image."""
        if self._image is not None and self._image.id == image_id:
            self._pixmap = pixmap
            self.update()

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person put the mark somewhere else, or only see it."""
        self._is_writable = is_writable

    def settle(self) -> None:
        """Hand out where the mark is, where that is another place than what is stored."""
        if self._image is not None and self._point != self._image.focus:
            self.picked.emit(self._point)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.setToolTip(
            tr("What must stay in sight when the picture is cut to another shape. Delete takes the mark away.")
        )
        self.setAccessibleName(tr("Point of interest"))
        x, y = self._point or _MIDDLE
        said = tr("{x} % from the left, {y} % from the top", x=round(100 * x), y=round(100 * y))
        self.setAccessibleDescription(said if self._point is not None else tr("In the middle"))
        self.update()

    def _area(self) -> QRect:
        size = self._pixmap.size() if not self._pixmap.isNull() else QSize(16, 9)
        shown = size.scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return QRect(QPoint(self.width() - shown.width() - 1 if is_mirrored else 1, 1), shown)

    def _move(self, x: float, y: float) -> None:
        if self._is_writable:
            self._point = (round(min(max(x, 0.0), 1.0), 3), round(min(max(y, 0.0), 1.0), 3))
            self.retranslate()

    def _put(self, at: QPointF) -> None:
        area = self._area()
        self._move((at.x() - area.left()) / area.width(), (at.y() - area.top()) / area.height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = self._area()
            if self._pixmap.isNull():
                painter.fillRect(area, theme.color("window"))
            else:
                painter.drawPixmap(area, self._pixmap)
            painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
            painter.drawRect(area)
            x, y = self._point or _MIDDLE
            at = QPointF(area.left() + x * area.width(), area.top() + y * area.height())
            # White within black is seen on every picture.
            style = Qt.PenStyle.SolidLine if self._point is not None else Qt.PenStyle.DotLine
            for colour, width in ((QColor("black"), 4.0), (QColor("white"), 2.0)):
                painter.setPen(QPen(colour, width, style))
                painter.drawEllipse(at, _RING, _RING)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._put(event.position())

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._put(event.position())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.settle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            x, y = self._point or _MIDDLE
            self._move(x + _ARROWS[key][0], y + _ARROWS[key][1])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self._is_writable:
            self._point = None
            self.retranslate()
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if not event.isAutoRepeat():
            self.settle()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)
