"""A timeline of 200 entries in four editions side by side: how soon the real window repaints it."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from editor.bootstrap import create_newsroom, open_desk
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import CreateArticle, EditSettings, Several
from editor.domain.link import External, Link
from editor.domain.linking import show_link
from tests.benchmarks import corpus
from tests.benchmarks.figures import machine, median, milliseconds, p95, table
from tests.benchmarks.live_window import pause, wait_for
from tests.builders import NOON, an_article, an_id, some_settings

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow
    from editor.ui.panels.timeline import TimelinePanel
    from editor.ui.widgets.timeline_column import TimelineList

ENTRIES = 200
LOCALES = ("sw", "en", "ar", "ja")
ROUNDS = 60
MANY = 10_000


def main() -> int:
    """Make the newsroom, measure, print."""
    with tempfile.TemporaryDirectory() as place:
        os.environ["MAKALA_CONFIG_DIR"] = str(Path(place) / "config")
        folder = Path(place) / "newsroom"
        shown, long = _newsroom(folder)
        print(f"{ENTRIES} entries in {len(LOCALES)} editions; {machine()}; a repaint shall take less than 50 ms")
        with _window(folder, shown) as window:
            rows = [[name, *_figures(took)] for name, took in _in_window(window, shown)]
            rows.append([f"{MANY} entries: opened, until painted", *_figures(_opened(window, long, shown))])
        table(["a timeline in four editions", "median", "p95", "worst"], rows)
    return 0


def _in_window(window: MainWindow, shown: Article) -> Iterator[tuple[str, list[float]]]:
    from PySide6.QtWidgets import QApplication

    from editor.ui.panels.timeline import TimelinePanel

    panel = window.findChild(TimelinePanel)
    assert panel is not None
    first = _lists(panel)[0]
    yield "all of it painted again", _took(lambda _: panel.repaint())
    timelines = window.workspace.desk.timelines

    def words(number: int) -> None:
        article = window.workspace.article
        assert article is not None
        moved = replace(article, links=(*article.links[:-1], _renamed(article.links[-1], number)))
        found = timelines.side_by_side(moved, LOCALES)
        started[:] = [time.perf_counter()]
        panel._on_read(found)
        QApplication.sendPostedEvents()
        panel.repaint()

    started = [0.0]
    yield "new words shown and painted", _took(words, started)

    def scroll(number: int) -> None:
        first.verticalScrollBar().setValue(number * 120)
        panel.repaint()

    yield "a step of scrolling, all columns", _took(scroll)
    yield "another width: every row wrapped anew", _took(lambda number: _resize(window, panel, number), rounds=12)
    yield "put into words, beside the window", _took(lambda _: timelines.side_by_side(shown, LOCALES))
    yield "an edit, until it is on disk and painted", _edited(window, panel)


def _edited(window: MainWindow, panel: TimelinePanel) -> list[float]:
    took = []
    view = _lists(panel)[0]
    for number in range(20):
        article = window.workspace.article
        assert article is not None
        count = view.model().rowCount()
        edit = show_link(article, article.links[7].id, on_timeline=number % 2 == 1)
        assert edit is not None
        start = time.perf_counter()
        window.workspace.request(edit)
        wait_for(lambda before=count: view.model().rowCount() != before)  # type: ignore[misc]
        panel.repaint()
        took.append(time.perf_counter() - start)
        pause(0.2)
    return took


def _opened(window: MainWindow, long: Article, shown: Article) -> list[float]:
    took = []
    for _ in range(3):
        start = time.perf_counter()
        window.workspace.open(long.id)
        wait_for(lambda: any(view.model().rowCount() > ENTRIES for view in _all_lists(window)))
        took.append(time.perf_counter() - start)
        pause(0.5)
        window.workspace.open(shown.id)
        wait_for(lambda: all(view.model().rowCount() == ENTRIES for view in _all_lists(window)))
    return took


def _resize(window: MainWindow, panel: TimelinePanel, number: int) -> None:
    from PySide6.QtWidgets import QApplication

    window.resize(window.width() + (8 if number % 2 else -8), window.height())
    QApplication.sendPostedEvents()
    panel.repaint()


def _renamed(link: Link, number: int) -> Link:
    assert link.external is not None
    return replace(link, external=replace(link.external, headline=f"{link.external.headline} {number}"))


def _lists(panel: TimelinePanel) -> list[TimelineList]:
    from editor.ui.widgets.timeline_column import TimelineList

    return [view for view in panel.findChildren(TimelineList) if view.isVisible()]


def _all_lists(window: MainWindow) -> list[TimelineList]:
    from editor.ui.panels.timeline import TimelinePanel

    panel = window.findChild(TimelinePanel)
    assert panel is not None
    return _lists(panel)


def _took(work: Callable[[int], object], started: list[float] | None = None, *, rounds: int = ROUNDS) -> list[float]:
    """Return the seconds of each round of `work`, from `started` where the work sets it itself."""
    took = []
    for number in range(rounds):
        pause(0.02)
        begun = time.perf_counter()
        work(number)
        took.append(time.perf_counter() - (started[0] if started else begun))
    return took


def _figures(took: list[float]) -> list[str]:
    return [milliseconds(median(took)), milliseconds(p95(took)), milliseconds(max(took))]


@contextmanager
def _window(folder: Path, shown: Article) -> Iterator[MainWindow]:
    from editor.ui.app import application, open_window
    from editor.ui.timeline_memory import remember_editions

    remember_editions(folder, LOCALES)
    application()
    window = open_window(folder)
    try:
        window.setGeometry(0, 0, 1600, 1000)
        window.workspace.open(shown.id)
        window.view.bring_forward("timeline")
        wait_for(lambda: len(_all_lists(window)) == len(LOCALES) and _all_lists(window)[0].model().rowCount() > 0)
        pause(2.0)
        yield window
    finally:
        window.studio.close_window()
        pause(0.5)


def _newsroom(folder: Path) -> tuple[Article, Article]:
    """Make an article of `ENTRIES` entries, half of them the newsroom's own, and one of `MANY`."""
    create_newsroom(folder, name="Corpus")
    desk = open_desk(folder, person="Bench")
    try:
        settings = desk.newsroom.settings
        desk.articles.apply(EditSettings(settings, some_settings(*LOCALES, name="Corpus"), say("Editions")))
        earlier = [corpus.article(number, []) for number in range(ENTRIES // 2)]
        earlier = [replace(one, published=NOON - timedelta(hours=13 * n)) for n, one in enumerate(earlier)]
        desk.articles.apply(Several(tuple(CreateArticle(one, say("New"), NOON) for one in earlier), say("Corpus")))
        own = [Link(id=an_id(), article=one.id, on_card=False, on_timeline=True) for one in earlier]
        shown = an_article(headline="How it came about", links=(*own, *_outside(ENTRIES - len(own))))
        long = an_article(headline="How all of it came about", links=tuple(_outside(MANY)))
        for one in (shown, long):
            desk.articles.apply(CreateArticle(one, say("New"), NOON))
        return shown, long
    finally:
        desk.close()


def _outside(count: int) -> Iterator[Link]:
    for number in range(count):
        headline = corpus.article(number % 500, []).headline
        outside = External(headline=f"{headline} {number}", published=NOON - timedelta(hours=7 * number), language="en")
        yield Link(id=an_id(), external=outside, on_card=False, on_timeline=True)


if __name__ == "__main__":
    sys.exit(main())
