"""The rows of a timeline as they are drawn: the line, the date, the headline, and each mark with its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from editor.ui import icons, theme
from editor.ui.widgets import text_lines
from editor.ui.widgets.rows_model import Index, RowsModel

_HEIGHTS_KEPT = 8192
RAIL = 4 * theme.GRID  # where the words begin; the line runs in its middle
END = theme.GRID
_DOT = 4
_MARK = 20
_DATE_LINES, _HEADLINE_LINES, _MARK_LINES = 4, 5, 4  # in the narrowest column a date takes three


@dataclass(frozen=True, slots=True)
class RowMark:
    """One thing to look at, in words, under an icon; what is news and no mistake `is_quiet`."""

    words: str
    icon: str = "warn"
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One line of the column. `marks` say what to look at; one without a `date` cannot stand on the timeline.

    `ago` is the extra that stands after a date of less than a day, in the edition's words as the date is.
    """

    link_id: str
    date: str
    headline: str
    language: str
    locale: str
    marks: tuple[RowMark, ...] = ()
    article: str = ""
    ago: str = ""

    @property
    def when(self) -> str:
        """Return the date, with how long ago that is where it is not long."""
        return f"{self.date} · {self.ago}" if self.ago else self.date


class TimelineModel(RowsModel[TimelineRow]):
    """The rows of one column. Made by `TimelineList`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.heights: Sequence[int] = ()  # of the rows as they stand; () where each is as high as its own words

    def put_rows(self, rows: Sequence[TimelineRow]) -> None:
        """Show these rows; where there are as many as before, the place in the list and what stays as it was remain."""
        if len(rows) != len(self.rows):
            self.show_rows(rows)
            return
        changed = [number for number, (old, new) in enumerate(zip(self.rows, rows, strict=True)) if old != new]
        self.rows = tuple(rows)
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    @override
    def answer(self, row: TimelineRow, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return row.headline
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (row.when, row.headline, *(mark.words for mark in row.marks)) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join((row.headline, *(mark.words for mark in row.marks)))
        return None


class TimelineDelegate(QStyledItemDelegate):
    """Draws one line: the rail, the date, the headline, and each mark with its words.

    Rows run the way of the edition's language, whichever way the window runs. Keeps how high rows are: a list asks for
    all of them whenever one changes.
    """

    def __init__(self, parent: QWidget, *, is_mirrored: bool) -> None:
        super().__init__(parent)
        self._is_mirrored = is_mirrored
        self._heights: dict[tuple[TimelineRow, int], int] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        model, number, width = _model_of(index), index.row(), _words_width(option)
        is_set = number < len(model.heights)
        return QSize(width, model.heights[number] if is_set else self.natural_height(model.rows[number], width))

    def natural_height(self, row: TimelineRow, width: int) -> int:
        """Return the height that the words of `row` need where they have this width."""
        key = (row, width)
        found = self._heights.get(key)
        if found is None:
            if len(self._heights) >= _HEIGHTS_KEPT:
                self._heights.clear()
            found = self._heights[key] = self._measured(row, width)
        return found

    def forget_heights(self) -> None:
        """Measure anew: letters have another size now."""
        self._heights.clear()

    def _measured(self, row: TimelineRow, width: int) -> int:
        small = theme.font(theme.SMALL)
        height = text_lines.height_of(row.when, small, width, _DATE_LINES, row.locale) + 2 if row.date else 0
        height += text_lines.height_of(
            row.headline, theme.font(theme.LARGE, is_serif=True), width, _HEADLINE_LINES, row.language
        )
        for mark in row.marks:
            height += text_lines.height_of(mark.words, small, width - _MARK, _MARK_LINES) + 4
        return height + 2 * theme.GRID + 4

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row_of(index)
        is_mirrored = self._is_mirrored
        painter.save()
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("selection"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, theme.color("raised"))
        self._paint_rail(painter, option, index, is_mirrored=is_mirrored)
        area = option.rect.adjusted(END if is_mirrored else RAIL, theme.GRID, 0, 0)
        area.setWidth(_words_width(option))
        small = theme.font(theme.SMALL)
        if row.date:
            painter.setPen(theme.color("muted"))
            area.setTop(area.top() + text_lines.draw(painter, area, row.when, small, _DATE_LINES, row.locale) + 2)
        painter.setPen(theme.color("ink" if row.date else "muted"))
        serif = theme.font(theme.LARGE, is_serif=True)
        area.setTop(area.top() + text_lines.draw(painter, area, row.headline, serif, _HEADLINE_LINES, row.language))
        for mark in row.marks:
            area.setTop(area.top() + 4 + _paint_mark(painter, area, mark, is_mirrored=is_mirrored))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("accent"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 4, 4)
        painter.restore()

    def _paint_rail(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, *, is_mirrored: bool) -> None:
        row, rect = _row_of(index), option.rect
        x = rect.right() - RAIL // 2 if is_mirrored else rect.left() + RAIL // 2
        y = rect.top() + theme.GRID + 8
        is_last = index.row() == index.model().rowCount() - 1
        painter.setPen(theme.color("line"))
        if row.date:
            painter.drawLine(x, rect.top() if index.row() else y, x, y if is_last else rect.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if all(mark.is_quiet for mark in row.marks) else "warn"))
        if row.date:
            painter.drawEllipse(QPoint(x, y), _DOT, _DOT)


def words_room(view: QListView) -> int:
    """Return how wide the words of the rows of `view` may be."""
    return max(64, view.viewport().width() - RAIL - END)


def _model_of(index: Index) -> TimelineModel:
    model = index.model()
    assert isinstance(model, TimelineModel)  # noqa: S101 - the delegate is made for it
    return model


def _row_of(index: Index) -> TimelineRow:
    return _model_of(index).rows[index.row()]


def _words_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return words_room(view) if isinstance(view, QListView) else max(64, option.rect.width() - RAIL - END)


def _paint_mark(painter: QPainter, area: QRect, mark: RowMark, *, is_mirrored: bool) -> int:
    tint = "muted" if mark.is_quiet else "warn"
    place = QRect(area.right() - 15 if is_mirrored else area.left(), area.top() + 4, 16, 16)
    icons.icon(mark.icon, tint).paint(painter, place)
    said = area.adjusted(0 if is_mirrored else _MARK, 4, -_MARK if is_mirrored else 0, 0)
    painter.setPen(theme.color(tint))
    return text_lines.draw(painter, said, mark.words, theme.font(theme.SMALL), _MARK_LINES)
