"""From the key to the painted letter in a 20,000-word article with 50 pictures, without the preview and with it.

Keys come at the pace of a fast typist, in the middle of the text. The time runs from handing the key to Qt until the
event in which the field was painted has been handled.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea
from typing_extensions import override

from tests.benchmarks.figures import machine, median, milliseconds, p95, table
from tests.benchmarks.live_window import body_of, pause, wait_for, window_with

WORDS, PICTURES, KEYS = 20_000, 50, 300
PACE_SECONDS = 0.1
TEXT = "the council met again and "


class Painted(QObject):
    """Notices that the field it watches is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.is_painted = False

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.is_painted = self.is_painted or event.type() == QEvent.Type.Paint
        return False


def main() -> int:
    """Type without and with the preview, print."""
    seen = {"preview closed": _measure("related"), "preview on": _measure("preview")}
    print(f"{WORDS:,} words, {PICTURES} pictures, {KEYS} keys; {machine()}")
    rows = [[name, *map(milliseconds, (median(each), p95(each), max(each)))] for name, each in seen.items()]
    table(["key to paint", "median", "p95", "worst"], rows)
    print("target: p95 under 16 ms with the preview on")
    return 0


def _measure(panel: str) -> list[float]:
    os.environ["MAKALA_PLAIN_PREVIEW"] = (
        "" if panel == "preview" else "1"
    )  # a window that has met the engine stays slower
    with window_with(WORDS, PICTURES, panel=panel) as window:
        return typed(body_of(window), KEYS)


def typed(body: QAbstractScrollArea, keys: int) -> list[float]:
    """Type `keys` keys into `body` at the pace of a fast typist; return the seconds from each to its paint."""
    seconds = []
    painted = Painted()
    body.viewport().installEventFilter(painted)
    for number in range(keys):
        painted.is_painted = False
        began = time.perf_counter()
        QTest.keyClicks(body, TEXT[number % len(TEXT)])
        wait_for(lambda: painted.is_painted)
        seconds.append(time.perf_counter() - began)
        pause(max(0.0, PACE_SECONDS - seconds[-1]))
    return seconds


if __name__ == "__main__":
    sys.exit(main())
