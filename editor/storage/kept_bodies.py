"""Rendered bodies and articles' content hashes kept beside the newsroom, in a SQLite file that may be deleted any time.

Each is kept under the hash of all that it follows from, so that none is ever out of date; some are of no more use. Each
is sealed: it goes into pages as it is, and a newsroom may come from anybody.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from editor import __version__
from editor.core.sealing import seal

# Where they are, in the folder of what can be made again.
PLACE = Path("bodies") / "bodies.sqlite3"

_COLUMNS = {
    "sealed_body": "key TEXT PRIMARY KEY, html TEXT NOT NULL, pictures TEXT NOT NULL, seal BLOB NOT NULL",
    "sealed_version": "print TEXT PRIMARY KEY, hash TEXT NOT NULL, made_by TEXT NOT NULL, seal BLOB NOT NULL",
}
_TABLES = (
    *(f"DROP TABLE IF EXISTS {name}" for name in ("body", "version")),  # what was kept without seals
    *(f"CREATE TABLE IF NOT EXISTS {name} ({columns})" for name, columns in _COLUMNS.items()),
)
_SOME = "SELECT key, html, pictures, seal FROM sealed_body WHERE key IN ({})"
_FIND = "SELECT html, pictures, seal FROM sealed_body WHERE key = ?"
_VERSIONS = "SELECT print, hash, seal FROM sealed_version WHERE made_by = ?"
_BUSY_SECONDS = 2.0
_AT_ONCE = 500


class _ClosesItself(sqlite3.Connection):
    """A connection that its thread lets go of: whoever kept bodies there, nobody is left to close it."""

    def __del__(self) -> None:
        self.close()


class KeptBodies:
    """Bodies by their keys, as (HTML, pictures as text). Safe on every thread and in every process.

    Trouble of any kind is no trouble: then nothing is known, and nothing is kept.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._local = threading.local()

    def __reduce__(self) -> tuple[type[KeptBodies], tuple[Path]]:
        """Say how another process makes its own."""
        return KeptBodies, (self._file,)

    def find(self, key: str) -> tuple[str, str] | None:
        """Return the body of `key`, or None."""
        with contextlib.suppress(sqlite3.Error, OSError, TypeError):
            row = self._connection().execute(_FIND, (key,)).fetchone()
            if row and row[2] == seal("body", key, *row[:2]):
                return row[0], row[1]
        return None

    def missing(self, keys: Collection[str]) -> set[str]:
        """Return those of `keys` that are not kept."""
        left, wanted = set(keys), sorted(keys)
        with contextlib.suppress(sqlite3.Error, OSError):
            connection = self._connection()
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                rows = connection.execute(_SOME.format(marks), some)
                left -= {row[0] for row in rows if row[3] == seal("body", *row[:3])}
        return left

    def keep(self, bodies: Mapping[str, tuple[str, str]]) -> None:
        """Keep `bodies`, in one transaction."""
        rows = [(key, *body, seal("body", key, *body)) for key, body in bodies.items()]
        with contextlib.suppress(sqlite3.Error, OSError), self._written() as connection:
            connection.executemany("INSERT OR REPLACE INTO sealed_body VALUES (?, ?, ?, ?)", rows)

    def versions(self) -> dict[str, str]:
        """Return the content hashes that this version of the program kept, by the print of their article."""
        with contextlib.suppress(sqlite3.Error, OSError, TypeError):
            rows = self._connection().execute(_VERSIONS, (__version__,))
            return {row[0]: row[1] for row in rows if row[2] == seal("version", *row[:2])}
        return {}

    def keep_versions(self, versions: Mapping[str, str]) -> None:
        """Keep content hashes by the print of their article (`storage.articles.printed`), in one transaction."""
        rows = [(*one, __version__, seal("version", *one)) for one in versions.items()]
        with contextlib.suppress(sqlite3.Error, OSError), self._written() as connection:
            connection.executemany("INSERT OR REPLACE INTO sealed_version VALUES (?, ?, ?, ?)", rows)

    def count(self) -> int:
        """Return how many bodies and versions are kept."""
        with contextlib.suppress(sqlite3.Error, OSError):
            asked = "SELECT (SELECT count(*) FROM sealed_body) + (SELECT count(*) FROM sealed_version)"
            row = self._connection().execute(asked).fetchone()
            return int(row[0])
        return 0

    def drop_others(self, keys: Iterable[str], prints: Iterable[str]) -> None:
        """Let go of all bodies but those of `keys`, and of all versions but those of `prints`."""
        with contextlib.suppress(sqlite3.Error, OSError):
            for table, column, wanted in (
                ("sealed_body", "key", frozenset(keys)),
                ("sealed_version", "print", frozenset(prints)),
            ):
                kept = {row[0] for row in self._connection().execute(f"SELECT {column} FROM {table}")}  # noqa: S608
                with self._written() as connection:
                    gone = [(one,) for one in kept - wanted]
                    connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", gone)  # noqa: S608

    @contextlib.contextmanager
    def _written(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")

    def _connection(self) -> sqlite3.Connection:
        """Return this thread's connection; one that came over a fork is not used."""
        if getattr(self._local, "process", None) != os.getpid():
            self._local.connection = self._opened()
            self._local.process = os.getpid()
        connection: sqlite3.Connection = self._local.connection
        return connection

    def _opened(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        try:
            return self._connected()
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
                raise
            self._file.unlink(missing_ok=True)  # no database: another is made
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            self._file, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False, factory=_ClosesItself
        )
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=NORMAL")  # a power cut takes the last ones, and spoils none
            for table in _TABLES:
                connection.execute(table)
        except BaseException:
            connection.close()
            raise
        return connection
