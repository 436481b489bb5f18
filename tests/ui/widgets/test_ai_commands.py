"""The command finds the marks of its text by itself."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from editor.ui.widgets.ai_commands import toggle
from editor.ui.widgets.ai_marks import AiMarks
from editor.ui.widgets.markdown_edit import MarkdownEdit


def test_a_cursor_alone_is_enough(qtbot: QtBot) -> None:
    field = MarkdownEdit("body")
    qtbot.addWidget(field)
    marks = AiMarks(field)
    marks.serve(field)
    field.show_text("By AI.")
    cursor = QTextCursor(field.document())
    cursor.select(QTextCursor.SelectionType.Document)
    toggle(cursor)
    assert marks.ranges("By AI.") == ((0, 6),)
