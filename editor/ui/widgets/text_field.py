"""A field of one line whose words are handed out when the person is done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from editor.i18n.direction import direction
from editor.ui.widgets.plain_text import as_line


class TextField(QLineEdit):
    """Shows one plain text. `committed` carries what was typed, at Enter or when the field is left, once a change.

    Escape brings back what is stored.
    """

    committed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._stored = ""
        self.setObjectName(name)
        self.editingFinished.connect(self.settle)

    def show_text(self, text: str) -> None:
        """Show what is stored, unless the person is in the middle of typing something else."""
        was, self._stored = self._stored, as_line(text)
        if self._stored != self.text() and (self.text() == was or not self.hasFocus()):
            self.setText(self._stored)
            self.setCursorPosition(0)

    def reset_text(self, text: str) -> None:
        """Show what is stored of another article, whatever was typed here."""
        self._stored = as_line(text)
        self.setText(self._stored)
        self.setCursorPosition(0)

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()  # what is being composed is meant too
        typed = as_line(self.text())
        if typed == self._stored:
            return
        self.committed.emit(typed)

    def set_language(self, tag: str) -> None:
        """Let the words run the way of the language."""
        is_rtl = direction(tag) == "rtl"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text() != self._stored:
            self.setText(self._stored)
            return
        super().keyPressEvent(event)
