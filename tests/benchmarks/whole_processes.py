"""Runs a builder as its own process: how long it takes, in how much memory, and how soon it has followed an edit."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.processes import family, megabytes, seconds_worked

FILES_AT_ONCE = 256
_LOOK_SECONDS = 0.05
# One that has not worked for so long is done; a watcher looks around now and then.
_REST_SECONDS, _AT_REST = 2.0, 0.05


def timed(command: Sequence[str], folder: Path | None = None) -> tuple[float, float]:
    """Return the seconds of a whole process and the most memory of one process (MB), with few files open at once.

    Raises `RuntimeError` with its last words when it fails.
    """
    _settle_the_disk()
    with tempfile.TemporaryFile() as said, _few_files():
        began = time.monotonic()
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if status:
            said.seek(0)
            raise RuntimeError(said.read().decode(errors="replace")[-2000:])
    return seconds, used.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)


def most_memory(command: Sequence[str]) -> float:
    """Return the most memory (MB) that a process and all that it starts held at one moment, looked at often."""
    most = 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            most = max(most, sum(map(megabytes, family(process.pid))))
            time.sleep(_LOOK_SECONDS)
    if process.returncode:
        raise RuntimeError(f"it ended with {process.returncode}")
    return most


def followed(command: Sequence[str], site: Path, made: Path, edits: Sequence[Callable[[], object]]) -> list[float]:
    """Return for each of `edits` the seconds from its beginning to the last file that changed in the folder `made`.

    The program stays and follows what changes in `site`. It counts as done when it has rested for a while.
    """
    found = []
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, cwd=site, stdout=said, stderr=said)
        try:
            _wait_for_rest(process)
            for edit in edits:
                _settle_the_disk()
                began = time.time()
                edit()
                _wait_for_rest(process)
                changed = [when for when in _times(made) if when > began]
                if len(changed) < 2:
                    raise RuntimeError(f"{len(changed)} files followed an edit that others show")
                found.append(max(changed) - began)
        finally:
            process.terminate()
            process.wait()
    return found


def _wait_for_rest(process: subprocess.Popen[bytes]) -> None:
    worked, since = seconds_worked(process.pid), time.monotonic()
    while time.monotonic() - since < _REST_SECONDS:
        time.sleep(0.2)
        if process.poll() is not None:
            raise RuntimeError(f"it ended with {process.returncode}")
        now = seconds_worked(process.pid)
        if now - worked > _AT_REST:
            worked, since = now, time.monotonic()


def _times(folder: Path) -> Iterator[float]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name).stat().st_mtime for name in names)


def _settle_the_disk() -> None:
    if hasattr(os, "sync"):
        os.sync()  # what the one before left to the disk is not this one's work


@contextmanager
def _few_files() -> Iterator[None]:
    """Let what is started here have no more files open than systems allow at least."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES_AT_ONCE, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
