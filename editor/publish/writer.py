"""Writes a bundle beside its place, holds it against itself, and puts it there in one step."""

from __future__ import annotations

import contextlib
import errno
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from editor.core.errors import Fault
from editor.core.files import faults, sha256_hex, sync_folder
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.publish.bundle import BundleFile, FileRole, LookAtPicture
from editor.publish.exchange import beside, clear_up, put, remove
from editor.publish.links import Anchors, anchors_of, broken_links
from editor.publish.manifest import MANIFEST, Entry, Manifest, entry_of, is_safe_path, manifest_bytes
from editor.publish.reuse import Memory, Old
from editor.publish.signature import SEALS, Seal, unsealed
from editor.publish.target import Target

# The first instant a zip can name. Nothing in a bundle tells when it was made.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16
_UNIX = 3
_NOTHING_DONE = say("The bundle was not exported. What was there before is untouched.")
# Above this many new files one order to the system to write everything down is faster than one for each.
_SYNC_SINGLY = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What came of an export. `manifest_sha256` names the whole bundle: equal for equal bytes."""

    files: int
    written: int
    unchanged: int
    removed: int
    manifest_sha256: str


@dataclass
class _Account:
    """What has been written so far. Lives as long as one export, on its thread."""

    entries: dict[str, Entry] = field(default_factory=dict)
    pages: dict[str, Anchors] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)

    def take(self, file: BundleFile, data: bytes, *, is_known: bool = False) -> Entry:
        """Note `file` and its bytes down. A path that is unsafe or taken is our bug and a `ValueError`.

        The links of a page that is known are not followed again: where they lead is part of its key.
        """
        if not is_safe_path(file.path) or file.path in self.entries or file.path in {MANIFEST, *SEALS}:
            raise ValueError(f"not a path for a bundle: {file.path!r}")
        entry = self.entries[file.path] = entry_of(file, data)
        if file.role is FileRole.PAGE and not is_known:
            self.pages[file.path] = anchors_of(data.decode())
        if file.key:
            self.keys[file.path] = file.key
        return entry

    def manifest(self, kind: str, editions: tuple[str, ...]) -> bytes:
        """Return the manifest's bytes, every inner link having been followed. A broken one is our bug."""
        broken = next(broken_links(self.pages, frozenset(self.entries)), None)
        if broken:
            raise ValueError(f"page {broken[0]!r} leads to {broken[1]!r}, which is not in the bundle")
        return manifest_bytes(Manifest(format=kind, editions=editions, entries=self.entries))

    def outcome(self, manifest: bytes, before: Manifest | None) -> Written:
        """Return the counts against the bundle that lay there before."""
        old = before.entries if before else {}
        return Written(
            files=len(self.entries),
            written=len(self.new),
            unchanged=len(self.entries) - len(self.new),
            removed=len(old.keys() - self.entries.keys()),
            manifest_sha256=sha256_hex(manifest),
        )


def write_folder(
    files: Iterable[BundleFile],
    target: Target,
    context: JobContext,
    *,
    kind: str,
    editions: tuple[str, ...],
    memory: Memory,
    look_at_picture: LookAtPicture,
    full: bool = False,
    seal: Seal = unsealed,
) -> Written:
    """Write `files` as the folder `target`; files that are there already byte for byte are not written again.

    `seal` gives the files of a signature for the bytes of the manifest.

    Raises `Fault` when the disk is in the way, or a picture does not state what was promised of it once it is written;
    then, and when the job is stopped, what lay there before is untouched.
    """
    place = target.path
    old = Old(target, memory) if target.manifest and not full else None
    with _alone(place), faults(_NOTHING_DONE):
        clear_up(place)
        new = beside(place, "new")
        try:
            account, stage = _Account(), _Stage(new, old)
            for file in files:
                context.check()
                _write(file, account, stage, old)
            manifest = account.manifest(kind, editions)
            closing = {MANIFEST: manifest, **seal(manifest)}
            if stage.is_begun or old is None or not old.closes_with(closing):
                for name, data in closing.items():
                    stage.write(name, data)
                _outlast(new, stage.written)
                _survive(account, lambda name: (new / name).read_bytes(), look_at_picture, context)
                put(new, place)
                sync_folder(place.parent)
            memory.keep(account.keys, account.entries)
        except BaseException:
            with contextlib.suppress(OSError):
                remove(new)
            raise
        return account.outcome(manifest, target.manifest)


