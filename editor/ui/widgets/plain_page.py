"""The page without a web engine: the same words, pictures and labels in Qt's own rich text, plainer in looks."""

from __future__ import annotations

import re
import time
from urllib.parse import quote

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget
from typing_extensions import override

from editor.ui import theme
from editor.ui.page_renderer import PageRenderer
from editor.ui.page_worker import ResourceMade
from editor.ui.widgets.decoding import picture_of

_ROOT = "makala://site/"
_SHEET = """
h1 { font-size: 28px; font-weight: 600; } h2 { font-size: 20px; } h3 { font-size: 15px; }
p, li, figcaption { line-height: 150%; }
figcaption { font-size: 13px; }
"""
# Laying out 20,000 words takes Qt most of a second on the interface thread: it must stay a small share of the time.
_SHARE = 10
_PICTURE_WIDTH = 320  # with the margins beside it, what a telephone shows
_IMAGE = re.compile(r"<img\b[^>]*>")
_SIZE = re.compile(r' (?:width|height)="[0-9]+"')


class PlainPage(QTextBrowser):
    """Made by the preview panel where the web engine cannot live; has the same signals and methods as its page."""

    ready = Signal()
    caught_up = Signal()
    link_clicked = Signal(QUrl)
    ended = Signal()

    def __init__(self, renderer: PageRenderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview.plain")
        self.setProperty("kind", "page")
        self.setOpenLinks(False)
        self.setFont(theme.font(theme.LARGE, is_serif=True))
        self.document().setDefaultStyleSheet(_SHEET)
        self.document().setDocumentMargin(2 * theme.GRID)
        self.setAcceptDrops(False)
        self._renderer = renderer
        self._asked: dict[int, QUrl] = {}
        self._known: dict[str, QImage] = {}
        self._html = ""
        self._keeps_place = True
        self._is_first = True
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._on_quiet)
        self._free_at = 0.0
        renderer.resource_made.connect(self._on_made)
        self.anchorClicked.connect(self.link_clicked)

    def show_page(self, html: str, path: str, *, keeps_place: bool) -> None:
        """Show `html`, the page that lies at `path` of the bundle, as soon as that holds nothing up."""
        self._html = html
        self._keeps_place = keeps_place
        self.document().setBaseUrl(QUrl(_ROOT + quote(path)))
        self._quiet.start(max(0, round((self._free_at - time.monotonic()) * 1000)))

    def load_again(self) -> None:
        """Show the page shown last once more."""
        self._on_quiet()

    def set_ground(self, color: QColor) -> None:
        """Paint `color` behind the page."""
        self.setStyleSheet(f"QTextBrowser {{ background: {color.name()}; }}")

    @Slot()
    def _on_quiet(self) -> None:
        started = time.monotonic()
        place = self.verticalScrollBar().value()
        self.setHtml(_words_of(self._html))
        self.verticalScrollBar().setValue(place if self._keeps_place else 0)
        self._free_at = time.monotonic() + _SHARE * (time.monotonic() - started)
        if self._is_first:
            self._is_first = False
            self.ready.emit()
        self.caught_up.emit()

    @Slot(object)
    def _on_made(self, made: ResourceMade) -> None:
        url = self._asked.pop(made.number, None)
        if url is None:
            return
        picture = picture_of(made.content)
        if picture.isNull():
            return
        if picture.width() > _PICTURE_WIDTH:
            picture = picture.scaledToWidth(_PICTURE_WIDTH, Qt.TransformationMode.SmoothTransformation)
        self._known[url.toString()] = picture
        self.document().addResource(QTextDocument.ResourceType.ImageResource.value, url, picture)
        place = self.verticalScrollBar().value()
        self.document().markContentsDirty(0, self.document().characterCount())
        self.verticalScrollBar().setValue(place)

    @override
    def loadResource(self, type: int, name: QUrl | str) -> object:
        url = self.document().baseUrl().resolved(QUrl(name))
        if type != QTextDocument.ResourceType.ImageResource.value or url.scheme() != "makala":
            return b""
        if url.toString() not in self._known:
            waiting = QImage(1, 1, QImage.Format.Format_ARGB32)
            waiting.fill(0)
            self._known[url.toString()] = waiting
            self._asked[self._renderer.fetch(url.path().lstrip("/"))] = url
        return self._known[url.toString()]


def _words_of(html: str) -> str:
    """Return the page's body without the parts that only a browser understands.

    A picture is as large as it was made here: by the size of its original Qt would blow it up, wider than the page.
    """
    _, found, body = html.partition("<body")
    return _IMAGE.sub(lambda image: _SIZE.sub("", image[0]), f"<body{body}" if found else html)
