"""A timeline in one edition's words: dated headlines down a line, newest first, with what is wrong marked in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor.i18n.direction import direction
from editor.i18n.interface import tr
from editor.ui import icons, theme
from editor.ui.widgets import text_lines
from editor.ui.widgets.rows_model import Index, RowsModel

LEAST_WIDTH = 180  # four stand side by side in a wide window, two in a narrow panel
_RAIL = 5 * theme.GRID  # where the words begin; the line runs in its middle
_END = 2 * theme.GRID
_DOT = 4
_MARK = 20


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of the column. `problems` say what to look at; one without a `date` cannot stand on the timeline."""

    link_id: str
    date: str
    headline: str
    language: str
    locale: str
    problems: tuple[str, ...] = ()
    article: str = ""


class TimelineModel(RowsModel[TimelineRow]):
    """The rows of one column. Made by `TimelineList`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.least_heights: Sequence[int] = ()

    @override
    def answer(self, row: TimelineRow, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (row.date, row.headline, *row.problems) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((row.headline, *row.problems))
        return None


class TimelineDelegate(QStyledItemDelegate):
    """Draws one line: the rail, the date, the headline, and each problem under a mark."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width, least = _words_width(option), _model_of(index).least_heights
        height = self.natural_height(_row_of(index), width)
        return QSize(width, max(height, least[index.row()]) if index.row() < len(least) else height)

    def natural_height(self, row: TimelineRow, width: int) -> int:
        """Return the height that the words of `row` need where they have this width."""
        small = theme.font(theme.SMALL)
        height = text_lines.height_of(row.date, small, width, 2, row.locale) + 2 if row.date else 0
        height += text_lines.height_of(row.headline, theme.font(theme.LARGE, is_serif=True), width, 4, row.language)
        for problem in row.problems:
            height += text_lines.height_of(problem, small, width - _MARK, 3) + 4
        return height + 2 * theme.GRID + 4

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row_of(index)
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setLayoutDirection(option.direction)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("raised"))
        self._paint_rail(painter, option, index, is_mirrored=is_mirrored)
        area = option.rect.adjusted(_END if is_mirrored else _RAIL, theme.GRID, 0, 0)
        area.setWidth(_words_width(option))
        small = theme.font(theme.SMALL)
        if row.date:
            painter.setPen(theme.color("muted"))
            area.setTop(area.top() + text_lines.draw(painter, area, row.date, small, 2, row.locale) + 2)
        painter.setPen(theme.color("ink" if row.date else "muted"))
        serif = theme.font(theme.LARGE, is_serif=True)
        area.setTop(area.top() + text_lines.draw(painter, area, row.headline, serif, 4, row.language))
        for problem in row.problems:
            area.setTop(area.top() + 4 + _paint_problem(painter, area, problem, is_mirrored=is_mirrored))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 4, 4)
        painter.restore()

    def _paint_rail(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, is_mirrored: bool) -> None:
        row, rect = _row_of(index), option.rect
        x = rect.right() - _RAIL // 2 if is_mirrored else rect.left() + _RAIL // 2
        y = rect.top() + theme.GRID + 8
        is_last = index.row() == index.model().rowCount() - 1
        painter.setPen(theme.color("line"))
        if row.date:
            painter.drawLine(x, rect.top() if index.row() else y, x, y if is_last else rect.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("warn" if row.problems else "accent"))
        if row.date:
            painter.drawEllipse(QPoint(x, y), _DOT, _DOT)


