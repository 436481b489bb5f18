"""What an export takes over from the bundle in its place: pages of the same key, files that are equal byte for byte."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
import time
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from editor.core.files import sha256_hex, write_whole
from editor.core.sealing import seal
from editor.publish.bundle import BundleFile
from editor.publish.manifest import Entry
from editor.publish.signature import SEALS
from editor.publish.target import Target, files_in, is_dropping

# No disk's clock is coarser (FAT: 2 s), in nanoseconds.
TICK = 2_500_000_000
# What is remembered of a file takes a quarter of it, in bytes.
_MOST_FOR_ONE = 1_000


class Kept(NamedTuple):
    """What is remembered of one file: the key it was made under, its hash, and when it was changed (nanoseconds)."""

    key: str
    sha256: str
    changed: int


class Memory:
    """Remembers under which key each file of the bundle at one place was made. Kept in a file that may be deleted.

    The file has a line of JSON for each; of two for one file the later counts, and one that was cut short does not: the
    next line takes its place. Each is sealed: with one of another make a page that Makala never made would stay.

    A memory of another bundle than the one that lies there is harmless: a remembered file counts only while its bytes
    have the remembered hash. They are not read again where size and time of change are what they were; what was changed
    hardly before the memory was written is, for clocks of disks tick slowly.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def read(self) -> tuple[Mapping[str, Kept], int]:
        """Return what is remembered by path, and the instant before which times can be told apart (nanoseconds)."""
        with contextlib.suppress(OSError, ValueError, TypeError, AttributeError, RecursionError):
            if self._file is not None:
                lines = self._file.read_bytes().rpartition(b"\n")[0]
                plain = json.loads(b"[%s]" % lines.replace(b"\n", b","))
                found = {path: Kept(*kept) for path, *kept, mark in plain if mark == _mark(path, *kept)}
                return found, self._file.stat().st_mtime_ns - TICK
        return {}, 0

    def keep(self, files: Mapping[str, Kept]) -> None:
        """Remember the files of the bundle that was just put in place, as well as the disk allows."""
        if self._file is None:
            return
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, _lines(files), is_lasting=False)

    def add(self, names: Collection[str], files: Mapping[str, Kept]) -> None:
        """Remember of the `files` in place that just those of these names were made anew, as well as the disk allows.

        Where lines that count no more are most of it, it is written anew.
        """
        if self._file is None or not names:
            return
        with contextlib.suppress(OSError):
            with self._file.open("r+b") as stream:
                _cut_torn_line(stream)
                stream.write(_lines({name: files[name] for name in names}))
                is_long = stream.tell() > _MOST_FOR_ONE * len(files)
            if is_long:
                self.keep(files)


