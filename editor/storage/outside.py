"""Copies of backups in a place outside the newsroom: a second disk, a stick that comes and goes.

Such a place gets a folder laid out as the newsroom's own: `backups/` and `media/`, so that either can be restored from.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from editor.core.errors import Fault, UserError
from editor.core.files import faults, sha256_of, sync_folder, write_whole
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.storage.backup import give_up_old
from editor.storage.backup_file import BACKUPS_NAME, Backup, Original, check, free_name

OWNER_NAME = "newsroom-folder.txt"
NOT_COPIED = say("The backup was not copied to the other place. The one in the newsroom's folder is whole.")


def check_place(newsroom: Path, place: Path) -> None:
    """Raise `UserError` when `place` is no folder or would be lost together with the newsroom."""
    if not place.is_dir():
        raise UserError(say("There is no folder “{folder}”.", folder=str(place)), say("Choose one that is there."))
    inside, around = place.resolve(), newsroom.resolve()
    if inside == around or around in inside.parents:
        raise UserError(
            say("“{folder}” lies inside the newsroom's own folder.", folder=str(place)),
            say("Choose a place outside it, best on another disk."),
        )


def copy_out(backup: Backup, newsroom: Path, place: Path, context: JobContext) -> Path:
    """Copy `backup` of `newsroom`, and the originals it names, into its folder in `place`; read it back there.

    Old copies are given up by the rule. Raises `Fault` when the place is absent or does not take it; what lay there
    before stays.
    """
    if not place.is_dir():  # never made: where a disk is mounted when it is there, a folder would hide that it is not
        raise Fault(NOT_COPIED, say("The place “{place}” is not there now.", place=str(place)))
    with faults(NOT_COPIED):
        root = _home_of(newsroom, place)
        folder = root / BACKUPS_NAME
        folder.mkdir(parents=True, exist_ok=True)
        originals, reading = context.split(4, 1)
        for number, original in enumerate(backup.manifest.beside):
            originals.report(number / len(backup.manifest.beside), say("Copying {name}", name=original.path))
            _copy_original(newsroom, root, original)
        target = free_name(folder, backup.at)
        part = folder / f".{target.stem}.{os.getpid()}.zip.part"
        try:
            _copy(backup.path, part)
            check(part, reading)
            part.rename(target)
            sync_folder(folder)
        finally:
            part.unlink(missing_ok=True)
        give_up_old(root, backup.at)
    return target


def home_in(newsroom: Path, place: Path) -> Path | None:
    """Return the folder in `place` that holds copies of the backups of `newsroom`, or None."""
    with contextlib.suppress(OSError):
        for folder in sorted(place.iterdir()):
            if _owner(folder) == str(newsroom.resolve()):
                return folder
    return None


def _home_of(newsroom: Path, place: Path) -> Path:
    """Return that folder, made where it is not there; another newsroom of the same name keeps its own."""
    if known := home_in(newsroom, place):
        return known
    number = 1
    while True:
        folder = place / (newsroom.name if number == 1 else f"{newsroom.name} {number}")
        if not folder.exists():
            folder.mkdir()
            write_whole(folder / OWNER_NAME, f"{newsroom.resolve()}\n".encode())
            return folder
        number += 1


def _owner(folder: Path) -> str:
    try:
        return (folder / OWNER_NAME).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""


def _copy_original(newsroom: Path, root: Path, original: Original) -> None:
    target, source = root / original.path, newsroom / original.path
    if target.is_file() and target.stat().st_size == original.bytes:
        return
    if original.is_spare and not source.is_file():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _copy(source, part)
        if sha256_of(part) != original.sha256:
            raise Fault(
                NOT_COPIED,
                say("A picture in the newsroom is not as it was taken in: {name}.", name=original.path),
                can_retry=False,
            )
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    sync_folder(target.parent)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("rb+") as stream:
        os.fsync(stream.fileno())
