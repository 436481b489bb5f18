"""Lets all but the sentence or paragraph that is written on step back, without touching the text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTextBoundaryFinder, Slot
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from editor.ui import theme
from editor.ui.page_look import Lit
from editor.ui.widgets.writing_field import WritingField

_KIND = "dim"


class LitWords(QObject):
    """Made by the page for its fields. What steps back is laid over the text: two marks a field, however long it is."""

    def __init__(self, fields: Sequence[WritingField], parent: QObject) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._lit = Lit.ALL
        self._last: WritingField | None = None
        for field in self._fields:
            field.cursorPositionChanged.connect(self.refresh)
            field.entered.connect(self.refresh)
        theme.look().changed.connect(self.refresh)

    def set_lit(self, lit: Lit) -> None:
        """Say what stays lit."""
        if lit is not self._lit:
            self._lit = lit
            self._show()

    @Slot()
    def refresh(self) -> None:
        """Follow the cursor."""
        if self._lit is not Lit.ALL:
            self._show()

    def _show(self) -> None:
        field = next((one for one in self._fields if one.hasFocus()), self._last)
        self._last = field
        for one in self._fields:
            if self._lit is Lit.ALL or field is None:
                one.mark(_KIND, [])
            else:
                one.mark(_KIND, _around(one, *(lit_span(one, self._lit) if one is field else (0, 0))))


def lit_span(field: WritingField, lit: Lit) -> tuple[int, int]:
    """Return where the sentence or paragraph at the cursor begins and ends, counted as Qt's cursors do."""
    cursor = field.textCursor()
    block = cursor.block()
    start, end = block.position(), block.position() + block.length() - 1
    if lit is Lit.SENTENCE:
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, block.text())
        at = cursor.positionInBlock()
        finder.setPosition(at)
        before = at if finder.isAtBoundary() and at < block.length() - 1 else finder.toPreviousBoundary()
        finder.setPosition(at)
        after = finder.toNextBoundary()
        start, end = start + max(before, 0), start + after if after > 0 else end
    return start, end


def _around(field: WritingField, start: int, end: int) -> list[QTextEdit.ExtraSelection]:
    last = field.document().characterCount() - 1
    muted = QTextCharFormat()
    muted.setForeground(theme.color("muted"))
    marks = []
    for one, other in ((0, start), (end, last)):
        if one < other:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(field.document())
            cursor.setPosition(one)
            cursor.setPosition(other, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format = muted
            marks.append(mark)
    return marks
