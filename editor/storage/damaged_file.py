"""Reads what can be read of a damaged database: row by row, around the pages that are gone. Never writes to it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

from editor.core.jobs import JobContext
from editor.storage.database import DATABASE_NAME
from editor.storage.migrating import CURRENT, build
from editor.storage.migrations.registry import STEPS

_CHUNK = 1 << 16
_HEADER_PAGE_SIZE = slice(16, 18)
_FEW_ROWS, _SMALL_ROW_BYTES = 1000, 256
_MOST_TRIES = 40_000

Row = tuple[Any, ...]


class DamagedFile:
    """A copy of a damaged newsroom's file, open for reading. Made for one salvage, in the folder `beside`."""

    def __init__(self, folder: Path, beside: Path) -> None:
        self.path = beside / f"damaged-{DATABASE_NAME}"
        _copy_around(folder / DATABASE_NAME, self.path)
        log = folder / f"{DATABASE_NAME}-wal"
        if log.exists():
            _copy_around(log, self.path.with_name(f"{self.path.name}-wal"))
        self._walked: set[tuple[str, str]] = set()
        self._connection = _opened(self.path)
        if not self.tables():
            self._connection.close()
            self._put_first_page_back()
            self._connection = _opened(self.path)

    def close(self) -> None:
        """Close it; the copy may then be removed."""
        self._connection.close()

    def schema(self) -> int:
        """Return the schema number of the file, the present one where it cannot be read."""
        with contextlib.suppress(sqlite3.DatabaseError):
            number = int(self._connection.execute("PRAGMA user_version").fetchone()[0])
            if 0 < number <= CURRENT:
                return number
        return CURRENT

    def tables(self) -> dict[str, bool]:
        """Return the tables whose definitions can be read, each with whether it has row numbers."""
        found: dict[str, bool] = {}
        with contextlib.suppress(sqlite3.DatabaseError):
            for name, sql in self._connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"):
                found[str(name)] = "WITHOUT ROWID" not in str(sql).upper()
        return found

    def rows(self, table: str, columns: Sequence[str], context: JobContext) -> Iterator[Row]:
        """Yield every row of `table` that can be read, in no order; one may come twice. The names are the schema's."""
        known = self.tables()
        if table not in known:
            return
        names = ", ".join(columns)
        for turn in ("", " DESC"):  # a page in the middle stops a walk from either end
            order = "rowid" if known[table] else "1"
            sql = f"SELECT {names} FROM {table} ORDER BY {order}{turn}"  # noqa: S608 - names of the schema
            if (yield from self._walk(sql)):
                self._walked.add((table, names))
                return
        if known[table]:
            yield from self._by_number(table, columns[0], names, context)

    def named(self, table: str, columns: Sequence[str], key: str, values: Sequence[str]) -> Iterator[Row]:
        """Yield what else can be read of the rows of `table` whose `key` is one of `values`, asked for one by one."""
        if table not in self.tables() or (table, ", ".join(columns)) in self._walked:
            return
        sql = f"SELECT {', '.join(columns)} FROM {table} WHERE {key} = ?"  # noqa: S608 - names of the schema
        for value in values:
            yield from self._walk(sql, (value,))

    def _by_number(self, table: str, key: str, names: str, context: JobContext) -> Iterator[Row]:
        """Read by row number: those that an index of its own pages tells, else by halving every span that fails."""
        numbers: list[int] = []
        walk = self._walk(f"SELECT rowid FROM {table} ORDER BY {key}")  # noqa: S608 - names of the schema
        while (row := next(walk, None)) is not None:
            numbers.append(row[0])
        sql = f"SELECT {names} FROM {table} NOT INDEXED WHERE rowid BETWEEN ? AND ?"  # noqa: S608 - as above
        tries, spans = 0, [(number, number) for number in numbers] + [(1, self._last_number(table))]
        while spans and tries < _MOST_TRIES:
            context.check()
            low, high = spans.pop()
            tries += 1
            rows, is_whole = self._span(sql, low, high)
            if is_whole:
                yield from rows
            elif low < high:
                middle = (low + high) // 2
                spans += [(middle + 1, high), (low, middle)]

    def _span(self, sql: str, low: int, high: int) -> tuple[list[Row], bool]:
        try:
            return self._connection.execute(sql, (low, high)).fetchall(), True
        except sqlite3.DatabaseError:
            return [], False

    def _last_number(self, table: str) -> int:
        """Return the last row number, or one that a file of this size hardly goes beyond."""
        with contextlib.suppress(sqlite3.DatabaseError):
            found = self._connection.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0]  # noqa: S608
            return int(found or 0)
        return max(_FEW_ROWS, self.path.stat().st_size // _SMALL_ROW_BYTES)

    def _walk(self, sql: str, values: Sequence[str] = ()) -> Generator[Row, None, bool]:
        """Yield rows until one cannot be read; return whether all could."""
        try:
            cursor = self._connection.execute(sql, values)
            while (row := cursor.fetchone()) is not None:
                yield row
        except sqlite3.DatabaseError:
            return False
        return True

    def _put_first_page_back(self) -> None:
        """Give the copy the first page of a new newsroom: it says where each table begins, the same in all of them."""
        fresh = self.path.with_name("fresh.sqlite3")
        connection = sqlite3.connect(fresh, isolation_level=None)
        build(connection, STEPS)
        connection.close()
        page = fresh.read_bytes()[: int.from_bytes(fresh.read_bytes()[_HEADER_PAGE_SIZE])]
        fresh.unlink()
        size = self.path.stat().st_size
        count = (size // len(page)).to_bytes(4)
        with self.path.open("rb+") as stream:
            # Its size in pages; no free pages are known (SQLite file format, 1.3).
            stream.write(page[:28] + count + bytes(8) + page[40:])
        self.path.with_name(f"{self.path.name}-wal").unlink(missing_ok=True)


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    for pragma in ("query_only=1", "cell_size_check=1", "writable_schema=1"):  # the last: a schema half-read is read
        with contextlib.suppress(sqlite3.DatabaseError):
            connection.execute(f"PRAGMA {pragma}")
    return connection


def _copy_around(source: Path, target: Path) -> None:
    """Copy `source`; where the disk does not give it, zeros stand."""
    size = source.stat().st_size
    with source.open("rb") as reading, target.open("wb") as writing:
        for start in range(0, size, _CHUNK):
            length = min(_CHUNK, size - start)
            try:
                reading.seek(start)
                data = reading.read(length)
            except OSError:
                data = b""
            writing.write(data.ljust(length, b"\0"))
