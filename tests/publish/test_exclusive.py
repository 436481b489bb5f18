"""No two exports write to one place, and trouble with the lock is said as what it is."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock, Timeout

from editor.core.errors import Fault
from editor.publish.exchange import beside
from editor.publish.exclusive import alone_at
from tests.processes import DONE, FAILED, end_of_child, needs_fork


def enter(place: Path) -> None:
    with alone_at(place):
        pass


def test_a_place_where_no_file_can_be_made_is_not_called_another_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(self: FileLock, *_: object, **__: object) -> None:
        raise Timeout(self.lock_file)  # as on /proc: the lock waits for a file that cannot be

    monkeypatch.setattr(FileLock, "acquire", wait)
    with pytest.raises(Fault) as fault:
        enter(tmp_path / "out")
    assert "cannot be written to" in str(fault.value.cause)


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP])
@needs_fork
def test_a_drive_that_knows_no_locks_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(Fault) as fault:
        enter(tmp_path / "out")
    assert "cannot keep two exports apart" in str(fault.value.cause)
    assert list(tmp_path.iterdir()) == []


@needs_fork
def test_a_lock_that_fails_otherwise_says_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(Fault) as fault:
        enter(tmp_path / "out")
    assert "Input/output error" in str(fault.value.cause)


def test_a_folder_in_place_of_the_lock_is_not_called_another_export(tmp_path: Path) -> None:
    beside(tmp_path / "out", "lock").mkdir()
    with pytest.raises(Fault) as fault:
        enter(tmp_path / "out")
    assert "Another export" not in str(fault.value)


def test_two_exports_to_one_place_do_not_meet(tmp_path: Path) -> None:
    with FileLock(beside(tmp_path / "out", "lock")), pytest.raises(Fault, match="Another export"):
        enter(tmp_path / "out")


@needs_fork
def test_whoever_comes_while_a_lock_is_taken_away_is_kept_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three exports no two meet: who held the old file while its name goes would not be met by a third."""
    lock, unlink, seen = beside(tmp_path / "out", "lock"), Path.unlink, []

    def watched(self: Path, *, missing_ok: bool = False) -> None:
        if self == lock:
            seen.append(end_of_child(lambda: FileLock(lock, timeout=0).acquire()))
        unlink(self, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", watched)
    enter(tmp_path / "out")
    assert seen == [FAILED]
    assert end_of_child(lambda: FileLock(lock, timeout=0).acquire()) == DONE


@needs_fork
def test_a_lock_on_a_file_that_was_taken_away_is_none(tmp_path: Path) -> None:
    """The second has opened the file of the first, who goes; the third makes a new one before the second locks his."""
    lock = tmp_path / "lock"

    import fcntl

    def second() -> None:
        first, third, flock = FileLock(lock), FileLock(lock), fcntl.flock
        first.acquire()

        def late(handle: Any, how: int) -> None:  # noqa: ANN401 - as the call it stands before
            fcntl.flock = flock
            lock.unlink()
            first.release()
            third.acquire()
            flock(handle, how)

        fcntl.flock = late
        with contextlib.suppress(Timeout):
            FileLock(lock, timeout=0).acquire()
            os._exit(FAILED)

    assert end_of_child(second) == DONE
