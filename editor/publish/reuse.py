"""What an export takes over from the bundle in its place: pages of the same key, files that are equal byte for byte."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from editor.core.files import sha256_hex, write_whole
from editor.publish.bundle import BundleFile
from editor.publish.manifest import Entry
from editor.publish.signature import SEALS
from editor.publish.target import Target


class Memory:
    """Remembers under which key each file of the bundle at one place was made. Kept in a file that may be deleted.

    A memory of another bundle than the one that lies there is harmless: a remembered file counts only while its bytes
    have the remembered hash.
    """

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def read(self) -> Mapping[str, tuple[str, str]]:
        """Return (key, sha256) by path; nothing when there is no memory, or none that can be read."""
        with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
            if self._file is not None:
                plain = json.loads(self._file.read_bytes())
                return {str(path): (str(key), str(digest)) for path, (key, digest) in plain.items()}
        return {}

    def keep(self, keys: Mapping[str, str], entries: Mapping[str, Entry]) -> None:
        """Remember the keys of the bundle that was just put in place, as well as the disk allows."""
        if self._file is None:
            return
        plain = {path: (key, entries[path].sha256) for path, key in keys.items()}
        with contextlib.suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._file, json.dumps(plain, sort_keys=True).encode())


class Old:
    """The bundle that lies where the new one will go. Its files are read, and linked to, never changed."""

    def __init__(self, target: Target, memory: Memory) -> None:
        self._place = target.path
        self._remembered = memory.read()

    def known(self, file: BundleFile) -> bytes | None:
        """Return the bytes of `file` if they were made under the same key and are still what they were."""
        key, digest = self._remembered.get(file.path, ("", ""))
        if not file.key or key != file.key:
            return None
        data = self._read(file.path)
        return data if data is not None and sha256_hex(data) == digest else None

    def holds(self, name: str, data: bytes) -> bool:
        """Say whether the old file `name` holds `data`."""
        return self._read(name, len(data)) == data

    def closes_with(self, closing: Mapping[str, bytes]) -> bool:
        """Say whether the old bundle ends in just these files: its manifest, and a signature or none."""
        is_other = any(os.path.lexists(self._place / name) for name in SEALS - closing.keys())
        return not is_other and all(self.holds(name, data) for name, data in closing.items())

    def lend(self, name: str, path: Path) -> bool:
        """Let `path` be the old file `name` once more; False where it could only be copied. Raises `OSError`."""
        with contextlib.suppress(OSError):
            os.link(self._place / name, path)
            return True
        shutil.copyfile(self._place / name, path)
        return False

    def _read(self, name: str, size: int | None = None) -> bytes | None:
        path = self._place / name
        with contextlib.suppress(OSError):
            if not path.is_symlink() and (size is None or path.stat().st_size == size):
                return path.read_bytes()
        return None
