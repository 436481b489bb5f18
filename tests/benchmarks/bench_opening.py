"""From choosing a 50,000-word article to its words on the screen, beside Qt's own editor given the same words.

Each time another article of that length is chosen, which was not open before. The time runs until the event in which
the field was painted has been handled: then it takes keys. Qt's editor lays out what is in sight and goes on later.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QTextEdit

from editor.core.messages import say
from editor.domain.edits import CreateArticle
from tests.benchmarks import long_text
from tests.benchmarks.bare_field import Painted, bare_field
from tests.benchmarks.figures import machine, median, milliseconds, p95, table
from tests.benchmarks.live_window import pause, shown_body, wait_for, window_with
from tests.builders import NOON

WORDS, PICTURES, ROUNDS = 50_000, 50, 7


def main() -> int:
    """Open in Qt's editor and in the window, print."""
    seen = {"Qt's editor alone": _bare(), "an article of Makala": _window()}
    print(f"{WORDS:,} words, {ROUNDS} times; {machine()}")
    rows = [[name, *map(milliseconds, (median(each), p95(each), max(each)))] for name, each in seen.items()]
    table(["chosen to painted", "median", "p95", "worst"], rows)
    bare, ours = map(median, seen.values())
    print(f"target: at most 1.5 times Qt's editor (now {ours / bare:.1f})")
    return 0


def _bare() -> list[float]:
    from editor.ui.app import application

    application()
    text = long_text.body(WORDS)
    seconds = []
    for _ in range(ROUNDS):
        with bare_field() as field:
            seconds.append(_until_painted(partial(_itself, field), partial(field.setPlainText, text)))
    return seconds


def _window() -> list[float]:
    os.environ["MAKALA_PLAIN_PREVIEW"] = "1"
    with window_with(WORDS, PICTURES, panel="related") as window:
        workspace, articles = window.workspace, window.workspace.desk.articles
        long = articles.last_opened()
        assert long is not None
        short = next(head.id for head in articles.heads() if head.id != long.id)
        seconds = []
        for _ in range(ROUNDS):
            copy = articles.copy_of(long)
            articles.apply(CreateArticle(copy, say("New"), NOON))
            workspace.open(short)
            pause(2.0)
            seconds.append(_until_painted(partial(shown_body, window), partial(workspace.open, copy.id)))
        return seconds


def _itself(field: QTextEdit) -> QTextEdit:
    return field


def _until_painted(field: Callable[[], QTextEdit], begin: Callable[[], None]) -> float:
    began = time.perf_counter()
    begin()
    painted = Painted(field())
    wait_for(lambda: painted.is_painted)
    return time.perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
