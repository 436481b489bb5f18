"""Draws one article of a list: its picture, its headline over at most two lines, how far it is, and its label."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from editor.domain.article import ArticleHead, Status
from editor.domain.labels import IMAGE_BY_AI
from editor.i18n.interface import words
from editor.ui import icons, theme
from editor.ui.widgets import language_marks, text_lines
from editor.ui.widgets.ai_label import label_words
from editor.ui.widgets.article_model import HEAD_ROLE, NO_HEADLINE, OPEN_ROLE, ArticleModel, shows_languages
from editor.ui.widgets.thumbnails import Thumbnails

THUMB = QSize(56, 42)
_PAD = 6
_LEAD = 12
_MARK = 3
_TOKENS = {Status.PUBLISHED: "done", Status.READY: "accent", Status.IN_REVIEW: "warn", Status.WITHDRAWN: "fault"}

_Index = QModelIndex | QPersistentModelIndex


class ArticleDelegate(QStyledItemDelegate):
    """Belongs to one list view; takes pictures from `thumbnails`, which reads them when they are first drawn."""

    def __init__(self, thumbnails: Thumbnails, view: QListView) -> None:
        super().__init__(view)
        self._thumbnails = thumbnails
        self._font = theme.font(theme.NORMAL, is_bold=True)
        self._small = theme.font(theme.SMALL)
        self._plate = theme.font(theme.SMALL, is_bold=True)

    def sizes(self) -> tuple[QSize, ...]:
        """Return how much a row takes: plain, with a label, with its translations, with both.

        The model answers with it: asked ten thousand times, a delegate of Python takes twice as long.
        """
        words = 2 * QFontMetrics(self._font).lineSpacing() + 2 + QFontMetrics(self._small).lineSpacing()
        line, label = QFontMetrics(self._small).lineSpacing() + 3, QFontMetrics(self._plate).lineSpacing() + 6
        plain = [max(one, THUMB.height()) + 2 * _PAD for one in (words, words + line)]
        return tuple(QSize(0, height) for one in plain for height in (one, one + label))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        head: ArticleHead = index.data(HEAD_ROLE)
        model = index.model()
        painter.save()
        painter.setLayoutDirection(option.direction)
        self._paint_ground(painter, option, is_open=bool(index.data(OPEN_ROLE)))
        box = option.rect.adjusted(_LEAD, _PAD, -_LEAD, -_PAD)
        thumb = self._placed(option, box, QRect(box.topLeft(), THUMB))
        label = self._paint_thumb(painter, thumb, head)
        text = self._placed(option, box, box.adjusted(THUMB.width() + _LEAD, 0, 0, 0))
        painter.setPen(theme.color("ink" if head.headline else "muted"))
        headline = head.headline or words(NO_HEADLINE)
        height = text_lines.draw(painter, text, headline, self._font, 2, head.language if head.headline else "")
        text.setTop(text.top() + height + 2)
        if isinstance(model, ArticleModel):
            self._paint_second_line(painter, text, head, model.second_lines(head))
        if shows_languages(head):
            text.setTop(text.top() + QFontMetrics(self._small).lineSpacing() + 3)
            below = box.adjusted(0, max(text.top(), thumb.bottom() + 4) - box.top(), 0, 0)
            language_marks.paint(painter, (text, below), head.translations, head.language, self._small)
        if head.hero_is_ai:
            text.setTop(text.top() + QFontMetrics(self._small).lineSpacing() + 3)
            self._paint_plate(painter, text, box, thumb, label_words(label or IMAGE_BY_AI))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, is_open: bool) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("raised"))
        if is_open:
            mark = QRect(option.rect.topLeft(), QSize(_MARK, option.rect.height()))
            painter.fillRect(self._placed(option, option.rect, mark), theme.color("accent"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _paint_thumb(self, painter: QPainter, place: QRect, head: ArticleHead) -> str:
        """Paint the small picture and return the key of the label that it wears."""
        found = self._thumbnails.thumbnail(head.hero_image) if head.hero_image else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(place, 4, 4)
        painter.setClipPath(frame)
        painter.fillRect(place, theme.color("raised"))
        if found is not None and not found.pixmap.isNull():
            painter.drawPixmap(place, found.pixmap, _middle_of(found.pixmap.size()))
        else:
            icon = QRect(0, 0, icons.NORMAL, icons.NORMAL)
            icon.moveCenter(place.center())
            icons.icon("images" if head.hero_image else "draft", "line").paint(painter, icon)
        painter.setClipping(False)
        painter.setPen(theme.color("line"))
        painter.drawPath(frame)
        painter.restore()
        return found.label if found is not None else ""

    def _paint_plate(self, painter: QPainter, text: QRect, box: QRect, thumb: QRect, words: str) -> None:
        """Paint the label beside the picture, or below it where it would be cut: it must be read whole."""
        if QFontMetrics(self._plate).horizontalAdvance(words) + 2 * theme.GRID > text.width():
            text = box.adjusted(0, max(text.top(), thumb.bottom() + 4) - box.top(), 0, 0)
        text_lines.draw_plate(painter, text, words, self._plate, theme.color("ai_ink"), theme.color("ai_plate"))

    def _paint_second_line(self, painter: QPainter, place: QRect, head: ArticleHead, lines: Sequence[str]) -> None:
        painter.setFont(self._small)
        metrics = painter.fontMetrics()
        height = metrics.lineSpacing()
        is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = 6
        left = place.right() - side + 1 if is_mirrored else place.left()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(_TOKENS.get(head.status, "muted")))
        painter.drawEllipse(left, place.top() + (height - side) // 2, side, side)
        painter.restore()
        painter.setPen(theme.color("warn" if head.is_unsigned else "muted"))
        room = place.adjusted(0, 0, -side - 6, 0) if is_mirrored else place.adjusted(side + 6, 0, 0, 0)
        room.setHeight(height)
        line = next((one for one in lines if metrics.horizontalAdvance(one) <= room.width()), lines[-1])
        shown = metrics.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown)

    @staticmethod
    def _placed(option: QStyleOptionViewItem, box: QRect, rect: QRect) -> QRect:
        return QStyle.visualRect(option.direction, box, rect)


def _middle_of(size: QSize) -> QRect:
    """Return the part of a picture of this size that fills a thumbnail's frame."""
    part = THUMB.scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    whole = QRect(0, 0, part.width(), part.height())
    whole.moveCenter(QRect(0, 0, size.width(), size.height()).center())
    return whole
