"""How readers meet a picture on the page: with the label it wears now, and beside it the one a choice would give it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.i18n.direction import direction
from editor.i18n.interface import tr
from editor.ui import icons, theme
from editor.ui.widgets import text_lines
from editor.ui.widgets.ai_label import label_words

_WIDTH = 184
_GAP = 2 * theme.GRID
_BAR = 3  # the edge that the label has on our pages
_LINES = 2


class FigureLook(QWidget):
    """Made by the image detail. Drawn after the page's own figure: picture, label as text below it, caption, credit."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("images.figure")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._image: Image | None = None
        self._pixmap = QPixmap()
        self._caption = ""
        self._locale = ""
        self._term: str | None = None

    def labels(self) -> tuple[str, ...]:
        """Return the words of the label that each figure wears, "" for none: one figure, or now and as chosen."""
        if self._image is None:
            return ()
        now = label_words(image_label(self._image), self._locale)
        if self._term is None or self._term == self._image.source_type:
            return (now,)
        chosen = replace(self._image, source_type=self._term)
        return now, label_words(image_label(chosen), self._locale)

    def show_figure(self, image: Image, caption: str, locale: str) -> None:
        """Show the figure of `image` with this caption, labelled in the language of `locale`."""
        if self._image is None or image.id != self._image.id:
            self._pixmap = QPixmap()
        self._image, self._caption, self._locale = image, caption, locale
        self.retranslate()

    def show_pixels(self, image_id: str, pixmap: QPixmap) -> None:
        """Show the pixels of the image."""
        if self._image is not None and self._image.id == image_id:
            self._pixmap = pixmap
            self.update()

    def show_choice(self, term: str | None) -> None:
        """Show beside it how it would be with this source type; None shows it as it is alone."""
        self._term = term
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        said = [label or tr("no label") for label in self.labels()]
        if len(said) > 1:
            self.setAccessibleName(tr("On the page now: {now}. So chosen: {then}.", now=said[0], then=said[1]))
        else:
            self.setAccessibleName(tr("On the page now: {now}.", now=said[0]) if said else "")
        self.updateGeometry()
        self.update()

    def _said(self) -> str:
        return "  ".join(part for part in (self._caption, self._image.credit if self._image else "") if part)

    def _columns(self) -> list[QRect]:
        wide = min(_WIDTH, (self.width() - _GAP) // 2)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        lefts = [number * (wide + _GAP) for number in range(len(self.labels()))]
        return [QRect(self.width() - left - wide if is_mirrored else left, 0, wide, self.height()) for left in lefts]

    @override
    def sizeHint(self) -> QSize:
        small = QFontMetrics(theme.font(theme.SMALL)).lineSpacing()
        label = small + 10 if any(self.labels()) else 0
        words = small * (_LINES if self._caption else 1) if self._said() else 0
        return QSize(2 * _WIDTH + _GAP, small + 4 + _WIDTH * 9 // 16 + 6 + label + words)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setLayoutDirection(self.layoutDirection())
            heads = (tr("On the page"), tr("So chosen"))
            for place, head, label in zip(self._columns(), heads, self.labels(), strict=False):
                painter.setPen(theme.color("muted"))
                top = text_lines.draw(painter, place, head, theme.font(theme.SMALL), 1) + 4
                self._paint_figure(painter, place.adjusted(0, top, 0, 0), label)

    def _paint_figure(self, painter: QPainter, place: QRect, label: str) -> None:
        frame = QRect(place.topLeft(), QSize(place.width(), place.width() * 9 // 16))
        painter.fillRect(frame, theme.color("window"))
        if self._pixmap.isNull():
            icon = QRect(0, 0, icons.NORMAL, icons.NORMAL)
            icon.moveCenter(frame.center())
            icons.icon("images", "line").paint(painter, icon)
        else:
            part = frame.size().scaled(self._pixmap.size(), Qt.AspectRatioMode.KeepAspectRatio)
            middle = QRect(0, 0, part.width(), part.height())
            middle.moveCenter(self._pixmap.rect().center())
            painter.drawPixmap(frame, self._pixmap, middle)
        rest = place.adjusted(0, frame.height() + 6, 0, 0)
        if label:
            room = rest.width() if len(self.labels()) > 1 else self.width()
            rest.setTop(rest.top() + self._paint_label(painter, rest, label, room) + 6)
        painter.setPen(theme.color("muted"))
        if said := self._said():
            text_lines.draw(painter, rest, said, theme.font(theme.SMALL), _LINES, self._locale)

    def _paint_label(self, painter: QPainter, place: QRect, label: str, room: int) -> int:
        """Paint the label as the page does, a bar at its beginning, at most `room` wide; return its height."""
        font = theme.font(theme.SMALL, is_bold=True)
        metrics = QFontMetrics(font)
        wide = min(metrics.horizontalAdvance(label) + 2 * theme.GRID + _BAR, room)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        plate = QRect(
            place.right() + 1 - wide if is_mirrored else place.left(), place.top(), wide, metrics.lineSpacing() + 4
        )
        starts_right = direction(self._locale) == "rtl" if self._locale else is_mirrored
        painter.fillRect(plate, theme.color("ai_plate"))
        bar = QRect(plate.right() - _BAR + 1 if starts_right else plate.left(), plate.top(), _BAR, plate.height())
        painter.fillRect(bar, theme.color("ai_ink"))
        painter.setPen(theme.color("ai_ink"))
        painter.setFont(font)
        shown = metrics.elidedText(label, Qt.TextElideMode.ElideRight, wide - theme.GRID - _BAR)
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, shown)
        return plate.height()
