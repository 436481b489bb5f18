"""The body of an article: Markdown with its marks coloured, its lists going on, its pictures handed out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from typing_extensions import override

from editor.ui.widgets import markdown_commands
from editor.ui.widgets.highlighter import MarkdownHighlighter
from editor.ui.widgets.offered_picture import pictures_in
from editor.ui.widgets.writing_field import WritingField

Command = Callable[[QTextCursor], None]


class MarkdownEdit(WritingField):
    """Where the article is written. Made by the draft; a dropped or pasted picture goes out by `pictures_offered`."""

    pictures_offered = Signal(object)

    def __init__(self, name: str, *, line_height: float = 1.6) -> None:
        super().__init__(name, line_height=line_height)
        self._highlighter = MarkdownHighlighter(self.document())

    def command(self, command: Command) -> None:
        """Do to the selection what a button of the tool bar says, as one step of undo."""
        if self.isReadOnly():
            return
        cursor = self.textCursor()
        cursor.beginEditBlock()
        command(cursor)
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def insert_picture(self, path: str, alt: str, caption: str = "") -> None:
        """Put a picture of the newsroom into a paragraph of its own after the cursor's."""
        self.command(lambda cursor: markdown_commands.picture(cursor, path, alt, caption))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_return and event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}:
            if not self.isReadOnly():
                self.command(markdown_commands.next_line)
            return
        super().keyPressEvent(event)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(pictures_in(source)) or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if pictures := pictures_in(source):
            self.pictures_offered.emit(pictures)
            return
        super().insertFromMimeData(source)
