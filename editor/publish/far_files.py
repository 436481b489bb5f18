"""Files at a far place, each kind over its `fsspec` file system: read, written under another name first, taken away.

What a kind cannot do is left to the one that can: S3 writes whole files or nothing, and knows no folders.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from ftplib import error_perm
from pathlib import Path
from typing import Any

from typing_extensions import override

from editor.publish.far_address import FarAddress

_PART = ".makala-part"


class FarFiles:
    """One connection. Made by `far_opening`; its methods raise what the library raises, one of `errors_of`."""

    def __init__(self, system: Any, address: FarAddress) -> None:  # noqa: ANN401 - fsspec has no types
        self._system = system
        self._root = address.path

    def names(self) -> Sequence[str]:
        """Return the names of what lies at the top; nothing where the place is not there yet."""
        try:
            found = self._system.ls(self._root or "/", detail=False)
        except FileNotFoundError:
            return []
        return [str(name).rstrip("/").rpartition("/")[2] for name in found]

    def read(self, path: str, most: int) -> bytes | None:
        """Return up to `most` bytes of a file, None where it is not there."""
        try:
            with self._system.open(self.place(path), "rb") as stream:
                return bytes(stream.read(most))
        except FileNotFoundError:
            return None

    def size(self, path: str) -> int | None:
        """Return how many bytes a file has, None where it is not there."""
        try:
            return int(self._system.info(self.place(path))["size"] or 0)
        except FileNotFoundError:
            return None

    def write(self, path: str, data: bytes, media_type: str) -> None:
        """Write a file beside its place and put it there once it has its size; until then the old one stays."""
        del media_type
        part = path + _PART
        self._put(part, data)
        if self.size(part) != len(data):
            raise ConnectionError(f"{path} was cut short")
        self._move(self.place(part), self.place(path))

    def remove(self, path: str) -> None:
        """Take a file away, if it is there."""
        with contextlib.suppress(FileNotFoundError):
            self._system.rm_file(self.place(path))

    def make_folder(self, path: str) -> None:
        """Make a folder, if it is not there; the one above it is."""
        with contextlib.suppress(FileExistsError):
            self._system.mkdir(self.place(path), create_parents=False)

    def remove_folder(self, path: str) -> None:
        """Take a folder away that nothing lies in. One that something lies in stays."""
        with contextlib.suppress(OSError):
            self._system.rmdir(self.place(path))

    def close(self) -> None:
        """Hang up."""

    def place(self, path: str) -> str:
        """Return a path inside the place as the file system knows it; "" is the place itself."""
        return f"{self._root}/{path}" if path else self._root or "/"

    def _put(self, path: str, data: bytes) -> None:
        self._system.pipe_file(self.place(path), data)

    def _move(self, one: str, other: str) -> None:
        self._system.mv(one, other)


class LocalFiles(FarFiles):
    """A folder of this computer, or one that the system shows as such."""

    @override
    def make_folder(self, path: str) -> None:
        Path(self.place(path)).mkdir(parents=True, exist_ok=True)

    @override
    def _put(self, path: str, data: bytes) -> None:
        with Path(self.place(path)).open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())

    @override
    def _move(self, one: str, other: str) -> None:
        Path(one).replace(other)


class WholeFiles(FarFiles):
    """A place that keeps whole files under names, such as S3: a file is there once it was sent to its end."""

    @override
    def write(self, path: str, data: bytes, media_type: str) -> None:
        self._system.pipe_file(self.place(path), data, **self._said(media_type))
        if self.size(path) != len(data):
            raise ConnectionError(f"{path} was cut short")

    @override
    def make_folder(self, path: str) -> None:
        pass

    @override
    def remove_folder(self, path: str) -> None:
        pass

    def _said(self, media_type: str) -> dict[str, str]:
        del media_type
        return {}


class S3Files(WholeFiles):
    """S3 and what speaks its language."""

    def __init__(self, system: Any, address: FarAddress) -> None:  # noqa: ANN401 - fsspec has no types
        super().__init__(system, address)
        self._root = f"{address.host}{address.path}"

    @override
    def close(self) -> None:
        self._system.close_session(self._system.loop, self._system.s3)

    @override
    def _said(self, media_type: str) -> dict[str, str]:
        return {"ContentType": media_type}


class FtpFiles(FarFiles):
    """FTP, with TLS or without. `ftplib` speaks most of it: `fsspec` would list a whole folder to find one size."""

    @override
    def size(self, path: str) -> int | None:
        try:
            self._system.ftp.voidcmd("TYPE I")
            return int(self._system.ftp.size(self.place(path)) or 0)
        except error_perm as error:
            _only_absent(error)
            return None

    @override
    def read(self, path: str, most: int) -> bytes | None:
        kept = bytearray()
        try:
            self._system.ftp.retrbinary(f"RETR {self.place(path)}", kept.extend)
        except error_perm as error:
            _only_absent(error)
            return None
        return bytes(kept[:most])

    @override
    def remove(self, path: str) -> None:
        try:
            self._system.ftp.delete(self.place(path))
        except error_perm as error:
            _only_absent(error)

    @override
    def make_folder(self, path: str) -> None:
        with contextlib.suppress(error_perm):  # 550 says that it is there, or not allowed: the next write finds out
            self._system.ftp.mkd(self.place(path))

    @override
    def remove_folder(self, path: str) -> None:
        with contextlib.suppress(error_perm):
            self._system.ftp.rmd(self.place(path))

    @override
    def close(self) -> None:
        self._system.ftp.close()

    @override
    def _put(self, path: str, data: bytes) -> None:
        from io import BytesIO

        self._system.ftp.storbinary(f"STOR {self.place(path)}", BytesIO(data))

    @override
    def _move(self, one: str, other: str) -> None:
        try:
            self._system.ftp.rename(one, other)
        except error_perm:  # some servers put no file in the place of another
            self._system.ftp.delete(other)
            self._system.ftp.rename(one, other)


class SftpFiles(FarFiles):
    """SFTP over SSH."""

    @override
    def make_folder(self, path: str) -> None:
        with contextlib.suppress(OSError):  # "Failure" is all that is said of one that is there
            self._system.ftp.mkdir(self.place(path))

    @override
    def remove(self, path: str) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._system.ftp.remove(self.place(path))

    @override
    def close(self) -> None:
        self._system.client.close()

    @override
    def _move(self, one: str, other: str) -> None:
        try:
            self._system.ftp.posix_rename(one, other)
        except OSError:  # a server without OpenSSH's extension
            with contextlib.suppress(FileNotFoundError):
                self._system.ftp.remove(other)
            self._system.ftp.rename(one, other)


class DavFiles(FarFiles):
    """WebDAV. Paths are under the address it was opened on; a folder is never taken away, for it would go with all."""

    def __init__(self, system: Any, address: FarAddress) -> None:  # noqa: ANN401 - fsspec has no types
        super().__init__(system, address)
        self._root = ""

    @override
    def place(self, path: str) -> str:
        return path

    @override
    def read(self, path: str, most: int) -> bytes | None:
        if self.size(path) is None:
            return None
        return super().read(path, most)

    @override
    def make_folder(self, path: str) -> None:
        if not self._system.client.exists(path):
            self._system.client.mkdir(path)

    @override
    def remove_folder(self, path: str) -> None:
        pass

    @override
    def close(self) -> None:
        self._system.client.http.close()

    @override
    def _put(self, path: str, data: bytes) -> None:
        self._system.client.request("PUT", path, content=data)

    @override
    def _move(self, one: str, other: str) -> None:
        self._system.client.move(one, other, overwrite=True)


def _only_absent(error: error_perm) -> None:
    """Let "550 not there" be an answer; anything else is none. A server says both in one number."""
    if not str(error).startswith("550"):
        raise error
