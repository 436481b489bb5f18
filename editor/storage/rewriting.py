"""Writes new words into many articles in one short transaction: what takes time was made ready before. Plain SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from editor.core.clock import instant_text
from editor.storage import translating

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Rewritten:
    """One article with other words. `version` is the row that keeps it as it was, None where one says the same already.

    `revision` is the one that was read: another in the meantime means that somebody else changed the article.
    """

    id: str
    revision: int
    headline: str
    standfirst: str
    body: str
    reactions: str
    is_unsigned: bool
    version: Mapping[str, Any] | None


class MovedError(Exception):
    """Some of the articles were changed since they were read: `ids`. Nothing may be written then."""

    def __init__(self, ids: frozenset[str]) -> None:
        super().__init__()
        self.ids = ids


def revisions(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    """Return the revision of those of the articles `ids` that are there."""
    wanted = list(ids)
    found: dict[str, int] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(some))
        found.update(connection.execute(f"SELECT id, revision FROM article WHERE id IN ({marks})", some))  # noqa: S608
    return found


def rewrite(connection: sqlite3.Connection, rewritten: Sequence[Rewritten], at: datetime, by: str) -> None:
    """Store the words of all of them, within the caller's transaction; raises `MovedError` before anything is written.

    For articles whose addresses, pictures and links stay as they are: nothing of these is touched.
    """
    now = revisions(connection, (one.id for one in rewritten))
    if moved := frozenset(one.id for one in rewritten if now.get(one.id) != one.revision):
        raise MovedError(moved)
    for version in (one.version for one in rewritten if one.version is not None):
        columns = ", ".join(version)
        marks = ", ".join("?" * len(version))
        connection.execute(f"INSERT INTO version ({columns}) VALUES ({marks})", list(version.values()))  # noqa: S608
    stamp = instant_text(at)
    connection.executemany(
        "UPDATE article SET headline = ?, standfirst = ?, is_unsigned = ?, changed_at = ?, changed_by = ?,"
        " revision = revision + 1 WHERE id = ?",
        ((one.headline, one.standfirst, int(one.is_unsigned), stamp, by, one.id) for one in rewritten),
    )
    connection.executemany(
        "UPDATE article_text SET body = ?, reactions = ? WHERE article_id = ?",
        ((one.body, one.reactions, one.id) for one in rewritten),
    )
    connection.executemany("INSERT OR IGNORE INTO search_due (article_id) VALUES (?)", ((one.id,) for one in rewritten))
    translating.note_words(connection, (one.id for one in rewritten))
