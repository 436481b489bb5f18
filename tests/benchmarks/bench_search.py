"""Search, find and replace in a newsroom of ten thousand, and in one article of 50,000 words."""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from editor.bootstrap import Desk, open_desk
from editor.core.jobs import quiet
from editor.domain.edits import Several
from editor.domain.passages import Instead, Sought, passages
from editor.domain.query import ArticleQuery
from editor.services.outlining import headings_of
from editor.services.passages import Finder
from editor.services.replacing import Found, FoundArticle, label_of
from tests.benchmarks.corpus import body, newsroom
from tests.benchmarks.figures import machine, median, milliseconds, p95, table

ARTICLES = 10_000
LONG = 50_000  # words
ROUNDS = 5
REPLACED = 200  # articles; the window writes eight at a time
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
        print(f"{ARTICLES} articles; {machine()}; the list and its search shall take less than 200 ms")
        rows = [[name, *_figures(work)] for name, work in _works(desk).items()]
        rows += [[name, *_figures(work, rounds=1)] for name, work in _replacing(desk).items()]
        table(["search and replace", "median", "p95", "worst"], rows)
        desk.close()
    return 0


def _works(desk: Desk) -> dict[str, Callable[[], object]]:
    finder = Finder(patience=60)
    text = body(random.Random(1), LONG)  # noqa: S311 - the same text every time
    return {
        "the whole list": desk.articles.heads,
        "the list, one word": lambda: desk.articles.heads(ArticleQuery(words="harbour")),
        "the list, three words": lambda: desk.articles.heads(ArticleQuery(words="harbour council drought")),
        "the best 50, one word": lambda: desk.search.find("harbour"),
        "the best 50, three words": lambda: desk.search.find("harbour council drought"),
        **{
            f"find in all articles: {name}": lambda sought=sought: desk.replacing.find(  # type: ignore[misc]
                finder, sought, INSTEAD, ArticleQuery(), quiet()
            )
            for name, sought in SOUGHT.items()
        },
        "find in 50,000 words": lambda: passages(SOUGHT["words in every article"], text),
        "outline of 50,000 words, typed on": lambda: headings_of(f"{text}{time.perf_counter_ns()}", quiet()),
    }


def _replacing(desk: Desk) -> dict[str, Callable[[], object]]:
    finder = Finder()
    found = desk.replacing.find(finder, SOUGHT["whole words"], INSTEAD, ArticleQuery(), quiet())
    edits = desk.replacing.edits(_first(found, REPLACED), quiet()).edits
    label = label_of(SOUGHT["whole words"], INSTEAD, len(edits))
    return {
        "prepare the edits of all that is listed": lambda: desk.replacing.edits(_first(found, ARTICLES), quiet()),
        f"replace in {REPLACED} articles": lambda: desk.articles.apply(Several(edits, label)),
        f"take it back in {REPLACED} articles": lambda: desk.articles.apply(Several(edits, label).inverse()),
    }


def _first(found: Found, count: int) -> dict[str, tuple[FoundArticle, tuple[int, ...]]]:
    return {one.id: (one, tuple(range(len(one.places)))) for one in found.articles[:count]}


def _figures(work: Callable[[], object], rounds: int = ROUNDS) -> list[str]:
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return [milliseconds(median(taken)), milliseconds(p95(taken)), milliseconds(max(taken))]


if __name__ == "__main__":
    sys.exit(main())
