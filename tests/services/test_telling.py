"""What was pasted or dropped: told apart, read here or in the process beside, refused in words."""

from __future__ import annotations

import base64
import quopri
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.errors import Fault, UserError
from editor.core.jobs import quiet
from editor.domain.told import Feed, Told
from editor.services import telling
from editor.services.telling import understood
from tests.builders import a_desk

PAGE = "<!doctype html><html lang='en'><title>Port strike ends</title>"
FEED = "<?xml version='1.0'?><rss><channel><item><title>Kø</title></item></channel></rss>"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = a_desk(tmp_path / "n")
    yield desk
    desk.close()


def test_each_kind_is_told_from_the_others(desk: Desk) -> None:
    def read(text: str) -> Told | Feed:
        return desk.related.telling.read(text, "UTC", quiet())

    assert read(" https://example.org/a ") == Told(url="https://example.org/a")
    assert read(PAGE) == Told(headline="Port strike ends", language="en")
    assert read("Port strike ends") == Told(headline="Port strike ends")
    for encoding in ("utf-8", "iso-8859-1"):  # words on the clipboard have no encoding, whatever they declare
        feed = read(FEED.replace("?>", f" encoding='{encoding}'?>"))
        assert isinstance(feed, Feed)
        assert feed.entries[0].headline == "Kø"


def test_what_is_long_or_a_file_is_read_in_the_process_beside(desk: Desk, tmp_path: Path) -> None:
    long = f"{PAGE}<body>{'x' * telling.FEW}"
    assert desk.related.telling.read(long, "UTC", quiet()) == Told(headline="Port strike ends", language="en")
    file = tmp_path / "feed.xml"
    file.write_bytes(FEED.replace("?>", " encoding='iso-8859-1'?>").encode("iso-8859-1"))
    feed = desk.related.telling.read(file, "UTC", quiet())
    assert isinstance(feed, Feed)
    assert feed.entries[0].headline == "Kø"
    file.write_bytes(FEED[:-9].encode())
    with pytest.raises(UserError, match="damaged"):
        desk.related.telling.read(file, "UTC", quiet())
    with pytest.raises(Fault, match="could not be read"):
        desk.related.telling.read(tmp_path / "gone.xml", "UTC", quiet())


def test_a_feed_of_fifty_megabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(UserError, match="larger than 20 MB"):
        understood(file, "UTC")


@pytest.mark.parametrize("text", ["javascript:alert(1)", "file:///etc/passwd", "https://a\u202eb.example/"])
def test_an_address_that_leads_nowhere_good_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        understood(text, "UTC")


@pytest.mark.parametrize(
    ("data", "headline"),
    [
        ("<meta charset='iso-8859-1'><title>Grève</title>".encode("iso-8859-1"), "Grève"),
        ("<title>Grève</title>".encode("cp1252"), "Grève"),
        ("<title>Grève</title>".encode("utf-16"), "Grève"),
        (b"<meta charset='nonsense'><title>Gr\xe8ve</title>", "Grève"),
    ],
)
def test_the_letters_of_a_saved_page(tmp_path: Path, data: bytes, headline: str) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(data)
    told = understood(file, "UTC")
    assert isinstance(told, Told)
    assert told.headline == headline


@pytest.mark.parametrize("charset", ["", '; charset="windows-1252"', '; charset="nonsense"'])
@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_a_page_saved_as_one_file(tmp_path: Path, charset: str, coding: str) -> None:
    page = "<html lang=fr><title>Grève au port</title><p>Les dockers</p>".encode("cp1252")
    packed = {"quoted-printable": quopri.encodestring(page), "base64": base64.encodebytes(page), "8bit": page}[coding]
    file = tmp_path / "page.mhtml"
    file.write_bytes(
        b"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://example.org/greve\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="=_x"\r\n\r\n--=_x\r\n'
        + f"Content-Type: text/html{charset}\r\nContent-Transfer-Encoding: {coding}\r\n\r\n".encode()
        + packed
        + b"\r\n--=_x\r\nContent-Type: image/png\r\n\r\n\0\0\r\n--=_x--\r\n"
    )
    told = understood(file, "UTC")
    assert isinstance(told, Told)
    assert (told.headline, told.url, told.language) == ("Grève au port", "https://example.org/greve", "fr")


def test_an_archive_without_a_page_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "page.mht"
    head = b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n'
    for inside in (b"", b"--x\nContent-Type: image/png\n\nx\n--x--\n", head * 3000):
        file.write_bytes(head + inside)
        with pytest.raises(UserError, match="no page in this file"):
            understood(file, "UTC")


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("<!doctype html><title>How mail works</title><pre>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n",
         "How mail works"),
        ("\ufeff\n<title>How mail works</title><pre>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n",
         "How mail works"),
        ("How mail works\n\nMIME-Version: 1.0\nContent-Type: multipart/related\n\nand so on", "How mail works"),
        ("How mail works\nMIME-Version: 1.0\nContent-Type: multipart/related\n\nand so on", "How mail works"),
        ("Note: it says mime-version: 1.0 and multipart/related\n\nand so on",
         "Note: it says mime-version: 1.0 and multipart/related"),
    ],
)  # fmt: skip
def test_what_speaks_of_mail_is_no_archive(tmp_path: Path, text: str, headline: str) -> None:
    file = tmp_path / "note.txt"
    file.write_text(text, encoding="utf-8")
    told = understood(file, "UTC")
    assert isinstance(told, Told)
    assert told.headline == headline


def test_a_file_of_no_words(tmp_path: Path) -> None:
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    with pytest.raises(UserError, match="no text"):
        understood(file, "UTC")
