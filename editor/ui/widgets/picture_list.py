"""Pictures side by side, small: those of an article, or the newsroom's library."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QKeyCombination,
    QMimeData,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPainterPath, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from editor.domain.image import Image
from editor.domain.labels import image_label
from editor.i18n.interface import interface_language, tr
from editor.ui import icons, theme
from editor.ui.widgets import text_lines
from editor.ui.widgets.ai_label import label_words
from editor.ui.widgets.article_mime import IMAGE_MIME, mime_of
from editor.ui.widgets.origin_words import undecided_words
from editor.ui.widgets.picture_menu import KEYS, VIEW
from editor.ui.widgets.rows_model import Index, RowsModel
from editor.ui.widgets.thumbnails import Thumbnails

THUMB = QSize(164, 92)
_PAD = theme.GRID
_WORDS = 22
CELL = QSize(THUMB.width() + 2 * _PAD, THUMB.height() + 2 * _PAD + _WORDS)
PICTURE_ROLE = Qt.ItemDataRole.UserRole
_KEYS = (*((QKeySequence(keys), name) for name, keys in KEYS.items()), (QKeySequence("Return"), VIEW))


@dataclass(frozen=True, slots=True)
class Picture:
    """One cell: the image, what it is to the article ("" for one of the library), and whether its file is gone."""

    image: Image
    role: str = ""
    is_missing: bool = False


class PictureModel(RowsModel[Picture]):
    """The cells of one list, each of the size `cell`. Made by `PictureList`."""

    cell = CELL

    def renew_rows(self, rows: Sequence[Picture]) -> None:
        """Show these; where they are the same pictures in the same order, the view stays as it is."""
        if [one.image.id for one in rows] != [one.image.id for one in self.rows]:
            self.show_rows(rows)
        elif rows:
            self.rows = tuple(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def mimeTypes(self) -> list[str]:
        return [IMAGE_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return mime_of((self.rows[index.row()].image.id for index in indexes), IMAGE_MIME)

    @override
    def answer(self, row: Picture, role: int) -> object:
        if role == PICTURE_ROLE:
            return row
        if role == Qt.ItemDataRole.SizeHintRole:
            return self.cell
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return _words_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            missing = tr("Its file is missing") if row.is_missing else ""
            label = label_words(image_label(row.image)) or undecided_words(row.image)
            parts = (row.role, _words_of(row), label, missing)
            return ". ".join(part for part in parts if part)
        return None


class PictureList(QListView):
    """Made by the images panel. `chosen` carries the id of the image that is current now, "" for none.

    `many_chosen` says that other pictures are selected, `asked` carries what keys ask to do with them.
    """

    chosen = Signal(str)
    many_chosen = Signal()
    asked = Signal(str)
    paste_asked = Signal()

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setObjectName("images.list")
        self._model = PictureModel(self)
        self._fills = True
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(thumbnails, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setViewportMargins(theme.GRID, 0, theme.GRID, 0)
        self.doubleClicked.connect(self._on_double_clicked)
        thumbnails.ready.connect(self._on_ready)

    def set_filling(self, *, fills: bool) -> None:
        """Let the pictures fill their lines, as in the library, or stay small: a strip is seen whole."""
        self._fills = fills
        self._fill_width()

    def _fill_width(self) -> None:
        """Let the pictures fill the lines, so that no gap is left beside the last one of each."""
        room = self.viewport().width() - 1
        lines = min(room // max(room // CELL.width(), 1), 2 * CELL.width() - 1)
        width = lines if self._fills else CELL.width()
        cell = QSize(width, (width - 2 * _PAD) * THUMB.height() // THUMB.width() + 2 * _PAD + _WORDS)
        if cell != self._model.cell and room > CELL.width():
            self._model.cell = cell
            self.scheduleDelayedItemsLayout()

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """Show these; those that were chosen stay so where they are still there, else the first becomes so."""
        was, many = self.current_id(), {picture.image.id for picture in self.selected()}
        self._model.renew_rows(pictures)
        if not pictures:
            self.chosen.emit("")
        elif self.current_id() != was or not was:
            self.choose(was, also=many)

    def choose(self, image_id: str, *, also: Collection[str] = ()) -> None:
        """Make this picture the current one, the first where it is not there; those of `also` stay selected with it."""
        place = {picture.image.id: row for row, picture in enumerate(self._model.rows)}
        index = self._model.index(place.get(image_id, 0))
        kept = self._ranges(sorted(place[one] for one in also if one in place)) if image_id in place else []
        flag = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect)
        for first, last in kept:
            chosen = QItemSelection(self._model.index(first), self._model.index(last))
            self.selectionModel().select(chosen, flag.Select)
        self.scrollTo(index)

    def step(self, by: int) -> None:
        """Make the picture so many places further on the current one, where there is one."""
        index = self._model.index(self.currentIndex().row() + by)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def selected(self) -> list[Picture]:
        """Return the selected pictures in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.rows[row] for row in rows]

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

    @staticmethod
    def _ranges(rows: Sequence[int]) -> list[tuple[int, int]]:
        """Return (first, last) of each run of neighbours: thousands are selected as fast as one."""
        ranges: list[tuple[int, int]] = []
        for row in rows:
            if ranges and ranges[-1][1] == row - 1:
                ranges[-1] = (ranges[-1][0], row)
            else:
                ranges.append((row, row))
        return ranges

    def _on_double_clicked(self) -> None:
        self.asked.emit(VIEW)

    def copy(self) -> None:
        """Put the selected pictures on the clipboard, for a text to be pasted into; the window's Copy calls this."""
        if picked := self.selected():
            QGuiApplication.clipboard().setMimeData(mime_of((one.image.id for one in picked), IMAGE_MIME))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fill_width()
        super().resizeEvent(event)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        picture = current.data(PICTURE_ROLE)
        self.chosen.emit(picture.image.id if picture is not None else "")

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.many_chosen.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
        pressed = QKeySequence(QKeyCombination(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, key))
        asked = next((name for keys, name in _KEYS if keys == pressed), "")
        if asked and self.currentIndex().isValid():
            self.asked.emit(asked)
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
        wide = option.rect.width() - 2 * _PAD
        frame = QRect(cell.left() + 6, cell.top() + 6, wide, wide * THUMB.height() // THUMB.width())
        self._paint_picture(painter, frame, picture)
        words = QRect(cell.left() + 6, frame.bottom() + 3, wide, 20)
        label = label_words(image_label(picture.image))
        painter.setPen(theme.color("ink" if picture.role else "muted"))
        shown, font = picture.role or _words_of(picture), self._bold if picture.role else self._font
        alt = None if picture.role else picture.image.alt_for(interface_language())
        text_lines.draw(painter, words, shown, font, 1, alt[0] if alt and alt[1] else "")
        room = QRect(frame.left() + 3, frame.bottom() - 22, frame.width() - 6, 20)
        if label:
            text_lines.draw_plate(painter, room, label, self._bold, theme.color("ai_ink"), theme.color("ai_plate"))
        elif undecided := undecided_words(picture.image):
            text_lines.draw_plate(painter, room, undecided, self._bold, theme.color("warn"), theme.color("surface"))
        painter.restore()

    def _paint_picture(self, painter: QPainter, frame: QRect, picture: Picture) -> None:
        is_there = picture.image.has_file and not picture.is_missing
        found = self._thumbnails.thumbnail(picture.image.id) if is_there else None
        path = QPainterPath()
        path.addRoundedRect(frame, 4, 4)
        painter.fillPath(path, theme.color("window"))
        if found is not None and not found.pixmap.isNull():
            painter.save()
            painter.setClipPath(path)
            part = frame.size().scaled(found.pixmap.size(), Qt.AspectRatioMode.KeepAspectRatio)
            middle = QRect(0, 0, part.width(), part.height())
            middle.moveCenter(found.pixmap.rect().center())
            painter.drawPixmap(frame, found.pixmap, middle)
            painter.restore()
        else:
            icon = QRect(0, 0, icons.NORMAL, icons.NORMAL)
            icon.moveCenter(frame.center())
            is_fault = picture.is_missing
            icons.icon("fault" if is_fault else "images", "fault" if is_fault else "line").paint(painter, icon)
        painter.setPen(theme.color("line"))
        painter.drawPath(path)


def _words_of(picture: Picture) -> str:
    alt = picture.image.alt_for(interface_language())
    return (alt[1] if alt else "") or picture.image.name or tr("A picture without a file")
