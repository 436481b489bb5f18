"""Makes backups of a newsroom while it is written, reads them back, and gives up the old ones by the rule.

A file has a backup's name only once it was read back whole.
"""

from __future__ import annotations

import os
import sqlite3
import time
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from editor.core.errors import Fault
from editor.core.files import faults, sync_folder
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.keeping import given_up
from editor.storage.backup_file import (
    ASKED,
    BACKUPS_NAME,
    MANIFEST_NAME,
    Backup,
    Holdings,
    Manifest,
    Original,
    check,
    described,
    free_name,
    manifest_text,
)
from editor.storage.database import DATABASE_NAME, connect_reading, damage, damaged, is_damage, sqlite_faults
from editor.storage.own_themes import theme_files
from editor.storage.spoilt_rows import understood

NOT_BACKED_UP = say("The backup was not made. The newsroom itself is as it was.")
WEEK = "week"
WEEKS_WHOLE_KEPT = 2

_CHUNK = 1 << 20
_PAGES = 2000
_LEFT_BEHIND_SECONDS = 86_400
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)


def back_up(folder: Path, at: datetime, context: JobContext, *, reason: str = ASKED, is_whole: bool = True) -> Backup:
    """Write a backup of the newsroom in `folder` under its `backups/` and read it back.

    One that is not whole leaves the originals where they are and names them. Raises `Fault` when the disk does not take
    it or the newsroom is damaged, `Cancelled`; nothing half-written stays.
    """
    backups_folder = folder / BACKUPS_NAME
    with faults(NOT_BACKED_UP), sqlite_faults(NOT_BACKED_UP):
        backups_folder.mkdir(exist_ok=True)
        _clear_left_behind(backups_folder)
        target = free_name(backups_folder, at)
        stem = f".{target.stem}.{os.getpid()}"
        copy, part = backups_folder / f"{stem}.sqlite3.part", backups_folder / f"{stem}.zip.part"
        copying, packing, reading = context.split(1, 5, 3)
        try:
            copy_database(folder / DATABASE_NAME, copy, copying)
            _pack(folder, copy, part, packing, reason=reason, is_whole=is_whole)
            manifest = check(part, reading)
            part.rename(target)
            sync_folder(backups_folder)
        finally:
            copy.unlink(missing_ok=True)
            part.unlink(missing_ok=True)
    context.report(1.0, say("Backed up"))
    return Backup(target, target.stat().st_size, at, manifest.missing, manifest)


def give_up_old(folder: Path, now: datetime) -> list[Path]:
    """Remove the backups under `folder` that the rule gives up; return them. None that a person made is among them."""
    found = [one for one in described(folder) if one.manifest.reason != ASKED]
    light = [one for one in found if one.manifest.reason != WEEK]
    old = given_up((one.at for one in light), now)
    gone = [one.path for one in light if one.at in old]
    gone += [one.path for one in found if one.manifest.reason == WEEK][WEEKS_WHOLE_KEPT:]
    for path in gone:
        path.unlink(missing_ok=True)
    return gone


def copy_database(source: Path, target: Path, context: JobContext) -> None:
    """Copy the database at `source` as it is at one moment, and check the copy; a damaged one is `Damaged`."""
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
        if problem := damage(writing, check="integrity_check"):
            raise damaged(source, problem)
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            raise damaged(source, str(error)) from error
        raise
    finally:
        writing.close()
        reading.close()


def _pack(folder: Path, copy: Path, part: Path, context: JobContext, *, reason: str, is_whole: bool) -> None:
    originals, missing, holds = _contents(folder, copy)
    inside = [(DATABASE_NAME, copy), *((one.path, folder / one.path) for one in originals if is_whole)]
    inside += [(name, folder / name) for name in theme_files(folder)]
    files: dict[str, dict[str, Any]] = {}
    with part.open("wb") as stream:
        with zipfile.ZipFile(stream, "w", compresslevel=1) as archive:
            for number, (name, path) in enumerate(inside):
                context.report(number / len(inside), say("Packing {name}", name=name))
                size, digest = _add(archive, name, path, context)
                if name.startswith("media/") and digest != path.stem:
                    raise Fault(
                        NOT_BACKED_UP,
                        say("A picture in the newsroom is not as it was taken in: {name}.", name=name),
                        can_retry=False,
                    )
                files[name] = {"bytes": size, "sha256": digest}
            beside = () if is_whole else originals
            manifest = Manifest(files=files, beside=beside, missing=missing, reason=reason, holds=holds)
            archive.writestr(_info(MANIFEST_NAME), manifest_text(manifest))
        stream.flush()
        os.fsync(stream.fileno())


def _contents(folder: Path, copy: Path) -> tuple[tuple[Original, ...], tuple[str, ...], Holdings | None]:
    """Return (originals that are there, hashes of those that are not, what the newsroom holds)."""
    connection = connect_reading(copy)
    try:
        images = connection.execute(
            "SELECT sha256, trashed_at IS NOT NULL FROM image WHERE sha256 <> '' ORDER BY sha256"
        ).fetchall()
        (articles,) = connection.execute("SELECT count(*) FROM article WHERE trashed_at IS NULL").fetchone()
        (pictures,) = connection.execute("SELECT count(*) FROM image WHERE trashed_at IS NULL").fetchone()
        last = connection.execute(
            "SELECT headline, changed_at FROM article WHERE trashed_at IS NULL"
            " AND typeof(headline) = 'text' AND typeof(changed_at) = 'text'"  # a spoilt row keeps no backup from being
            " ORDER BY changed_at DESC, id DESC LIMIT 1"
        ).fetchone() or ("", "")
    finally:
        connection.close()
    found, missing = [], []
    for digest, is_spare in map(_wanted_from, images):
        path = next((folder / "media" / digest[:2]).glob(f"{digest}.*"), None)
        if path is None:
            missing.append(digest)
            continue
        name = f"media/{digest[:2]}/{path.name}"
        found.append(Original(path=name, bytes=path.stat().st_size, sha256=digest, is_spare=is_spare))
    holds = Holdings(articles=articles, images=pictures, headline=last[0], changed=last[1])
    return tuple(found), tuple(missing), holds


@understood
def _wanted_from(row: Sequence[Any]) -> tuple[str, bool]:
    return row[0], bool(row[1])


def _add(archive: zipfile.ZipFile, name: str, path: Path, context: JobContext) -> tuple[int, str]:
    import hashlib

    digest, size = hashlib.sha256(), 0
    info = _info(name)
    info.file_size = path.stat().st_size
    # Pictures are compressed already; the database shrinks to a third.
    info.compress_type = zipfile.ZIP_STORED if name.startswith("media/") else zipfile.ZIP_DEFLATED
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


def _clear_left_behind(folder: Path) -> None:
    """Remove the unfinished files of backups that were killed over a day ago."""
    for path in folder.glob(".*.part"):
        if time.time() - path.stat().st_mtime > _LEFT_BEHIND_SECONDS:
            path.unlink(missing_ok=True)
