"""One newsroom's SQLite file: opened, asked, written to, closed. The one place where an SQLite error becomes a `Fault`.

Reads go through plain `sqlite3`, so that a newsroom opens without SQLModel; writes through `storage.writing`.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import Damaged, Fault, UserError
from editor.core.messages import Message, say

if TYPE_CHECKING:
    from editor.storage.writing import Transaction, Writer

DATABASE_NAME = "newsroom.sqlite3"
# What rooms without SQL call a connection that they hand on.
Connection = sqlite3.Connection
APPLICATION_ID = 0x4D414B41  # "MAKA": PRAGMA application_id of every newsroom
BUSY_SECONDS = 5.0

NOT_SAVED = say("This change was not saved. Everything saved before is safe.")
NOT_READ = say("The newsroom could not be read. Nothing was changed.")


class IndexSpoiltError(Fault):
    """The search index is damaged: made anew, what met it is done again. No reason not to save a word."""

    def __init__(self, what: Message = NOT_SAVED) -> None:
        super().__init__(what, _INDEX_SPOILT, can_retry=False)


class Database:
    """One open newsroom. Made by the composition root; each read has a connection to itself.

    It goes from one read to the next, on whichever thread that is: what it has read of the file stays at hand, and of
    threads that come and go none is left behind.

    `touched_images` names the pictures (by id or first digits of the hash) of all edits since it was opened.
    `read_only` is empty where writing is allowed, else the sentence that says why it is not. Writing belongs to one
    thread at a time.
    """

    def __init__(self, folder: Path, *, read_only: Message | None = None) -> None:
        self.folder = folder
        self.path = folder / DATABASE_NAME
        self.read_only = read_only or Message()
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._idle: list[sqlite3.Connection] = []
        self._watcher: sqlite3.Connection | None = None
        self._guard = threading.Lock()
        self._writer: Writer | None = None
        self._is_closed = False
        self.touched_images: set[str] = set()
        self._identity = _identity(self.path)

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield a connection for reading, inside such a context the same one; what SQLite raises becomes a `Fault`."""
        with sqlite_faults(NOT_READ, self.path):
            connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
            if connection is not None and not self._is_closed:
                yield connection
                return
            connection = self._local.connection = self._reader()
            try:
                yield connection
            except BaseException:  # what was being read may hold on to what it saw: the next read shall not see it
                self._let_go(connection)
                raise
            else:
                self._idle.append(connection)
            finally:
                self._local.connection = None

    @contextlib.contextmanager
    def moment(self) -> Iterator[None]:
        """Let all reads of this thread inside see the newsroom at one moment, whatever is written meanwhile."""
        with self.reading() as connection:
            if connection.in_transaction:
                yield
                return
            try:
                connection.execute("BEGIN")
                connection.execute("SELECT count(*) FROM newsroom")  # a deferred transaction begins with its first read
                yield
            finally:
                connection.rollback()  # nothing, where it never began

    def change_count(self) -> int:
        """Return a number that is another one once anybody has written (`PRAGMA data_version`)."""
        with sqlite_faults(NOT_READ, self.path), self._guard:
            if self._watcher is None:  # always the same connection: each counts for itself
                self._watcher = self._connected()
            return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])

    @contextlib.contextmanager
    def writing(self, what: Message = NOT_SAVED) -> Iterator[Transaction]:
        """Yield one transaction, on disk when the block ends and undone when it raises; trouble says `what`."""
        if self.read_only:
            raise Fault(what, self.read_only, can_retry=False)
        self._check_place(what)
        with sqlite_faults(what, self.path), self.writer().transaction(what) as transaction:
            yield transaction

    def writer(self) -> Writer:
        """Return the writing half, importing SQLModel the first time (about half a second)."""
        from editor.storage.writing import Writer

        with self._guard:
            if self._is_closed:
                raise Fault(NOT_SAVED, _CLOSED, can_retry=False)
            if self._writer is None:
                self._writer = Writer(self.path)
            return self._writer

    def look_over(self) -> None:
        """Read the whole file for damage (`PRAGMA quick_check`); raises `Fault`. Long: on a thread."""
        with self.reading() as connection:
            if problem := damage(connection):
                raise damaged(self.path, problem)

    def close(self) -> None:
        """Close every connection; the last one to close folds the write-ahead log into the file."""
        with self._guard:
            self._is_closed = True
            if self._writer is not None:
                self._writer.close()
                self._writer = None
            for connection in self._readers:
                connection.close()
            self._readers.clear()
            self._watcher = None

    def _check_place(self, what: Message) -> None:
        """Raise `Fault` when the file is gone or another took its place: what is written would lie in neither."""
        now = _identity(self.path)
        if now is None:
            raise Fault(what, _not_there(self.path))
        if now != self._identity:
            raise Fault(
                what,
                say(
                    "Another program put another file in the newsroom's place, or its drive was put in anew. "
                    "Close the newsroom and open it again."
                ),
                can_retry=False,
            )

    def _reader(self) -> sqlite3.Connection:
        with self._guard:
            # The one that read last has most at hand.
            return self._idle.pop() if self._idle and not self._is_closed else self._connected()

    def _let_go(self, connection: sqlite3.Connection) -> None:
        with self._guard:
            if connection in self._readers:
                self._readers.remove(connection)
        connection.close()

    def _connected(self) -> sqlite3.Connection:
        if self._is_closed:
            raise Fault(NOT_READ, _CLOSED, can_retry=False)
        connection = connect_reading(self.path)
        self._readers.append(connection)
        return connection


