"""Schema 12 leaves an old newsroom with the usual rules and nothing accepted."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from editor.storage.migrating import build, migrate
from editor.storage.migrations.registry import STEPS


def test_an_old_newsroom_keeps_to_the_usual_rules() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection, STEPS[:4])
        connection.execute("INSERT INTO newsroom VALUES (1, 'N', '', '{}', '', '', 'UTC', '{}', 'all')")
        migrate(connection, 4, lambda: None, STEPS[:12])
        (value,) = connection.execute("SELECT checks FROM newsroom").fetchone()
    assert value == "{}"
