"""Backups as they lie on disk: zip files with a database and a manifest, found, opened, and held against their word.

Each carries the newsroom's own themes, and a whole one every original too. A light one names them: they lie in the
folder `media` beside its own folder.
"""

from __future__ import annotations

import contextlib
import errno
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from editor.core.errors import Fault, UserError
from editor.core.files import sha256_of
from editor.core.jobs import JobContext
from editor.core.messages import say

BACKUPS_NAME = "backups"
# A backup that is whole inside the newsroom and takes its place from now on, were the program to end in the middle.
READY_NAME = ".restoring"
MANIFEST_NAME = "backup.json"
WHOLE, LIGHT = 1, 2
ASKED = "asked"

_NAME = re.compile(r"^newsroom-(\d{8}T\d{6})Z(?:-(\d+))?\.zip$")
_STAMP = "%Y%m%dT%H%M%S"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What a newsroom held when it was backed up. `changed` is RFC 3339 text of its last change, or ""."""

    articles: int = 0
    images: int = 0
    headline: str = ""
    changed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One original as a manifest names it. Of a `spare` one nothing would be missed: it lay in the trash."""

    path: str
    bytes: int
    sha256: str
    is_spare: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself: its files by name, the originals beside it, those that were lost already."""

    files: Mapping[str, Mapping[str, Any]]
    beside: tuple[Original, ...] = ()
    missing: tuple[str, ...] = ()
    reason: str = ASKED
    holds: Holdings | None = None

    @property
    def is_whole(self) -> bool:
        """Say whether it can be carried away alone."""
        return not self.beside


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup on disk. `missing` names originals that were not in the newsroom when it was made."""

    path: Path
    bytes: int
    at: datetime
    missing: tuple[str, ...] = ()
    manifest: Manifest = field(default_factory=lambda: Manifest(files={}))


def backups(folder: Path) -> list[Backup]:
    """Return the backups of the newsroom in `folder`, newest first, by their names alone."""
    found: list[tuple[datetime, int, Backup]] = []
    with contextlib.suppress(OSError):
        for path in (folder / BACKUPS_NAME).iterdir():
            if match := _NAME.match(path.name):
                at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
                found.append((at, int(match[2] or 1), Backup(path, path.stat().st_size, at)))
    return [backup for _at, _number, backup in sorted(found, key=lambda one: one[:2], reverse=True)]


def described(folder: Path) -> list[Backup]:
    """Return the backups of the newsroom in `folder` that can be opened, newest first, each with its manifest."""
    found = []
    for one in backups(folder):
        with contextlib.suppress(Fault, UserError, OSError), opened(one.path) as (_archive, manifest):
            found.append(Backup(one.path, one.bytes, one.at, manifest.missing, manifest))
    return found


def free_name(folder: Path, at: datetime) -> Path:
    """Return the path of a backup made at `at` in the folder of backups `folder`; never one that is there."""
    stem = f"newsroom-{at.astimezone(UTC).strftime(_STAMP)}Z"
    number = 1
    target = folder / f"{stem}.zip"
    while target.exists():
        number += 1
        target = folder / f"{stem}-{number}.zip"
    return target


def check(path: Path, context: JobContext) -> Manifest:
    """Read every byte of the backup at `path` against its manifest and return that; originals beside it by their size.

    Raises `UserError` when it is no backup, `Fault` when it is damaged or an original beside it is gone.
    """
    with opened(path) as (archive, manifest):
        done, total = 0, sum(int(entry["bytes"]) for entry in manifest.files.values()) or 1
        for name, entry in manifest.files.items():
            with archive.open(name) as stream:
                size, digest = measure(stream)
            if size != entry["bytes"] or digest != entry["sha256"]:
                raise spoilt(path, name)
            done += size
            context.report(done / total, say("Reading {name} back", name=name))
        for original in manifest.beside:
            place = original_beside(path, original)
            if not original.is_spare and (not place.is_file() or place.stat().st_size != original.bytes):
                raise spoilt(path, original.path)
    return manifest


def original_beside(backup: Path, original: Original) -> Path:
    """Return where an original lies that the light backup at `backup` names."""
    return backup.parent.parent / original.path


def is_intact(place: Path, original: Original) -> bool:
    """Say whether the file at `place` is the original, byte for byte."""
    return place.is_file() and place.stat().st_size == original.bytes and sha256_of(place) == original.sha256


@contextlib.contextmanager
def opened(path: Path) -> Iterator[tuple[zipfile.ZipFile, Manifest]]:
    """Yield the zip at `path` and its manifest; what is no backup of ours is a `UserError`."""
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive, _manifest(path, archive)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError) as error:
        raise spoilt(path, str(error)) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the beginning of the file
            raise
        raise spoilt(path, str(error)) from error


def spoilt(path: Path, reason: str) -> Fault:
    """Return the fault of a backup that cannot be read whole."""
    return Fault(
        say("The backup “{name}” is damaged or only a part of it is here.", name=path.name),
        say("It fails at: {reason}. Take another backup.", reason=reason),
        can_retry=False,
    )


def measure(stream: IO[bytes]) -> tuple[int, str]:
    """Return (bytes, SHA-256 in hex) of what `stream` gives; a broken zip member is `zipfile.BadZipFile`."""
    import hashlib

    digest, size = hashlib.sha256(), 0
    try:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
    except zlib.error as error:
        raise zipfile.BadZipFile(str(error)) from error
    return size, digest.hexdigest()


def manifest_text(manifest: Manifest) -> str:
    """Return `manifest` as it is written into a backup."""
    holds = manifest.holds
    plain = {
        "makala-backup": WHOLE if manifest.is_whole else LIGHT,
        "reason": manifest.reason,
        "files": [{"path": name, **entry} for name, entry in manifest.files.items()],
        "beside": [
            {"path": one.path, "bytes": one.bytes, "sha256": one.sha256, "spare": one.is_spare}
            for one in manifest.beside
        ],
        "missing": list(manifest.missing),
        "holds": {name: getattr(holds, name) for name in Holdings.__slots__} if holds else None,
    }
    return json.dumps(plain, indent=1)


def _manifest(path: Path, archive: zipfile.ZipFile) -> Manifest:
    if MANIFEST_NAME not in archive.namelist():
        raise UserError(
            say("“{name}” is not a backup of a newsroom.", name=path.name),
            say("Backups lie in a newsroom's folder “backups”."),
        )
    try:
        plain = json.loads(archive.read(MANIFEST_NAME))
        form, found = plain["makala-backup"], _read(plain)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise spoilt(path, MANIFEST_NAME) from error
    if form not in {WHOLE, LIGHT}:
        raise Fault(
            say("The backup “{name}” was made by a newer Makala.", name=path.name),
            say("Get that version and restore with it."),
            can_retry=False,
        )
    return found


def _read(plain: dict[str, Any]) -> Manifest:
    holds = plain.get("holds")
    return Manifest(
        files={
            entry["path"]: {"bytes": int(entry["bytes"]), "sha256": str(entry["sha256"])} for entry in plain["files"]
        },
        beside=tuple(
            Original(
                path=str(entry["path"]),
                bytes=int(entry["bytes"]),
                sha256=str(entry["sha256"]),
                is_spare=bool(entry["spare"]),
            )
            for entry in plain.get("beside", ())
        ),
        missing=tuple(map(str, plain.get("missing", ()))),
        reason=str(plain.get("reason", ASKED)),
        holds=Holdings(
            articles=int(holds["articles"]),
            images=int(holds["images"]),
            headline=str(holds["headline"]),
            changed=str(holds["changed"]),
        )
        if holds
        else None,
    )
