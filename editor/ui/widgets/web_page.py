"""The page in a web engine view: the newsroom's own scheme, no network, no script of the page, patched in place.

Importing this module loads the web engine; only `panels/preview.py` does, once `web_engine` says that it can live.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QBuffer, QIODevice, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
    QWebEngineUrlRequestJob,
    QWebEngineUrlScheme,
    QWebEngineUrlSchemeHandler,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from shiboken6 import isValid
from typing_extensions import override

from editor.core.resources import resources_root
from editor.ui.page_worker import ResourceMade

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from editor.ui.page_renderer import PageRenderer

SCHEME = "makala"
ROOT = f"{SCHEME}://site/"

_WORLD = QWebEngineScript.ScriptWorldId.ApplicationWorld
_ATTRIBUTES = QWebEngineSettings.WebAttribute
_SWITCHED_OFF = (
    _ATTRIBUTES.JavascriptEnabled,
    _ATTRIBUTES.LocalStorageEnabled,
    _ATTRIBUTES.LocalContentCanAccessRemoteUrls,
    _ATTRIBUTES.LocalContentCanAccessFileUrls,
    _ATTRIBUTES.PluginsEnabled,
    _ATTRIBUTES.PdfViewerEnabled,
    _ATTRIBUTES.WebGLEnabled,
    _ATTRIBUTES.DnsPrefetchEnabled,
    _ATTRIBUTES.ErrorPageEnabled,
    _ATTRIBUTES.FullScreenSupportEnabled,
    _ATTRIBUTES.HyperlinkAuditingEnabled,
    _ATTRIBUTES.NavigateOnDropEnabled,
)


@cache
def register_scheme() -> None:
    """Make the scheme known to the engine; must come before its first object, and counts once.

    Measured with Qt 6.11: registering after the application object and after other windows is in time.
    """
    scheme = QWebEngineUrlScheme(SCHEME.encode())
    scheme.setSyntax(QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(QWebEngineUrlScheme.Flag.SecureScheme)
    QWebEngineUrlScheme.registerScheme(scheme)


class WebPage(QWebEngineView):
    """Shows one page and brings it up to date without loading it again. Made by the preview panel.

    Signals: `ready` when the first page is on screen; `caught_up` when what was shown last is in the document;
    `link_clicked` carries the `QUrl`, which is never followed here; `ended` when the engine's process is gone.
    """

    ready = Signal()
    caught_up = Signal()
    link_clicked = Signal(QUrl)
    ended = Signal()

    def __init__(self, renderer: PageRenderer, parent: QWidget | None = None) -> None:
        register_scheme()
        super().__init__(parent)
        self._address = QUrl()
        self._html = ""
        self._keeps_place = True
        self._is_loaded = False
        self._profile = QWebEngineProfile()  # no name: off the record, nothing of it is ever on disk
        self._files = _Files(renderer, self)
        self._walls = _Walls(self)
        self._profile.installUrlSchemeHandler(SCHEME.encode(), self._files)
        self._profile.setUrlRequestInterceptor(self._walls)
        self._page = _Page(self._profile, self)
        # Children go in order of arrival, and the engine wants its page gone before its profile.
        self._profile.setParent(self)
        for attribute in _SWITCHED_OFF:
            self._page.settings().setAttribute(attribute, False)  # noqa: FBT003 - Qt's signature
        self._page.scripts().insert(_follower())
        self._page.loadFinished.connect(self._on_loaded)
        self._page.renderProcessTerminated.connect(self._on_ended)
        self._page.link_clicked.connect(self.link_clicked)
        self.setPage(self._page)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def show_page(self, html: str, path: str, *, keeps_place: bool) -> None:
        """Show `html`, the page that lies at `path` of the bundle.

        It is loaded where nothing is shown yet or the page lies another level down, else patched in; `keeps_place`
        leaves what the person looks at where it is.
        """
        address = QUrl(ROOT + quote(path))
        self._html, self._keeps_place = html, keeps_place
        self._files.page = html.encode()
        if self._address.path().count("/") != address.path().count("/"):
            self._address, self._is_loaded = address, False
            self._files.page_path = address.path()
            self.setUrl(address)
        elif self._is_loaded:
            self._patch()

    def load_again(self) -> None:
        """Start over with the page shown last, after the engine's process ended."""
        self._is_loaded = False
        self.setUrl(self._address)

    def set_ground(self, color: QColor) -> None:
        """Paint `color` where no page is yet."""
        self._page.setBackgroundColor(color)

    def _patch(self) -> None:
        keeps = "true" if self._keeps_place else "false"
        self._page.runJavaScript(f"makala.show({json.dumps(self._html)}, {keeps})", _WORLD, self._on_patched)

    @Slot(bool)
    def _on_loaded(self, is_ok: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not is_ok:
            return
        self._is_loaded = True
        if self._files.served != self._files.page:
            self._patch()
        self.ready.emit()

    def _on_patched(self, ground: object) -> None:
        if not isValid(self):
            return
        if isinstance(ground, str) and (color := QColor.fromString(ground)).isValid():
            self._page.setBackgroundColor(color)
        self.caught_up.emit()

    @Slot()
    def _on_ended(self) -> None:
        self._is_loaded = False
        self.ended.emit()


class _Page(QWebEnginePage):
    """Follows no link by itself and opens no window."""

    link_clicked = Signal(QUrl)

    @override
    def acceptNavigationRequest(self, url: QUrl | str, type: QWebEnginePage.NavigationType, isMainFrame: bool) -> bool:
        asked = QUrl(url)
        here = self.url()
        if type is QWebEnginePage.NavigationType.NavigationTypeTyped:
            return asked.scheme() == SCHEME
        if asked.hasFragment() and _without_fragment(asked) == _without_fragment(here):
            return True
        if type is QWebEnginePage.NavigationType.NavigationTypeLinkClicked and isMainFrame:
            self.link_clicked.emit(asked)
        return False

    @override
    def createWindow(self, type: QWebEnginePage.WebWindowType) -> QWebEnginePage:
        return _Elsewhere(self.profile(), self)


class _Elsewhere(_Page):
    """Stands in for the window that a link asked for: hands the address on and goes."""

    def __init__(self, profile: QWebEngineProfile, asked_by: _Page) -> None:
        super().__init__(profile, asked_by)
        self._asked_by = asked_by

    @override
    def acceptNavigationRequest(self, url: QUrl | str, type: QWebEnginePage.NavigationType, isMainFrame: bool) -> bool:
        self._asked_by.link_clicked.emit(QUrl(url))
        self.deleteLater()
        return False


class _Walls(QWebEngineUrlRequestInterceptor):
    """Lets nothing but the newsroom's own scheme through: the preview makes no request to anyone."""

    @override
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        if info.requestUrl().scheme() != SCHEME:
            info.block(True)  # noqa: FBT003 - Qt's signature


class _Files(QWebEngineUrlSchemeHandler):
    """Answers what the page asks for: the page itself from here, every other file from the rendering process."""

    def __init__(self, renderer: PageRenderer, parent: QObject) -> None:
        super().__init__(parent)
        self.page = b""
        self.page_path = ""
        self.served = b""
        self._renderer = renderer
        self._asked: dict[int, QWebEngineUrlRequestJob] = {}
        renderer.resource_made.connect(self._on_made)

    @Slot(object)
    def _on_made(self, made: ResourceMade) -> None:
        job = self._asked.pop(made.number, None)
        if job is None or not isValid(job):
            return
        if not made.media_type:
            job.fail(QWebEngineUrlRequestJob.Error.UrlNotFound)
            return
        _reply(job, made.media_type, made.content)

    @override
    def requestStarted(self, job: QWebEngineUrlRequestJob) -> None:
        path = job.requestUrl().path()
        if path == self.page_path:
            self.served = self.page
            _reply(job, "text/html", self.page)
        else:
            self._asked[self._renderer.fetch(path.lstrip("/"))] = job


def _without_fragment(url: QUrl) -> QUrl:
    bare = QUrl(url)
    bare.setFragment("")
    return bare


def _reply(job: QWebEngineUrlRequestJob, media_type: str, content: bytes) -> None:
    buffer = QBuffer(job)
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    job.reply(media_type.encode(), buffer)


@cache
def _follower_source() -> str:
    return (resources_root() / "preview" / "follow.js").read_text(encoding="utf-8")


def _follower() -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName("follow")
    script.setSourceCode(_follower_source())
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(_WORLD)
    script.setRunsOnSubFrames(False)
    return script
