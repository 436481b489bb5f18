"""Pictures side by side, small: those of an article, or the newsroom's library."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelectionModel,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPainterPath
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.i18n.interface import interface_language, tr
from editor.ui import icons, theme
from editor.ui.widgets import text_lines
from editor.ui.widgets.ai_label import label_words
from editor.ui.widgets.rows_model import Index, RowsModel
from editor.ui.widgets.thumbnails import Thumbnails

THUMB = QSize(164, 92)
CELL = QSize(THUMB.width() + 2 * theme.GRID, THUMB.height() + 2 * theme.GRID + 22)
PICTURE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Picture:
    """One cell: the image, and what it is to the article ("" for one of the library)."""

    image: Image
    role: str = ""


class PictureModel(RowsModel[Picture]):
    """The cells of one list. Made by `PictureList`."""

    @override
    def answer(self, row: Picture, role: int) -> object:
        if role == PICTURE_ROLE:
            return row
        if role == Qt.ItemDataRole.SizeHintRole:
            return CELL
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return _words_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.role, _words_of(row), label_words(image_label(row.image)))
            return ". ".join(part for part in parts if part)
        return None


class PictureList(QListView):
    """Made by the images panel. `chosen` carries the id of the image that is current now, "" for none."""

    chosen = Signal(str)
    trash_asked = Signal()
    paste_asked = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setObjectName("images.list")
        self._model = PictureModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(thumbnails, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setViewportMargins(theme.GRID, 0, theme.GRID, 0)
        thumbnails.ready.connect(self._on_ready)

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these; the one that was current stays so where it is still there, else the first becomes so."""
        was = self.current_id()
        self._model.show_rows(pictures)
        self.choose(was)

    def choose(self, image_id: str) -> None:
        """Make this picture the current one, the first where it is not there."""
        rows = [row for row, one in enumerate(self._model.rows) if one.image.id == image_id]
        index = self._model.index(rows[0] if rows else 0)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def current_id(self) -> str:
        """Return the id of the current picture, or ""."""
        index = self.currentIndex()
        return self._model.rows[index.row()].image.id if index.isValid() else ""

    def picture(self) -> Picture | None:
        """Return the current picture, or None."""
        index = self.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def count(self) -> int:
        """Return how many there are."""
        return len(self._model.rows)

    def paste(self) -> None:
        """Ask for what the clipboard holds; the window's Paste calls this where the list has the keyboard."""
        self.paste_asked.emit()

    def _on_ready(self, _ids: frozenset[str]) -> None:
        self.viewport().update()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        picture = current.data(PICTURE_ROLE)
        self.chosen.emit(picture.image.id if picture is not None else "")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.trash_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        else:
            super().keyPressEvent(event)


class _Delegate(QStyledItemDelegate):
    def __init__(self, thumbnails: Thumbnails, view: QListView) -> None:
        super().__init__(view)
        self._thumbnails = thumbnails
        self._font = theme.font(theme.SMALL)
        self._bold = theme.font(theme.SMALL, is_bold=True)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        picture: Picture = index.data(PICTURE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setLayoutDirection(option.direction)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        cell = option.rect.adjusted(2, 2, -2, -2)
        ground = QPainterPath()
        ground.addRoundedRect(cell, 6, 6)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(ground, theme.color("selection" if is_chosen else "raised"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawPath(ground)
        frame = QRect(cell.left() + 6, cell.top() + 6, THUMB.width(), THUMB.height())
        self._paint_picture(painter, frame, picture)
        words = QRect(cell.left() + 6, frame.bottom() + 3, THUMB.width(), 20)
        label = label_words(image_label(picture.image))
        painter.setFont(self._bold if picture.role else self._font)
        painter.setPen(theme.color("ink" if picture.role else "muted"))
        shown = picture.role or _words_of(picture)
        shown = painter.fontMetrics().elidedText(shown, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, shown)
        if label:
            room = QRect(frame.left() + 3, frame.bottom() - 22, frame.width() - 6, 20)
            text_lines.draw_plate(painter, room, label, self._bold, theme.color("ai_ink"), theme.color("ai_plate"))
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRect, picture: Picture) -> None:
        found = self._thumbnails.thumbnail(picture.image.id) if picture.image.has_file else None
        path = QPainterPath()
        path.addRoundedRect(frame, 4, 4)
        painter.fillPath(path, theme.color("window"))
        if found is not None and not found.pixmap.isNull():
            painter.save()
            painter.setClipPath(path)
            part = THUMB.scaled(found.pixmap.size(), Qt.AspectRatioMode.KeepAspectRatio)
            middle = QRect(0, 0, part.width(), part.height())
            middle.moveCenter(found.pixmap.rect().center())
            painter.drawPixmap(frame, found.pixmap, middle)
            painter.restore()
        else:
            icon = QRect(0, 0, icons.NORMAL, icons.NORMAL)
            icon.moveCenter(frame.center())
            icons.icon("images", "line").paint(painter, icon)
        painter.setPen(theme.color("line"))
        painter.drawPath(path)


def _words_of(picture: Picture) -> str:
    alt = picture.image.alt_for(interface_language())
    return (alt[1] if alt else "") or picture.image.name or tr("A picture without a file")
