"""Search, find and replace in a newsroom of ten thousand, and in one article of 50,000 words."""

from __future__ import annotations

import itertools
import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from editor.bootstrap import Desk, open_desk
from editor.core.jobs import quiet
from editor.domain.edits import EditArticle, Several
from editor.domain.passages import Instead, Sought, passages
from editor.domain.query import ArticleQuery
from editor.services.outlining import headings_of
from editor.services.replacing import label_of
from tests.benchmarks.corpus import body, newsroom
from tests.benchmarks.figures import machine, median, milliseconds, p95, table

ARTICLES = 10_000
LONG = 50_000  # words
ROUNDS = 5
REPLACED = (1000, 5000)  # articles
INSTEAD = Instead(words="port", keeps_case=True)
SOUGHT = {
    "words that are rare": Sought(words="quietly neighbours"),
    "words that are nowhere": Sought(words="zzyzx"),
    "words in every article": Sought(words="harbour"),
    "whole words": Sought(words="harbour", is_whole=True),
    "a pattern, in its process": Sought(words=r"(\w+) neighbours quietly", is_pattern=True),
}


def main() -> int:
    """Make the newsroom, measure, print."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "newsroom"
        newsroom(folder, ARTICLES)
        desk = open_desk(folder, person="Bench")
        desk.warm_up()
        desk.replacing.warm()
        print(
            f"{ARTICLES} articles; {machine()}; the list and its search shall take less than 200 ms, and as long the"
            " first finds of a search in all articles"
        )
        rows = [[name, *_figures(work)] for name, work in _works(desk).items()]
        table(["search", "median", "p95", "worst"], rows)
        table(["find in all articles", "first finds", "all", "places"], [_found(desk, name) for name in SOUGHT])
        table(
            ["replace, all or nothing", "made ready", "written", "taken back", "written back"],
            [_replaced(desk, count) for count in REPLACED],
        )
        desk.close()
    return 0


def _works(desk: Desk) -> dict[str, Callable[[], object]]:
    text = body(random.Random(1), LONG)  # noqa: S311 - the same text every time
    return {
        "the whole list": desk.articles.heads,
        "the list, one word": lambda: desk.articles.heads(ArticleQuery(words="harbour")),
        "the list, three words": lambda: desk.articles.heads(ArticleQuery(words="harbour council drought")),
        "the best 50, one word": lambda: desk.search.find("harbour"),
        "the best 50, three words": lambda: desk.search.find("harbour council drought"),
        "find in 50,000 words": lambda: passages(SOUGHT["words in every article"], text),
        "outline of 50,000 words, typed on": lambda: headings_of(f"{text}{time.perf_counter_ns()}", quiet()),
    }


def _found(desk: Desk, name: str) -> list[str]:
    start = time.perf_counter()
    first: list[float] = []
    found = desk.replacing.find(
        SOUGHT[name], INSTEAD, ArticleQuery(), quiet(), came=lambda _some: first.append(time.perf_counter() - start)
    )
    took = milliseconds(time.perf_counter() - start)
    return [name, milliseconds(first[0]) if first else "-", took, f"{found.count}{'+' if found.is_cut else ''}"]


def _replaced(desk: Desk, count: int) -> list[str]:
    """Replace in so many articles and take it back; what is written holds up the window's own saves."""
    found = desk.replacing.find(SOUGHT["whole words"], INSTEAD, ArticleQuery(), quiet())
    chosen = {one.id: (one, tuple(range(len(one.places)))) for one in found.articles[:count]}
    times = [time.perf_counter()]

    def note() -> None:
        times.append(time.perf_counter())

    replaced = desk.replacing.replace(chosen, quiet(), note)
    note()
    edits = Several(replaced.edits, label_of(SOUGHT["whole words"], INSTEAD, count)).inverse().edits
    desk.replacing.rewrite([edit for edit in edits if isinstance(edit, EditArticle)], quiet(), note)
    note()
    taken = [milliseconds(after - before) for before, after in itertools.pairwise(times)]
    return [f"{len(replaced.edits)} articles", *taken]


def _figures(work: Callable[[], object]) -> list[str]:
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return [milliseconds(median(taken)), milliseconds(p95(taken)), milliseconds(max(taken))]


if __name__ == "__main__":
    sys.exit(main())
