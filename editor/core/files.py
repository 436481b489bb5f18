"""Bytes on disk: hashes, whole-or-nothing writes, safe names. The one place where an OS error becomes a `Fault`."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from editor.core.errors import Fault
from editor.core.messages import Message, say

MAX_NAME_BYTES = 120
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)")
# What is a safe name as it stands, as nearly all slugs are.
_PLAIN_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NOT_IN_NAMES = frozenset('/\\:*?"<>|')
_CHUNK = 1 << 20
_PART = ".part"  # ends the name of a file that is being written
# What network and FUSE file systems answer that keep no folder to be synchronised.
_CANNOT_SYNC = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP}


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of `data` as 64 hex digits."""
    import hashlib  # late: it loads a library of its own, and a window that opens hashes nothing

    return hashlib.sha256(data).hexdigest()


def sha256_of(path: Path) -> str:
    """Return the SHA-256 of the file at `path` as 64 hex digits, reading a megabyte at a time."""
    import hashlib

    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


@contextlib.contextmanager
def faults(what: Message) -> Iterator[None]:
    """Turn any `OSError` of the body into a `Fault` that says `what` did not happen and why."""
    try:
        yield
    except OSError as error:
        raise Fault(what, os_cause(error)) from error


def os_cause(error: OSError) -> Message:
    """Return the cause of `error` in a person's words."""
    name = _place(str(error.filename or ""))
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return say("The disk is full. Free some space and try again.")
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return say(
            "This place cannot be written to or read: {name}. Choose another, or change its permissions.",
            name=name,
        )
    if error.errno == errno.ENOENT:
        return say("This is not there: {name}.", name=_first_missing(name) if name else "")
    if error.errno in {errno.EEXIST, errno.ENOTDIR}:
        return say("Something else lies there already: {name}.", name=_last_there(name))
    if error.errno == errno.ENAMETOOLONG:
        return say("The name is too long for this disk. Choose a shorter one.")
    is_folder, reason = error.errno == errno.EISDIR, error.strerror or type(error).__name__
    return (
        say("This is a folder: {name}.", name=name)
        if is_folder
        else say("The system says: {reason} {name}", reason=reason, name=name)
    )


def _place(name: str) -> str:
    """Return what to name to a person: the folder, for a file of ours that was only begun."""
    return str(Path(name).parent) if name.endswith(_PART) else name


def _first_missing(name: str) -> str:
    """Return where the way to `name` ends: the folder that lacks, where the file could not be."""
    place = Path(name)
    while not os.path.lexists(place.parent) and place.parent != place:
        place = place.parent
    return str(place)


def _last_there(name: str) -> str:
    """Return what lies on the way to `name`, or is what it names."""
    place = Path(name)
    while not os.path.lexists(place) and place.parent != place:
        place = place.parent
    return str(place)


def knows_no_locks(error: OSError) -> bool:
    """Say whether `error`, of taking a lock, is that the file's place has none: some network drives are such."""
    return error.errno in {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP}


def write_whole(path: Path, data: bytes, *, is_private: bool = False, is_lasting: bool = True) -> None:
    """Write `data` to `path` so that a crash leaves the old file or the new one, never a part.

    A private file is one that only its person may read (POSIX 0600). One that is not lasting may be spoilt after a
    power cut: for what can be made again. What is there and no file, a folder, a device or a pipe, is left alone.
    Raises `OSError`; wrap the use case in `faults`.
    """
    if is_no_file(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    beside = path.with_name(f".{path.name}.{os.getpid()}{_PART}")
    try:
        if is_private:
            beside.unlink(missing_ok=True)
        with open(beside, "wb", opener=_for_its_person if is_private else None) as stream:
            stream.write(data)
            stream.flush()
            if is_lasting:
                os.fsync(stream.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    if is_lasting:
        sync_folder(path.parent)


def is_no_file(path: Path) -> bool:
    """Say whether at `path` lies something that is no file: a folder, a device or a pipe. Links are followed."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:  # nothing is there, or nobody may look
        return False


def _for_its_person(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_EXCL, 0o600)


def sync_folder(folder: Path) -> None:
    """Make the names in `folder` outlast a power cut, where the system can (POSIX)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _CANNOT_SYNC:
            raise
    finally:
        os.close(handle)


def safe_name(text: str, fallback: str) -> str:
    """Return `text` as a file name that every system accepts, at most 120 bytes of UTF-8.

    NFC; letters, marks and digits of any script stay, all else becomes "-"; a dot stays inside. Names that Windows
    keeps for devices get a "_" before them. `fallback` is returned when nothing is left.
    """
    if len(text) <= MAX_NAME_BYTES and _PLAIN_NAME.fullmatch(text) and not _RESERVED.match(text):
        return text
    kept = [
        character if unicodedata.category(character)[0] in "LMN" or character in "._-" else "-"
        for character in unicodedata.normalize("NFC", text)
    ]
    name = re.sub(r"-{2,}", "-", "".join(kept)).strip("-. ")
    if _RESERVED.match(name):
        name = f"_{name}"
    return cut_bytes(name, MAX_NAME_BYTES).rstrip("-. ") or fallback


def is_plain_name(name: str) -> bool:
    """Say whether `name` can be a file's on every system and means the same there: nothing hidden, no way elsewhere."""
    return (
        bool(name)
        and unicodedata.is_normalized("NFC", name)
        and not name.startswith(".")
        and not name.endswith((".", " "))
        and not any(sign in _NOT_IN_NAMES or unicodedata.category(sign)[0] == "C" for sign in name)
        and not _RESERVED.match(name)
        and len(name.encode()) <= MAX_NAME_BYTES
    )


def cut_bytes(text: str, limit: int) -> str:
    """Return the longest start of `text` that is at most `limit` bytes of UTF-8 and parts no letter from its marks."""
    if len(text.encode()) <= limit:
        return text
    cut = text.encode()[:limit].decode(errors="ignore")
    rest = text[len(cut) :]
    while cut and rest and unicodedata.category(rest[0]).startswith("M"):
        rest = cut[-1] + rest
        cut = cut[:-1]
    return cut
