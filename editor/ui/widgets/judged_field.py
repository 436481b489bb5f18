"""A field under its name that says below itself what is wrong with its words, and marks where."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from editor.i18n.interface import words
from editor.i18n.style_check import Mistake
from editor.ui import theme
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.naming import named
from editor.ui.widgets.plain_text import utf16_length
from editor.ui.widgets.text_area import TextArea


class JudgedField(Labelled):
    """Shows `field` and, below it, its mistakes. Places count characters, or texts if each stands on its own line."""

    def __init__(self, field: QWidget, *, is_by_line: bool = False) -> None:
        super().__init__(field)
        self._is_by_line = is_by_line
        self._mistakes: Sequence[Mistake] = ()
        self.trouble = named(QLabel(), f"{field.objectName()}.trouble")
        self.trouble.setProperty("role", "fault")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.column.insertWidget(self.column.count() - 1, self.trouble)
        theme.look().changed.connect(self._mark)

    def tell(self, mistakes: Sequence[Mistake]) -> None:
        """Say these mistakes and mark their places; none takes all of it away."""
        self._mistakes = mistakes
        said = "\n".join(f"{words(one.message)} {words(one.hint)}".strip() for one in mistakes)
        self.trouble.setText(said)
        self.trouble.setVisible(bool(mistakes))
        self.field.setAccessibleDescription(said)
        self._mark()
        if bool(self.field.property("trouble")) != bool(mistakes):
            self.field.setProperty("trouble", bool(mistakes))
            self.field.style().unpolish(self.field)
            self.field.style().polish(self.field)

    def _mark(self) -> None:
        if isinstance(self.field, TextArea):
            spans = _lines(self.field.text()) if self._is_by_line else _characters(self.field.text())
            places = [spans[one.start : one.end] for one in self._mistakes]
            self.field.mark("mistake", [_mark(self.field, some[0][0], some[-1][1]) for some in places if some])


def _characters(text: str) -> list[tuple[int, int]]:
    """Return where each character of what is meant begins and ends: spaces around it are not meant."""
    start = len(text) - len(text.lstrip())
    return [(at, at + 1) for at in range(start, len(text.rstrip()))]


def _lines(text: str) -> list[tuple[int, int]]:
    """Return where each line begins and ends, to the last that holds anything; an empty one ends behind its end."""
    spans, start = [], 0
    for line in text.rstrip().split("\n"):
        spans.append((start, start + max(1, len(line))))
        start += len(line) + 1
    return spans


def _mark(field: TextArea, start: int, end: int) -> QTextEdit.ExtraSelection:
    text = field.text()
    cursor = QTextCursor(field.document())
    cursor.setPosition(utf16_length(text[:start]))
    cursor.setPosition(utf16_length(text[:end]), QTextCursor.MoveMode.KeepAnchor)
    mark = QTextEdit.ExtraSelection()
    mark.cursor = cursor
    mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
    mark.format.setUnderlineColor(theme.color("fault"))
    mark.format.setBackground(theme.color("fault_plate"))
    return mark
