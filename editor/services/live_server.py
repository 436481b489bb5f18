"""A server for one folder on this computer alone, which tells open pages when to load anew. Standard library only.

It answers the computer it runs on, by the two names that mean just that, reads files of the folder and nothing else,
and writes nowhere. What a page needs to hear of changes is put into the answer, never into a file.
"""

from __future__ import annotations

import contextlib
import html
import logging
import os
import re
import socket
import socketserver
import threading
import time
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote

from typing_extensions import override

HOST = "127.0.0.1"
EVENTS, SCRIPT = "/.makala/live", "/.makala/live.js"
_NAMES = (HOST, "localhost")
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".xsl": "text/xsl; charset=utf-8",
    ".atom": "application/atom+xml",
    ".rss": "application/rss+xml",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/vnd.microsoft.icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".zip": "application/zip",
}
_RELOADING = (
    b'"use strict";(()=>{const at=document.currentScript.dataset.at,live=new EventSource("/.makala/live");'
    b'live.addEventListener("at",told=>{if(told.data!==at){live.close();location.reload();}});})();\n'
)
_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")', re.IGNORECASE)
_STILL_HERE_SECONDS = 15.0
_PATIENCE_SECONDS = 1.0  # for a folder that is being put in place of another
_SLOW_CLIENT_SECONDS = 10.0

log = logging.getLogger(__name__)


class LiveServer:
    """Serves `folder` from a thread of its own until `stop`. `tell` may be called from every thread."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self._server = _Server(folder, port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="live", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Return the address of the first page."""
        return f"http://{HOST}:{self._server.server_port}/"

    def tell(self, at: str) -> None:
        """Let pages that are open load anew, unless they showed the state called `at` already."""
        self._server.news.tell(at)

    def stop(self) -> None:
        """End every conversation and the thread; later calls do nothing."""
        self._server.news.stop()
        self._server.shutdown()
        self._server.hang_up()
        self._server.server_close()
        self._thread.join()


