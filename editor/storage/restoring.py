"""The way back: a backup becomes a newsroom in a folder that is absent or empty. Verified before it has its name."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

from editor.core.errors import UserError
from editor.core.files import faults, sync_folder
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.storage.backup import BACKUPS_NAME, opened, spoilt
from editor.storage.creating import check_empty
from editor.storage.database import DATABASE_NAME, connect_reading, damage, sqlite_faults
from editor.storage.migrating import schema_of

NOT_RESTORED = say("Nothing was restored. The backup is as it was.")

_ALLOWED = re.compile(rf"^(?:{re.escape(DATABASE_NAME)}|media/([0-9a-f]{{2}})/\1[0-9a-f]{{62}}\.[0-9a-z]{{1,8}})$")
_CHUNK = 1 << 20


def restore(backup: Path, folder: Path, context: JobContext) -> None:
    """Make a newsroom of `backup` in `folder`.

    Raises `UserError` when `folder` holds something or `backup` is none, `Fault` when the backup is damaged, of a newer
    Makala, or the disk does not take it. `folder` is then as it was.
    """
    if not backup.is_file():
        raise UserError(
            say("There is no backup “{path}”.", path=str(backup)),
            say("Backups lie in a newsroom's folder “backups”, and end in “.zip”."),
        )
    check_empty(folder)
    beside = folder.absolute().with_name(f".{folder.absolute().name}.{os.getpid()}.part")
    with faults(NOT_RESTORED), sqlite_faults(NOT_RESTORED):
        beside.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.mkdir()
            with opened(backup) as (archive, files):
                _unpack(backup, archive, files, beside, context)
            _look_at(backup, beside)
            for name in (BACKUPS_NAME, "cache", "media"):
                (beside / name).mkdir(exist_ok=True)
            _put_in_place(beside, folder)
        finally:
            if beside.exists():
                shutil.rmtree(beside, ignore_errors=True)
    context.report(1.0, say("Restored"))


def _unpack(
    backup: Path, archive: zipfile.ZipFile, files: dict[str, dict[str, Any]], beside: Path, context: JobContext
) -> None:
    if DATABASE_NAME not in files:
        raise spoilt(backup, DATABASE_NAME)
    done, total = 0, sum(entry["bytes"] for entry in files.values()) or 1
    for name, entry in files.items():
        if not _ALLOWED.match(name):
            raise spoilt(backup, name)
        context.report(done / total, say("Restoring {name}", name=name))
        path = beside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if _write(archive, name, path, entry["bytes"], context) != entry["sha256"]:
            raise spoilt(backup, name)
        done += entry["bytes"]


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