def write_zip(
    files: Iterable[BundleFile],
    target: Target,
    context: JobContext,
    *,
    kind: str,
    editions: tuple[str, ...],
    look_at_picture: LookAtPicture,
    seal: Seal = unsealed,
) -> Written:
    """Write `files` as the zip file `target`, stored and dated alike, so that equal content gives equal bytes.

    Raises as `write_folder` does.
    """
    place = target.path
    old = target.manifest.entries if target.manifest else {}
    with _alone(place), faults(_NOTHING_DONE):
        clear_up(place)
        new = beside(place, "new")
        try:
            account = _Account()
            with new.open("wb") as stream:
                with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
                    for file in files:
                        context.check()
                        data = file.make()
                        entry = account.take(file, data)
                        if entry != old.get(entry.path):
                            account.new.append(entry.path)
                        archive.writestr(_member(file.path), data)
                    manifest = account.manifest(kind, editions)
                    for name, data in {MANIFEST: manifest, **seal(manifest)}.items():
                        archive.writestr(_member(name), data)
                stream.flush()
                os.fsync(stream.fileno())
            with zipfile.ZipFile(new) as archive:
                _survive(account, archive.read, look_at_picture, context)
            new.replace(place)
            sync_folder(place.parent)
        except BaseException:
            with contextlib.suppress(OSError):
                remove(new)
            raise
        return account.outcome(manifest, target.manifest)


@contextlib.contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Keep a second export away from `place` for as long as this one works beside it."""
    with faults(_NOTHING_DONE):
        place.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(beside(place, "lock"), timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            if not beside(place, "lock").exists():  # the lock waits too where no file can be made at all
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place.parent)) from error
            raise Fault(
                say("Another export is writing to “{path}” right now.", path=place),
                say("Wait until it has finished, then try again."),
            ) from error
    try:
        yield
    finally:
        lock.release()
        with contextlib.suppress(OSError):
            beside(place, "lock").unlink(missing_ok=True)


class _Stage:
    """The new bundle beside its place, begun only once it differs from the old one. `written` are its new files."""

    def __init__(self, folder: Path, old: Old | None) -> None:
        self._folder = folder
        self._old = old
        self._kept: list[str] = []
        self.is_begun = False
        self.written: list[str] = []

    def keep(self, name: str) -> None:
        """Take the file `name` over from the old bundle, whose bytes it has."""
        if not self.is_begun:
            self._kept.append(name)
        elif self._old is not None and not self._old.lend(name, self._path(name)):
            self.written.append(name)

    def write(self, name: str, data: bytes) -> None:
        """Write the file `name`."""
        if not self.is_begun:
            self._folder.mkdir()
            self.is_begun = True
            for kept in self._kept:
                self.keep(kept)
        path = self._path(name)
        path.write_bytes(data)
        if path.stat().st_size != len(data):
            raise OSError(f"{name} was cut short")
        self.written.append(name)

    def _path(self, name: str) -> Path:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path


def _write(file: BundleFile, account: _Account, stage: _Stage, old: Old | None) -> None:
    known = old.known(file) if old else None
    data = file.make() if known is None else known
    account.take(file, data, is_known=known is not None)
    if known is not None or (old is not None and old.holds(file.path, data)):
        stage.keep(file.path)
    else:
        stage.write(file.path, data)
        account.new.append(file.path)


def _survive(
    account: _Account, read: Callable[[str], bytes], look_at_picture: LookAtPicture, context: JobContext
) -> None:
    """Open each new picture again and raise `Fault` for the first that does not state what was promised of it.

    One that was taken over has the bytes that an earlier export looked at.
    """
    for name in account.new:
        entry = account.entries[name]
        if entry.role is FileRole.IMAGE:
            context.check()
            trouble = look_at_picture(read(name), entry.promised)
            if trouble:
                raise Fault(
                    say("“{file}” did not keep what is known of its picture. Nothing was exported.", file=name),
                    trouble,
                )
    context.check()


def _outlast(folder: Path, written: list[str]) -> None:
    """Have the new files on disk, not only in memory, before they take the old ones' place."""
    if len(written) > _SYNC_SINGLY and hasattr(os, "sync"):
        os.sync()
        return
    for name in written:
        with (folder / name).open("rb+") as stream:
            os.fsync(stream.fileno())


def _member(path: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(path, _ZIP_TIME)
    member.create_system = _UNIX
    member.external_attr = _REGULAR_FILE
    return member
