"""A place holds the old folder or the new one, whichever step the process was stopped at."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from editor.publish import exchange
from editor.publish.exchange import beside, clear_up, put, remove, was_interrupted


def folder(path: Path, words: str) -> Path:
    path.mkdir()
    (path / "words.txt").write_text(words)
    return path


def test_a_new_folder_takes_an_empty_place(tmp_path: Path) -> None:
    put(folder(tmp_path / "new", "new"), tmp_path / "place")
    assert (tmp_path / "place/words.txt").read_text() == "new"


@pytest.mark.parametrize("can_swap", [True, False])
def test_it_takes_the_place_of_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_swap: bool) -> None:  # noqa: FBT001
    if not can_swap:
        monkeypatch.setattr(exchange, "_system_call", lambda: None)
    place = folder(tmp_path / "place", "old")
    put(folder(beside(place, "new"), "new"), place)
    assert (place / "words.txt").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["place"]


def test_what_cannot_be_moved_aside_is_deleted_before_another_export_begins(tmp_path: Path) -> None:
    """The longest names leave no room for the longest of ours."""
    place = folder(tmp_path / ("n" * 230), "old")
    later: list[Callable[[], None]] = []
    put(folder(beside(place, "new"), "new"), place, later.append)
    folder(beside(place, "new"), "of the next export")
    for work in later:
        work()
    assert (beside(place, "new") / "words.txt").read_text() == "of the next export"
    assert len(list(tmp_path.iterdir())) == 2


def test_when_the_second_step_fails_the_old_one_is_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_system_call", lambda: None)
    place = folder(tmp_path / "place", "old")
    monkeypatch.setattr("shutil.copymode", lambda *_: None)
    with pytest.raises(OSError, match="not-there"):
        put(tmp_path / "not-there", place)
    assert (place / "words.txt").read_text() == "old"


_KILLED = """
import os, pathlib, sys
from editor.publish import exchange
exchange._system_call = lambda: None
steps, at, real = [0], int(sys.argv[2]), pathlib.Path.rename
def rename(self, target):
    if steps[0] == at:
        os._exit(9)
    steps[0] += 1
    return real(self, target)
pathlib.Path.rename = rename
place = pathlib.Path(sys.argv[1])
exchange.put(exchange.beside(place, "new"), place)
os._exit(9)
"""


@pytest.mark.parametrize(("step", "words"), [(0, "old"), (1, "old"), (2, "new")])
def test_killed_between_two_steps_the_next_export_puts_it_right(tmp_path: Path, step: int, words: str) -> None:
    place = folder(tmp_path / "place", "old")
    folder(beside(place, "new"), "new")
    assert subprocess.run([sys.executable, "-c", _KILLED, str(place), str(step)], check=False).returncode == 9
    assert was_interrupted(place) == (step == 1)
    clear_up(place)
    assert (place / "words.txt").read_text() == words
    assert [path.name for path in tmp_path.iterdir()] == ["place"]
    assert not was_interrupted(place)


def test_removing_what_is_not_there_is_nothing(tmp_path: Path) -> None:
    remove(tmp_path / "nothing")
    (tmp_path / "file").write_text("x")
    remove(tmp_path / "file")
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_removed_and_not_what_it_leads_to(tmp_path: Path) -> None:
    real = folder(tmp_path / "real", "kept")
    (tmp_path / "link").symlink_to(real)
    remove(tmp_path / "link")
    assert (real / "words.txt").read_text() == "kept"
