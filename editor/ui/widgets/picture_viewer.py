"""One picture over the whole window, as large as it is wanted, with the label it wears."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolButton, QWidget
from typing_extensions import override

from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.i18n.interface import interface_language, tr
from editor.ui import icons, theme
from editor.ui.widgets import text_lines
from editor.ui.widgets.ai_label import AiLabel
from editor.ui.widgets.naming import named
from editor.ui.widgets.origin_words import facts_words
from editor.ui.widgets.picture_zoom import PictureZoom

_EDGE = 24
_FOOT = 44  # for the words below the picture
_NOTCH = 120.0  # of a mouse wheel
_PAN = 80.0
_CLOSING = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ARROWS = {
    Qt.Key.Key_Left: QPointF(_PAN, 0),
    Qt.Key.Key_Right: QPointF(-_PAN, 0),
    Qt.Key.Key_Up: QPointF(0, _PAN),
    Qt.Key.Key_Down: QPointF(0, -_PAN),
}


class PictureViewer(QWidget):
    """Lies over `window` and takes the keyboard; goes when it loses it. Made by `PictureViewing`.

    `stepped` asks for the picture so many places further on; `pixels_wanted` says that more are needed than were shown.
    """

    stepped = Signal(int)
    pixels_wanted = Signal()
    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._over = window
        self.setObjectName("images.viewer")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._image: Image | None = None
        self._pixels = QImage()
        self._said = ""
        self._is_missing = False
        self._zoom = PictureZoom(QSizeF(), QSizeF())
        self._pressed: QPointF | None = None
        self.label = AiLabel(parent=self)
        self.close_button = named(QToolButton(self), "images.viewer.close")
        self.close_button.setIcon(icons.icon("close"))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by key: Escape
        self.close_button.clicked.connect(self.leave)
        window.installEventFilter(self)
        self.hide()

    @property
    def wanted_pixels(self) -> int:
        """Return how long, in pixels of the screen, the longer side of the picture is shown now."""
        place = self._zoom.place
        return round(max(place.width(), place.height()) * self.devicePixelRatioF())

    @property
    def zoom(self) -> PictureZoom:
        """Return what part is seen and how large."""
        return self._zoom

    def show_image(self, image: Image, number: int, count: int) -> None:
        """Show the frame of `image`, the `number`-th (from 1) of `count`; its pixels follow."""
        if not self.isVisible():
            self.setGeometry(self._over.rect())
        if self._image is None or image.id != self._image.id:
            self._pixels, self._is_missing = QImage(), False
            size = QSizeF(max(image.width, 1), max(image.height, 1)) / self.devicePixelRatioF()
            self._zoom = PictureZoom(size, self._room().size().toSizeF())
        self._image = image
        alt = image.alt_for(interface_language())
        self.setAccessibleName((alt[1] if alt else "") or image.name or tr("Picture"))
        self.setAccessibleDescription(tr("{n} of {count}", n=number, count=count))
        facts = " · ".join(part for part in (image.name, facts_words(image)) if part)
        self._said = " · ".join((facts, tr("{n} of {count}", n=number, count=count)))
        self.label.show_key(image_label(image))
        self.close_button.setToolTip(tr("Close (Escape)"))
        self.close_button.setAccessibleName(tr("Close"))
        self._place()
        if not self.isVisible():
            self.show()
            self.raise_()
            self.setFocus()
        self.update()
        self.pixels_wanted.emit()

    def show_pixels(self, image_id: str, pixels: QImage) -> None:
        """Show the pixels of the image, null when its file is gone or cannot be read."""
        if self._image is None or self._image.id != image_id:
            return
        self._is_missing = pixels.isNull()
        self._pixels = pixels
        self._place()
        self.update()

    def leave(self) -> None:
        """Go away."""
        if self.isVisible():
            self.hide()
            self._pixels = QImage()
            self._image = None
            self.closed.emit()

    def look(self, zoom: PictureZoom) -> None:
        """Look at another part, or from closer by."""
        self._zoom = zoom
        self.setCursor(Qt.CursorShape.ArrowCursor if zoom.is_fitted else Qt.CursorShape.OpenHandCursor)
        self._place()
        self.update()
        self.pixels_wanted.emit()

    def _room(self) -> QRect:
        return self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_FOOT)

    def _around(self, at: QPointF) -> QPointF:
        return at - QPointF(self._room().topLeft())

    def _place(self) -> None:
        self.label.adjustSize()
        room = self._room()
        area = self._zoom.place.toRect().translated(room.topLeft()).intersected(room)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = area.right() - self.label.width() - theme.GRID + 1 if is_mirrored else area.left() + theme.GRID
        self.label.move(left, area.bottom() - self.label.height() - theme.GRID + 1)
        side = self.close_button.sizeHint().width()
        self.close_button.move(theme.GRID if is_mirrored else self.width() - side - theme.GRID, theme.GRID)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), theme.color("window"))
            painter.setPen(theme.color("muted"))
            foot = self.rect().adjusted(_EDGE, 0, -_EDGE, 0)
            foot.setTop(self._room().bottom() + theme.GRID)
            text_lines.draw(painter, foot, self._said, theme.font(theme.NORMAL), 1)
            room = self._room()
            painter.setClipRect(room)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=self._zoom.shown < 2)
            if self._pixels.isNull():
                self._paint_words(painter, room)
            else:
                painter.drawImage(self._zoom.place.translated(QPointF(room.topLeft())), self._pixels)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        image = self._image
        if image is None:
            return
        alt = image.alt_for(interface_language())
        if image.has_file and not self._is_missing:
            said = tr("Reading the picture…")
        elif image.has_file:
            said = tr("The file of this picture is missing or damaged. Its words are safe. Add the file again.")
        else:
            said = (alt[1] if alt else "") or tr("Known by its words alone")
        middle = room.adjusted(room.width() // 6, room.height() // 3, -room.width() // 6, 0)
        text_lines.draw(painter, middle, said, theme.font(theme.LARGE), 5)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        onward = Qt.Key.Key_Left if is_mirrored else Qt.Key.Key_Right
        if key in _CLOSING:
            self.leave()
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.look(self._zoom.closer(1))
        elif key is Qt.Key.Key_Minus:
            self.look(self._zoom.closer(-1))
        elif key is Qt.Key.Key_0:
            self.look(self._zoom.fit())
        elif key is Qt.Key.Key_1:
            self.look(self._zoom.to(1.0))
        elif key in _ARROWS and not self._zoom.is_fitted:
            self.look(self._zoom.moved(_ARROWS[key]))
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_Down, onward}:
            self.stepped.emit(1)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y() / _NOTCH
        if steps:
            self.look(self._zoom.closer(steps, self._around(event.position())))
        event.accept()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position()
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and not self._zoom.is_fitted:
            self.look(self._zoom.moved(event.position() - self._pressed))
            self._pressed = event.position()

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        is_fitted = self._zoom.is_fitted
        self.look(self._zoom.to(1.0, self._around(event.position())) if is_fitted else self._zoom.fit())

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason}:
            self.leave()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look(self._zoom.in_room(self._room().size().toSizeF()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)
