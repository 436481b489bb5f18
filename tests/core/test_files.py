"""Whole-or-nothing writes, safe names, and OS errors in a person's words."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import Fault
from editor.core.files import (
    MAX_NAME_BYTES,
    cut_bytes,
    faults,
    is_no_file,
    os_cause,
    safe_name,
    sha256_hex,
    sha256_of,
    sync_folder,
    write_whole,
)
from editor.core.messages import say

EMPTY_HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_hashes_are_those_of_the_standard(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    assert sha256_hex(b"") == sha256_of(tmp_path / "empty") == EMPTY_HASH


def test_a_large_file_is_hashed_whole(tmp_path: Path) -> None:
    data = b"makala" * 500_000
    (tmp_path / "large").write_bytes(data)
    assert sha256_of(tmp_path / "large") == sha256_hex(data)


def test_write_whole_writes_and_leaves_nothing_beside(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    write_whole(target, b"one")
    write_whole(target, b"two")
    assert target.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [target]


def test_write_whole_keeps_the_old_file_when_it_cannot_write(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.mkdir()
    (target / "kept").touch()
    with pytest.raises(OSError, match="page"):
        write_whole(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
    assert (target / "kept").exists()


def test_a_kill_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    target.write_bytes(b"old")
    script = (
        "import os, sys; from pathlib import Path; from editor.core import files\n"
        "os.fsync = lambda handle: os._exit(9)\n"
        f"files.write_whole(Path({str(target)!r}), b'new' * 100000)"
    )
    done = subprocess.run([sys.executable, "-c", script], check=False)
    assert done.returncode == 9
    assert target.read_bytes() == b"old"


def test_a_folder_that_cannot_be_synchronised_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_handle: int) -> None:
        raise OSError(errno.EINVAL, "not here")

    monkeypatch.setattr(os, "fsync", refuse)
    sync_folder(tmp_path)


def test_a_disk_that_fails_while_synchronising_is_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_handle: int) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="broken"):
        sync_folder(tmp_path)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EDQUOT, "The disk is full."),
        (errno.EACCES, "cannot be written to or read: somewhere"),
        (errno.EROFS, "cannot be written to or read: somewhere"),
        (errno.ENOENT, "This is not there: somewhere."),
        (errno.EISDIR, "This is a folder: somewhere."),
        (errno.EIO, "The system says: Input/output error somewhere"),
    ],
)
def test_an_os_error_is_said_in_words(number: int, words: str) -> None:
    assert words in str(os_cause(OSError(number, os.strerror(number), "somewhere")))


def test_a_file_that_was_only_begun_is_not_named_and_a_folder_that_lacks_is(tmp_path: Path) -> None:
    begun = str(tmp_path / ".book.epub.77.part")
    assert str(tmp_path) in str(os_cause(PermissionError(errno.EACCES, "x", begun)))
    assert ".part" not in str(os_cause(PermissionError(errno.EACCES, "x", begun)))
    far = tmp_path / "no" / "such" / "book.epub"
    assert str(os_cause(FileNotFoundError(errno.ENOENT, "x", str(far)))) == f"This is not there: {tmp_path / 'no'}."
    near = tmp_path / "book.epub"
    assert str(os_cause(FileNotFoundError(errno.ENOENT, "x", str(near)))) == f"This is not there: {near}."


def test_what_is_in_the_way_is_named(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text("A")
    far = str(file / "no" / ".book.epub.77")
    assert str(os_cause(NotADirectoryError(errno.ENOTDIR, "x", far))) == f"Something else lies there already: {file}."
    assert str(os_cause(FileExistsError(errno.EEXIST, "x", str(file)))) == f"Something else lies there already: {file}."
    assert "too long for this disk" in str(os_cause(OSError(errno.ENAMETOOLONG, "x", "x" * 300)))


def test_what_is_there_and_no_file_is_left_alone(tmp_path: Path) -> None:
    """A device would be gone for the whole computer, where a person may take it away."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    for name in ("pipe", "folder", "link"):
        assert is_no_file(tmp_path / name)
        with pytest.raises(FileExistsError):
            write_whole(tmp_path / name, b"A")
    assert stat.S_ISFIFO((tmp_path / "link").stat().st_mode)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "link", "pipe"]
    assert not is_no_file(tmp_path / "missing" / "x")
    (tmp_path / "nowhere").symlink_to(tmp_path / "missing")
    write_whole(tmp_path / "nowhere", b"A")
    assert (tmp_path / "nowhere").read_bytes() == b"A"


def test_an_os_error_without_words_is_named_by_its_kind() -> None:
    assert "TimeoutError" in str(os_cause(TimeoutError()))


def test_faults_turns_os_errors_into_faults(tmp_path: Path) -> None:
    with pytest.raises(Fault) as caught, faults(say("The page was not read.")):
        (tmp_path / "missing").read_bytes()
    assert str(caught.value).startswith("The page was not read. This is not there:")
    assert isinstance(caught.value.__cause__, FileNotFoundError)


def test_faults_lets_other_errors_through() -> None:
    with pytest.raises(KeyError), faults(say("Nothing.")):
        raise KeyError("other")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("drums.png", "drums.png"),
        ("a/b\\c:d.png", "a-b-c-d.png"),
        ("../../etc/passwd", "etc-passwd"),
        (".hidden", "hidden"),
        ("con", "_con"),
        ("NUL.txt", "_NUL.txt"),
        ("com¹", "_com¹"),
        ("console", "console"),
        ("日本語 の 名前.jpg", "日本語-の-名前.jpg"),
        ("e\u0301te\u0301", "été"),
        ("\u202ekcab\x00\n", "kcab"),
        ("trailing. ", "trailing"),
        ("---", "fallback"),
        ("", "fallback"),
    ],
)
def test_names_are_made_safe(text: str, name: str) -> None:
    assert safe_name(text, "fallback") == name


@given(st.text(max_size=300))
def test_a_safe_name_is_safe(text: str) -> None:
    name = safe_name(text, "fallback")
    assert name
    assert len(name.encode()) <= MAX_NAME_BYTES
    assert not set(name) & set('/\\:*?"<>|\x00')
    assert not any(unicodedata.category(character).startswith("C") for character in name)
    assert not name.startswith((".", "-"))
    assert not name.endswith((".", " "))


@given(st.text(max_size=300))
def test_a_safe_name_stays_as_it_is(text: str) -> None:
    name = safe_name(text, "fallback")
    assert safe_name(name, "fallback") == name


def test_a_long_reserved_name_stays_within_the_limit() -> None:
    assert len(safe_name("con." + "x" * 200, "fallback").encode()) <= MAX_NAME_BYTES


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=100), st.integers(0, 300))
def test_cut_bytes_keeps_a_start_within_the_limit(text: str, limit: int) -> None:
    cut = cut_bytes(text, limit)
    assert text.startswith(cut)
    assert len(cut.encode()) <= limit
    assert cut == text or not unicodedata.category(text[len(cut)]).startswith("M") or not cut


@pytest.mark.parametrize(
    ("text", "limit", "cut"),
    [
        ("hello", 5, "hello"),
        ("hello", 4, "hell"),
        ("né", 2, "n"),
        ("ne\u0301", 3, "n"),  # an accent of its own
        ("नकि", 6, "न"),  # a vowel sign, whose combining class is 0
    ],
)
def test_cut_bytes_parts_no_letter_from_its_marks(text: str, limit: int, cut: str) -> None:
    assert cut_bytes(text, limit) == cut
