"""The server of one folder: what it gives, to whom, and what it tells."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.services.live_server import EVENTS, SCRIPT, LiveServer, with_reloading

PAGE = b"<!doctype html><html><head><title>x</title></head><body><p>Drums</p></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "bundle"
    (made / "en" / "drums").mkdir(parents=True)
    (made / "empty").mkdir()
    (made / ".makala").mkdir()
    (made / "index.html").write_bytes(PAGE)
    (made / "en" / "drums" / "index.html").write_bytes(PAGE)
    (made / "en" / "feed.xml").write_bytes(b"<feed/>")
    (made / "en" / "söndag.txt").write_bytes("Söndag".encode())
    (made / ".makala" / "journal").write_bytes(b"secret")
    (tmp_path / "outside.txt").write_bytes(b"secret")
    return made


@pytest.fixture
def server(folder: Path) -> Iterator[LiveServer]:
    made = LiveServer(folder)
    yield made
    made.stop()


def _port(server: LiveServer) -> int:
    return int(server.address.rstrip("/").rpartition(":")[2])


def _ask(server: LiveServer, path: str, method: str = "GET", host: str = "") -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", _port(server), timeout=5)
    try:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{_port(server)}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


def test_pages_come_with_the_reload_script_and_the_file_stays(server: LiveServer, folder: Path) -> None:
    server.tell("one")
    status, heads, body = _ask(server, "/")
    assert (status, heads["content-type"]) == (200, "text/html; charset=utf-8")
    assert b'<script src="/.makala/live.js" data-at="one" defer></script>\n</body>' in body
    assert (folder / "index.html").read_bytes() == PAGE
    assert _ask(server, "/en/drums/")[0] == 200
    assert (heads["cache-control"], heads["x-content-type-options"]) == ("no-store", "nosniff")


@pytest.mark.parametrize(
    ("path", "kind", "body"),
    [
        ("/en/feed.xml", "application/xml", b"<feed/>"),
        ("/en/s%C3%B6ndag.txt?x=1", "text/plain; charset=utf-8", "Söndag".encode()),
        (SCRIPT, "text/javascript; charset=utf-8", None),
    ],
)
def test_files_come_byte_for_byte_with_their_media_type(
    server: LiveServer, path: str, kind: str, body: bytes | None
) -> None:
    status, heads, given = _ask(server, path)
    assert (status, heads["content-type"]) == (200, kind)
    assert body is None or given == body


def test_a_folder_without_its_slash_leads_to_it(server: LiveServer) -> None:
    status, heads, _body = _ask(server, "//en/drums")
    assert (status, heads["location"]) == (301, "/en/drums/")


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/empty/",
        "/empty",
        "/../outside.txt",
        "/%2e%2e/outside.txt",
        "/en/..%2f..%2foutside.txt",
        "/en/%5c..%5coutside.txt",
        "/.makala/journal",
        "/%2emakala/journal",
        "/link.txt",
        "/index.html/",
        "/%00",
        "/%ff",
        "/C:/x",
    ],
)
def test_nothing_but_files_of_the_folder_is_given(server: LiveServer, folder: Path, path: str) -> None:
    (folder / "link.txt").symlink_to(folder.parent / "outside.txt")
    status, _heads, body = _ask(server, path)
    assert status == 404
    assert b"secret" not in body


def test_the_newsrooms_own_page_says_that_there_is_none(server: LiveServer, folder: Path) -> None:
    (folder / "404.html").write_bytes(b"<body>Hakuna</body>")
    status, _heads, body = _ask(server, "/nothing")
    assert status == 404
    assert b"Hakuna" in body


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", "[::1]:80"])
def test_another_hosts_name_is_refused(server: LiveServer, host: str) -> None:
    """A name that was made to resolve to this computer (DNS rebinding) reads nothing."""
    for path in ("/", EVENTS, SCRIPT):
        status, _heads, body = _ask(server, path, host=host)
        assert (status, b"Drums" in body) == (421, False)
    assert _ask(server, "/", host=f"localhost:{_port(server)}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_is_written(server: LiveServer, method: str) -> None:
    status, heads, _body = _ask(server, "/index.html", method)
    assert (status, heads["allow"]) == (405, "GET, HEAD")


def test_a_head_has_no_body(server: LiveServer) -> None:
    status, heads, body = _ask(server, "/", "HEAD")
    assert (status, body) == (200, b"")
    assert int(heads["content-length"]) > len(PAGE)


def test_pages_are_told_at_once_and_each_time(server: LiveServer) -> None:
    server.tell("one")
    connection = http.client.HTTPConnection("127.0.0.1", _port(server), timeout=5)
    connection.request("GET", EVENTS)
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream; charset=utf-8"
    lines = [answer.readline() for _ in range(5)]
    assert lines == [b"retry: 500\n", b"\n", b"event: at\n", b"data: one\n", b"\n"]
    server.tell("two")
    assert [answer.readline() for _ in range(3)][1] == b"data: two\n"
    server.stop()
    assert answer.read() == b""
    connection.close()


def test_stopping_leaves_no_thread_and_frees_the_port(folder: Path) -> None:
    before = threading.active_count()
    server = LiveServer(folder)
    port = _port(server)
    silent = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    silent.connect()  # says nothing, as a browser's spare connection
    server.stop()
    silent.close()
    assert threading.active_count() == before
    again = LiveServer(folder, port)
    assert _ask(again, "/")[0] == 200
    again.stop()


def test_while_one_bundle_takes_the_place_of_another_a_page_waits(server: LiveServer, folder: Path) -> None:
    away = folder.rename(folder.with_name("away"))
    back = threading.Timer(0.05, lambda: away.rename(folder))
    back.start()
    assert _ask(server, "/")[0] == 200
    back.join()


@pytest.mark.parametrize(
    ("policy", "allowed"),
    [
        ("default-src &#39;none&#39;; img-src &#39;self&#39;", "default-src 'none'; img-src 'self'; {both}"),
        (
            "script-src &#39;self&#39; https://a.example; connect-src https://a.example",
            "script-src 'self' https://a.example; connect-src 'self' https://a.example",
        ),
        ("default-src https:", "default-src https:; script-src 'self' https:; connect-src 'self' https:"),
    ],
)
def test_a_page_s_policy_allows_the_script_and_nothing_else(policy: str, allowed: str) -> None:
    page = f'<head><meta http-equiv="Content-Security-Policy" content="{policy}"></head><body></body>'.encode()
    wanted = allowed.format(both="script-src 'self'; connect-src 'self'").replace("'", "&#x27;")
    assert f'content="{wanted}"'.encode() in with_reloading(page, "x")


def test_a_page_without_an_end_gets_the_script_at_its_end() -> None:
    assert with_reloading(b"<p>x", '"&').endswith(b'data-at="&quot;&amp;" defer></script>\n')
