"""A timeline in one edition's words: dated headlines down a line, newest first, with what is wrong marked in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from editor.i18n.direction import direction
from editor.i18n.interface import tr
from editor.ui import theme
from editor.ui.widgets.edition_zone import EditionZone, ZoneShown
from editor.ui.widgets.timeline_delegate import (
    END,
    RAIL,
    RowMark,
    TimelineDelegate,
    TimelineModel,
    TimelineRow,
    words_room,
)

__all__ = ["LEAST_WIDTH", "RowMark", "TimelineColumn", "TimelineList", "TimelineRow"]

LEAST_WIDTH = 180  # four stand side by side in a wide window, two in a narrow panel


class TimelineList(QListView):
    """The rows of a column. `opened` and `removed` carry a link's id: Enter opens, Delete takes off the timeline.

    `pointed` carries the link of the current row, "" for none; `resized` says that the words have another size now.
    """

    opened = Signal(str)
    removed = Signal(str)
    pointed = Signal(str)
    resized = Signal()

    def __init__(self, name: str, *, can_write: bool, is_mirrored: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.entries = TimelineModel(self)
        self.setModel(self.entries)
        self._delegate = TimelineDelegate(self, is_mirrored=is_mirrored)
        self.setItemDelegate(self._delegate)
        self._natural: list[int] = []
        self._natural_width = -1
        self.doubleClicked.connect(self._on_activated)
        self.selectionModel().currentChanged.connect(self._on_current)
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
        self._natural_width = -1
        if len(rows) != len(self.entries.rows):
            self.entries.heights = ()
        self.entries.put_rows(rows)
        found = next((number for number, row in enumerate(rows) if row.link_id == was), min(at, len(rows) - 1))
        if at >= 0 and found >= 0:
            self.setCurrentIndex(self.entries.index(found))

    def natural_heights(self) -> list[int]:
        """Return how high each row would be for its own words."""
        width = words_room(self)
        if width != self._natural_width:
            self._natural_width = width
            self._natural = [self._delegate.natural_height(row, width) for row in self.entries.rows]
        return self._natural

    def set_heights(self, heights: Sequence[int]) -> None:
        """Make the rows so high, to stand level with those of other editions; there may be more than there are rows."""
        wanted = tuple(heights[: len(self.entries.rows)])
        if wanted != self.entries.heights:
            self.entries.heights = wanted
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

    @Slot()
    def _on_current(self) -> None:
        self.pointed.emit(self.current_link())

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
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._delegate.forget_heights()
            self._natural_width = -1
            self.entries.heights = ()
            self.resized.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.size().width() != event.oldSize().width():
            self.entries.heights = ()
            self.resized.emit()


class TimelineColumn(QWidget):
    """One edition's timeline under its name and zone. Made by `TimelineGrid`; signals are those of its parts.

    `pointed` and `zone_chosen` carry the edition's locale before what those of the list and the zone carry.
    """

    opened = Signal(str)
    removed = Signal(str)
    pointed = Signal(str, str)
    zone_chosen = Signal(str, str)
    refused = Signal(object)

    def __init__(self, locale: str, *, can_write: bool) -> None:
        super().__init__()
        self.setObjectName(f"timeline.column.{locale}")
        self._locale = locale
        self.setMinimumWidth(LEAST_WIDTH)
        is_rtl = direction(locale) == "rtl"  # the line stands on the side where these readers begin
        way = Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._title.setContentsMargins(RAIL, theme.GRID, END, 0)
        self._zone = EditionZone(f"timeline.zone.{locale}")
        for part in (self._title, self._zone):  # not the list, whose bar stands at the edge of the window
            part.setLayoutDirection(way)
        self._zone.zone_chosen.connect(self._on_zone)
        self._zone.refused.connect(self.refused)
        self.list = TimelineList(f"timeline.list.{locale}", can_write=can_write, is_mirrored=is_rtl)
        self.list.opened.connect(self.opened)
        self.list.removed.connect(self.removed)
        self.list.pointed.connect(self._on_pointed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._zone)
        column.addWidget(self.list, 1)

    def show_rows(
        self,
        title: str,
        rows: Sequence[TimelineRow],
        *,
        is_alone: bool,
        is_last: bool = True,
        zone: ZoneShown | None = None,
    ) -> None:
        """Show the timeline of the edition called `title`, whose name goes without saying where it `is_alone`.

        `zone` is the edition's own, to be changed; None where there is none to change. Columns scroll together, so only
        the one that `is_last` shows a bar.
        """
        self._title.setText(title)
        self._title.setVisible(not is_alone)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_last else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.list.setVerticalScrollBarPolicy(bar)
        self.list.setAccessibleName(title)
        self._zone.setVisible(zone is not None)
        if zone is not None:
            self._zone.show_zone(zone)
        self.list.show_rows(rows)

    def level_head(self, height: int) -> int:
        """Make the lines above the list so high, 0 for what they need, and return what they need."""
        needed = max(self._title.sizeHint().height(), self._title.fontMetrics().height())
        self._title.setMinimumHeight(height)
        return needed

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._zone.retranslate()
        self.list.retranslate()

    @Slot(str)
    def _on_pointed(self, link_id: str) -> None:
        self.pointed.emit(self._locale, link_id)

    @Slot(str)
    def _on_zone(self, zone: str) -> None:
        self.zone_chosen.emit(self._locale, zone)
