"""Timelines of several editions side by side: they share the room there is, and their rows stand level."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from editor.ui.widgets.edition_zone import ZoneShown
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.timeline_column import TimelineColumn, TimelineRow


class TimelineGrid(QScrollArea):
    """Made by the timeline panel; signals are those of its columns. Scrolling one column scrolls the others."""

    opened = Signal(str)
    removed = Signal(str)
    pointed = Signal(str, str)
    zone_chosen = Signal(str, str)
    refused = Signal(object)

    def __init__(self, *, can_write: bool) -> None:
        super().__init__()
        self._can_write = can_write
        self._columns: dict[str, TimelineColumn] = {}
        inside = QWidget()
        inside.setObjectName("page")
        self._row = QHBoxLayout(inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)

    def show_timelines(
        self, timelines: Mapping[str, Sequence[TimelineRow]], zones: Mapping[str, ZoneShown] | None = None
    ) -> None:
        """Show the rows of these editions, in this order; `zones` are those that can be changed."""
        for gone in [locale for locale in self._columns if locale not in timelines]:
            column = self._columns.pop(gone)
            column.hide()
            column.deleteLater()
        for place, (locale, rows) in enumerate(timelines.items()):
            column = self._columns.get(locale) or self._new_column(locale)
            self._row.insertWidget(place, column, 1)
            column.show_rows(
                language_words(locale),
                rows,
                is_alone=len(timelines) == 1,
                is_last=place == len(timelines) - 1,
                zone=(zones or {}).get(locale),
            )
        head = max((column.level_head(0) for column in self._columns.values()), default=0)
        for column in self._columns.values():
            column.level_head(head)
        self._level()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        for column in self._columns.values():
            column.retranslate()

    @Slot()
    def _level(self) -> None:
        """Make each row as high as the highest of its number: dates and headlines wrap differently in each language."""
        lists = [column.list for column in self._columns.values()]
        heights = [max(row) for row in zip_longest(*(one.natural_heights() for one in lists), fillvalue=0)]
        for one in lists:
            one.set_heights(heights)

    @Slot(int)
    def _on_scrolled(self, place: int) -> None:
        for column in self._columns.values():
            bar = column.list.verticalScrollBar()
            if bar is not self.sender():
                bar.setValue(place)

    def _new_column(self, locale: str) -> TimelineColumn:
        column = TimelineColumn(locale, can_write=self._can_write)
        column.opened.connect(self.opened)
        column.removed.connect(self.removed)
        column.pointed.connect(self.pointed)
        column.zone_chosen.connect(self.zone_chosen)
        column.refused.connect(self.refused)
        column.list.resized.connect(self._level)
        column.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._columns[locale] = column
        return column