class TimelineList(QListView):
    """The rows of a column. `opened` and `removed` carry a link's id: Enter opens, Delete takes off the timeline.

    `resized` says that the words have another width now.
    """

    opened = Signal(str)
    removed = Signal(str)
    resized = Signal()

    def __init__(self, name: str, *, can_write: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.entries = TimelineModel(self)
        self.setModel(self.entries)
        self._delegate = TimelineDelegate(self)
        self.setItemDelegate(self._delegate)
        self.doubleClicked.connect(self._on_activated)
        self._open = QAction(self)
        self._remove = QAction(self)
        self._open.triggered.connect(self._on_open)
        self._remove.triggered.connect(self._on_remove)
        self._remove.setVisible(can_write)
        self._remove.setEnabled(can_write)
        self.addActions([self._open, self._remove])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.retranslate()

    def current_link(self) -> str:
        """Return the id of the current row's link, "" when there is none."""
        index = self.currentIndex()
        return self.entries.rows[index.row()].link_id if index.isValid() else ""

    def show_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Show these rows; the current one stays current, or the one in its place."""
        was, at = self.current_link(), self.currentIndex().row()
        self.entries.show_rows(rows)
        found = next((number for number, row in enumerate(rows) if row.link_id == was), min(at, len(rows) - 1))
        if at >= 0 and found >= 0:
            self.setCurrentIndex(self.entries.index(found))

    def natural_heights(self) -> list[int]:
        """Return how high each row would be for its own words."""
        width = _words_room(self)
        return [self._delegate.natural_height(row, width) for row in self.entries.rows]

    def set_least_heights(self, heights: Sequence[int]) -> None:
        """Make the rows at least so high, to stand level with those of other editions."""
        if tuple(heights) != tuple(self.entries.least_heights):
            self.entries.least_heights = tuple(heights)
            self.scheduleDelayedItemsLayout()

    def retranslate(self) -> None:
        """Put the menu's words into the interface language again."""
        self._open.setText(tr("Open"))
        self._remove.setText(tr("Take off the timeline"))

    @Slot()
    def _on_open(self) -> None:
        if link_id := self.current_link():
            self.opened.emit(link_id)

    @Slot()
    def _on_remove(self) -> None:
        if link_id := self.current_link():
            self.removed.emit(link_id)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.entries.rows[index.row()].link_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_open()
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._remove.trigger()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.size().width() != event.oldSize().width():
            self.resized.emit()


class TimelineColumn(QWidget):
    """One edition's timeline under its name. Made by `TimelineGrid`; signals are those of its list."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(self, locale: str, *, can_write: bool) -> None:
        super().__init__()
        self.setObjectName(f"timeline.column.{locale}")
        self.setMinimumWidth(LEAST_WIDTH)
        is_rtl = direction(locale) == "rtl"  # the line stands on the side where these readers begin
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._title.setContentsMargins(_RAIL, theme.GRID, _END, 4)
        self.list = TimelineList(f"timeline.list.{locale}", can_write=can_write)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self.removed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self.list, 1)

    def show_rows(self, title: str, rows: Sequence[TimelineRow], *, is_alone: bool) -> None:
        """Show the timeline of the edition called `title`, whose name goes without saying where it `is_alone`."""
        self._title.setText(title)
        self._title.setVisible(not is_alone)
        self.list.setAccessibleName(title)
        self.list.show_rows(rows)


def _model_of(index: Index) -> TimelineModel:
    model = index.model()
    assert isinstance(model, TimelineModel)  # noqa: S101 - the delegate is made for it
    return model


def _row_of(index: Index) -> TimelineRow:
    return _model_of(index).rows[index.row()]


def _words_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return _words_room(view) if isinstance(view, QListView) else max(64, option.rect.width() - _RAIL - _END)


def _words_room(view: QListView) -> int:
    return max(64, view.viewport().width() - _RAIL - _END)


def _paint_problem(painter: QPainter, area: QRect, problem: str, *, is_mirrored: bool) -> int:
    mark = QRect(area.right() - 15 if is_mirrored else area.left(), area.top() + 4, 16, 16)
    icons.icon("warn", "warn").paint(painter, mark)
    said = area.adjusted(0 if is_mirrored else _MARK, 4, -_MARK if is_mirrored else 0, 0)
    painter.setPen(theme.color("warn"))
    return text_lines.draw(painter, said, problem, theme.font(theme.SMALL), 3)
