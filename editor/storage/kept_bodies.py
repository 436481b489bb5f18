"""Rendered bodies and articles' content hashes kept beside the newsroom, in a SQLite file that may be deleted any time.

Each is kept under the hash of all that it follows from, so that none is ever out of date; some are of no more use.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from editor import __version__

# Where they are, in the folder of what can be made again.
PLACE = Path("bodies") / "bodies.sqlite3"

_TABLES = (
    "CREATE TABLE IF NOT EXISTS body (key TEXT PRIMARY KEY, html TEXT NOT NULL, pictures TEXT NOT NULL)",
    "CREATE TABLE IF NOT EXISTS version (print TEXT PRIMARY KEY, hash TEXT NOT NULL, made_by TEXT NOT NULL)",
)
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
        with contextlib.suppress(sqlite3.Error, OSError):
            row = self._connection().execute("SELECT html, pictures FROM body WHERE key = ?", (key,)).fetchone()
            return (row[0], row[1]) if row else None
        return None

    def missing(self, keys: Collection[str]) -> set[str]:
        """Return those of `keys` that are not kept."""
        left, wanted = set(keys), sorted(keys)
        with contextlib.suppress(sqlite3.Error, OSError):
            connection = self._connection()
            for start in range(0, len(wanted), _AT_ONCE):
                some = wanted[start : start + _AT_ONCE]
                marks = ", ".join("?" * len(some))
                left -= {row[0] for row in connection.execute(f"SELECT key FROM body WHERE key IN ({marks})", some)}  # noqa: S608
        return left

    def keep(self, bodies: Mapping[str, tuple[str, str]]) -> None:
        """Keep `bodies`, in one transaction."""
        rows = [(key, *body) for key, body in bodies.items()]
        with contextlib.suppress(sqlite3.Error, OSError), self._written() as connection:
            connection.executemany("INSERT OR REPLACE INTO body VALUES (?, ?, ?)", rows)

    def versions(self) -> dict[str, str]:
        """Return the content hashes that this version of the program kept, by the print of their article."""
        with contextlib.suppress(sqlite3.Error, OSError):
            return dict(self._connection().execute("SELECT print, hash FROM version WHERE made_by = ?", (__version__,)))
        return {}

    def keep_versions(self, versions: Mapping[str, str]) -> None:
        """Keep content hashes by the print of their article (`storage.articles.printed`), in one transaction."""
        rows = [(print_, version, __version__) for print_, version in versions.items()]
        with contextlib.suppress(sqlite3.Error, OSError), self._written() as connection:
            connection.executemany("INSERT OR REPLACE INTO version VALUES (?, ?, ?)", rows)

    def count(self) -> int:
        """Return how many bodies and versions are kept."""
        with contextlib.suppress(sqlite3.Error, OSError):
            asked = "SELECT (SELECT count(*) FROM body) + (SELECT count(*) FROM version)"
            row = self._connection().execute(asked).fetchone()
            return int(row[0])
        return 0

    def drop_others(self, keys: Iterable[str], prints: Iterable[str]) -> None:
        """Let go of all bodies but those of `keys`, and of all versions but those of `prints`."""
        with contextlib.suppress(sqlite3.Error, OSError):
            for table, column, wanted in (("body", "key", frozenset(keys)), ("version", "print", frozenset(prints))):
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
