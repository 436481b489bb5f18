"""The library of pictures with 5,000 of them: how soon it stands there, how it scrolls, how soon it finds."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from editor.bootstrap import Desk, create_newsroom, open_desk
from editor.core.files import sha256_hex
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import AddImage, CreateArticle, Several
from editor.domain.image import Image, Placement
from editor.services.image_library import LibraryQuery, Shelf, counts, find
from tests.benchmarks.figures import machine, median, milliseconds, p95, table
from tests.benchmarks.live_window import pause, wait_for
from tests.builders import NOON, an_article, an_image
from tests.images.pictures import a_picture, as_jpeg

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow
    from editor.ui.widgets.picture_list import PictureList

PICTURES = 5_000
ALIKE = 20  # every so many pictures, one is a smaller copy of the one before
STEPS = 120
ROUNDS = 7
COMPARED = 200


def main() -> int:
    """Make the newsroom, measure, print."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "newsroom"
        _newsroom(folder)
        print(f"{PICTURES} pictures; {machine()}; a step of scrolling shall take less than 16 ms")
        desk = open_desk(folder, person="Bench")
        rows = [[name, *_figures(work)] for name, work in _works(desk).items()]
        rows.append([f"{COMPARED} compared, for the first time", *_figures(_compared(desk), rounds=1)])
        desk.close()
        os.environ["MAKALA_CONFIG_DIR"] = str(Path(place) / "config")
        with _window(folder) as window:
            rows += _in_window(window)
        table(["the library of pictures", "median", "p95", "worst"], rows)
    return 0


def _works(desk: Desk) -> dict[str, Callable[[], object]]:
    library = desk.images.library
    entries = library.entries(quiet())
    return {
        "every picture read": lambda: library.entries(quiet()),
        "counted for every shelf": lambda: counts(entries, ("en", "sw", "ar"), library.alike),
        "found by two words": lambda: find(entries, LibraryQuery("market 4"), library.alike),
        "a shelf, by name": lambda: find(entries, LibraryQuery(shelf=Shelf.NO_CREDIT), library.alike),
    }


def _compared(desk: Desk) -> Callable[[], object]:
    entries = desk.images.library.entries(quiet())[:COMPARED]
    return lambda: desk.images.library.compare(entries, quiet())


def _in_window(window: MainWindow) -> list[list[str]]:
    from PySide6.QtWidgets import QApplication

    from editor.ui.widgets.picture_bar import PictureBar
    from editor.ui.widgets.picture_list import PictureList

    window.view.bring_forward("images")
    pause(2.0)
    bar, pictures = window.findChild(PictureBar), window.findChild(PictureList)
    assert bar is not None
    assert pictures is not None
    started = time.perf_counter()
    bar.begin_search()
    wait_for(lambda: pictures.count() == PICTURES)
    pictures.repaint()
    first = time.perf_counter() - started
    QApplication.processEvents()
    rows = [["from the key to the first paint of all", milliseconds(first), "", ""]]
    for name in ("a step of scrolling, small copies not made yet", "a step of scrolling, small copies at hand"):
        steps = list(_scrolled(pictures))
        rows.append([name, milliseconds(median(steps)), milliseconds(p95(steps)), milliseconds(max(steps))])
        pause(8.0)
    return rows


def _scrolled(pictures: PictureList) -> Iterator[float]:
    from PySide6.QtWidgets import QApplication

    scroll = pictures.verticalScrollBar()
    for step in range(STEPS):
        started = time.perf_counter()
        scroll.setValue(step * pictures.viewport().height() // 2)
        QApplication.processEvents()
        yield time.perf_counter() - started
        time.sleep(0.016)
    scroll.setValue(0)


@contextmanager
def _window(folder: Path) -> Iterator[MainWindow]:
    from editor.ui.app import application, open_window

    application()
    window = open_window(folder)
    try:
        window.setGeometry(0, 0, 1440, 900)
        pause(3.0)
        yield window
    finally:
        window.studio.close_window()
        pause(0.5)


def _newsroom(folder: Path) -> None:
    create_newsroom(folder)
    desk = open_desk(folder, person="Bench")
    edits: list[AddImage | CreateArticle] = []
    data = b""
    for number in range(PICTURES):
        is_copy = number % ALIKE == ALIKE - 1
        data = as_jpeg(data, quality=60, width=240) if is_copy else as_jpeg(a_picture(number, 400, 300))
        image = _kept(folder, data, number)
        edits.append(AddImage(image, say("Add"), NOON))
        if number % 5 == 0:
            article = an_article(headline=f"Day {number}", hero=Placement(image_id=image.id))
            edits.append(CreateArticle(article, say("New"), NOON))
    for start in range(0, len(edits), 500):
        desk.articles.apply(Several(tuple(edits[start : start + 500]), say("Add")))
    desk.close()


def _kept(folder: Path, data: bytes, number: int) -> Image:
    """Put an original into its place without waiting for the disk five thousand times."""
    digest = sha256_hex(data)
    place = folder / "media" / digest[:2] / f"{digest}.jpg"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    alt = {"en": f"People at the market, stall {number}"} if number % 3 else {}
    return an_image(
        sha256=digest,
        name=f"market-{number}.jpg",
        media_type="image/jpeg",
        width=400,
        height=300,
        size=len(data),
        alt=alt,
        credit="The agency" if number % 2 else "",
        source_type="trainedAlgorithmicMedia" if number % 7 == 0 else "",
        added_at=NOON,
    )


def _figures(work: Callable[[], object], *, rounds: int = ROUNDS) -> list[str]:
    took = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        took.append(time.perf_counter() - started)
    return [milliseconds(median(took)), milliseconds(p95(took)), milliseconds(max(took))]


if __name__ == "__main__":
    sys.exit(main())
