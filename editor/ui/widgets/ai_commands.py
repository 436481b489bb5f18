"""What the keyboard can do to the marks over what AI wrote."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from editor.core.errors import UserError
from editor.core.messages import say
from editor.ui.widgets.carried_marks import marks_over
from editor.ui.widgets.writing_field import WritingField


def toggle(cursor: QTextCursor) -> None:
    """Mark the selection as written by AI, or take its mark away; in a text that bears none, say so."""
    marks = marks_over(cursor.document())
    if marks is not None:
        marks.toggle(cursor)
        return
    holder: QObject | None = cursor.document()
    while holder is not None and not isinstance(holder, WritingField):
        holder = holder.parent()
    if holder is not None:
        holder.refused.emit(UserError(say("Only words of the body can be marked as written by AI.")))
