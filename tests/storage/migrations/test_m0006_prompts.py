"""Schema 6 publishes no prompt that an old newsroom kept."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from editor.domain.settings import PicturePrompts
from editor.storage.migrating import build, migrate
from editor.storage.migrations.registry import STEPS


def test_an_old_newsroom_keeps_its_prompts() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection, STEPS[:5])
        connection.execute("INSERT INTO newsroom VALUES (1, 'N', '', '{}', '', '', 'UTC', '{}', 'all', 'none')")
        migrate(connection, 5, lambda: None, STEPS[:6])
        (value,) = connection.execute("SELECT picture_prompts FROM newsroom").fetchone()
    assert PicturePrompts(value) is PicturePrompts.KEPT
