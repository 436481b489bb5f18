"""1,000 articles to a bundle: cold, after one headline was changed, and with nothing changed.

Once as the command line does it (a whole process), once in a program that is running already, as the window does.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import change_article
from editor.services.publishing import ExportRequest
from tests.benchmarks import corpus
from tests.benchmarks.figures import machine, median, milliseconds, table

ARTICLES = 1000
ROUNDS = 3


def main() -> int:
    """Make the corpus, export it again and again, print the table."""
    with tempfile.TemporaryDirectory() as place:
        folder, out = Path(place) / "newsroom", Path(place) / "site"
        began = time.monotonic()
        corpus.newsroom(folder, ARTICLES)
        print(f"{ARTICLES} articles, {ROUNDS} rounds; {machine()}")
        print(f"(made in {time.monotonic() - began:.1f} s)")
        rows = [["command line", *_rounds(folder, out, lambda: _by_command(folder, out))]]
        desk = open_desk(folder)
        desk.warm_up()
        try:
            rows.append(["running program", *_rounds(folder, out, lambda: _by_desk(desk, out), desk)])
        finally:
            desk.close()
        table(["median", "cold", "after one edit", "nothing changed"], rows)
    return 0


def _rounds(folder: Path, out: Path, export: Callable[[], object], desk: Desk | None = None) -> list[str]:
    seen: dict[str, list[float]] = {"cold": [], "edit": [], "same": []}
    for turn in range(ROUNDS):
        shutil.rmtree(out, ignore_errors=True)
        seen["cold"].append(_seconds(export))
        _change_a_headline(folder, turn, desk)
        seen["edit"].append(_seconds(export))
        seen["same"].append(_seconds(export))
    return [milliseconds(median(times)) for times in seen.values()]


def _seconds(work: Callable[[], object]) -> float:
    began = time.monotonic()
    work()
    return time.monotonic() - began


def _by_command(folder: Path, out: Path) -> None:
    command = [sys.executable, "-m", "editor", "export", str(folder), str(out), "--json"]
    subprocess.run(command, check=True, capture_output=True)


def _by_desk(desk: Desk, out: Path) -> None:
    desk.publishing.export(ExportRequest(out=out), quiet())


def _change_a_headline(folder: Path, turn: int, desk: Desk | None) -> None:
    opened = desk or open_desk(folder, mode=OpenMode.WRITE)
    article = opened.articles.all()[ARTICLES // 2 + turn]
    opened.articles.apply(change_article(article, say("Change"), headline=f"{article.headline}, changed"))
    if desk is None:
        opened.close()


if __name__ == "__main__":
    sys.exit(main())