class _News:
    """What the state of the folder is called now. Waited for by the threads that stream."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self.at = ""
        self.is_over = False

    def tell(self, at: str) -> None:
        with self._changed:
            self.at = at
            self._changed.notify_all()

    def stop(self) -> None:
        with self._changed:
            self.is_over = True
            self._changed.notify_all()

    def after(self, seen: str) -> str:
        """Wait until the state is called otherwise than `seen`, or long enough for a sign of life."""
        with self._changed:
            self._changed.wait_for(lambda: self.is_over or self.at != seen, _STILL_HERE_SECONDS)
            return self.at


class _Server(ThreadingHTTPServer):
    # On Windows this option would let another program listen at the same port.
    allow_reuse_address = os.name == "posix"
    daemon_threads = False  # so that closing waits for all of them

    def __init__(self, folder: Path, port: int) -> None:
        self.folder = folder
        self.news = _News()
        self._open: set[socket.socket] = set()
        self._guard = threading.Lock()
        super().__init__((HOST, port), _Handler)

    def hang_up(self) -> None:
        """End the conversations that are open; their threads come to their end."""
        with self._guard:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    @override
    def server_bind(self) -> None:
        # HTTPServer asks the network for this computer's name here, which can take seconds and serves nothing.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, int(self.server_address[1])

    @override
    def get_request(self) -> tuple[socket.socket, object]:
        connection, address = super().get_request()
        with self._guard:
            self._open.add(connection)
        return connection, address

    @override
    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        with self._guard:
            self._open.discard(request)
        super().shutdown_request(request)

    @override
    def handle_error(self, request: object, client_address: object) -> None:
        log.debug("a conversation with a browser ended early")


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "Makala"
    sys_version = ""
    timeout = _SLOW_CLIENT_SECONDS

    def _answer(self) -> None:
        """Answer with a file, the reload script, or the stream of changes; to HEAD without the body."""
        if not self._is_meant_for_us():
            # A page from elsewhere that had its name resolve to this computer (DNS rebinding).
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"Not here.\n", _TYPES[".txt"])
            return
        path = self.path.partition("?")[0]
        if path == EVENTS:
            self._stream()
        elif path == SCRIPT:
            self._send(HTTPStatus.OK, _RELOADING, _TYPES[".js"])
        else:
            self._send_file(path)

    def _refuse(self) -> None:
        self._send(HTTPStatus.METHOD_NOT_ALLOWED, b"Read only.\n", _TYPES[".txt"], Allow="GET, HEAD")

    # http.server's names
    do_GET = do_HEAD = _answer  # noqa: N815
    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse  # noqa: N815

    def _is_meant_for_us(self) -> bool:
        hosts = self.headers.get_all("Host", [])
        return len(hosts) == 1 and hosts[0] in {f"{name}:{self.server.server_port}" for name in _NAMES}

    def _send_file(self, path: str) -> None:
        at = self.server.news.at  # asked before the file is read: a page may load once too often, never too seldom
        found = _found(self.server.folder, path)
        if found is None:
            status, found = HTTPStatus.NOT_FOUND, _found(self.server.folder, "/404.html")
        elif found.is_dir():
            self._send(HTTPStatus.MOVED_PERMANENTLY, b"", _TYPES[".txt"], Location=quote(f"/{path.strip('/')}/", "/%"))
            return
        else:
            status = HTTPStatus.OK
        try:
            data = found.read_bytes() if found is not None else b"There is no such page.\n"
        except OSError:
            status, found, data = HTTPStatus.NOT_FOUND, None, b"There is no such page.\n"
        kind = _TYPES.get(found.suffix.lower(), "application/octet-stream") if found else _TYPES[".txt"]
        self._send(status, with_reloading(data, at) if kind == _TYPES[".html"] else data, kind)

    def _send(self, status: HTTPStatus, data: bytes, kind: str, **headers: str) -> None:
        self.send_response(status)
        self._send_heads(kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _send_heads(self, kind: str) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _stream(self) -> None:
        """Tell what the state is called, now and whenever it changes (WHATWG HTML, server-sent events)."""
        self.send_response(HTTPStatus.OK)
        self._send_heads("text/event-stream; charset=utf-8")
        self.end_headers()
        seen, news = "", self.server.news
        with contextlib.suppress(OSError):  # the page was closed
            self.wfile.write(b"retry: 500\n\n")
            while self.command != "HEAD":
                at = news.after(seen)
                if news.is_over:
                    return
                self.wfile.write(b": still here\n\n" if at == seen else f"event: at\ndata: {at}\n\n".encode())
                seen = at

    @override
    def log_message(self, format: str, *args: object) -> None:
        log.debug(format, *args)


def with_reloading(page: bytes, at: str) -> bytes:
    """Return `page`, which shows the state called `at`, with the script that hears of others, and a policy for it."""
    script = f'<script src="{SCRIPT}" data-at="{html.escape(at)}" defer></script>\n'.encode()
    page = _POLICY.sub(lambda found: found[1] + _allowing(found[2].decode()).encode() + found[3], page, count=1)
    end = page.rfind(b"</body>")
    return page + script if end < 0 else page[:end] + script + page[end:]


def _allowing(policy: str) -> str:
    """Return a policy, escaped for HTML, that allows the script and its stream besides (CSP 3, 6.1)."""
    directives = {words[0].lower(): words[1:] for part in html.unescape(policy).split(";") if (words := part.split())}
    for name in ("script-src", "connect-src"):
        allowed = [one for one in directives.get(name, directives.get("default-src", [])) if one != "'none'"]
        directives[name] = allowed if "'self'" in allowed else ["'self'", *allowed]
    return html.escape("; ".join(" ".join((name, *words)) for name, words in directives.items()))


def _found(folder: Path, path: str) -> Path | None:
    """Return the file that `path` names in `folder`, the folder where its "/" is missing, None where there is none.

    Nothing that begins with a dot, nothing outside, no list of a folder. While one bundle is put in place of another,
    there is no folder for a moment.
    """
    try:
        parts = [part for part in unquote(path, errors="strict").split("/") if part]
    except UnicodeDecodeError:
        return None
    if any(part.startswith(".") or not _SAFE.fullmatch(part) for part in parts):
        return None
    until = time.monotonic() + _PATIENCE_SECONDS
    while not folder.is_dir() and time.monotonic() < until:
        time.sleep(0.01)
    try:
        home = folder.resolve(strict=True)
        named = home.joinpath(*parts)
        is_folder = named.is_dir()
        found = (named / "index.html" if is_folder else named).resolve(strict=True)
    except (OSError, ValueError):
        return None
    if not found.is_file() or not found.is_relative_to(home) or path.endswith("/") is not is_folder:
        return named if is_folder and found.is_relative_to(home) else None
    return found


_SAFE = re.compile(r'[^\0-\x1f\\:*?"<>|]+')
