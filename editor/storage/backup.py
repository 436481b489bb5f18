"""Backups: one zip file with the database, every original and a manifest.

A file has a backup's name only once it was read back whole.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import sqlite3
import time
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from editor.core.errors import Fault, UserError
from editor.core.files import faults, sync_folder
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.storage.database import DATABASE_NAME, connect_reading, damaged, sqlite_faults

BACKUPS_NAME = "backups"
MANIFEST_NAME = "backup.json"
FORM = 1
NOT_BACKED_UP = say("The backup was not made. The newsroom itself is as it was.")

_NAME = re.compile(r"^newsroom-(\d{8}T\d{6})Z(?:-(\d+))?\.zip$")
_STAMP = "%Y%m%dT%H%M%S"
_CHUNK = 1 << 20
_PAGES = 2000
_LEFT_BEHIND_SECONDS = 86_400
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup on disk. `missing` names originals that were not in the newsroom when it was made."""

    path: Path
    bytes: int
    at: datetime
    missing: tuple[str, ...] = ()


def back_up(folder: Path, at: datetime, context: JobContext) -> Backup:
    """Write a backup of the newsroom in `folder` under its `backups/` and read it back whole.

    Raises `Fault` when the disk does not take it or the newsroom is damaged, `Cancelled`; nothing half-written stays.
    """
    backups_folder = folder / BACKUPS_NAME
    with faults(NOT_BACKED_UP), sqlite_faults(NOT_BACKED_UP):
        backups_folder.mkdir(exist_ok=True)
        _clear_left_behind(backups_folder)
        target = _free_name(backups_folder, at)
        stem = f".{target.stem}.{os.getpid()}"
        copy, part = backups_folder / f"{stem}.sqlite3.part", backups_folder / f"{stem}.zip.part"
        copying, packing, reading = context.split(1, 5, 3)
        try:
            _copy_database(folder / DATABASE_NAME, copy, copying)
            missing = _pack(folder, copy, part, packing)
            check(part, reading)
            part.rename(target)
            sync_folder(backups_folder)
        finally:
            copy.unlink(missing_ok=True)
            part.unlink(missing_ok=True)
    context.report(1.0, say("Backed up"))
    return Backup(target, target.stat().st_size, at, missing)


def backups(folder: Path) -> list[Backup]:
    """Return the backups of the newsroom in `folder`, newest first."""
    found: list[tuple[datetime, int, Backup]] = []
    for path in (folder / BACKUPS_NAME).glob("*.zip"):
        if match := _NAME.match(path.name):
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append((at, int(match[2] or 1), Backup(path, path.stat().st_size, at)))
    return [backup for _at, _number, backup in sorted(found, key=lambda one: one[:2], reverse=True)]


def check(path: Path, context: JobContext) -> dict[str, dict[str, Any]]:
    """Read every byte of the backup at `path` against its manifest and return the manifest's files by name.

    Raises `UserError` when it is no backup, `Fault` when it is damaged.
    """
    with opened(path) as (archive, files):
        done, total = 0, sum(int(entry["bytes"]) for entry in files.values()) or 1
        for name, entry in files.items():
            with archive.open(name) as stream:
                size, digest = _measure(stream)
            if size != entry["bytes"] or digest != entry["sha256"]:
                raise spoilt(path, name)
            done += size
            context.report(done / total, say("Reading {name} back", name=name))
    return files


