"""Schema 7 leaves the editions of an old newsroom in the newsroom's zone."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from editor.storage.migrating import build, migrate
from editor.storage.migrations.registry import STEPS


def test_an_old_edition_keeps_the_newsrooms_zone() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection, STEPS[:6])
        connection.execute("INSERT INTO edition VALUES ('sw', 0, '', NULL, 'none', '{}')")
        migrate(connection, 6, lambda: None, STEPS[:7])
        assert connection.execute("SELECT display_zone FROM edition").fetchall() == [("",)]
