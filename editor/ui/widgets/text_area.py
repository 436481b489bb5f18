"""A field that grows with its words, which are handed out when the person is done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

from editor.ui.widgets.writing_field import WritingField


class TextArea(WritingField):
    """Grows with its words. `committed` carries what was typed, when the field is left, once a change.

    Escape brings back what is stored.
    """

    committed = Signal(str)

    def __init__(self, name: str, *, lines: int = 1, is_one_line: bool = False) -> None:
        super().__init__(name, is_one_line=is_one_line)
        self._stored = ""
        self.left.connect(self.settle)
        self.set_least_height(lines * self.fontMetrics().lineSpacing())

    def show_stored(self, text: str) -> None:
        """Show what is stored, unless the person is in the middle of typing something else."""
        was, self._stored = self._stored, self.fitting(text)
        if self._stored != self.text() and (self.text() == was or not self.hasFocus()):
            self.show_text(self._stored)

    def reset_stored(self, text: str) -> None:
        """Show what is stored of another thing, whatever was typed here."""
        self._stored = self.fitting(text)
        self.show_text(self._stored)

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        self.finish_composing()
        if (typed := self.text()) != self._stored:
            self.committed.emit(typed)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.take_over(self._stored)
            return
        super().keyPressEvent(event)
        if self._is_one_line and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.settle()