def connect_reading(path: Path) -> sqlite3.Connection:
    """Return a connection that cannot write, also where its folder cannot be written to."""
    connection = _connect(f"{path.absolute().as_uri()}?{_mode_for(path)}")
    connection.execute("PRAGMA query_only=1")
    return connection


def connect_writing(path: Path) -> sqlite3.Connection:
    """Return a connection for writes: write-ahead log, every commit flushed to disk, foreign keys kept."""
    connection = _connect(f"{path.absolute().as_uri()}?mode=rw")
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("PRAGMA foreign_keys=ON")
    except BaseException:
        connection.close()
        raise
    return connection


def damage(connection: sqlite3.Connection, *, check: str = "quick_check") -> str:
    """Return SQLite's first complaint about the file, "" when it is sound; `check` is the pragma that looks.

    From 3.44 on it complains of the search index too, which is made anew and no damage to anything written.
    """
    try:
        said = [str(row[0]) for row in connection.execute(f"PRAGMA {check}(9)")]
    except sqlite3.OperationalError:  # where the index has lost its very format, the look ends there
        said = [
            str(row[0]) for table in _own_tables(connection) for row in connection.execute(f"PRAGMA {check}({table})")
        ]
    return next((one for one in said if one != "ok" and "fts5" not in one.lower()), "")


def _own_tables(connection: sqlite3.Connection) -> list[str]:
    tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    return [str(row[0]) for row in connection.execute(tables)]


def is_damage(error: sqlite3.Error) -> bool:
    """Say whether SQLite found the file itself spoilt, and not merely in use or out of space."""
    return _code_of(error) in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}


def is_no_text(error: sqlite3.Error) -> bool:
    """Say whether a text that was read is none in UTF-8, which Python says without SQLite's code."""
    return isinstance(error, sqlite3.OperationalError) and str(error).startswith("Could not decode to UTF-8")


