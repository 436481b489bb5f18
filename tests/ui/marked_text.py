"""A text with the cursor drawn into it: what a command makes of it, drawn the same way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextCursor, QTextDocument

from editor.ui.widgets.plain_text import utf16_length


def done(marked: str, command: Callable[[QTextCursor], object], *, mark: str = "|") -> str:
    """Return the text after `command`; `mark` stands at the cursor, or at both ends of the selection."""
    parts = marked.split(mark)
    document = QTextDocument()
    document.setPlainText("".join(parts))
    cursor = QTextCursor(document)
    cursor.setPosition(utf16_length(parts[0]))
    if len(parts) == 3:
        cursor.setPosition(utf16_length(parts[0] + parts[1]), QTextCursor.MoveMode.KeepAnchor)
    command(cursor)
    text = document.toRawText().replace("\u2029", "\n")
    units = text.encode("utf-16-le")
    first, last = 2 * cursor.selectionStart(), 2 * cursor.selectionEnd()
    shown = [units[:first], units[first:last], units[last:]] if first != last else [units[:first], units[last:]]
    return mark.join(part.decode("utf-16-le") for part in shown)
