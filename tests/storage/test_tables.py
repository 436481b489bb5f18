"""The tables as classes and the tables as the migrations make them are the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

from editor.storage import tables
from editor.storage.migrating import build

Aspect = Callable[[sqlite3.Connection, str], list[tuple[Any, ...]]]

NAMES = sorted(SQLModel.metadata.tables)


@pytest.fixture(scope="module")
def migrated() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        build(connection)
        yield connection


@pytest.fixture(scope="module")
def declared() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)) as connection:
        engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
        SQLModel.metadata.create_all(engine)
        yield connection


def columns(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    """Return (name, type, not null, default, place in the primary key); VARCHAR and BLOB are SQLAlchemy's words."""
    rows = connection.execute('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?)', (table,))
    same = {"VARCHAR": "TEXT"}
    return sorted((name, same.get(kind, kind), bool(full or pk), default, pk) for name, kind, full, default, pk in rows)


def foreign_keys(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    rows = connection.execute('SELECT seq, "table", "from", "to", on_delete FROM pragma_foreign_key_list(?)', (table,))
    return sorted(rows.fetchall())


def indexes(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    found = []
    rows = connection.execute('SELECT name, "unique", origin, partial FROM pragma_index_list(?)', (table,)).fetchall()
    for name, unique, origin, partial in rows:
        keys = tuple(
            row[0] for row in connection.execute("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (name,))
        )
        made = connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone() or ("",)
        where = (made[0] or "").partition("WHERE ")[2].strip()
        found.append((name if origin == "c" else "", unique, origin, partial, keys, where))
    return sorted(found)


@pytest.mark.parametrize("table", NAMES)
@pytest.mark.parametrize("aspect", [columns, foreign_keys, indexes])
def test_declared_and_migrated_are_the_same(
    migrated: sqlite3.Connection, declared: sqlite3.Connection, table: str, aspect: Aspect
) -> None:
    assert aspect(migrated, table) == aspect(declared, table)


@pytest.mark.parametrize("table", NAMES)
def test_tables_without_row_numbers_are_the_same(
    migrated: sqlite3.Connection, declared: sqlite3.Connection, table: str
) -> None:
    query = "SELECT wr FROM pragma_table_list WHERE name = ? AND schema = 'main'"
    assert migrated.execute(query, (table,)).fetchone() == declared.execute(query, (table,)).fetchone()


def test_no_table_is_made_by_migrations_alone(migrated: sqlite3.Connection) -> None:
    made = {row[0] for row in migrated.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {name for name in made if name != "search" and not name.startswith("search_")} | {
        "search_entry",
        "search_due",
    } == set(NAMES)


def test_every_table_has_a_class_that_says_what_it_is() -> None:
    found = [one for one in vars(tables).values() if isinstance(one, type) and issubclass(one, SQLModel)]
    rows = [one for one in found if one is not SQLModel]
    assert sorted(str(row.__tablename__) for row in rows) == NAMES
    assert all(row.__doc__ for row in rows)