@contextlib.contextmanager
def opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, dict[str, dict[str, Any]]]]:
    """Yield the zip at `path` and the files its manifest names; what is no backup of ours is a `UserError`."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive, _manifest(path, archive)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError) as error:
        raise spoilt(path, str(error)) from error


def spoilt(path: Path, reason: str) -> Fault:
    """Return the fault of a backup that cannot be read whole."""
    return Fault(
        say("The backup “{name}” is damaged or only a part of it is here.", name=path.name),
        say("It fails at: {reason}. Take another backup.", reason=reason),
        can_retry=False,
    )


def _manifest(path: Path, archive: zipfile.ZipFile) -> dict[str, dict[str, Any]]:
    if MANIFEST_NAME not in archive.namelist():
        raise UserError(
            say("“{name}” is not a backup of a newsroom.", name=path.name),
            say("Backups lie in a newsroom's folder “backups”."),
        )
    try:
        manifest = json.loads(archive.read(MANIFEST_NAME))
        form, files = manifest["makala-backup"], manifest["files"]
        found = {entry["path"]: {"bytes": int(entry["bytes"]), "sha256": str(entry["sha256"])} for entry in files}
    except (ValueError, TypeError, KeyError) as error:
        raise spoilt(path, MANIFEST_NAME) from error
    if form != FORM:
        raise Fault(
            say("The backup “{name}” was made by a newer Makala.", name=path.name),
            say("Get that version and restore with it."),
            can_retry=False,
        )
    return found


def _copy_database(source: Path, target: Path, context: JobContext) -> None:
    reading = connect_reading(source)
    writing = sqlite3.connect(target, isolation_level=None)
    message = say("Copying the newsroom's texts")
    try:
        # Inside one read transaction: the copy is the newsroom of one moment, whatever is written meanwhile.
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM newsroom").fetchone()
        reading.backup(
            writing,
            pages=_PAGES,
            progress=lambda _status, left, total: context.report(1 - left / (total or 1), message),
        )
        writing.execute("PRAGMA journal_mode=DELETE")
        (answer,) = writing.execute("PRAGMA integrity_check(1)").fetchone()
        if answer != "ok":
            raise damaged(source, str(answer))
    finally:
        writing.close()
        reading.close()


def _pack(folder: Path, copy: Path, part: Path, context: JobContext) -> tuple[str, ...]:
    originals, missing = _originals(folder, copy)
    files: list[dict[str, Any]] = []
    with part.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", compresslevel=1) as archive:
            wanted = [(DATABASE_NAME, copy), *originals]
            for number, (name, path) in enumerate(wanted):
                context.report(number / len(wanted), say("Packing {name}", name=name))
                size, digest = _add(archive, name, path, context)
                if name != DATABASE_NAME and digest != path.stem:
                    raise Fault(
                        NOT_BACKED_UP,
                        say("A picture in the newsroom is not as it was taken in: {name}.", name=name),
                        can_retry=False,
                    )
                files.append({"path": name, "bytes": size, "sha256": digest})
            manifest = {"makala-backup": FORM, "files": files, "missing": list(missing)}
            archive.writestr(_info(MANIFEST_NAME), json.dumps(manifest, indent=1))
        stream.flush()
        os.fsync(stream.fileno())
    return missing


def _originals(folder: Path, copy: Path) -> tuple[list[tuple[str, Path]], tuple[str, ...]]:
    connection = connect_reading(copy)
    try:
        digests = [row[0] for row in connection.execute("SELECT sha256 FROM image WHERE sha256 <> '' ORDER BY sha256")]
    finally:
        connection.close()
    found, missing = [], []
    for digest in digests:
        path = next((folder / "media" / digest[:2]).glob(f"{digest}.*"), None)
        if path is None:
            missing.append(digest)
        else:
            found.append((f"media/{digest[:2]}/{path.name}", path))
    return found, tuple(missing)


def _add(archive: zipfile.ZipFile, name: str, path: Path, context: JobContext) -> tuple[int, str]:
    import hashlib

    digest, size = hashlib.sha256(), 0
    info = _info(name)
    info.file_size = path.stat().st_size
    # Pictures are compressed already; the database shrinks to a third.
    info.compress_type = zipfile.ZIP_DEFLATED if name == DATABASE_NAME else zipfile.ZIP_STORED
    with path.open("rb") as source, archive.open(info, "w", force_zip64=True) as sink:
        while chunk := source.read(_CHUNK):
            context.check()
            digest.update(chunk)
            size += len(chunk)
            sink.write(chunk)
    return size, digest.hexdigest()


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIXED_DATE)
    info.external_attr = 0o644 << 16
    return info


def _measure(stream: IO[bytes]) -> tuple[int, str]:
    import hashlib

    digest, size = hashlib.sha256(), 0
    try:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    except zlib.error as error:
        raise zipfile.BadZipFile(str(error)) from error
    return size, digest.hexdigest()


def _free_name(folder: Path, at: datetime) -> Path:
    stem = f"newsroom-{at.astimezone(UTC).strftime(_STAMP)}Z"
    number = 1
    target = folder / f"{stem}.zip"
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}.zip"
    return target


def _clear_left_behind(folder: Path) -> None:
    """Remove the unfinished files of backups that were killed over a day ago."""
    for path in folder.glob(".*.part"):
        if time.time() - path.stat().st_mtime > _LEFT_BEHIND_SECONDS:
            path.unlink(missing_ok=True)
