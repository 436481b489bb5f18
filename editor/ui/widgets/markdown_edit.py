"""The body of an article: Markdown with its marks coloured, its lists and tables going on, its pictures handed out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from editor.i18n.typography import is_literal
from editor.services.pasting import html_of
from editor.ui import theme
from editor.ui.widgets import list_commands, markdown_commands, table_commands
from editor.ui.widgets.clipboard_words import MARKDOWN, html_in
from editor.ui.widgets.highlighter import MarkdownHighlighter, is_code
from editor.ui.widgets.offered_picture import pictures_in
from editor.ui.widgets.prose_field import ProseField
from editor.ui.widgets.text_tools import Command
from editor.ui.widgets.wrapping import PAIRS, link_over, wrap
from editor.ui.widgets.writing_field import LONG

# What may be done to the text, and says whether it was.
Attempt = Callable[[QTextCursor], bool]

_BARE = frozenset({Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier})
_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_QUOTES = frozenset("\"'")
# No marker of a list stands further in than this; further on Backspace is never more than Backspace.
_LONGEST_LEAD = 80


class MarkdownEdit(ProseField):
    """Where the article is written. Made by the draft; a dropped or pasted picture goes out by `pictures_offered`.

    Pasted HTML goes out by `html_offered`. What is copied goes out as Markdown and as HTML.

    Tab nests the items of a list and goes through a table; elsewhere, and after Escape, it goes to the next field.
    """

    pictures_offered = Signal(object)
    html_offered = Signal(str)

    def __init__(self, name: str, *, line_height: float = 1.6, over: MarkdownEdit | None = None) -> None:
        super().__init__(name, line_height=line_height, over=over)
        shared = over.highlighter if over is not None else None
        self.highlighter: MarkdownHighlighter = shared or MarkdownHighlighter(self.document())
        self.opens_at_top = True  # the next text is shown from its beginning on
        self.seen_in: QWidget | None = None  # what there is room for at once, None: the window
        # Its ground is its own: else each key would paint the page, the dock and all else that the words stand on.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._tab_leaves = False
        self._typed_table: QTextCursor | None = None
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    @override
    def _put(self, cursor: QTextCursor, text: str) -> None:
        """Put in a text; a long one has its colours where it begins, and a moment later everywhere.

        Where it is shown from further down, it has them at once: lines that break otherwise would move what is read.
        """
        self.highlighter.forget()
        if len(text) <= LONG or not self.opens_at_top:
            super()._put(cursor, text)
            return
        with QSignalBlocker(self.document()):  # else each paragraph would be handed to the colours
            cursor.insertText(text)
            self.highlighter.colour_in_steps(self._lines_in_sight())
        cursor.beginEditBlock()
        cursor.endEditBlock()  # of which all hear

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
    def is_prose(self, before: str, typed: str) -> bool:
        return not is_literal(before, typed) and not is_code(self.textCursor().block())

    def _lines_in_sight(self) -> int:
        """Return how many lines can be in sight at most, before the window is shown as large as the screen."""
        seen = self.seen_in if self.seen_in is not None else self.window()
        height = seen.height() if seen.isVisible() else self.screen().size().height()
        return height // max(self.fontMetrics().height(), int(self._line_height * self.font().pixelSize())) + 1

    def _attempt(self, attempt: Attempt) -> bool:
        """Do `attempt` as one step of undo and say whether it did anything."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        is_done = attempt(cursor)
        cursor.endEditBlock()
        if is_done:
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        return is_done

    def _on_return(self) -> None:
        if is_code(self.textCursor().block()):
            self.command(_same_indent)
        elif not self._attempt(table_commands.next_row):
            self.command(list_commands.next_line)

    def _is_wrapped(self, typed: str) -> bool:
        """Put what was typed around the selection, where it is a sign that goes around words."""
        if typed in _QUOTES:
            straight = is_code(self.textCursor().block())
            pair = (typed, typed) if straight else self.sign_pair(typed)
        elif typed in PAIRS:
            pair = (typed, PAIRS[typed])
        else:
            return False
        return self._attempt(lambda cursor: wrap(cursor, *pair))

    def _tab(self, *, is_back: bool) -> bool:
        """Do what Tab does in a table or list; say whether the cursor stands in one."""
        attempts: tuple[Attempt, Attempt] = (table_commands.next_cell, list_commands.nest)
        if is_back:
            attempts = (table_commands.previous_cell, list_commands.unnest)
        return not is_code(self.textCursor().block()) and any(map(self._attempt, attempts))

    def _note_table(self) -> None:
        """Remember that the table the cursor stands in was typed into: its columns are set when the cursor leaves."""
        cursor = self.textCursor()
        if self.document().characterAt(cursor.block().position()) == "|":
            self._typed_table = cursor

    def _on_cursor_moved(self) -> None:
        table = self._typed_table
        if table is None or self.document().characterAt(self.textCursor().block().position()) == "|":
            return
        self._typed_table = None
        if not self.document().isRedoAvailable():  # else something was just taken back, and could not be made again
            table_commands.align(table)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), theme.color("surface"))
        super().paintEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.isReadOnly() or self.is_composing():
            super().keyPressEvent(event)
            return
        self._tab_leaves = event.key() == Qt.Key.Key_Escape
        is_bare = event.modifiers() in _BARE
        if is_bare and event.key() in _RETURN:
            self._on_return()
            return
        cursor = self.textCursor()
        is_near_start = cursor.positionInBlock() <= _LONGEST_LEAD
        if (
            is_bare
            and event.key() == Qt.Key.Key_Backspace
            and is_near_start
            and self._attempt(list_commands.take_marker)
        ):
            return
        typed = event.text()
        if typed and cursor.hasSelection() and self._is_wrapped(typed):
            return
        super().keyPressEvent(event)
        if typed and not (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)):
            self._note_table()

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        super().inputMethodEvent(event)
        if event.commitString():
            self._note_table()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Qt asks this when Tab is pressed; a field that changes focus by it never sees the key.
        if not self.isReadOnly() and not self._tab_leaves and not self.is_composing() and self._tab(is_back=not next):
            return True
        self._tab_leaves = False
        return super().focusNextPrevChild(next)

    @override
    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return bool(pictures_in(source)) or super().canInsertFromMimeData(source)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if pictures := pictures_in(source):
            self.pictures_offered.emit(pictures)
        elif self._takes_plain or is_code(self.textCursor().block()):
            super().insertFromMimeData(source)
        elif source.hasText() and self._attempt(lambda cursor: link_over(cursor, source.text())):
            return
        elif html := html_in(source):
            self.html_offered.emit(html)
        else:
            super().insertFromMimeData(source)

    @override
    def createMimeDataFromSelection(self) -> QMimeData:
        copied = super().createMimeDataFromSelection()
        markdown = copied.text()
        copied.setData(MARKDOWN, QByteArray(markdown.encode("utf-8", "replace")))
        if html := html_of(markdown):
            copied.setHtml(html)
        return copied


def _same_indent(cursor: QTextCursor) -> None:
    """Begin a new line of code as far in as this one."""
    line = cursor.block().text()
    cursor.insertBlock()
    cursor.insertText(line[: len(line) - len(line.lstrip(" \t"))])
