"""Child processes that are killed: forked, so that a hundred of them cost less than one fresh interpreter."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

DONE, FAILED = 0, 99
_PATIENCE_SECONDS = 20.0


def end_of_child(work: Callable[[], object]) -> int:
    """Run `work` in a child; return 0 when it came to its end, 99 when it raised, minus the signal that killed it."""
    child = os.fork()
    if child == 0:
        code = FAILED
        try:
            work()
            code = DONE
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@contextlib.contextmanager
def running_child(work: Callable[[Path], object], ready: Path) -> Iterator[int]:
    """Yield the id of a child that runs `work(ready)`, once it made the file `ready`; it is killed at the end."""
    child = os.fork()
    if child == 0:
        try:
            work(ready)
        finally:
            os._exit(FAILED)
    try:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while not ready.exists():
            assert time.monotonic() < deadline, "the child never got ready"
            time.sleep(0.005)
        yield child
    finally:
        kill(child)


def kill(child: int) -> None:
    """Kill a child as a power cut would, and wait for its end; one that is gone already is fine."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(child, 0)


def die() -> None:
    """End this process at once, nothing flushed, nothing tidied."""
    os.kill(os.getpid(), signal.SIGKILL)
