"""Puts a finished folder in the place of another, so that the place holds the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h
_RENAME_SWAP = 2  # sys/stdio.h of macOS
_NOT_HERE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP})


Later = Callable[[Callable[[], None]], None]
_GONE = "gone-"


def _at_once(work: Callable[[], None]) -> None:
    work()


def beside(place: Path, what: str) -> Path:
    """Return the name that belongs to `place` for something of ours beside it; the next export knows it again."""
    return place.with_name(f".{place.name}.makala-{what}")


def put(new: Path, place: Path, later: Later = _at_once) -> None:
    """Put the folder `new` at `place`; what lay there is gone afterwards. Raises `OSError`; then it is back.

    Deleting many files takes a slow disk many seconds, for which nobody has to wait: `later` is given that to do.
    """
    if not os.path.lexists(place):
        new.rename(place)
        return
    shutil.copymode(place, new)
    if not _swap(new, place):
        old = beside(place, "old")
        place.rename(old)
        try:
            new.rename(place)
        except BaseException:
            old.rename(place)
            raise
        new = old
    gone = beside(place, f"{_GONE}{time.time_ns():x}")  # a name that no other export uses meanwhile
    try:
        new.rename(gone)
    except OSError:  # the next export writes into a folder of that name: nobody may delete in it by then
        shutil.rmtree(new, ignore_errors=True)
    else:
        later(partial(shutil.rmtree, gone, ignore_errors=True))


def clear_up_gone(place: Path, later: Later) -> None:
    """Have `later` take away what an export that was killed had still to delete."""
    for path in list(_gone(place)):
        later(partial(shutil.rmtree, path, ignore_errors=True))


def clear_up(place: Path) -> None:
    """Take away what a killed export left beside `place`, and put back what it had moved aside."""
    old = beside(place, "old")
    if os.path.lexists(old) and not os.path.lexists(place):
        old.rename(place)
    for what in ("old", "new"):
        remove(beside(place, what))


def was_interrupted(place: Path) -> bool:
    """Say whether `place` is empty because an export was killed between its two last steps."""
    return not os.path.lexists(place) and os.path.lexists(beside(place, "old"))


def remove(path: Path) -> None:
    """Remove a folder or file of ours, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _gone(place: Path) -> Iterator[Path]:
    begin = beside(place, _GONE).name
    with contextlib.suppress(OSError):
        yield from (path for path in place.parent.iterdir() if path.name.startswith(begin))


def _swap(one: Path, other: Path) -> bool:
    """Exchange two names in one step; False where the system or the file system cannot."""
    call = _system_call()
    if call is None:
        return False
    failed = call(os.fsencode(one), os.fsencode(other))
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _NOT_HERE:
        return False
    raise OSError(number, os.strerror(number), str(other))


@cache
def _system_call() -> Callable[[bytes, bytes], int] | None:
    if sys.platform not in {"linux", "darwin"}:
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if sys.platform == "darwin":
        swap = getattr(library, "renamex_np", None)
        return None if swap is None else lambda one, other: int(swap(one, other, ctypes.c_uint(_RENAME_SWAP)))
    exchange = getattr(library, "renameat2", None)
    if exchange is None:
        return None
    return lambda one, other: int(exchange(_AT_FDCWD, one, _AT_FDCWD, other, ctypes.c_uint(_RENAME_EXCHANGE)))
