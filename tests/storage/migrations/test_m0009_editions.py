"""Schema 9 leaves the editions of an old newsroom as they were."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from editor.domain.settings import Consent, Edition
from editor.storage.edition_rows import EDITION_COLUMNS, edition_from
from editor.storage.migrating import build, migrate
from editor.storage.migrations.registry import STEPS


def test_an_old_edition_is_as_it_was() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection, STEPS[:8])
        connection.execute("INSERT INTO edition VALUES ('sw', 0, 'habari', '[\"en\"]', 'notice', '{}', '')")
        migrate(connection, 8, lambda: None, STEPS)
        row = connection.execute(f"SELECT {EDITION_COLUMNS} FROM edition").fetchone()  # noqa: S608 - our own
    assert edition_from(row) == Edition(locale="sw", base_path="habari", fallback=("en",), consent=Consent.NOTICE)
