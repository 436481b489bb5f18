"""From the key to the painted letter in a 50,000-word article, beside Qt's own editor with the same words.

On are spelling (a dictionary of 50,000 stems), highlighting, outline and preview, all in sight; saving goes on. Keys
come twenty a second, without a pause, in the middle of the text. The time runs from handing the key to Qt until the
event in which the field was painted has been handled. Beside it stands for how long of it the window was ready to run
and had no core, because something else had it: on a machine with little else to do that is next to nothing.
"""

from __future__ import annotations

import os
import sys
import time
from typing import NamedTuple

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from tests.benchmarks import long_text
from tests.benchmarks.bare_field import Painted, bare_field
from tests.benchmarks.figures import machine, median, milliseconds, p95, p99, table, waited_for_a_core
from tests.benchmarks.live_window import body_of, pause, wait_for, window_with

WORDS, PICTURES, KEYS = 50_000, 50, 600
PACE_SECONDS = 0.05


class Key(NamedTuple):
    """How long one key took, and for how long of it there was no core to run on. Seconds."""

    seconds: float
    waited: float


def main() -> int:
    """Type into Qt's editor, without the preview and with everything; print."""
    seen = {
        "Qt's editor alone": _bare(),
        "without the preview": _measure("related"),
        "with the preview": _measure("preview"),
    }
    print(f"{WORDS:,} words, {PICTURES} pictures, {KEYS} keys; {machine()}")
    rows = []
    for name, keys in seen.items():
        took, waited = [key.seconds for key in keys], [key.waited for key in keys]
        figures = (median(took), p95(took), p99(took), max(took), median(waited), p95(waited))
        rows.append([name, *map(milliseconds, figures)])
    table(["key to paint", "median", "p95", "p99", "worst", "no core: median", "p95"], rows)
    print("target: p95 under 12 ms, p99 under 25 ms, p95 at most 4 ms above Qt's editor in the same run")
    return 0


def _bare() -> list[Key]:
    from editor.ui.app import application

    application()
    with bare_field() as field:
        field.setPlainText(long_text.body(WORDS))
        cursor = field.textCursor()
        cursor.setPosition(len(field.toPlainText()) // 2)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        field.setTextCursor(cursor)
        pause(3.0)
        return typed_into(field, KEYS)


def _measure(panel: str) -> list[Key]:
    os.environ["MAKALA_PLAIN_PREVIEW"] = "" if panel == "preview" else "1"
    with window_with(WORDS, PICTURES, panel=panel) as window:
        body = body_of(window)
        pause(3.0)
        return typed_into(body, KEYS)


def typed_into(field: QTextEdit, keys: int) -> list[Key]:
    """Type at an even pace and return what each key took."""
    painted = Painted(field)
    pressed = []
    for letter in long_text.typing(keys):
        painted.is_painted = False
        began, waited = time.perf_counter(), waited_for_a_core()
        QTest.keyClicks(field, letter)
        wait_for(lambda: painted.is_painted)
        pressed.append(Key(time.perf_counter() - began, waited_for_a_core() - waited))
        pause(max(0.0, PACE_SECONDS - pressed[-1].seconds))
    return pressed


def typed(body: QTextEdit, keys: int) -> list[float]:
    """Type `keys` keys into `body` at the pace of a fast typist; return the seconds from each to its paint."""
    return [key.seconds for key in typed_into(body, keys)]


if __name__ == "__main__":
    sys.exit(main())