class Old:
    """The bundle that lies where the new one will go. Its files are read, and linked to, never changed."""

    def __init__(
        self, place: Path, entries: Mapping[str, Entry], remembered: Mapping[str, Kept], sharp_until: int
    ) -> None:
        """`entries` are its files as its manifest has them; times of change before `sharp_until` can be told apart."""
        self.place = place
        self.entries = entries
        self.remembered = remembered
        self._root = os.fspath(place)
        self._sharp_until = sharp_until

    @classmethod
    def found(cls, target: Target, memory: Memory) -> Old:
        """Return what lies at `target`, as its manifest and the memory have it."""
        return cls(target.path, target.manifest.entries if target.manifest else {}, *memory.read())

    @classmethod
    def left(cls, place: Path, entries: Mapping[str, Entry], remembered: Mapping[str, Kept]) -> Old:
        """Return what was just put at `place`."""
        return cls(place, entries, remembered, time.time_ns() - TICK)

    def known(self, file: BundleFile) -> tuple[int, Kept] | None:
        """Return the size of `file` and what is remembered, if it was made under the same key and is what it was."""
        kept = self.remembered.get(file.path)
        if kept is None or not self.has(file):
            return None
        size = self._size_if_intact(file.path, kept)
        return None if size is None else (size, kept)

    def has(self, file: BundleFile) -> bool:
        """Say whether `file` is remembered as made under the same key."""
        kept = self.remembered.get(file.path)
        return kept is not None and file.key is not None and kept.key == file.key()

    def key(self, name: str) -> str:
        """Return the key that the file `name` was made under, "" where that is not known."""
        kept = self.remembered.get(name)
        return kept.key if kept is not None else ""

    def is_whole(self, closing: Collection[str]) -> bool:
        """Say whether the bundle has every file that is remembered, as it was, those of `closing`, and nothing else."""
        left = {*self.remembered, *closing}
        for name, there in files_in(self.place):
            kept = self.remembered.get(name)
            if kept is None and name not in closing:
                if not is_dropping(name):
                    return False
            elif kept is not None and self._size_if_intact(name, kept, there) is None:
                return False
            else:
                left.discard(name)
        return not left

    def digests(self, names: Iterable[str]) -> dict[str, str]:
        """Return the hashes of those of the files `names` that are what they were."""
        found = {}
        for name in names:
            kept, entry = self.remembered.get(name), self.entries.get(name)
            if kept is None and entry is not None:  # nothing is remembered: what the manifest says is held against it
                kept = Kept("", entry.sha256, 0)
            if kept is not None and self._size_if_intact(name, kept) is not None:
                found[name] = kept.sha256
        return found

    def changed(self, name: str) -> int:
        """Return when the old file `name` was changed, by the clock of its disk (nanoseconds)."""
        return os.lstat(f"{self._root}/{name}").st_mtime_ns

    def holds(self, name: str, data: bytes) -> bool:
        """Say whether the old file `name` holds `data`."""
        return self._read(name, len(data)) == data

    def intact(self, name: str) -> bytes | None:
        """Return the bytes of the old file `name`; None where they are not those of its manifest."""
        data = self._read(name)
        return data if data is not None and sha256_hex(data) == self.entries[name].sha256 else None

    def closes_with(self, closing: Mapping[str, bytes]) -> bool:
        """Say whether the old bundle ends in just these files: its manifest, and a signature or none."""
        is_other = any(os.path.lexists(f"{self._root}/{name}") for name in SEALS - closing.keys())
        return not is_other and all(self.holds(name, data) for name, data in closing.items())

    def lend(self, name: str, path: Path) -> bool:
        """Let `path` be the old file `name` once more; False where it could only be copied. Raises `OSError`."""
        with contextlib.suppress(OSError):
            os.link(f"{self._root}/{name}", path)
            return True
        shutil.copy2(f"{self._root}/{name}", path)
        return False

    def _size_if_intact(self, name: str, kept: Kept, there: os.DirEntry[str] | None = None) -> int | None:
        """Return the size of the file `name` if it is what it was; `there` is what its folder says of it."""
        entry = self.entries.get(name)
        if entry is not None and entry.sha256 == kept.sha256 and 0 < kept.changed < self._sharp_until:
            with contextlib.suppress(OSError):
                if there is not None and os.name == "posix":  # elsewhere a folder may say what was
                    found = there.stat(follow_symlinks=False)
                else:
                    found = os.lstat(f"{self._root}/{name}")
                if (found.st_mtime_ns, found.st_size) == (kept.changed, entry.bytes) and stat.S_ISREG(found.st_mode):
                    return entry.bytes
        data = self._read(name)
        return len(data) if data is not None and sha256_hex(data) == kept.sha256 else None

    def _read(self, name: str, size: int | None = None) -> bytes | None:
        path = Path(self._root, name)
        with contextlib.suppress(OSError):
            if not path.is_symlink() and (size is None or path.stat().st_size == size):
                return path.read_bytes()
        return None


class Left(NamedTuple):
    """A bundle as an export of this program left it: its files, those of its end with their bytes, and their hashes.

    `renewed` are the files of which something else is known now than when it was left before, if just some are.
    """

    old: Old
    closing: Mapping[str, bytes]
    hashes: Mapping[str, str]
    renewed: Sequence[str] = ()

    @classmethod
    def at(cls, old: Old, closing: Mapping[str, bytes], renewed: Sequence[str] = ()) -> Left:
        """Return what was left: `old`, which ends in the files of `closing`."""
        return cls(old, closing, {name: sha256_hex(data) for name, data in closing.items()}, renewed)


def _cut_torn_line(stream: BinaryIO) -> None:
    """Leave `stream` at its end, without a last line that a program could not write to its end."""
    if stream.seek(0, os.SEEK_END):
        stream.seek(-1, os.SEEK_END)
        if stream.read() != b"\n":
            stream.seek(0)
            stream.truncate(stream.seek(stream.read().rfind(b"\n") + 1))


def _lines(files: Mapping[str, Kept]) -> bytes:
    return "".join([f"{json.dumps([path, *kept, _mark(path, *kept)])}\n" for path, kept in files.items()]).encode()


def _mark(path: str, key: str, digest: str, changed: int) -> str:
    return seal("file of a bundle", path, key, digest, str(changed)).hex()
