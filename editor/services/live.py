"""A folder and a server on this computer that follow the newsroom while a person works."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.services.publishing import ExportReport, ExportRequest

if TYPE_CHECKING:
    from editor.services.live_server import LiveServer
    from editor.services.newsroom import Newsroom
    from editor.services.publishing import Publishing

LOOK_SECONDS = 0.05
Told = Callable[[ExportReport | UserError | Fault], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveRequest:
    """What is to follow: the folder of the bundle, and what goes into it.

    `editions` are locales, none for all; `articles` are slugs or ids shown whatever their status; `port` 0 is any that
    is free.
    """

    out: Path
    editions: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    port: int = 0


class Live:
    """Keeps one bundle and one server up to date, from `begin` to `end`. One caller at a time may `begin` or `refresh`.

    Every refresh is an export like any other: verified, in one step, the bundle of before whole until then.
    """

    def __init__(self, publishing: Publishing, newsroom: Newsroom) -> None:
        self._publishing = publishing
        self._newsroom = newsroom
        self._request: LiveRequest | None = None
        self._server: LiveServer | None = None
        self._at = ""  # what the bundle is called that lies there
        self._since: datetime | None = None  # when it was made, or tried
        self._until: datetime | None = None  # when the clock alone makes another of it
        self._guard = threading.Lock()

    @property
    def address(self) -> str:
        """Return where the first page is, "" while nothing is served."""
        return self._server.address if self._server is not None else ""

    def begin(self, request: LiveRequest, context: JobContext) -> ExportReport:
        """Export once, then serve the folder. Raises as `Publishing.export` does, and `Fault` for a port in use."""
        from editor.services.live_server import LiveServer

        self.end()
        self._request = request
        report = self.refresh(context)
        with self._guard:
            context.check()  # whoever stops this cancels first and ends then, and finds the server or none
            try:
                self._server = LiveServer(request.out, request.port)
            except (OSError, OverflowError) as error:
                raise Fault(
                    say("The live address could not be opened."),
                    say("Port {port} is not free.", port=str(request.port)),
                ) from error
            self._server.tell(report.manifest_sha256)
        return report

    def refresh(self, context: JobContext, articles: tuple[str, ...] | None = None) -> ExportReport:
        """Bring the folder up to date, and the pages that are open in a browser. Raises as `Publishing.export` does.

        `articles` take the place of those of the request.
        """
        if self._request is None:
            raise ValueError("nothing is live")
        wanted = self._request if articles is None else replace(self._request, articles=articles)
        self._request = wanted
        request = ExportRequest(
            out=wanted.out, editions=wanted.editions, articles=wanted.articles, seal=False, stays_here=True
        )
        self._since = self._publishing.now()
        try:
            report = self._publishing.export(request, context)
            self._at = report.manifest_sha256
            if (server := self._server) is not None:
                server.tell(report.manifest_sha256)
        finally:  # nobody waits for it
            self._until = self._publishing.next_hour(self._since)
        return report

    def is_due(self) -> bool:
        """Say whether the clock has come to an hour that the bundle must show, or was put back.

        Held against the clock each time it is asked: a computer that slept, and one whose clock is put right, are told
        the truth as soon as somebody looks.
        """
        if self._since is None:
            return False
        now = self._publishing.now()
        return now < self._since or (self._until is not None and now >= self._until)

    def follow(self, context: JobContext, told: Told) -> None:
        """Refresh after every change in the newsroom, whoever makes it, and at every hour, until `context` is stopped.

        What changes the bundle is `told`, and what stands in the way, which is tried again after the next change; a
        newsroom that cannot be looked at is looked at again and again, and told of once.
        """
        seen = -1  # what was changed since `begin` comes first
        trouble = ""
        while not context.stop.wait(LOOK_SECONDS):
            try:
                now = self._newsroom.change_count()
                if now == seen and not self.is_due():
                    trouble = ""
                    continue
                seen, was = now, self._at
                report = self.refresh(context)
                if self._at != was:
                    told(report)
            except Cancelled:
                return
            except (UserError, Fault) as error:
                if str(error) != trouble:
                    told(error)
                trouble = str(error)

    def end(self) -> None:
        """Serve no longer; the folder stays."""
        with self._guard:
            server, self._server = self._server, None
        if server is not None:
            server.stop()
