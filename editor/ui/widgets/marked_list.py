"""Rows with a mark, what they are about in small letters, and what they say, whole: drawn, as high as their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from editor.ui import icons, theme
from editor.ui.widgets import text_lines

LINES = 6
_COLOURS = {"warn", "fault", "done"}

_Index = QModelIndex | QPersistentModelIndex
_MARK_ROLE = Qt.ItemDataRole.UserRole
_ABOUT_ROLE = Qt.ItemDataRole.UserRole + 1
_MARK = 3 * theme.GRID
_SIDE = theme.GRID // 2


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """One row. `mark` names an icon, in its colour where it has one ("warn"); `spoken` is the mark in words."""

    said: str
    about: str = ""
    mark: str = ""
    spoken: str = ""
    is_silent: bool = False


class MarkedList(QListWidget):
    """Made by widgets that list what was found. `entered` carries the number of a row that was clicked or entered."""

    entered = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setItemDelegate(_Delegate(self))
        self.itemClicked.connect(self._on_item)

    def show_rows(self, rows: Sequence[MarkedRow], tip: str = "") -> None:
        """Show these rows in place of those before."""
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.said)
            item.setData(_MARK_ROLE, row.mark)
            item.setData(_ABOUT_ROLE, row.about)
            spoken = ". ".join(part for part in (row.spoken, row.about, row.said) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            item.setToolTip(tip)
            if row.is_silent:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)

    def height_of_rows(self, most: int) -> int:
        """Return how high the first `most` rows are."""
        return sum(self.sizeHintForRow(row) for row in range(min(self.count(), most)))

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.entered.emit(self.row(item))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and item is not None:
            self._on_item(item)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()


class _Delegate(QStyledItemDelegate):
    """Draws the mark, what the row is about, and what it says."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()
        width -= _MARK + 2 * _SIDE
        height = text_lines.height_of(_said(index), theme.font(theme.NORMAL), width, LINES)
        if _about(index):
            height += text_lines.height_of(_about(index), theme.font(theme.SMALL), width, 1)
        return QSize(width, height + theme.GRID)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setLayoutDirection(option.direction)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("raised"))
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        rect = option.rect.adjusted(_SIDE, theme.GRID // 2, -_SIDE, 0)
        left = rect.right() - icons.SMALL if is_mirrored else rect.left()
        kind = str(index.data(_MARK_ROLE) or "")
        if kind:
            tint = kind if kind in _COLOURS else "accent"
            icons.icon(kind, tint).paint(painter, QRect(left, rect.top() + 1, icons.SMALL, icons.SMALL))
        area = rect.adjusted(0, 0, -_MARK, 0) if is_mirrored else rect.adjusted(_MARK, 0, 0, 0)
        if _about(index):
            painter.setPen(theme.color("muted"))
            small = theme.font(theme.SMALL)
            area.setTop(area.top() + text_lines.draw(painter, area, _about(index), small, 1))
        painter.setPen(theme.color("ink"))
        text_lines.draw(painter, area, _said(index), theme.font(theme.NORMAL), LINES)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()


def _said(index: _Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _about(index: _Index) -> str:
    return str(index.data(_ABOUT_ROLE) or "")
