"""A list of articles that can be linked: headline, what it is, and why it is offered. Drawn, so it is quick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from editor.i18n.interface import tr
from editor.ui import icons, theme
from editor.ui.widgets import text_lines
from editor.ui.widgets.rows_model import Index, RowsModel

_SIDE = 2 * theme.GRID
_BUTTON = 20


@dataclass(frozen=True, slots=True)
class OfferRow:
    """What one row says. `language` is the headline's; a row that `is_taken` cannot be taken again."""

    id: str
    headline: str
    note: str
    language: str = ""
    labels: tuple[str, ...] = ()
    is_taken: bool = False


class OfferModel(RowsModel[OfferRow]):
    """The rows of one list. Made by `OfferList`."""

    @override
    def answer(self, row: OfferRow, role: int) -> object:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return row.headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.headline, *row.labels, row.note, tr("Linked already") if row.is_taken else "")
            return ". ".join(part for part in parts if part)
        return None


class OfferDelegate(QStyledItemDelegate):
    """Draws one row: the headline over at most two lines, its labels, the note, and a plus where it can be taken."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = _row_of(index)
        width = _room(option.rect.width() or _view_width(option))
        height = text_lines.height_of(row.headline, theme.font(theme.NORMAL), width, 2, row.language)
        height += text_lines.height_of(row.note, theme.font(theme.SMALL), width, 2) if row.note else 0
        height += 26 if row.labels else 0
        return QSize(width, height + 2 * theme.GRID)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row_of(index)
        painter.save()
        _paint_ground(painter, option)
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        start = _SIDE + (_BUTTON + theme.GRID if is_mirrored else 0)
        area = option.rect.adjusted(start, theme.GRID, 0, 0)
        area.setWidth(_room(option.rect.width()))
        painter.setLayoutDirection(option.direction)
        painter.setPen(theme.color("muted" if row.is_taken else "ink"))
        font = theme.font(theme.NORMAL)
        area.setTop(area.top() + text_lines.draw(painter, area, row.headline, font, 2, row.language))
        if row.labels:
            _paint_labels(painter, QRect(area), row.labels)
            area.setTop(area.top() + 26)
        if row.note:
            painter.setPen(theme.color("muted"))
            text_lines.draw(painter, area, row.note, theme.font(theme.SMALL), 2)
        icons.icon("done" if row.is_taken else "add", "muted" if row.is_taken else "accent").paint(
            painter, button_of(option.rect, is_mirrored=is_mirrored)
        )
        painter.restore()


class OfferList(QListView):
    """Made by panels. `taken` carries the id of the article that a person wants linked.

    Enter, a double click or a click on the plus takes a row.
    """

    taken = Signal(str)
    left_upward = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._offers = OfferModel(self)
        self.setModel(self._offers)
        self.setItemDelegate(OfferDelegate(self))
        self.doubleClicked.connect(self._on_taken)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: Sequence[OfferRow]) -> None:
        """Show these rows; the one that was current stays current where it is still there."""
        current = self.current_id()
        self._offers.show_rows(rows)
        for number, row in enumerate(rows):
            if row.id == current:
                self.setCurrentIndex(self._offers.index(number))
                break

    def current_id(self) -> str:
        """Return the id of the current row's article, "" when there is none."""
        index = self.currentIndex()
        return self._offers.rows[index.row()].id if index.isValid() else ""

    def is_in_use(self) -> bool:
        """Say whether the pointer or the keyboard is in the list."""
        return self.underMouse() or self.hasFocus()

    def choose_first(self) -> None:
        """Make the first row the current one where there is none."""
        if self._offers.rows and not self.currentIndex().isValid():
            self.setCurrentIndex(self._offers.index(0))

    @Slot(QModelIndex)
    def _on_taken(self, index: QModelIndex) -> None:
        row = self._offers.rows[index.row()]
        if not row.is_taken:
            self.taken.emit(row.id)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        place = button_of(self.visualRect(index), is_mirrored=is_mirrored).adjusted(-8, -8, 8, 8)
        if place.contains(self.viewport().mapFromGlobal(self.cursor().pos())):
            self._on_taken(index)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self._on_taken(index)
        elif event.key() == Qt.Key.Key_Up and index.row() <= 0:
            self.left_upward.emit()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def button_of(row: QRect, *, is_mirrored: bool) -> QRect:
    """Return where the plus of a row is."""
    left = row.left() + _SIDE if is_mirrored else row.right() + 1 - _SIDE - _BUTTON
    return QRect(left, row.top() + theme.GRID, _BUTTON, _BUTTON)


def _row_of(index: Index) -> OfferRow:
    model = index.model()
    assert isinstance(model, OfferModel)  # noqa: S101 - the delegate is made for it
    return model.rows[index.row()]


def _room(width: int) -> int:
    return max(48, width - 2 * _SIDE - _BUTTON - theme.GRID)


def _view_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QListView) else 320


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, theme.color("selection"))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.color("raised"))
    if option.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(theme.color("accent"))
        painter.drawRect(option.rect.adjusted(1, 0, -2, -1))


def _paint_labels(painter: QPainter, area: QRect, labels: Sequence[str]) -> None:
    font = theme.font(theme.SMALL, is_bold=True)
    area.setTop(area.top() + 3)
    for label in labels:
        place = text_lines.draw_plate(painter, area, label, font, theme.color("ai_ink"), theme.color("ai_plate"))
        if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            area.setRight(place.left() - 4)
        else:
            area.setLeft(place.right() + 4)
