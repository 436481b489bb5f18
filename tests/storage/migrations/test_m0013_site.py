"""Schema 13 leaves an old newsroom with the usual theme and nothing said of itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from editor.storage.migrating import build, migrate
from editor.storage.migrations.registry import STEPS


def test_an_old_newsroom_looks_as_it_did() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection, STEPS[:4])
        connection.execute("INSERT INTO newsroom VALUES (1, 'N', '', '{}', '', '', 'UTC', '{}', 'all')")
        connection.execute("INSERT INTO edition VALUES ('sw', 0, '', NULL, 'none', '{}')")
        migrate(connection, 4, lambda: None, STEPS[:13])
        (theme,) = connection.execute("SELECT theme FROM newsroom").fetchone()
        (about,) = connection.execute("SELECT about FROM edition").fetchone()
    assert (theme, about) == ("", "")
