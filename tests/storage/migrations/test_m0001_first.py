"""Schema 1 keeps its promises whatever is written to it."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing

import pytest

from editor.storage.migrating import build
from editor.storage.migrations import m0001_first


def test_a_released_step_is_never_changed() -> None:
    # Once schema 1 is released, a change of this number means that newsrooms of it would never be brought up.
    assert (
        hashlib.sha256(m0001_first.SQL.encode()).hexdigest()
        == "f460e64762beae4f2a423b8d10a537ba2db5d0303cdabc1045f6b548de4b7065"
    )


def test_a_version_cannot_be_edited() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection)
        connection.execute(
            "INSERT INTO version (id, article_id, made_at, made_by, label, hash, content)"
            " VALUES ('v', 'a', '', '', '', '', x'00')"
        )
        with pytest.raises(sqlite3.IntegrityError, match="a version is never edited"):
            connection.execute("UPDATE version SET label = 'other'")


def test_there_is_one_newsroom_in_a_newsroom() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection)
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("INSERT INTO newsroom VALUES (2, '', '', '', '', '', '', '', '', '', '', '', '')")
