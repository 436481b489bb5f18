"""From the key to the painted letter in a 50,000-word article, beside Qt's own editor with the same words.

On are spelling (a dictionary of 50,000 stems), highlighting, outline and preview, all in sight; saving goes on. Keys
come twenty a second, without a pause, in the middle of the text, whatever the window is doing: the time runs from the
moment at which the key is pressed, be it in the middle of a save, until the event in which the field was painted has
been handled. Beside it stands what the interface thread computed from the key to its paint, and what it was still busy
with when the key came, which other programs change less; and for how long since the key before the window was ready
to run and had no core, because something else had it: on a machine with little else to do that is next to nothing.
"""

from __future__ import annotations

import os
import sys
import time
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
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
    """How long one key took, computed, and for how long since the one before there was no core. Seconds."""

    seconds: float
    computed: float
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
        took, computed, waited = zip(*keys, strict=True)
        figures = (*(f(each) for each in (took, computed) for f in (median, p95, p99, max)), p95(waited))
        rows.append([name, *map(milliseconds, figures)])
    heads = ["median", "p95", "p99", "worst", "computed: median", "p95", "p99", "worst", "no core: p95"]
    table(["key to paint", *heads], rows)
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
    """Type at an even pace and return what each key took; one that comes while the window is busy waits its turn."""
    painted = Painted(field)
    pressed = []
    begin = time.perf_counter() + PACE_SECONDS
    for number, letter in enumerate(long_text.typing(keys)):
        waited = waited_for_a_core()
        at = begin + number * PACE_SECONDS
        _live_until(at)
        late, computed = time.perf_counter() - at, time.thread_time()
        painted.is_painted = False
        QTest.keyClicks(field, letter)
        wait_for(lambda: painted.is_painted)
        computed = late + painted.computed - computed
        pressed.append(Key(painted.at - at, computed, waited_for_a_core() - waited))
    return pressed


def _live_until(moment: float) -> None:
    """Let the window live until this moment, to which it is there unless it has something else to do."""
    timer = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    timer.start(max(0, int((moment - time.perf_counter()) * 1000)))
    wait_for(lambda: not timer.isActive())
    while time.perf_counter() < moment:
        pass  # the last fraction of a millisecond, which no timer knows


def typed(body: QTextEdit, keys: int) -> list[float]:
    """Type `keys` keys into `body` at the pace of a fast typist; return the seconds from each to its paint."""
    return [key.seconds for key in typed_into(body, keys)]


if __name__ == "__main__":
    sys.exit(main())
