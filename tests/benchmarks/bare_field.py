"""What Qt alone takes: the widget that the draft is made of, with the same words, letters and width, and no more."""

from __future__ import annotations

import time
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
    """Notices that the field it watches is painted, and when all that was painted with it was on its way to the screen.

    `at` is that moment, `computed` what this thread had computed by then, both in seconds. Timers that are due by then
    ring later in the same turn of Qt's loop, and `wait_for` returns when that is over.
    """

    def __init__(self, field: QTextEdit) -> None:
        super().__init__()
        self.is_painted = self._is_seen = False
        self.at = self.computed = 0.0
        self._viewport, self._window = field.viewport(), field.window()
        for watched in (self._viewport, self._window):
            watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._is_seen = self._is_seen or (event.type() == QEvent.Type.Paint and watched is self._viewport)
        if event.type() != QEvent.Type.UpdateRequest or watched is not self._window:
            return False
        self._is_seen = False
        watched.event(event)  # in which the window is painted
        if self._is_seen:
            self.is_painted, self.at, self.computed = True, time.perf_counter(), time.thread_time()
        return True


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
