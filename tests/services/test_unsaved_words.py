"""The journal of unsaved words: appended, flushed, read whatever cut it short, never another newsroom's."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from editor.services import unsaved_words
from editor.services.unsaved_words import FOLDER, RESERVE_BYTES, RESERVE_NAME, Journal
from tests.builders import NOON
from tests.processes import DONE, die, end_of_child, needs_fork

WORDS = {"body": "One\nTwo “three” 四 \ud800"}


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "desk")


def test_what_is_written_is_kept_and_the_last_holds(journal: Journal) -> None:
    first = journal.write("a1", "Head", {"body": "One"}, NOON)
    assert first is not None
    assert journal.write("a1", "Head", WORDS, NOON) == first
    journal.write("b2", "Other", {"headline": "Other"}, NOON)
    kept = {one.article_id: one for one in journal.kept()}
    assert kept["a1"].words == WORDS
    assert (kept["a1"].headline, kept["a1"].at) == ("Head", "2026-01-14T12:00:00Z")
    journal.forget("a1")
    assert [one.article_id for one in journal.kept()] == ["b2"]


def test_the_same_words_are_written_once(journal: Journal) -> None:
    path = journal.write("a1", "Head", WORDS, NOON)
    assert path is not None
    size = path.stat().st_size
    journal.write("a1", "Head", WORDS, NOON)
    assert path.stat().st_size == size


def test_another_newsroom_of_the_same_name_has_its_own(journal: Journal, tmp_path: Path) -> None:
    journal.write("a1", "Head", WORDS, NOON)
    assert Journal(tmp_path / "elsewhere" / "desk").kept() == []


def test_pitfall_11_a_drive_that_comes_back_as_another_folder_has_its_words(journal: Journal, tmp_path: Path) -> None:
    """They are known by their article, unless the folder that they were meant for is there to take them itself."""
    journal.write("a1", "Head", WORDS, NOON)
    back = Journal(tmp_path / "drive-2" / "desk")
    assert back.kept({"other"}.__contains__) == []
    (kept,) = back.kept({"a1"}.__contains__)
    assert kept.words == WORDS
    (tmp_path / "desk").mkdir()
    assert back.kept({"a1"}.__contains__) == []
    (tmp_path / "desk").rmdir()
    back.drop(kept)
    assert journal.kept() == []


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_a_line_that_was_cut_short_hides_no_earlier_one(journal: Journal, cut: int) -> None:
    path = journal.write("a1", "Head", {"body": "One"}, NOON)
    assert path is not None
    journal.write("a1", "Head", {"body": "One two"}, NOON)
    path.write_bytes(path.read_bytes()[:-cut])
    (kept,) = journal.kept()
    assert kept.words == ({"body": "One two"} if cut == 1 else {"body": "One"})
    journal.write("a1", "Head", {"body": "One two three"}, NOON)
    assert journal.kept()[0].words == {"body": "One two three"}
    path.write_bytes(b"\x00\xff\n[]\n")
    assert journal.kept() == []


def test_pitfall_11_a_full_disk_gives_back_what_was_set_aside(
    journal: Journal, config_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.make_ready()
    reserve = config_folder / FOLDER / RESERVE_NAME
    assert reserve.stat().st_size == RESERVE_BYTES
    flush = os.fsync

    def full_while_the_reserve_is_there(handle: int) -> None:
        if reserve.exists():
            raise OSError(errno.ENOSPC, "No space left on device")
        flush(handle)

    monkeypatch.setattr(os, "fsync", full_while_the_reserve_is_there)
    path = journal.write("a1", "Head", WORDS, NOON)
    assert path is not None
    assert path.parent == config_folder / FOLDER
    assert journal.kept()[0].words == WORDS


def test_no_place_at_all_is_said(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(_handle: int) -> None:
        raise OSError(errno.EIO, "I/O error")

    monkeypatch.setattr(os, "fsync", fails)
    assert journal.write("a1", "Head", WORDS, NOON) is None
    journal.forget("a1")


def test_a_long_journal_is_begun_anew(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsaved_words, "COMPACT_BYTES", 1000)
    for number in range(50):
        path = journal.write("a1", "Head", {"body": "word " * number}, NOON)
    assert path is not None
    assert path.stat().st_size < 2000
    assert journal.kept()[0].words == {"body": "word " * 49}


@needs_fork
def test_pitfall_11_the_process_dies_right_after_and_the_words_are_there(journal: Journal) -> None:
    def write_and_die() -> None:
        journal.write("a1", "Head", WORDS, NOON)
        die()

    assert end_of_child(write_and_die) != DONE
    assert journal.kept()[0].words == WORDS
