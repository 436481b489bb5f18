"""What lies where a bundle is to go: nothing, an empty folder, a bundle of ours. Anything else is left alone."""

from __future__ import annotations

import contextlib
import errno
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from editor.core.errors import UserError
from editor.core.files import faults
from editor.core.messages import say
from editor.publish.amending import HALFWAY, read_plan, settle
from editor.publish.manifest import JOURNAL, MANIFEST, Manifest, read_manifest
from editor.publish.signature import SEALS

# What file managers leave in folders; it goes with the bundle it lies in.
_DROPPINGS = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".directory"})
MOST_MANIFEST_BYTES = 64 << 20
# What a zip can turn out to be while a file is read from it, beside what the disk has to say.
UNREADABLE = (
    *(KeyError, RuntimeError, EOFError, ValueError, OverflowError),
    *(zipfile.BadZipFile, zlib.error, struct.error),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place for a bundle: its path with symbolic links followed, and the manifest of the one that lies there."""

    path: Path
    is_there: bool
    manifest: Manifest | None


def look_at(out: Path, *, as_zip: bool) -> Target:
    """Return what lies at `out`; raise `UserError` for anything that an export must not replace."""
    with faults(say("Nothing was exported.")):
        path = Path(os.path.realpath(out))
        if not os.path.lexists(path):
            return Target(path=path, is_there=False, manifest=None)
        return _look_at_file(path) if as_zip else _look_at_folder(path)


def settled(target: Target) -> Target:
    """Return the folder `target` after what was begun on its bundle and not ended is carried out. Raises `Fault`."""
    if not os.path.lexists(target.path / JOURNAL):
        return target
    with faults(HALFWAY):
        settle(target.path)
    return replace(target, manifest=read_manifest((target.path / MANIFEST).read_bytes()))


def files_in(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield (path with "/", entry) of all that lies in `folder` and is no real folder; links are not followed."""
    waiting = [("", os.fspath(folder))]
    while waiting:
        prefix, place = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((f"{prefix}{entry.name}/", entry.path))
                else:
                    yield f"{prefix}{entry.name}", entry


def is_dropping(path: str) -> bool:
    """Say whether the file at bundle path `path` was left by a file manager."""
    return path.rpartition("/")[2].lower() in _DROPPINGS


def is_journal(path: str) -> bool:
    """Say whether `path` belongs to an export under way, and so is no part of the bundle."""
    return path.split("/", 1)[0] == JOURNAL


@contextlib.contextmanager
def opened_zip(path: Path) -> Iterator[zipfile.ZipFile]:
    """Yield the zip at `path`; whatever shows that its parts are not where it says is a `zipfile.BadZipFile`."""
    try:
        with _opened(path) as archive:
            yield archive
    except NotImplementedError as error:
        raise zipfile.BadZipFile(str(error)) from error
    except OSError as error:
        if error.errno != errno.EINVAL:  # a place before the beginning of the file
            raise
        raise zipfile.BadZipFile(str(error)) from error


def _opened(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (ValueError, OverflowError, struct.error) as error:  # a name in no encoding, a number without sense
        raise zipfile.BadZipFile(str(error)) from error


def zip_manifest(archive: zipfile.ZipFile) -> Manifest:
    """Return the manifest inside a zip; raise `UserError` when it has none that can be read."""
    return read_manifest(zip_manifest_data(archive))


def zip_manifest_data(archive: zipfile.ZipFile) -> bytes:
    """Return the bytes of the manifest inside a zip; raise `UserError` when they cannot be read.

    A bomb is never unpacked whole: one byte more than a member says it has is enough to know it.
    """
    try:
        about = archive.getinfo(MANIFEST)
        if about.file_size > MOST_MANIFEST_BYTES:
            raise UserError(say("The manifest of this bundle cannot be read."))
        with archive.open(about) as stream:
            return stream.read(about.file_size + 1)
    except UNREADABLE as error:
        raise UserError(say("The manifest of this bundle cannot be read.")) from error


def _look_at_folder(path: Path) -> Target:
    if not path.is_dir():
        raise UserError(
            say("“{path}” is a file, and a bundle is a folder.", path=path),
            say("Name a folder, or ask for a zip file."),
        )
    if not any(path.iterdir()):
        return Target(path=path, is_there=True, manifest=None)
    if not os.path.lexists(path / MANIFEST):  # said before all that a person keeps there is gone through
        raise _not_ours(path)
    found = {name for name, _ in files_in(path) if not is_dropping(name) and not is_journal(name)}
    try:
        manifest = read_manifest((path / MANIFEST).read_bytes())
    except (OSError, UserError) as error:
        raise _not_ours(path) from error
    plan = read_plan(path)
    foreign = sorted(found - manifest.entries.keys() - {MANIFEST} - SEALS - set(plan.files if plan else ()))
    if foreign:
        raise UserError(
            say(
                "The bundle in “{path}” holds files that Makala did not make, such as {name}.",
                path=path,
                name=foreign[0],
            ),
            say("Move them out, or choose another folder. Nothing was touched."),
        )
    return Target(path=path, is_there=True, manifest=manifest)


def _look_at_file(path: Path) -> Target:
    if not path.is_file():
        raise UserError(
            say("“{path}” is a folder, and a zip is a file.", path=path), say("Name a file that ends in .zip.")
        )
    try:
        with opened_zip(path) as archive:
            return Target(path=path, is_there=True, manifest=zip_manifest(archive))
    except (zipfile.BadZipFile, UserError) as error:
        raise _not_ours(path) from error


def _not_ours(path: Path) -> UserError:
    return UserError(
        say("“{path}” holds something that is not a bundle of Makala.", path=path),
        say("Choose a new or empty place. Nothing was touched."),
    )
