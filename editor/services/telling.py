"""What was pasted or dropped of articles elsewhere: an address, a page, a feed. Read here, never fetched."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from editor.core.errors import UserError
from editor.core.files import faults
from editor.core.messages import say
from editor.domain.told import Feed, Told, address, address_or_nothing, is_address

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from editor.core.jobs import JobContext
    from editor.services.newsroom_process import NewsroomProcess
    from editor.storage.database import Database

MOST_BYTES = 20_000_000
FEW = 100_000  # characters that are read at once on a thread, in less time than a process takes to start

_DECLARED = re.compile(r"""(<\?xml[^>]{0,80}?)\sencoding=["'][^"']{0,40}["']""")
# The head of an archive of a page: it begins with a field, and two of its fields are these.
_HEAD = tuple(
    map(re.compile, (rb"[!-9;-~]+:", rb"(?ims).*^mime-version:", rb"(?ims).*^content-type:\s*multipart/related"))
)
_CHARSET = re.compile(rb"""charset=["']?([A-Za-z0-9_.:\-]{2,40})""")


@dataclass(frozen=True, slots=True)
class Read:
    """Asks the process beside what a text or a file tells; it answers with a `Told` or a `Feed`."""

    source: str | Path
    zone: str

    def answer(self, database: Database, person: str, connection: Connection) -> None:  # noqa: ARG002 - the protocol's
        """Read and send it."""
        connection.send(understood(self.source, self.zone))


class Telling:
    """Reads what tells of articles elsewhere. Made by the composition root; usable on every thread.

    What is long is read in the process beside the window: there it keeps nobody from typing, whatever it holds.
    """

    def __init__(self, process: NewsroomProcess) -> None:
        self._process = process

    def read(self, source: str | Path, zone: str, context: JobContext) -> Told | Feed:
        """Return what a text, or the file at a path, tells; times without an offset are those of `zone`.

        Raises `UserError` for what cannot be understood, `Fault` for a file that cannot be read. Nothing is fetched.
        """
        if isinstance(source, str) and len(source) <= FEW:
            return understood(source, zone)
        with self._process.asked(Read(source, zone), context) as conversation:
            found = conversation.hear()
            conversation.hear_out()
        if not isinstance(found, Told | Feed):
            raise TypeError(found)
        return found


def understood(source: str | Path, zone: str) -> Told | Feed:
    """Return what a text, or the file at a path, tells: see `Telling.read`."""
    from editor.ingest.told_feed import is_feed, read_feed
    from editor.ingest.told_page import is_html, read_page, read_words

    info = ZoneInfo(zone)
    if isinstance(source, str) and is_address(source):
        return Told(url=address(source))
    if isinstance(source, str):
        _refuse_more_than(len(source))
        data = _DECLARED.sub(r"\1", source, count=1).encode("utf-8", "replace")
    else:
        data = _bytes_of(source)
    if is_feed(data):
        return read_feed(data, info)
    if page := _archived(data):
        data, where = page
        told = read_page(_text_of(data), info)
        return replace(told, url=told.url or address_or_nothing(where))
    text = _text_of(data)
    if is_html(text):
        return read_page(text, info)
    if is_address(text):
        return Told(url=address(text))
    return read_words(text)


def _archived(data: bytes) -> tuple[bytes, str] | None:
    """Return the page in an archive of one (MHTML, RFC 2557) and its address, None where `data` is none."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    head, empty, _ = data[:4096].replace(b"\r\n", b"\n").partition(b"\n\n")
    if data.startswith(b"<") or not empty or not all(mark.match(head) for mark in _HEAD):
        return None  # it may speak of mail, and is none
    from email import message_from_bytes

    with contextlib.suppress(RecursionError):
        archive = message_from_bytes(data)
        pages = (part for part in archive.walk() if part.get_content_type() == "text/html")
        if (page := next(pages, None)) is not None and isinstance(said := page.get_payload(decode=True), bytes):
            where = archive["Snapshot-Content-Location"] or page["Content-Location"] or ""
            charset = page.get_content_charset()
            return (f"<meta charset={charset}>".encode() if charset else b"") + said, str(where).strip()
    raise UserError(say("There is no page in this file."), say("Save the page again, or paste its words."))


def _bytes_of(path: Path) -> bytes:
    with faults(say("The file could not be read.")):
        _refuse_more_than(path.stat().st_size)
        return path.read_bytes()


def _refuse_more_than(size: int) -> None:
    if size > MOST_BYTES:
        raise UserError(
            say("This is larger than {most} MB, so nothing of it was taken.", most=MOST_BYTES // 1_000_000),
            say("A feed or a page is a hundred times smaller."),
        )


def _text_of(data: bytes) -> str:
    """Return the text of a file: UTF-8, else as it declares, else Western letters. `UserError` for what is no text."""
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UserError(say("This file is no text."), say("Choose a feed or a saved page: .xml, .json or .html."))
    encodings = ["utf-8-sig", "utf-16"] if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ["utf-8-sig"]
    if declared := _CHARSET.search(data[:4096]):
        encodings.append(declared[1].decode("ascii"))
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return data.decode("cp1252", "replace")
