"""Keeps what is read in one view of a text where it is on the screen, while lines come and go above it in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from editor.ui.widgets.draft_page import DraftPage
    from editor.ui.widgets.writing_field import WritingField


class SteadyPlace(QObject):
    """Made with a second view of a text, one for each view. The page with the keyboard follows its cursor instead."""

    def __init__(self, page: DraftPage) -> None:
        super().__init__(page)
        self._page = page
        self._held: tuple[WritingField, QTextCursor, int] | None = None
        self._bar = page.verticalScrollBar()
        self._bar.valueChanged.connect(self._on_scrolled)
        self._bar.rangeChanged.connect(self._on_grown)
        self._on_scrolled()

    @Slot()
    def _on_scrolled(self) -> None:
        """Hold the first line in sight: which it is, and how far from the top it stands."""
        self._held = None
        top = self._bar.value()
        for field in self._page.fields().values():
            first = self._place(field, 0)
            if first <= top < first + field.height():
                cursor = field.cursorForPosition(QPoint(field.width() // 2, top - first))
                self._held = (field, cursor, self._place(field, field.cursorRect(cursor).top()) - top)

    @Slot()
    def _on_grown(self) -> None:
        if self._held is None or any(field.hasFocus() for field in self._page.fields().values()):
            return
        field, cursor, below = self._held
        self._bar.setValue(self._place(field, field.cursorRect(cursor).top()) - below)

    def _place(self, field: WritingField, height: int) -> int:
        inside = self._page.widget()
        return field.mapTo(inside, QPoint(0, height)).y() if inside is not None else height
