"""Makes a new newsroom: its database is built beside its place and appears there whole."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path

from editor.core.errors import UserError
from editor.core.files import faults, sync_folder
from editor.core.messages import say
from editor.domain.settings import NewsroomSettings
from editor.storage.backup_file import BACKUPS_NAME
from editor.storage.database import DATABASE_NAME, sqlite_faults
from editor.storage.media import MEDIA_NAME
from editor.storage.migrating import build

NOT_MADE = say("The newsroom was not made. Nothing is left behind.")

_PART = f".{DATABASE_NAME}.part"
# What systems leave in folders that a person calls empty, and what a killed creation of ours leaves.
_NOTHING = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", ".directory", _PART, f"{_PART}-wal", f"{_PART}-shm"})
OWN_FOLDERS = (MEDIA_NAME, BACKUPS_NAME, "cache")


def create(folder: Path, settings: NewsroomSettings) -> None:
    """Make a newsroom with `settings` in `folder`, which is absent or empty; `UserError` otherwise, else `Fault`."""
    check_empty(folder)
    is_new = not folder.exists()
    try:
        with faults(NOT_MADE), sqlite_faults(NOT_MADE):
            _make(folder, settings)
    except BaseException:
        with contextlib.suppress(OSError):
            _clear(folder)
            (folder / DATABASE_NAME).unlink(missing_ok=True)  # there was none when this began
            for name in OWN_FOLDERS:
                with contextlib.suppress(OSError):
                    (folder / name).rmdir()
            if is_new:
                folder.rmdir()
        raise


def check_empty(folder: Path) -> None:
    """Raise `UserError` unless `folder` is absent or holds nothing of a person's."""
    with faults(NOT_MADE):
        if folder.exists() and not folder.is_dir():
            raise UserError(
                say("“{folder}” is a file.", folder=str(folder)),
                say("Choose a new folder for the newsroom."),
            )
        if not folder.exists():
            return
        names = {path.name for path in folder.iterdir()} - _NOTHING
    if DATABASE_NAME in names:
        raise UserError(
            say("There is a newsroom in “{folder}” already.", folder=str(folder)),
            say("Open it, or choose another folder."),
        )
    if names:
        raise UserError(
            say("The folder “{folder}” holds something already: {name}.", folder=str(folder), name=min(names)),
            say("Choose an empty folder or a new one."),
        )


def uncreate(folder: Path) -> None:
    """Remove a newsroom that was made a moment ago and could not be filled; only what `create` makes."""
    shutil.rmtree(folder, ignore_errors=True)


def _make(folder: Path, settings: NewsroomSettings) -> None:
    from editor.storage.writing import Writer

    folder.mkdir(parents=True, exist_ok=True)
    _clear(folder)
    part = folder / _PART
    connection = sqlite3.connect(part, isolation_level=None)
    try:
        build(connection)
    finally:
        connection.close()
    writer = Writer(part)
    try:
        with writer.transaction(NOT_MADE) as transaction:
            transaction.write_settings(settings)
    finally:
        writer.close()
    part.replace(folder / DATABASE_NAME)
    for name in OWN_FOLDERS:
        (folder / name).mkdir(exist_ok=True)
    sync_folder(folder)
    sync_folder(folder.parent)


def _clear(folder: Path) -> None:
    for name in (_PART, f"{_PART}-wal", f"{_PART}-shm", f"{_PART}-journal"):
        (folder / name).unlink(missing_ok=True)
