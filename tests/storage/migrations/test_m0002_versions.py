"""Schema 2 says of old versions why they were kept, and still lets none be edited."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from editor.storage.migrating import build, migrate
from editor.storage.migrations import m0001_first, m0002_versions

_OLD = (
    "INSERT INTO version (id, article_id, made_at, made_by, label, hash, content) VALUES (?, 'a', '', '', ?, '', x'00')"
)


def test_old_versions_keep_their_place_and_gain_a_reason() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection, (m0001_first.SQL,))
        connection.executemany(_OLD, [("1", ""), ("2", "ready"), ("3", "before the weekend")])
        migrate(connection, 1, lambda: None, (m0001_first.SQL, m0002_versions.SQL))
        kinds = connection.execute("SELECT kind, base, fields FROM version ORDER BY id").fetchall()
        assert kinds == [("pause", None, "[]"), ("status", None, "[]"), ("named", None, "[]")]
        with pytest.raises(sqlite3.IntegrityError, match="a version is never edited"):
            connection.execute("UPDATE version SET kind = 'named'")
