"""From choosing a 50,000-word article to its words on the screen, beside Qt's own editor given the same words.

Each time another article of that length is chosen, which was not open before. The two take turns, for the machine is
not as quick in one minute as in the next: what counts is the ratio of each pair. The time runs until the event in which
the field was painted has been handled: then all of the text is in it and it takes keys. Qt's editor lays out what is
in sight and goes on later. Beside the time by the clock stands what the interface thread computed in it, which other
programs of the machine change less, and for how long it was ready to run and had no core, because they had it.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QTextEdit

from editor.core.messages import say
from editor.domain.edits import CreateArticle
from tests.benchmarks import long_text
from tests.benchmarks.bare_field import Painted, bare_field
from tests.benchmarks.figures import machine, median, milliseconds, p95, table, waited_for_a_core
from tests.benchmarks.live_window import pause, wait_for, window_with
from tests.builders import NOON

WORDS, PICTURES, ROUNDS = 50_000, 50, 15


class Opening(NamedTuple):
    """How long one opening took, computed, and waited for a core on the interface thread. Seconds."""

    seconds: float
    computed: float
    waited: float


def main() -> int:
    """Open in Qt's editor and in the window in turn, print."""
    bare, window = zip(*_pairs(), strict=True)
    print(f"{WORDS:,} words, {ROUNDS} times; {machine()}")
    rows = []
    for name, openings in {"Qt's editor alone": bare, "an article of Makala": window}.items():
        took, computed, waited = zip(*openings, strict=True)
        figures = (median(took), p95(took), max(took), median(computed), min(computed), median(waited), max(waited))
        rows.append([name, *map(milliseconds, figures)])
    heads = ["median", "p95", "worst", "computed: median", "least", "no core: median", "worst"]
    table(["chosen to painted", *heads], rows)
    by_clock = median([ours.seconds / alone.seconds for alone, ours in zip(bare, window, strict=True)])
    by_work = median([ours.computed / alone.computed for alone, ours in zip(bare, window, strict=True)])
    print(f"target: at most 1.5 times Qt's editor (now {by_clock:.1f} by the clock, {by_work:.1f} computed)")
    return 0


def _bare(text: str) -> Opening:
    with bare_field() as field:
        pause(1.5)
        return _until_painted(partial(_itself, field), partial(field.setPlainText, text))


def _pairs() -> list[tuple[Opening, Opening]]:
    from editor.ui.widgets.page_set import PageSet

    os.environ["MAKALA_PLAIN_PREVIEW"] = "1"
    with window_with(WORDS, PICTURES, panel="related") as window:
        workspace, articles = window.workspace, window.workspace.desk.articles
        long = articles.last_opened()
        assert long is not None
        short = next(head.id for head in articles.heads() if head.id != long.id)
        pages = window.findChild(PageSet)
        assert pages is not None
        text, openings = long_text.body(WORDS), []
        for _ in range(ROUNDS):
            alone = _bare(text)
            copy = articles.copy_of(long)
            articles.apply(CreateArticle(copy, say("New"), NOON))
            workspace.open(short)
            pause(2.0)
            openings.append((alone, _until_painted(lambda: pages.page.body, partial(workspace.open, copy.id))))
        return openings


def _itself(field: QTextEdit) -> QTextEdit:
    return field


def _until_painted(field: Callable[[], QTextEdit], begin: Callable[[], None]) -> Opening:
    waited, began, computed = waited_for_a_core(), time.perf_counter(), time.thread_time()
    begin()
    painted = Painted(field())
    wait_for(lambda: painted.is_painted)
    return Opening(painted.at - began, painted.computed - computed, waited_for_a_core() - waited)


if __name__ == "__main__":
    sys.exit(main())
