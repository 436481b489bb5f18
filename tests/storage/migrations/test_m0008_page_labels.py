"""Schema 8: an old newsroom has no words of its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from editor.storage.migrating import build, migrate
from editor.storage.migrations.registry import STEPS


def test_an_old_newsroom_has_no_words_of_its_own() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection, STEPS[:7])
        migrate(connection, 7, lambda: None, STEPS[:8])
        assert connection.execute("SELECT * FROM page_label").fetchall() == []
