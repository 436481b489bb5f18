"""The program of a robot that types into the window of a newsroom, a hundred keys a second, until it is killed."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from editor.ui.app import application, open_window
from tests.faults.robot import text

KEY_MS = 10
_PANELS = ("panel.articles", "panel.preview", "panel.images")


def type_in_window(folder: Path, log: Path) -> None:
    """Open the newsroom's window and type into the draft, noting each key; now and then another panel comes forward."""
    app = application()
    window = open_window(folder)
    while not (window.moments.is_over and window.jobs.is_idle()):
        app.processEvents()
    for panel in _PANELS:  # made now, so that switching between them is what it is for a person at work
        window.run(panel)
        QTest.qWait(200)
    body = window.findChild(QTextEdit, "draft.body")
    assert body is not None
    cursor = body.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    body.setTextCursor(cursor)
    body.setFocus()
    length = len(body.toPlainText())
    noted = log.open("ab", buffering=0)

    def press() -> None:
        nonlocal length
        length += 1
        QTest.keyClicks(body, text(length)[-1])
        noted.write(f"{time.monotonic()} {length}\n".encode())
        if length % 50 == 0:
            window.run(_PANELS[length // 50 % 3])
            body.setFocus()

    timer = QTimer(app, interval=KEY_MS)
    timer.timeout.connect(press)
    timer.start()
    app.exec()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    type_in_window(Path(sys.argv[1]), Path(sys.argv[2]))
