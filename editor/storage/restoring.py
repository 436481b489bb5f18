"""The way back: a backup becomes a newsroom, in a new folder or in place of the present one, which is backed up first.

Everything is verified beside its place before it takes it in one step.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import sqlite3
import time
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from editor.core.errors import Fault, UserError
from editor.core.files import faults, sync_folder
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.storage.backup import back_up
from editor.storage.backup_file import (
    BACKUPS_NAME,
    READY_NAME,
    Backup,
    Manifest,
    is_intact,
    opened,
    original_beside,
    spoilt,
)
from editor.storage.creating import check_empty
from editor.storage.database import DATABASE_NAME, connect_reading, connect_writing, damage, sqlite_faults
from editor.storage.migrating import schema_of
from editor.storage.own_themes import bring_themes, is_theme_path, put_back_themes

NOT_RESTORED = say("Nothing was restored. The backup is as it was.")
RESTORE = "restore"

_ALLOWED = re.compile(rf"^(?:{re.escape(DATABASE_NAME)}|media/([0-9a-f]{{2}})/\1[0-9a-f]{{62}}\.[0-9a-z]{{1,8}})$")
_CHUNK = 1 << 20
_TRIES, _BETWEEN_SECONDS = 50, 0.1


def restore(backup: Path, folder: Path, context: JobContext) -> tuple[str, ...]:
    """Make a newsroom of `backup` in `folder`; return the originals (by name) that a light backup leant on and lost.

    Raises `UserError` when `folder` holds something or `backup` is none, `Fault` when the backup is damaged, of a newer
    Makala, or the disk does not take it. `folder` is then as it was.
    """
    check_empty(folder)
    beside = folder.absolute().with_name(f".{folder.absolute().name}.{os.getpid()}.part")
    with _unpacked(backup, beside, context) as lost:
        for name in (BACKUPS_NAME, "cache", "media"):
            (beside / name).mkdir(exist_ok=True)
        _put_in_place(beside, folder)
    context.report(1.0, say("Restored"))
    return lost


def restore_in_place(backup: Path, folder: Path, at: datetime, context: JobContext) -> tuple[tuple[str, ...], Backup]:
    """Put `backup` in place of the newsroom in `folder`, whose lock the caller holds and which nobody has open.

    The present is backed up first; returns the originals (by name) that are lost, and that backup. Raises as `restore`
    does; the newsroom is then as it was. Pictures of both times stay, and themes that the backup does not have. What is
    ended in the middle is as it was, or comes to its end when the newsroom is opened: see `finish_restoring`.
    """
    finish_restoring(folder)
    keeping, unpacking = context.split(1, 1)
    present = back_up(folder, at, keeping, reason=RESTORE, is_whole=False)
    beside = folder / f".restored.{os.getpid()}.part"
    with _unpacked(backup, beside, unpacking) as lost:
        for path in (beside / "media").rglob("*.*"):
            place = folder / path.relative_to(beside)
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)
            sync_folder(place.parent)
        for inner in (beside, *(path for path in beside.rglob("*") if path.is_dir())):
            sync_folder(inner)
        beside.rename(folder / READY_NAME)
        sync_folder(folder)
        finish_restoring(folder)
    context.report(1.0, say("Restored"))
    return lost, present


def finish_restoring(folder: Path) -> None:
    """Put the backup that lies ready in `folder`, if one does, in the newsroom's place: its themes and its database.

    The caller holds the newsroom's lock.
    Raises `Fault` when the disk is in the way; the newsroom is then as it was before.
    """
    ready = folder / READY_NAME
    if not ready.is_dir():
        return
    before = ready / "before"
    with faults(NOT_RESTORED), sqlite_faults(NOT_RESTORED):
        try:
            if (ready / DATABASE_NAME).exists():
                _fold_log(folder / DATABASE_NAME)
                bring_themes(folder, before)
                put_back_themes(ready, folder)
                (ready / DATABASE_NAME).replace(folder / DATABASE_NAME)
                sync_folder(folder)
        except BaseException:
            if (ready / DATABASE_NAME).exists():
                with contextlib.suppress(OSError):  # the backup that was made of the present has them too
                    put_back_themes(before, folder)
            raise
        finally:
            shutil.rmtree(ready, ignore_errors=True)


@contextlib.contextmanager
def _unpacked(backup: Path, beside: Path, context: JobContext) -> Iterator[tuple[str, ...]]:
    """Have `backup` lie verified in the folder `beside` for the block; yield the names of lost originals."""
    if not backup.is_file():
        raise UserError(
            say("There is no backup “{path}”.", path=str(backup)),
            say("Backups lie in a newsroom's folder “backups”, and end in “.zip”."),
        )
    with faults(NOT_RESTORED), sqlite_faults(NOT_RESTORED):
        beside.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.mkdir()
            with opened(backup) as (archive, manifest):
                _unpack(backup, archive, manifest, beside, context)
            lost = _fetch(backup, manifest, beside, context)
            _look_at(backup, beside)
            yield lost
        finally:
            if beside.exists():
                shutil.rmtree(beside, ignore_errors=True)


def _unpack(backup: Path, archive: zipfile.ZipFile, manifest: Manifest, beside: Path, context: JobContext) -> None:
    files = manifest.files
    if DATABASE_NAME not in files:
        raise spoilt(backup, DATABASE_NAME)
    done, total = 0, sum(entry["bytes"] for entry in files.values()) or 1
    for name, entry in files.items():
        if not (_ALLOWED.match(name) or is_theme_path(name)):
            raise spoilt(backup, name)
        context.report(done / total, say("Restoring {name}", name=name))
        path = beside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists():  # two names that are one here
            raise spoilt(backup, name)
        if _write(archive, name, path, entry["bytes"], context) != entry["sha256"]:
            raise spoilt(backup, name)
        done += entry["bytes"]


def _fetch(backup: Path, manifest: Manifest, beside: Path, context: JobContext) -> tuple[str, ...]:
    """Copy the originals that a light backup names; return the names of those that are gone or not as they were."""
    lost = []
    for original in manifest.beside:
        if not _ALLOWED.match(original.path):
            raise spoilt(backup, original.path)
        context.check()
        source, target = original_beside(backup, original), beside / original.path
        if not is_intact(source, original):
            if not original.is_spare:
                lost.append(original.path)
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
        with target.open("rb+") as stream:
            os.fsync(stream.fileno())
    return tuple(lost)


def _fold_log(database: Path) -> None:
    """Bring all that lies in the write-ahead log into the file: a log left behind would be read into another one."""
    connection = connect_writing(database)
    try:
        for _ in range(_TRIES):  # work that the closed window had begun needs a moment to let go, and SQLite waits not
            with contextlib.suppress(sqlite3.OperationalError):
                (mode,) = connection.execute("PRAGMA journal_mode=DELETE").fetchone()
                if mode == "delete":
                    return
            time.sleep(_BETWEEN_SECONDS)
        raise Fault(NOT_RESTORED, say("Another program holds the newsroom's file. Close it and try again."))
    finally:
        connection.close()


def _write(archive: zipfile.ZipFile, name: str, path: Path, size: int, context: JobContext) -> str:
    """Write one file out, never more than `size` bytes of it, and return its SHA-256."""
    digest, left = hashlib.sha256(), size
    with archive.open(name) as source, path.open("wb") as sink:
        while left >= 0 and (chunk := source.read(_CHUNK)):
            context.check()
            digest.update(chunk)
            sink.write(chunk)
            left -= len(chunk)
        sink.flush()
        os.fsync(sink.fileno())
    return digest.hexdigest() if left == 0 else ""


def _look_at(backup: Path, beside: Path) -> None:
    schema_of(beside / DATABASE_NAME)
    connection = connect_reading(beside / DATABASE_NAME)
    try:
        problem = damage(connection)
    finally:
        connection.close()
    if problem:
        raise spoilt(backup, problem)


def _put_in_place(beside: Path, folder: Path) -> None:
    if folder.exists():
        for left in folder.iterdir():  # only what `check_empty` calls nothing
            with contextlib.suppress(OSError):
                left.unlink()
        folder.rmdir()
    for inner in (beside, *(path for path in beside.rglob("*") if path.is_dir())):
        sync_folder(inner)
    beside.rename(folder)
    sync_folder(folder.absolute().parent)
