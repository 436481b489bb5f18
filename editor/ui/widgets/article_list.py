"""The list of articles itself: chosen with mouse or keys, opened with a click or Enter, several at once marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView
from typing_extensions import override

from editor.domain.article import ArticleHead
from editor.ui.keys import keys
from editor.ui.panel_keys import DUPLICATE, DUPLICATE_KEYS
from editor.ui.widgets.article_delegate import ArticleDelegate
from editor.ui.widgets.article_model import HEAD_ROLE, ArticleModel
from editor.ui.widgets.thumbnails import Thumbnails

_Index = QModelIndex | QPersistentModelIndex


class ArticleList(QListView):
    """Made by the articles panel.

    `opened` carries the id of an article that was clicked, `written` of one that Enter was pressed on; `asked` what
    shall be done with those chosen, by the menu's name for it: a key was pressed, or what lies in the trash was clicked
    to be read; `menu_asked` carries where on the screen the person asks what can be done; `left_upward` says that the
    keyboard goes on to what is above the list.
    """

    opened = Signal(str)
    written = Signal(str)
    asked = Signal(str)
    menu_asked = Signal(QPoint)
    left_upward = Signal()
    selected = Signal()
    mouse_left = Signal()

    def __init__(self, model: ArticleModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setObjectName("articles.list")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(model)
        delegate = ArticleDelegate(thumbnails, self)
        model.set_sizes(*delegate.sizes())
        self.setItemDelegate(delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self._articles = model
        self._thumbnails = thumbnails
        thumbnails.ready.connect(self._on_pictures_ready)

    def chosen(self) -> list[ArticleHead]:
        """Return what is selected, in the order of the list."""
        heads = self._articles.heads
        spans = sorted((span.top(), span.bottom()) for span in self._ranges())
        return [heads[row] for top, bottom in spans for row in range(top, bottom + 1)]

    def count_chosen(self) -> int:
        """Return how many are selected."""
        return sum(span.height() for span in self._ranges())

    def show_heads(self, heads: list[ArticleHead], *, keeps_order: bool = False) -> bool:
        """List these; what was selected and in sight stays so where it is still there.

        `keeps_order` leaves every row where it is, unless an article came in that was not listed before. Return whether
        they stand in the order they were given in.
        """
        given = heads
        if keeps_order and all(self._articles.row_of(head.id) >= 0 for head in heads):
            heads = sorted(heads, key=lambda head: self._articles.row_of(head.id))
        kept = {head.id for head in self.chosen()}
        current = self.currentIndex().data(HEAD_ROLE)
        place = self.verticalScrollBar().value()
        self._articles.show_heads(heads)
        selection = self.selectionModel()
        rows = sorted(row for one in kept if (row := self._articles.row_of(one)) >= 0)
        selection.select(self._spans(rows), QItemSelectionModel.SelectionFlag.Select)
        row = self._articles.row_of(current.id) if current is not None else -1
        if row >= 0:
            selection.setCurrentIndex(self._articles.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place)
        self.selected.emit()
        return heads == given

    def choose(self, article_id: str) -> None:
        """Select this article alone and bring it into sight."""
        self._choose_row(self._articles.row_of(article_id))

    def choose_first(self) -> None:
        """Select the first article where none is."""
        if self._articles.heads and not self.selectionModel().hasSelection():
            self._choose_row(0)

    def _choose_row(self, row: int) -> None:
        # The view's own way asks which keys are held: with the Ctrl of Ctrl+Z it would add the row to the others.
        if row >= 0:
            index = self._articles.index(row)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(number) for number in range(selection.count())]

    def _spans(self, rows: list[int]) -> QItemSelection:
        """Return the sorted rows as few spans: ten thousand single ones take Qt seconds."""
        spans = QItemSelection()
        start = 0
        for place, row in enumerate(rows):
            if place + 1 == len(rows) or rows[place + 1] != row + 1:
                spans.append(QItemSelectionRange(self._articles.index(rows[start]), self._articles.index(row)))
                start = place + 1
        return spans

    def _on_menu(self, place: QPoint) -> None:
        self.menu_asked.emit(self.viewport().mapToGlobal(place))

    def _on_pictures_ready(self, image_ids: frozenset[str]) -> None:
        first = self.indexAt(QPoint(4, 1)).row()
        last = self.indexAt(QPoint(4, self.viewport().height() - 2)).row()
        last = last if last >= 0 else len(self._articles.heads) - 1
        for row in range(max(first, 0), last + 1):
            if self._articles.heads[row].hero_image in image_ids:
                self.update(self._articles.index(row))

    def _open(self, index: QModelIndex, *, is_by_key: bool = False) -> None:
        head = index.data(HEAD_ROLE)
        if head is not None and head.trashed_at is not None:
            self.asked.emit("restore" if is_by_key else "read")
        elif head is not None:
            (self.written if is_by_key else self.opened).emit(head.id)

    @override
    def dataChanged(self, top_left: _Index, bottom_right: _Index, roles: Sequence[int] = ()) -> None:
        # Qt's list lays out and paints every row for one that changed: too much to do with each save of typing.
        is_one = top_left == bottom_right
        if is_one and self.visualRect(top_left).height() == self.sizeHintForIndex(top_left).height():
            self.update(top_left)
            return
        super().dataChanged(top_left, bottom_right, roles)

    @override
    def selectionChanged(self, selected: object, deselected: object) -> None:
        super().selectionChanged(selected, deselected)  # type: ignore[arg-type]
        self.selected.emit()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_plain = event.button() is Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if index.isValid() and is_plain and index == self.currentIndex():
            self._open(index)

    @override
    def event(self, event: QEvent) -> bool:
        # The window has these keys too, for the open article; here they mean the chosen one.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _duplicates(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if _duplicates(event):
            self.asked.emit("duplicate")
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self._open(index, is_by_key=True)
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.asked.emit("trash")
        elif event.key() == Qt.Key.Key_Up and index.row() <= 0:
            self.left_upward.emit()
        elif event.key() == Qt.Key.Key_Menu:
            self.menu_asked.emit(self.viewport().mapToGlobal(self.visualRect(index).center()))
        else:
            super().keyPressEvent(event)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.mouse_left.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.viewport().update()


def _duplicates(event: QKeyEvent) -> bool:
    return QKeySequence(event.keyCombination()) in keys().of(DUPLICATE, DUPLICATE_KEYS)
