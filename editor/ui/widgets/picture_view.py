"""One picture, as large as there is room, with the label it wears; a frame with its words where there is no file."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.i18n.interface import interface_language, tr
from editor.ui import icons, theme
from editor.ui.widgets import text_lines
from editor.ui.widgets.ai_label import AiLabel

_LEAST, _MOST = 88, 220
_SHARE = 5  # of the height of its panel: beside it there is room for words


class PictureView(QWidget):
    """Made by the images panel, which hands it the pixels when they are read."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("images.view")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_MOST)
        self._image: Image | None = None
        self._pixmap = QPixmap()
        self._is_missing = False
        self.label = AiLabel(parent=self)

    def show_image(self, image: Image | None) -> None:
        """Show the frame of `image`; its pixels follow."""
        if image is None or self._image is None or image.id != self._image.id:
            self._pixmap = QPixmap()
            self._is_missing = False
        self._image = image
        self.label.show_key(image_label(image))
        alt = image.alt_for(interface_language()) if image else None
        self.setAccessibleName(alt[1] if alt and alt[1] else tr("Picture"))
        self._place()
        self.update()

    def show_choice(self, term: str | None) -> None:
        """Wear the label that this source type would give the picture; None gives back its own."""
        if self._image is not None:
            self.label.show_key(image_label(self._image if term is None else replace(self._image, source_type=term)))
            self._place()

    def fit_into(self, height: int) -> None:
        """Be as high as a panel of so many pixels has room for."""
        self.setFixedHeight(min(max(height // _SHARE, _LEAST), _MOST))

    def show_pixels(self, image_id: str, pixmap: QPixmap) -> None:
        """Show the pixels of the image, null when its file is gone or cannot be read."""
        if self._image is not None and self._image.id == image_id:
            self._pixmap = pixmap
            self._is_missing = pixmap.isNull() and self._image.has_file
            self._place()
            self.update()

    def _area(self) -> QRect:
        """Return where the picture, or its frame, is painted."""
        if self._pixmap.isNull():
            return self.rect().adjusted(0, 0, -1, -1)
        size = self._pixmap.deviceIndependentSize().toSize()
        shown = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio) if _exceeds(size, self.size()) else size
        place = QRect(0, 0, shown.width(), shown.height())
        place.moveCenter(self.rect().center())
        return place

    def _place(self) -> None:
        self.label.adjustSize()
        area = self._area()
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = area.right() - self.label.width() - theme.GRID + 1 if is_mirrored else area.left() + theme.GRID
        self.label.move(max(left, 0), area.bottom() - self.label.height() - theme.GRID + 1)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.fillRect(self.rect(), theme.color("surface"))
            if not self._pixmap.isNull():
                painter.drawPixmap(self._area(), self._pixmap)
            elif self._image is not None:
                self._paint_frame(painter, self._image)

    def _paint_frame(self, painter: QPainter, image: Image) -> None:
        painter.setPen(theme.color("line"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        icon = QRect(0, 0, 2 * icons.SMALL, 2 * icons.SMALL)
        icon.moveCenter(self.rect().center())
        icon.moveTop(self.height() // 4)
        icons.icon("fault" if self._is_missing else "images", "fault" if self._is_missing else "muted").paint(
            painter, icon
        )
        alt = image.alt_for(interface_language())
        if self._is_missing and image.has_file:
            said = tr("The file of this picture is missing or damaged. Its words are safe. Add the file again.")
        elif image.has_file:
            said = ""
        else:
            said = alt[1] if alt and alt[1] else tr("Known by its words alone")
        painter.setPen(theme.color("muted"))
        room = self.rect().adjusted(24, 0, -24, 0)
        room.setTop(icon.bottom() + theme.GRID)
        text_lines.draw(painter, room, said, theme.font(theme.NORMAL), 4, alt[0] if alt else "")


def _exceeds(size: QSize, room: QSize) -> bool:
    return size.width() > room.width() or size.height() > room.height()
