"""The process that renders pages for the preview, so that no rendering ever holds up a key. Must not import Qt.

Measured at 20,000 words: rendering takes 80 ms of Python, which on a thread of the window keeps the interpreter from
the keys for 5 ms at a time and more. In a process of its own it costs the window 2 ms, the handing over included.
"""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol

from editor.core.errors import Fault, UserError
from editor.domain.article import Article

_NICENESS = 10
_RESOURCE_THREADS = 2

log = logging.getLogger(__name__)


class PageSource(Protocol):
    """What makes pages and the files they are shown with: `services.preview.Preview`, or a test's own."""

    def page(self, article: Article, locale: str, *, dark: bool | None = None) -> str:
        """Return the whole page of `article` in the edition of `locale`."""

    def path(self, article: Article, locale: str) -> str:
        """Return the page's path inside a bundle; what the page refers to is relative to it."""

    def resource(self, path: str) -> tuple[bytes, str] | None:
        """Return the bytes and the media type of a file of the bundle, or None when there is none."""


Opener = Callable[[], PageSource]


@dataclass(frozen=True, slots=True)
class PageWanted:
    """Asks for the page of one article as it stands."""

    number: int
    article: Article
    locale: str
    dark: bool


@dataclass(frozen=True, slots=True)
class PageMade:
    """The answer: the page and its path inside a bundle, or the error that stands in its place."""

    number: int
    html: str = ""
    path: str = ""
    error: UserError | Fault | None = None


@dataclass(frozen=True, slots=True)
class ResourceWanted:
    """Asks for one file that a page is shown with; `path` is relative to the bundle's root."""

    number: int
    path: str


@dataclass(frozen=True, slots=True)
class ResourceMade:
    """The answer; an empty `media_type` says that there is no such file."""

    number: int
    content: bytes = b""
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class NewsroomPages:
    """Opens the pages of the newsroom in `folder` for reading; sent to the process and called there."""

    folder: Path

    def __call__(self) -> PageSource:
        """Return the newsroom's page source, its heavy parts imported."""
        from editor.bootstrap import OpenMode, open_desk

        return open_desk(self.folder, mode=OpenMode.READ).preview


def serve(connection: Connection, opener: Opener) -> None:
    """Answer what comes over `connection` until its other end is gone. The main function of the process.

    Pages are made one after another; files come from threads beside them, so that a big picture delays no page.
    """
    _step_back()
    answering = threading.Lock()

    def answer(made: PageMade | ResourceMade) -> None:
        with answering, contextlib.suppress(OSError):  # the window is gone, and so is the question
            connection.send(made)

    try:
        source = opener()
    except (UserError, Fault) as error:
        answer(PageMade(0, error=error))
        return
    with ThreadPoolExecutor(_RESOURCE_THREADS) as threads:
        while (wanted := _next(connection)) is not None:
            if isinstance(wanted, PageWanted):
                answer(_page(source, wanted))
            else:
                threads.submit(_resource, source, wanted).add_done_callback(_Answering(wanted.number, answer))


def _step_back() -> None:
    """Let the window go first where both want the processor."""
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(_NICENESS)


def _next(connection: Connection) -> PageWanted | ResourceWanted | None:
    try:
        wanted: PageWanted | ResourceWanted = connection.recv()
    except (EOFError, OSError):
        return None
    return wanted


def _page(source: PageSource, wanted: PageWanted) -> PageMade:
    try:
        html = source.page(wanted.article, wanted.locale, dark=wanted.dark)
        return PageMade(wanted.number, html, source.path(wanted.article, wanted.locale))
    except (UserError, Fault) as error:
        return PageMade(wanted.number, error=error)


def _resource(source: PageSource, wanted: ResourceWanted) -> ResourceMade:
    found = source.resource(wanted.path)
    return ResourceMade(wanted.number, *found) if found else ResourceMade(wanted.number)


@dataclass(frozen=True, slots=True)
class _Answering:
    """Sends what a thread made; one that failed is a missing file on the page and a line in the log."""

    number: int
    answer: Callable[[PageMade | ResourceMade], None]

    def __call__(self, future: Future[ResourceMade]) -> None:
        error = future.exception()
        if error is not None:
            log.error("a file of the preview could not be made", exc_info=error)
        self.answer(ResourceMade(self.number) if error else future.result())