@contextlib.contextmanager
def sqlite_faults(what: Message, path: Path | None = None) -> Iterator[None]:
    """Turn what SQLite raises in the body into a `Fault` that says `what` did not happen and why; see `fault_of`."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault_of(error, what, path) from error


def fault_of(error: BaseException, what: Message, path: Path | None = None) -> Fault:
    """Return the fault that an SQLite error stands for. A broken rule of the schema is our bug: raised as it is.

    `path` is the file that was open: on a drive that was pulled out it seems damaged, and is not.
    """
    if not isinstance(error, sqlite3.Error) or isinstance(error, (sqlite3.IntegrityError, sqlite3.ProgrammingError)):
        raise error
    code = _code_of(error)
    if path is not None and (is_damage(error) or code == sqlite3.SQLITE_CANTOPEN) and (gone := _out_of_reach(path)):
        return Fault(what, gone)
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_CORRUPT_VTAB:
        return IndexSpoiltError(what)
    cause = _CAUSES.get(code) or say("The database says: {reason}", reason=str(error))
    return Fault(what, cause, can_retry=code in _WORTH_A_RETRY)


def damaged(path: Path, problem: str) -> Fault:
    """Return the fault of a newsroom whose file is spoilt; names the backup to go back to."""
    backups = sorted((path.parent / "backups").glob("*.zip"), reverse=True)
    if backups:
        cause = say(
            "The file {name} is damaged ({problem}). Bring back the last backup into a new folder: {backup}",
            name=path.name,
            problem=problem,
            backup=backups[0].name,
        )
    else:
        cause = say(
            "The file {name} is damaged ({problem}), and there is no backup in the folder “backups”. "
            "Keep the folder as it is and ask for help.",
            name=path.name,
            problem=problem,
        )
    return Damaged(say("This newsroom could not be opened. Nothing was changed."), cause)


def no_newsroom(folder: Path) -> UserError:
    """Return the refusal of a folder that holds no newsroom."""
    return UserError(
        say("There is no newsroom in “{folder}”.", folder=str(folder)),
        say("Choose the folder of a newsroom, or make a new one."),
    )


def _code_of(error: sqlite3.Error) -> int:
    return sqlite3.SQLITE_CORRUPT if is_no_text(error) else getattr(error, "sqlite_errorcode", 0) & 0xFF


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells the file at `path` from any other one, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _not_there(path: Path) -> Message:
    return say("The newsroom's folder is not there now: {folder}", folder=str(path.parent))


def _out_of_reach(path: Path) -> Message | None:
    """Say why nothing at all can be read of the file at `path`; None where it can."""
    try:
        with path.open("rb") as file:
            file.read(1)
    except FileNotFoundError:
        return _not_there(path)
    except OSError:
        return _CAUSES[sqlite3.SQLITE_IOERR]
    return None


def _connect(uri: str) -> sqlite3.Connection:
    # No implicit transactions: every BEGIN in this room is written out. Connections are closed from another thread.
    return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def _mode_for(path: Path) -> str:
    """Return how to open the file to read it.

    A database with a write-ahead log needs to write beside itself even for that, unless nobody can write it.
    """
    log = path.with_name(f"{path.name}-wal")
    if os.access(path.parent, os.W_OK) or log.exists():
        return "mode=rw" if os.access(path, os.W_OK) else "mode=ro"
    return "mode=ro&immutable=1"


_CLOSED = say("The newsroom is closed.")
_INDEX_SPOILT = say(
    "The search index is damaged; nothing that you wrote is. A check under “Backups and check-up…” makes it anew."
)
_CAUSES = {
    sqlite3.SQLITE_FULL: say("The disk is full. Free some space and try again."),
    sqlite3.SQLITE_READONLY: say("The newsroom's folder cannot be written to."),
    sqlite3.SQLITE_CANTOPEN: say("The newsroom's file cannot be opened or its folder cannot be written to."),
    sqlite3.SQLITE_PERM: say("The newsroom's file cannot be opened: it is not allowed."),
    sqlite3.SQLITE_BUSY: say("Another program holds the newsroom's file. Wait a moment and try again."),
    sqlite3.SQLITE_LOCKED: say("Another program holds the newsroom's file. Wait a moment and try again."),
    sqlite3.SQLITE_CORRUPT: say("The newsroom's file is damaged. Bring back the last backup into a new folder."),
    sqlite3.SQLITE_NOTADB: say("The newsroom's file is damaged: it is no database any more. Bring back a backup."),
    sqlite3.SQLITE_IOERR: say("The disk does not answer as it should. Check that it is connected and has space."),
    sqlite3.SQLITE_TOOBIG: say("This is longer than the newsroom can hold (one billion bytes)."),
}
_WORTH_A_RETRY = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY}
)
