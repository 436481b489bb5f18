"""A label for sentences that may hold a file's name or an address: however long, it widens nothing."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from editor.i18n.interface import tr

# Qt breaks lines between words alone, and a name such as 3050f9d99d132dfd-6daba0c8-344.webp is one word to it. In
# scripts that are written without spaces it knows the words, and nothing is put between their signs.
_MAY_BREAK = "\u200b"
_LONG = re.compile(r"[!-~]{25,}")
# Of selected text, in which Qt has signs of its own for the ends of lines, the words as they were given.
_AS_IT_WAS = str.maketrans({_MAY_BREAK: None, "\u2028": "\n", "\u2029": "\n"})
_PIECE = re.compile(r"[^/\\_.:?&=-]{0,23}[!-~]")


class BreakingLabel(QLabel):
    """Shows plain text that can be selected; what is copied holds the words as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copying = QAction(self)
        self._copying.triggered.connect(self.copy)
        self._selecting = QAction(self)
        self._selecting.triggered.connect(self.select_all)
        self.addActions([self._copying, self._selecting])
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def show_text(self, text: str) -> None:
        """Show `text`, in which a long word may go on in the next line."""
        self.setText(_LONG.sub(_breakable, text))
        self.setAccessibleName(text)
        self._copying.setText(tr("Copy"))
        self._selecting.setText(tr("Select all"))

    @Slot()
    def copy(self) -> None:
        """Put the selected words on the clipboard."""
        if self.hasSelectedText():
            QGuiApplication.clipboard().setText(self.selectedText().translate(_AS_IT_WAS))

    @Slot()
    def select_all(self) -> None:
        """Select all of the words."""
        self.setSelection(0, len(self.text().encode("utf-16-le")) // 2)  # Qt counts in UTF-16

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)


def _breakable(long: re.Match[str]) -> str:
    return _MAY_BREAK.join(_PIECE.findall(long.group()))
