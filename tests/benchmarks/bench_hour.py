"""The memory of the window through an hour of writing in a 50,000-word article, which shall stay flat.

A robot writes as many keys as a fast typist does in an hour (20 a second), or a ninth of them (`--hour` for all), as
quickly as they are taken. Saves, versions, undo and redo, the preview and jumps about in the text go on meanwhile, as
often by the key as they would. It takes away as much as it writes, so that the text stays as long as it was.
"""

from __future__ import annotations

import gc
import os
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from tests.benchmarks import long_text
from tests.benchmarks.figures import machine, table
from tests.benchmarks.live_window import body_of, pause, window_with

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from editor.ui.main_window import MainWindow

WORDS, PICTURES = 50_000, 50
HOUR, SHORT = 72_000, 8_000
SAVE_EVERY, STEP_EVERY, VERSION_EVERY, JUMP_EVERY = 20, 200, 1_200, 400
POINTS = 4


def main() -> int:
    """Write, print what the window's process holds at the beginning, at every quarter and at the end."""
    keys = HOUR if "--hour" in sys.argv else SHORT
    with window_with(WORDS, PICTURES) as window:
        body = body_of(window)
        _write(window, body, keys // 8, seed=0)  # what is made once is made by now
        held = [_resident()]
        for point in range(POINTS):
            _write(window, body, keys // POINTS, seed=point + 1)
            pause(2.0)  # a person looks up: what waits for a pause is done
            held.append(_resident())
    print(f"{keys:,} keys in {WORDS:,} words, preview on; {machine()}")
    rows = [[f"after {keys * point // POINTS:,} keys", f"{held[point]:.0f} MB"] for point in range(POINTS + 1)]
    table(["the window's process", "resident"], rows)
    print(f"target: flat (from the first quarter to the end {held[-1] - held[1]:+.0f} MB)")
    return 0


def _write(window: MainWindow, body: QTextEdit, keys: int, *, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same hour every time
    written = 0
    for number, letter in enumerate(long_text.typing(keys), start=1):
        if written > 0 and chance.random() < 0.5:
            QTest.keyClick(body, Qt.Key.Key_Backspace)
            written -= 1
        else:
            QTest.keyClicks(body, letter)
            written += 1
        if number % SAVE_EVERY == 0:
            window.workspace.settle()
            pause(0.0)
        if number % STEP_EVERY == 0:
            body.undo()
            body.redo()
        if number % VERSION_EVERY == 0 and window.workspace.article is not None:
            window.workspace.desk.articles.keep_version(window.workspace.article.id, f"{number}")
        if number % JUMP_EVERY == 0:
            _jump(body, chance)
            written = 0
            pause(0.5)


def _jump(body: QTextEdit, chance: random.Random) -> None:
    cursor = body.textCursor()
    cursor.setPosition(chance.randrange(body.document().characterCount()))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    body.setTextCursor(cursor)


def _resident() -> float:
    """Return megabytes of the window's own process that are in memory; Linux alone tells it."""
    gc.collect()
    status = Path(f"/proc/{os.getpid()}/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")) / 1024


if __name__ == "__main__":
    sys.exit(main())
