"""From the key to the painted letter in a 50,000-word article, beside Qt's own editor with the same words.

On are spelling (a dictionary of 50,000 stems), highlighting, outline and preview, all in sight; saving goes on. Keys
come twenty a second, without a pause, in the middle of the text. The time runs from handing the key to Qt until the
event in which the field was painted has been handled.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from tests.benchmarks import long_text
from tests.benchmarks.bare_field import Painted, bare_field
from tests.benchmarks.figures import machine, median, milliseconds, p95, p99, table
from tests.benchmarks.live_window import body_of, pause, wait_for, window_with

WORDS, PICTURES, KEYS = 50_000, 50, 600
PACE_SECONDS = 0.05


def main() -> int:
    """Type into Qt's editor, without the preview and with everything; print."""
    seen = {
        "Qt's editor alone": _bare(),
        "without the preview": _measure("related", "outline"),
        "with the preview": _measure("preview", "outline"),
    }
    print(f"{WORDS:,} words, {PICTURES} pictures, {KEYS} keys; {machine()}")
    rows = [[name, *map(milliseconds, (median(each), p95(each), p99(each), max(each)))] for name, each in seen.items()]
    table(["key to paint", "median", "p95", "p99", "worst"], rows)
    above = p95(seen["with the preview"]) - p95(seen["Qt's editor alone"])
    print(f"target: p95 under 12 ms, p99 under 25 ms, p95 at most 4 ms above Qt's editor (now {above * 1000:.1f} ms)")
    return 0


def _bare() -> list[float]:
    from editor.ui.app import application

    application()
    with bare_field() as field:
        field.setPlainText(long_text.body(WORDS))
        cursor = field.textCursor()
        cursor.setPosition(len(field.toPlainText()) // 2)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        field.setTextCursor(cursor)
        pause(3.0)
        return typed(field, KEYS)


def _measure(*panels: str) -> list[float]:
    os.environ["MAKALA_PLAIN_PREVIEW"] = "" if "preview" in panels else "1"
    with window_with(WORDS, PICTURES, panels=panels) as window:
        body = body_of(window)
        pause(3.0)
        return typed(body, KEYS)


def typed(field: QTextEdit, keys: int) -> list[float]:
    """Type `keys` keys into `field` at the pace of a fast typist; return the seconds from each to its paint."""
    painted = Painted(field)
    seconds = []
    for letter in long_text.typing(keys):
        painted.is_painted = False
        began = time.perf_counter()
        QTest.keyClicks(field, letter)
        wait_for(lambda: painted.is_painted)
        seconds.append(time.perf_counter() - began)
        pause(max(0.0, PACE_SECONDS - seconds[-1]))
    return seconds


if __name__ == "__main__":
    sys.exit(main())
