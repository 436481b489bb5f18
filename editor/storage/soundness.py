"""Looks at a newsroom from every side: its file, what refers to what, the search index, the originals."""

from __future__ import annotations

import re
import sqlite3
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from editor.core.errors import Damaged
from editor.core.files import faults, sha256_of
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.storage import search_index
from editor.storage.backup import copy_database
from editor.storage.database import DATABASE_NAME, NOT_READ, sqlite_faults
from editor.storage.media import MEDIA_NAME

_ORIGINAL = re.compile(r"^[0-9a-f]{64}\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Soundness:
    """What was found. Empty and zero where all is well.

    `damage` is SQLite's complaint; `dangling` counts rows that refer to nothing; `missing` and `altered` name pictures
    in use whose original is gone or not as it was taken in, `lost_in_trash` counts gone ones in the trash; `strays`
    counts files that nothing names.
    """

    articles: int = 0
    images: int = 0
    damage: Message = field(default_factory=Message)
    dangling: int = 0
    has_bad_index: bool = False
    unindexed: int = 0
    missing: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    lost_in_trash: int = 0
    strays: int = 0


def look_through(folder: Path, context: JobContext) -> Soundness:
    """Read all of the newsroom in `folder`; nothing is written there. Raises `Fault` when it cannot be read at all."""
    copying, reading = context.split(1, 3)
    with faults(NOT_READ), sqlite_faults(NOT_READ), tempfile.TemporaryDirectory(prefix="makala-") as place:
        # On a copy: the search index can only be asked about itself by a connection that may write.
        copy = Path(place) / DATABASE_NAME
        try:
            copy_database(folder / DATABASE_NAME, copy, copying)
        except Damaged as damage:
            return Soundness(damage=damage.cause)
        connection = sqlite3.connect(copy, isolation_level=None)
        try:
            return _look(connection, folder, reading)
        finally:
            connection.close()


def _look(connection: sqlite3.Connection, folder: Path, context: JobContext) -> Soundness:
    def count(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0])

    images = connection.execute("SELECT sha256, name, trashed_at IS NOT NULL FROM image ORDER BY sha256").fetchall()
    missing: list[str] = []
    altered: list[str] = []
    lost_in_trash = 0
    places = _originals(folder)
    for number, (digest, name, is_trashed) in enumerate(images):
        context.report(number / len(images), say("Looking at {name}", name=name))
        if not digest:
            continue
        path = places.pop(digest, None)
        if path is not None and sha256_of(path) == digest:
            continue
        if is_trashed:
            lost_in_trash += 1
        else:
            (missing if path is None else altered).append(name)
    return Soundness(
        articles=count("SELECT count(*) FROM article"),
        images=len(images),
        dangling=len(connection.execute("PRAGMA foreign_key_check").fetchall()),
        has_bad_index=not search_index.is_sound(connection),
        unindexed=count(
            "SELECT count(*) FROM article WHERE id NOT IN (SELECT article_id FROM search_entry)"
            " AND id NOT IN (SELECT article_id FROM search_due)"
        ),
        missing=tuple(missing),
        altered=tuple(altered),
        lost_in_trash=lost_in_trash,
        strays=len(places),
    )


def _originals(folder: Path) -> dict[str, Path]:
    """Return where each original lies, by its hash."""
    found = (folder / MEDIA_NAME).glob("??/*.*")
    return {path.name.partition(".")[0]: path for path in found if _ORIGINAL.match(path.name)}
