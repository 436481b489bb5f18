"""Brings a newsroom's file to this Makala's schema, step by step; refuses a newer one and does not touch it."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from editor.core.errors import Fault
from editor.core.messages import say
from editor.storage.database import APPLICATION_ID, connect_reading, damaged, is_damage, no_newsroom, sqlite_faults
from editor.storage.migrations.registry import STEPS

CURRENT = len(STEPS)
_MADE = re.compile(r"(?im)^CREATE (?:VIRTUAL )?TABLE (\w+)")
_GONE = re.compile(r"(?im)^DROP TABLE (\w+)")
NOT_OPENED = say("This newsroom could not be opened. Nothing was changed.")


def schema_of(path: Path) -> int:
    """Return the schema number of the newsroom file at `path`.

    Raises `UserError` when there is none, `Fault` when the file is damaged, not a newsroom's, or of a newer Makala.
    """
    if not path.is_file():
        raise no_newsroom(path.parent)
    try:
        version, application = _marks(path)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise damaged(path, str(error)) from error
        with sqlite_faults(NOT_OPENED):
            raise
    if application != APPLICATION_ID or version < 1:
        raise damaged(path, "not a newsroom's file")
    if version > CURRENT:
        raise Fault(
            NOT_OPENED,
            say(
                "It was last opened by a newer Makala (schema {theirs}; this one knows {ours}). Get that version.",
                theirs=version,
                ours=CURRENT,
            ),
            can_retry=False,
        )
    return version


def check_tables(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `Damaged` when a table of the present schema, or the row of settings, is not in the file at `path`."""
    there = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    script = "\n".join(STEPS)
    made = set(_MADE.findall(script)) - set(_GONE.findall(script))
    if lacking := sorted(made - there):
        raise damaged(path, f"no such table: {lacking[0]}")
    if connection.execute("SELECT count(*) FROM newsroom").fetchone() == (0,):
        raise damaged(path, "the newsroom's settings are missing")


def build(connection: sqlite3.Connection, steps: Sequence[str] = STEPS) -> None:
    """Make the schema in an empty database by running all steps."""
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    _run(connection, 0, steps)


def migrate(
    connection: sqlite3.Connection, found: int, back_up: Callable[[], object], steps: Sequence[str] = STEPS
) -> None:
    """Run the steps after schema `found`, each with its number in one transaction; `back_up` is called first."""
    if found < len(steps):
        back_up()
        _run(connection, found, steps)


def statements(sql: str) -> Iterator[str]:
    """Yield the single statements of `sql`; a trigger's inner semicolons do not part it."""
    gathered = ""
    for line in sql.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered.strip()
            gathered = ""


def _run(connection: sqlite3.Connection, found: int, steps: Sequence[str]) -> None:
    for number, sql in enumerate(steps[found:], found + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            # One by one: `executescript` would commit the transaction before it begins.
            for statement in statements(sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={number}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


def _marks(path: Path) -> tuple[int, int]:
    connection = connect_reading(path)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        connection.execute("SELECT name FROM sqlite_master LIMIT 1").fetchone()
    finally:
        connection.close()
    return int(version), int(application)
