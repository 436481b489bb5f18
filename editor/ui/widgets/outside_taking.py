"""Takes in what tells of articles elsewhere: pasted, dropped or from a file. Reads it in a job; fetches nothing."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain.told import Feed, Told, is_address
from editor.i18n.interface import tr
from editor.ui.file_dialogs import ask_files
from editor.ui.jobs import Latest

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.services.telling import Telling
    from editor.ui.jobs import Jobs

_MOST_OF_A_LINK = 10_000  # characters of the HTML that comes along with a link dragged from a browser
_SOURCE = re.compile(r"<title|<meta|application/ld\+json", re.IGNORECASE)


class OutsideTaking(QObject):
    """Made by the related panel. `told` carries a `Told`, `fed` a `Feed`, `refused` a `UserError` or `Fault`.

    The newest wish wins; what another article was meant to get is given up with `forget`.
    """

    told = Signal(object)
    fed = Signal(object)
    refused = Signal(object)

    def __init__(self, telling: Telling, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._telling = telling
        self._lane = Latest(jobs, self)
        self._zone = "UTC"

    def show_zone(self, zone: str) -> None:
        """Take times without an offset for times in this zone."""
        self._zone = zone

    @Slot()
    def paste(self) -> None:
        """Take what is on the clipboard."""
        # The bindings do not know it, but an empty clipboard is None on some systems (pitfall 35).
        carried: QMimeData | None = QApplication.clipboard().mimeData()
        self.take(carried if carried is not None else QMimeData())

    @Slot()
    def choose(self) -> None:
        """Let the person choose a file, and take it."""
        kinds = tr(
            "Feeds and saved pages ({patterns})",
            patterns="*.xml *.rss *.atom *.rdf *.json *.html *.htm *.mhtml *.mht *.txt",
        )
        for path in ask_files(self._window, say("Choose a feed or a saved page"), Path.home(), kinds)[:1]:
            self._read(path)

    def take(self, carried: QMimeData) -> None:
        """Take what is carried; say so where it tells of nothing."""
        source = source_of(carried)
        if source is None:
            self.refused.emit(
                UserError(
                    say("There is no address, page or feed on the clipboard."),
                    say("Copy the address of an article, or its page, and paste again."),
                )
            )
        else:
            self._read(source)

    def forget(self) -> None:
        """Give up what is under way."""
        self._lane.cancel()

    def _read(self, source: str | Path) -> None:
        work = partial(_read, self._telling, source, self._zone)
        self._lane.submit(work, title=say("Reading"), done=self._on_read, failed=self._on_failed)

    @Slot(object)
    def _on_read(self, found: Told | Feed) -> None:
        (self.fed if isinstance(found, Feed) else self.told).emit(found)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError | Fault):
            raise error
        self.refused.emit(error)


def source_of(carried: QMimeData) -> str | Path | None:
    """Return what is carried: a file, the source of a page, an address or words; None where there is none of these."""
    urls = carried.urls() if carried.hasUrls() else []
    for url in urls:
        if url.isLocalFile():
            return Path(url.toLocalFile())
    markup = carried.html() if carried.hasHtml() else ""
    if _SOURCE.search(markup[:100_000]) or (urls and "<a" in markup and len(markup) < _MOST_OF_A_LINK):
        return markup  # with what the link is called, where a browser says so
    text = carried.text().strip() if carried.hasText() else ""
    if urls and not is_address(text):
        return urls[0].toString()
    return text or None


def _read(telling: Telling, source: str | Path, zone: str, context: JobContext) -> Told | Feed:
    return telling.read(source, zone, context)
