"""One writer per newsroom, named to everyone else; a note left by a dead process blocks nobody."""

from __future__ import annotations

import errno
import json
import os
import signal
from datetime import timedelta
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.storage.lock import LOCK_NAME, NOTE_NAME, Holder, Lock, holder_of, take_lock
from tests.builders import NOON
from tests.processes import kill, needs_fork, running_child


def _taken(folder: Path, person: str = "Amina") -> Lock:
    lock = take_lock(folder, person, NOON)
    assert isinstance(lock, Lock)
    return lock


def test_pitfall_10_the_second_is_told_who_holds_it(tmp_path: Path) -> None:
    lock = _taken(tmp_path)
    second = take_lock(tmp_path, "Juma", NOON)
    assert isinstance(second, Holder)
    assert second.person == "Amina"
    assert second.pid == os.getpid()
    assert second.name.startswith("Amina (")
    lock.release()


def test_the_holder_is_said_in_the_wall_time_of_this_machine() -> None:
    holder = Holder(person="Amina", machine="desk-3", pid=7, since="2026-01-14T12:00:00Z")
    assert f"Amina (desk-3) has this newsroom open for writing, since {NOON.astimezone():%Y-%m-%d %H:%M}." in str(
        holder.words
    )
    assert "since long ago." in str(Holder(machine="desk-3", since="long ago").words)


def test_a_window_that_reads_is_told_where_writing_is_open() -> None:
    holder = Holder(person="Amina", machine="desk-3", pid=7, since="2026-01-14T12:00:00Z")
    today, later = NOON, NOON + timedelta(days=3)
    said = str(holder.reading_words(today))
    assert said == f"You can read here. Writing is open at Amina (desk-3), since {NOON.astimezone():%H:%M}."
    assert f"since {NOON.astimezone():%Y-%m-%d %H:%M}." in str(holder.reading_words(later))
    assert str(Holder().reading_words(today)) == "You can read here. Writing is open in another window."


def test_a_window_that_reads_says_times_by_the_clock_of_its_newsroom() -> None:
    """Its status line says when the newsroom was backed up, by that clock."""
    holder = Holder(person="Amina", machine="desk-3", pid=7, since="2026-01-14T12:00:00Z")
    assert "since 21:00." in str(holder.reading_words(NOON, "Asia/Tokyo"))
    assert "since 2026-01-15 01:00." in str(
        Holder(machine="desk-3", since="2026-01-14T16:00:00Z").reading_words(NOON, "Asia/Tokyo")
    )
    assert "since 12:00." in str(holder.reading_words(NOON, "Mars/Olympus"))  # unknown here: as on the pages


def test_after_release_anyone_may(tmp_path: Path) -> None:
    _taken(tmp_path).release()
    assert not (tmp_path / NOTE_NAME).exists()
    lock = _taken(tmp_path, "Juma")
    lock.release()
    lock.release()
    _taken(tmp_path).release()


def _hold(ready: Path) -> None:
    lock = take_lock(ready.parent, "Killed", NOON)
    ready.touch()
    signal.pause()
    assert lock


@needs_fork
def test_pitfall_10_a_killed_holder_blocks_nobody(tmp_path: Path) -> None:
    with running_child(_hold, tmp_path / "ready") as child:
        held = take_lock(tmp_path, "Amina", NOON)
        assert isinstance(held, Holder)
        assert held.person == "Killed"
        kill(child)
    assert (tmp_path / NOTE_NAME).exists()
    lock = _taken(tmp_path)
    assert holder_of(tmp_path).person == "Amina"
    lock.release()


@pytest.mark.parametrize("note", ["", "[]", "{", '{"person": 1}', '{"person": "A", "machine": "m", "pid": "x"}'])
def test_a_garbled_note_still_says_that_it_is_held(tmp_path: Path, note: str) -> None:
    lock = _taken(tmp_path)
    (tmp_path / NOTE_NAME).write_text(note, encoding="utf-8")
    held = take_lock(tmp_path, "Juma", NOON)
    assert isinstance(held, Holder)
    assert held.name == "?"
    assert str(held.words) == "Another window has this newsroom open for writing."
    lock.release()


def test_a_note_that_cannot_be_written_lets_go_of_the_lock(tmp_path: Path) -> None:
    (tmp_path / NOTE_NAME).mkdir()
    with pytest.raises(Fault):
        take_lock(tmp_path, "Amina", NOON)
    (tmp_path / NOTE_NAME).rmdir()
    _taken(tmp_path).release()
    assert [path.name for path in tmp_path.iterdir()] == [LOCK_NAME]


def test_a_place_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Fault, match="could not be opened for writing"):
        take_lock(tmp_path / "file", "Amina", NOON)


@needs_fork
def test_a_drive_that_knows_no_locks_is_called_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))

    monkeypatch.setattr(fcntl, "flock", refuse)
    with pytest.raises(Fault) as fault:
        take_lock(tmp_path, "Amina", NOON)
    assert "cannot keep two windows apart" in str(fault.value.cause)


def test_the_note_says_who_where_and_since_when(tmp_path: Path) -> None:
    lock = _taken(tmp_path)
    note = json.loads((tmp_path / NOTE_NAME).read_text(encoding="utf-8"))
    assert note["person"] == "Amina"
    assert set(note) == {"person", "machine", "pid", "since"}
    lock.release()
