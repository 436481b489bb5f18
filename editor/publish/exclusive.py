"""One export at a time writes to a place."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from editor.core.errors import Fault
from editor.core.files import faults, knows_no_locks
from editor.core.messages import say
from editor.publish.exchange import beside
from editor.publish.making import NOTHING_DONE


@contextlib.contextmanager
def alone_at(place: Path) -> Iterator[None]:
    """Keep a second export away from `place` for as long as this one works beside it."""
    with faults(NOTHING_DONE):
        place.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(beside(place, "lock"), timeout=0, fallback_to_soft=False)
        try:
            lock.acquire()
        except Timeout as error:
            if not beside(place, "lock").exists():  # the lock waits too where no file can be made at all
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(place.parent)) from error
            raise Fault(
                say("Another export is writing to “{path}” right now.", path=place),
                say("Wait until it has finished, then try again."),
            ) from error
        except OSError as error:
            if not knows_no_locks(error):
                raise
            with contextlib.suppress(OSError):
                beside(place, "lock").unlink()
            raise Fault(
                NOTHING_DONE,
                say("The place cannot keep two exports apart. Choose a folder on a disk of this machine."),
                can_retry=False,
            ) from error
    try:
        yield
    finally:
        _let_in(lock, beside(place, "lock"))


def _let_in(lock: BaseFileLock, file: Path) -> None:
    """Release `lock` and take its file away so that nobody holds the old file while another holds a new one.

    Where a file that is open can be deleted (POSIX) it goes first: who waits for it sees that it has no name any more.
    Where it cannot (Windows), it stays for as long as anybody has it.
    """
    if os.name != "posix":
        lock.release()
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
    lock.release()
