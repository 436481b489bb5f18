"""What a person should look at, each line leading to where it is put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from editor.domain.problem import Problem
from editor.i18n.interface import ntr, tr, words
from editor.ui import icons, theme
from editor.ui.widgets import text_lines

MOST = 200
ROWS = 6  # as many are seen at once

_Index = QModelIndex | QPersistentModelIndex
_KIND = Qt.ItemDataRole.UserRole
_ABOUT = Qt.ItemDataRole.UserRole + 1
_MARK = 3 * theme.GRID


class ProblemList(QListWidget):
    """Made by panels. `chosen` carries the `Problem` that was clicked, or entered with Enter."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setItemDelegate(_Delegate(self))
        self._problems: tuple[Problem, ...] = ()
        self.itemClicked.connect(self._on_item)

    def show_problems(self, problems: Sequence[Problem], headline: Callable[[str], str]) -> None:
        """Show these; `headline` says what the article with an id is called, "" where it is not needed."""
        self._problems = tuple(problems)
        self.clear()
        for problem in self._problems[:MOST]:
            about = headline(problem.article) if problem.article else ""
            importance = tr("Must be put right") if problem.blocks else tr("To look at")
            item = QListWidgetItem(words(problem.message))
            item.setData(_KIND, "fault" if problem.blocks else "warn")
            item.setData(_ABOUT, about)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{importance}: {about} {item.text()}")
            item.setToolTip(tr("Enter goes there"))
            self.addItem(item)
        if (more := len(self._problems) - MOST) > 0:
            item = QListWidgetItem(ntr("and {n} more", "and {n} more", more))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.addItem(item)
        self._fit()

    @Slot(QListWidgetItem)
    def _on_item(self, item: QListWidgetItem) -> None:
        row = self.row(item)
        if row < min(len(self._problems), MOST):
            self.chosen.emit(self._problems[row])

    def _fit(self) -> None:
        """Be as high as the rows, six of them at most."""
        rows = sum(self.sizeHintForRow(row) for row in range(min(self.count(), ROWS)))
        self.setFixedHeight(rows + 2 if self.count() else 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

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
        self._fit()


class _Delegate(QStyledItemDelegate):
    """Draws the mark, the article it is about, and what is wrong, whole."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        view = self.parent()
        width = (view.viewport().width() if isinstance(view, QListWidget) else option.rect.width()) - _MARK
        height = text_lines.height_of(_said(index), theme.font(theme.NORMAL), width, 6)
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
        rect = option.rect.adjusted(0, theme.GRID // 2, 0, 0)
        left = rect.right() - icons.SMALL if is_mirrored else rect.left()
        kind = str(index.data(_KIND) or "")
        if kind:
            icons.icon(kind, kind).paint(painter, QRect(left, rect.top() + 1, icons.SMALL, icons.SMALL))
        area = rect.adjusted(0, 0, -_MARK, 0) if is_mirrored else rect.adjusted(_MARK, 0, 0, 0)
        if _about(index):
            painter.setPen(theme.color("muted"))
            small = theme.font(theme.SMALL)
            area.setTop(area.top() + text_lines.draw(painter, area, _about(index), small, 1))
        painter.setPen(theme.color("ink"))
        text_lines.draw(painter, area, _said(index), theme.font(theme.NORMAL), 6)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
        painter.restore()


def _said(index: _Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _about(index: _Index) -> str:
    return str(index.data(_ABOUT) or "")
