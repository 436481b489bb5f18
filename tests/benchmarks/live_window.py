"""The real window on a newsroom made for the purpose, with its preview's web engine, driven from inside."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor.bootstrap import create_newsroom, open_desk
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import AddImage, CreateArticle, EditSettings
from tests.benchmarks import corpus, long_text
from tests.benchmarks.long_text import put_dictionary
from tests.builders import NOON, png, some_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from editor.ui.main_window import MainWindow
    from editor.ui.widgets.web_page import WebPage

PATIENCE_SECONDS = 60.0
TICK_MS = 5


@contextmanager
def window_with(words: int, pictures: int = 0, *, panel: str = "preview") -> Iterator[MainWindow]:
    """Yield the shown window, an article of `words` words and `pictures` pictures open, `panel` on its right.

    The outline is seen too, below the list of articles. An English dictionary is there, and its spelling is on.
    """
    with tempfile.TemporaryDirectory() as place:
        os.environ["MAKALA_CONFIG_DIR"] = str(Path(place) / "config")
        put_dictionary(Path(place) / "config" / "dictionaries")
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # the web engine's sandbox does not work for root
        folder = Path(place) / "newsroom"
        opened = _newsroom(folder, words, pictures)
        from editor.ui.app import application, open_window

        application()
        window = open_window(folder)
        try:
            window.setGeometry(0, 0, 1440, 900)
            window.workspace.open(opened.id)
            _show(window, panel)
            if panel == "preview":
                wait_for(lambda: "PySide6.QtWebEngineWidgets" in sys.modules and page_of(window) is not None)
            pause(5.0)
            yield window
        finally:
            window.studio.close_window()
            pause(0.5)


def shown_body(window: MainWindow) -> QTextEdit:
    """Return the field that holds the body, as it is."""
    from PySide6.QtWidgets import QTextEdit

    bodies = window.findChildren(QTextEdit, "draft.body")
    return next(body for body in bodies if body.isVisible())  # each open article has a page of its own


def body_of(window: MainWindow) -> QTextEdit:
    """Return the field that holds the body, with the focus and its cursor in the middle."""
    from PySide6.QtGui import QTextCursor

    body = shown_body(window)
    window.activateWindow()
    body.setFocus()
    cursor = body.textCursor()
    cursor.setPosition(len(body.toPlainText()) // 2)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    body.setTextCursor(cursor)
    body.ensureCursorVisible()
    pause(1.0)
    return body


def page_of(window: MainWindow) -> WebPage | None:
    """Return the web engine's view in the preview, or None while there is none."""
    from editor.ui.widgets.web_page import WebPage

    return window.findChild(WebPage)


def pause(seconds: float) -> None:
    """Let the window live for `seconds`."""
    until = time.monotonic() + seconds
    wait_for(lambda: time.monotonic() >= until)


def wait_for(is_so: Callable[[], bool]) -> None:
    """Handle events until `is_so`, and rest between them: whoever spins keeps the interpreter from every thread."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    deadline = time.monotonic() + PATIENCE_SECONDS
    ticks = QTimer()  # so that a window in which nothing happens is left again, too
    ticks.start(TICK_MS)
    while not is_so():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.monotonic() > deadline:
            raise TimeoutError("what was waited for did not come")


def _show(window: MainWindow, panel: str) -> None:
    from PySide6.QtCore import Qt

    docks = window.docks.by_id
    window.removeDockWidget(docks["outline"])  # a dock among tabs cannot be put below another
    window.splitDockWidget(docks["articles"], docks["outline"], Qt.Orientation.Vertical)
    docks["outline"].show()
    window.view.bring_forward(panel)
    pause(0.5)
    assert all(docks[name].visibleRegion().boundingRect().height() > 100 for name in ("outline", panel))


def _newsroom(folder: Path, words: int, pictures: int) -> Article:
    create_newsroom(folder, name="Corpus")
    desk = open_desk(folder, person="Corpus")
    try:
        settings = desk.newsroom.settings
        desk.articles.apply(EditSettings(settings, some_settings("en", name="Corpus"), say("Editions")))
        earlier = [corpus.article(number, []) for number in range(20)]
        for one in earlier:
            desk.articles.apply(CreateArticle(one, say("New"), NOON))
        paths = []
        for grey in range(min(pictures, 5)):
            image = desk.images.read(png(800, 450, 40 * grey), f"picture-{grey}.png")
            desk.articles.apply(AddImage(image, say("Add picture"), NOON))
            paths.append(image.path)
        body = long_text.body(words, [paths[n % 5] for n in range(pictures)])
        article = replace(corpus.article(1000, earlier), body=body)
        desk.articles.apply(CreateArticle(article, say("New"), NOON))
        return article
    finally:
        desk.close()
