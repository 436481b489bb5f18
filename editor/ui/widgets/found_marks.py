"""Marks what is found on a page: only what is in sight, for a long article can hold tens of thousands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.ui import theme

if TYPE_CHECKING:
    from editor.ui.widgets.draft_page import DraftPage
    from editor.ui.widgets.page_search import Hit
    from editor.ui.widgets.writing_field import WritingField

KIND = "found"


class FoundMarks(QObject):
    """Made by `PageSearch`. Marks move with the text by themselves, and follow the scrolling."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pages: tuple[DraftPage, ...] = ()
        self._hits: Sequence[Hit] = ()
        self._within: tuple[int, int, int] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._mark)
        theme.look().changed.connect(self._on_scrolled)

    def serve(self, page: DraftPage) -> None:
        """Hear of the scrolling of this view, once."""
        page.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        page.verticalScrollBar().rangeChanged.connect(self._on_scrolled)

    def turn_to(self, page: DraftPage | None) -> None:
        """Mark on this page and in every view of its texts from now on, and take the marks away from those before."""
        if self._hits or self._within:
            self._hits, self._within = (), None
            self._mark()
        self._pages = tuple(page.views) if page is not None else ()

    def show(self, hits: Sequence[Hit], within: tuple[int, int, int] | None) -> None:
        """Mark these, in order, and the stretch (field, from, up to) that alone is looked through, if there is one."""
        self._hits, self._within = hits, within
        self._mark()

    def _on_scrolled(self) -> None:
        if self._hits or self._within:
            self._soon.start()

    def _mark(self) -> None:
        self._soon.stop()
        found, stretch = theme.color("found"), theme.color("raised")
        for number, field in ((n, field) for page in self._pages for n, field in enumerate(page.fields().values())):
            marks = []
            if self._within is not None and self._within[0] == number and self._hits:
                marks.append(_mark(field, self._within[1], self._within[2], stretch))
            marks += [_mark(field, hit.start, hit.end, found) for hit in self._seen(number, field)]
            field.mark(KIND, marks)

    def _seen(self, number: int, field: WritingField) -> Sequence[Hit]:
        """Return the hits in the paragraphs of the field that are in sight."""
        if not self._hits:
            return ()
        seen = field.viewport().visibleRegion().boundingRect()
        if seen.isEmpty():
            return ()
        first = field.cursorForPosition(seen.topLeft()).block().position()
        last = field.cursorForPosition(seen.bottomLeft()).block()
        begin = bisect_left(self._hits, (number, first), key=lambda hit: (hit.field, hit.end))
        end = bisect_right(
            self._hits, (number, last.position() + last.length()), key=lambda hit: (hit.field, hit.start)
        )
        return self._hits[begin:end]


def _mark(field: WritingField, start: int, end: int, color: QColor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    cursor = QTextCursor(field.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    mark.cursor = cursor
    mark.format.setBackground(color)
    return mark
