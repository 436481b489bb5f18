"""The search index as a thing that may break: it is derived from the articles, so it is made anew, nothing is lost."""

from __future__ import annotations

import sqlite3

from editor.storage.migrating import build
from editor.storage.migrations.registry import STEPS

_TRIGGERS = ("search_entry_came", "search_entry_went", "search_entry_changed")
_SHADOWS = ("search_data", "search_idx", "search_docsize", "search_config")


def is_damage(error: BaseException | None) -> bool:
    """Say whether an error met in the index comes of the index itself: of a format that is spoilt, or no format at all.

    The disk and other programs give other errors. Where the whole file is damaged, `make_anew` fails too.
    """
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR}


def answers(connection: sqlite3.Connection) -> bool:
    """Say whether the index answers at all: a look of a millisecond, by reading."""
    try:
        connection.execute("SELECT rowid FROM search WHERE search MATCH '\"the\"' LIMIT 1").fetchall()
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return False
        raise
    return True


def is_sound(connection: sqlite3.Connection) -> bool:
    """Say whether the index holds just what it is made of: all of it is read, by a connection that may write."""
    try:
        connection.execute("INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        return False
    return True


def make_anew(connection: sqlite3.Connection) -> None:
    """Throw the index away and let every article wait for a new one, within the caller's transaction."""
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    try:
        build(fresh, STEPS)
        for trigger in _TRIGGERS:
            connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
        try:
            connection.execute("DROP TABLE IF EXISTS search")
        except sqlite3.DatabaseError:  # too spoilt even to be dropped: what it keeps is made that of an empty one first
            for shadow in _SHADOWS:
                _copy(fresh, connection, shadow)
            connection.execute("DROP TABLE search")
        connection.execute("DROP TABLE IF EXISTS search_entry")
        for name in ("search_entry", "search", *_TRIGGERS):
            (sql,) = fresh.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()
            connection.execute(sql)
    finally:
        fresh.close()
    connection.execute("INSERT OR IGNORE INTO search_due (article_id) SELECT id FROM article")


def _copy(fresh: sqlite3.Connection, connection: sqlite3.Connection, table: str) -> None:
    (sql,) = fresh.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    connection.execute(f"DROP TABLE IF EXISTS {table}")
    connection.execute(sql)
    for row in fresh.execute(f"SELECT * FROM {table}"):  # noqa: S608 - our table
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)  # noqa: S608 - our table
