"""A newsroom of ten thousand: opened and listed, searched, read whole, and saved to while somebody types."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from editor.bootstrap import Desk, open_desk
from editor.core.messages import say
from editor.domain.edits import change_article
from tests.benchmarks.corpus import newsroom
from tests.benchmarks.figures import machine, median, milliseconds, p95, table

ARTICLES = 10_000
ROUNDS = 5
SAVES = 300
BODY = "Words of a long report. " * 2500
# In a fresh interpreter, its own start aside: what stands between the command and the list on screen.
OPEN = """
import sys, time
from pathlib import Path
start = time.perf_counter()
from editor.bootstrap import open_desk
desk = open_desk(Path(sys.argv[1]))
assert desk.articles.heads() and desk.articles.last_opened()
print(time.perf_counter() - start)
desk.close()
"""


def main() -> int:
    """Make the newsroom, measure, print."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "newsroom"
        start = time.perf_counter()
        newsroom(folder, ARTICLES)
        made = time.perf_counter() - start
        rows = [["open, list and last article, imports included", *_figures([_opened(folder) for _ in range(ROUNDS)])]]
        desk = open_desk(folder, person="Bench")
        rows += [[name, *_figures([_timed(work) for _ in range(ROUNDS)])] for name, work in _works(desk).items()]
        rows.append(["save of a 60 kB body", *_figures(_saves(desk))])
        desk.close()
    print(f"{ARTICLES} articles, stored in {made:.0f} s; {machine()}")
    table(["newsroom", "median", "p95", "worst"], rows)
    return 0


def _works(desk: Desk) -> dict[str, Callable[[], object]]:
    return {
        "list": desk.articles.heads,
        "all articles whole": desk.articles.all,
        "search, one word": lambda: desk.search.find("harbour"),
        "search, three words": lambda: desk.search.find("harbour council drought"),
        "search, two letters": lambda: desk.search.find("qu"),
        "search, nothing found": lambda: desk.search.find("奈良"),
    }


def _saves(desk: Desk) -> list[float]:
    desk.warm_up()
    article = desk.articles.get(desk.articles.heads()[0].id)
    taken = []
    for number in range(SAVES):
        edit = change_article(article, say("Type"), body=f"{BODY}{number}")
        start = time.perf_counter()
        desk.articles.apply(edit)
        taken.append(time.perf_counter() - start)
        article = desk.articles.get(article.id)
    return taken


def _opened(folder: Path) -> float:
    ran = subprocess.run([sys.executable, "-c", OPEN, str(folder)], check=True, capture_output=True, text=True)
    return float(ran.stdout)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _figures(taken: list[float]) -> list[str]:
    return [milliseconds(median(taken)), milliseconds(p95(taken)), milliseconds(max(taken))]


if __name__ == "__main__":
    sys.exit(main())
