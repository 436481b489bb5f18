"""What the keyboard can do to the marks over what AI wrote."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from editor.core.errors import UserError
from editor.core.messages import say
from editor.ui.widgets.ai_marks import AiMarks
from editor.ui.widgets.writing_field import WritingField


def toggle(cursor: QTextCursor) -> None:
    """Mark the selection as written by AI, or take its mark away; in a text that bears none, say so."""
    document = cursor.document()
    marks = document.findChild(AiMarks)
    if isinstance(marks, AiMarks):
        marks.toggle(cursor)
        return
    holder: QObject | None = document
    while holder is not None and not isinstance(holder, WritingField):
        holder = holder.parent()
    if holder is not None:
        holder.refused.emit(UserError(say("Only words of the body can be marked as written by AI.")))
