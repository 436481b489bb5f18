"""Schema 5 changes nothing of what readers of an old newsroom see."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from editor.domain.settings import PictureBadge
from editor.storage.migrating import build, migrate
from editor.storage.migrations.registry import STEPS


def test_an_old_newsroom_shows_words_alone() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection, STEPS[:4])
        connection.execute("INSERT INTO newsroom VALUES (1, 'N', '', '{}', '', '', 'UTC', '{}', 'all')")
        migrate(connection, 4, lambda: None, STEPS[:5])
        (value,) = connection.execute("SELECT picture_badge FROM newsroom").fetchone()
    assert PictureBadge(value) is PictureBadge.NONE
