"""What Qt alone takes: the widget that the draft is made of, with the same words, letters and width, and no more."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from editor.ui import theme
from editor.ui.page_look import READING_PIXELS
from editor.ui.widgets.draft_page import COLUMN_CHARACTERS
from tests.benchmarks.live_window import pause

HEIGHT = 760  # what the window of the measurements shows of its draft


class Painted(QObject):
    """Notices that the field it watches is painted."""

    def __init__(self, field: QTextEdit) -> None:
        super().__init__()
        self.is_painted = False
        field.viewport().installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.is_painted = self.is_painted or event.type() == QEvent.Type.Paint
        return False


@contextmanager
def bare_field() -> Iterator[QTextEdit]:
    """Yield Qt's own editor, shown and empty, in the letters and the width of a draft."""
    ground = QWidget()
    field = QTextEdit(ground)
    field.setAcceptRichText(False)
    font = theme.font(READING_PIXELS, is_serif=True)
    field.setFont(font)
    field.document().setDefaultFont(font)
    field.resize(field.fontMetrics().averageCharWidth() * COLUMN_CHARACTERS, HEIGHT)
    ground.resize(field.size())
    ground.show()
    ground.activateWindow()
    field.setFocus()
    pause(0.5)
    yield field
    ground.close()
    ground.deleteLater()
    pause(0.2)
