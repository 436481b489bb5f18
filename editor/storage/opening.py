"""Opens a newsroom: looks at its file, takes the lock, brings its schema up to date."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NoReturn

from editor.core.clock import Clock
from editor.core.errors import Fault
from editor.core.jobs import quiet
from editor.core.messages import Message, say
from editor.domain.settings import NewsroomSettings
from editor.storage.backup import back_up
from editor.storage.backup_file import READY_NAME
from editor.storage.database import DATABASE_NAME, Database, connect_writing, damaged, is_no_text, sqlite_faults
from editor.storage.lock import Holder, Lock, take_lock
from editor.storage.migrating import CURRENT, NOT_OPENED, check_tables, migrate, schema_of
from editor.storage.settings import settings
from editor.storage.spoilt_rows import SpoiltRowError

NO_WRITE_ASKED = say("It was opened to read only.")


@dataclass(frozen=True, slots=True)
class Opened:
    """A newsroom in use: its database and, where it may write, its lock. `holder` names who else writes it."""

    database: Database
    lock: Lock | None
    holder: str

    def warm_up(self) -> None:
        """Import what writing needs and read the file for damage; raises `Fault`. On a thread."""
        if not self.database.read_only:
            self.database.writer()
        self.database.look_over()

    def close(self) -> None:
        """Close the database and let others write."""
        self.database.close()
        if self.lock is not None:
            self.lock.release()


def open_newsroom(folder: Path, *, person: str, clock: Clock, may_write: bool, must_write: bool) -> Opened:
    """Open the newsroom in `folder`, for writing where it may and can.

    Raises `UserError` when there is none, `Fault` when it is damaged, of a newer Makala, or must be written and is held
    elsewhere or cannot be written to.
    """
    if may_write and (folder / READY_NAME).is_dir():
        _finish_restoring(folder, person, clock)
    found = schema_of(folder / DATABASE_NAME)
    lock, held, read_only = _lock(folder, person, clock, is_asked=may_write or found < CURRENT)
    database = None
    try:
        if lock is None and (must_write or found < CURRENT):
            _refuse(held.words if held else read_only, is_held=held is not None)
        if found < CURRENT:
            _bring_up(folder, found, clock)
        if lock is not None and not may_write:
            lock.release()
            lock, read_only = None, NO_WRITE_ASKED
        database = Database(folder, read_only=read_only)
        with database.reading() as connection:
            check_tables(connection, database.path)
            known = _known(connection, database.path)
        if held is not None:
            database.read_only = held.reading_words(clock.now(), known.display_zone)
    except BaseException:
        if database is not None:
            database.close()
        if lock is not None:
            lock.release()
        raise
    return Opened(database, lock, held.name if held else "")


def _known(connection: sqlite3.Connection, path: Path) -> NewsroomSettings:
    """Return the settings: what is damaged at its root shows here, not in the first panel."""
    try:
        return settings(connection)
    except sqlite3.DatabaseError as error:
        if isinstance(error, SpoiltRowError) or is_no_text(error):
            raise damaged(path, str(error)) from error
        raise


def _finish_restoring(folder: Path, person: str, clock: Clock) -> None:
    """Bring the restoring of a backup that was ended in the middle to its end, unless somebody is at it."""
    from editor.storage.restoring import finish_restoring

    lock, _, _ = _lock(folder, person, clock, is_asked=True)
    if lock is not None:
        try:
            finish_restoring(folder)
        finally:
            lock.release()


def _lock(folder: Path, person: str, clock: Clock, *, is_asked: bool) -> tuple[Lock | None, Holder | None, Message]:
    """Return (lock or None, who else holds it, why a window that reads cannot write)."""
    if not is_asked:
        return None, None, NO_WRITE_ASKED
    if not os.access(folder, os.W_OK) or not os.access(folder / DATABASE_NAME, os.W_OK):
        return None, None, say("The folder “{folder}” cannot be written to.", folder=str(folder))
    try:
        taken = take_lock(folder, person, clock.now())
    except Fault as fault:
        return None, None, fault.cause
    if isinstance(taken, Holder):
        return None, taken, taken.reading_words(clock.now())
    return taken, None, Message()


def _refuse(why: Message, *, is_held: bool) -> NoReturn:
    raise Fault(NOT_OPENED, why, can_retry=is_held)


def _bring_up(folder: Path, found: int, clock: Clock) -> None:
    with sqlite_faults(NOT_OPENED):
        connection = connect_writing(folder / DATABASE_NAME)
        try:
            keep = partial(back_up, folder, clock.now(), quiet(), reason="migration", is_whole=False)
            migrate(connection, found, keep)
        finally:
            connection.close()
