"""A newsroom on a drive that fails, fills up or may only be read: said in words that are true, and nothing is lost.

Needs a file system of its own, so it runs on Linux, as root, where one can be made in a file and mounted.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.bootstrap import Desk, OpenMode, create_newsroom, open_desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.edits import CreateArticle, change_article
from tests.builders import NOON, an_article

_MEGABYTES = 32
_SHUT_DOWN = 0x8004587D  # EXT4_IOC_SHUTDOWN: from then on the file system fails as a drive does that was pulled out
_AT_ONCE = struct.pack("I", 2)
ARTICLE = an_article(headline="Ferry", body="The ferry leaves.")

pytestmark = pytest.mark.soak


@contextlib.contextmanager
def _mounted(image: Path, place: Path, *options: str) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-o", ",".join(("loop", *options)), image, place], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"no file system can be mounted here: {done.stderr.decode().strip()}")
    try:
        yield place / "desk"
    finally:
        subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def image(tmp_path: Path) -> Path:
    """Return a file that holds an empty file system."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or shutil.which("mkfs.ext4") is None:
        pytest.skip("a file system is made and mounted by root on Linux alone")
    made = tmp_path / "drive"
    with made.open("wb") as file:
        file.truncate(_MEGABYTES << 20)
    subprocess.run(["mkfs.ext4", "-q", made], check=True)
    return made


@contextlib.contextmanager
def _at_work(folder: Path) -> Iterator[Desk]:
    create_newsroom(folder, name="Drive")
    desk = open_desk(folder, person="Amina")
    desk.articles.apply(CreateArticle(ARTICLE, say("New"), NOON))
    try:
        yield desk
    finally:
        desk.close()


def _write(desk: Desk, body: str) -> None:
    now = desk.articles.get(ARTICLE.id)
    desk.articles.apply(change_article(now, say("Typing"), body=body))


def _write_on(desk: Desk) -> None:
    for number in range(10_000):
        _write(desk, f"{number} " * 1000)


def _pull_out(place: Path) -> None:
    import fcntl  # not there on Windows

    handle = os.open(place, os.O_RDONLY)
    fcntl.ioctl(handle, _SHUT_DOWN, _AT_ONCE)
    os.close(handle)


def test_11_a_drive_that_is_pulled_out_is_called_so_and_holds_all_that_was_saved(image: Path, tmp_path: Path) -> None:
    with _mounted(image, tmp_path / "drive.d") as folder, _at_work(folder) as desk:
        _write(desk, "The ferry leaves at noon.")
        _pull_out(folder.parent)
        for _ in range(3):
            with pytest.raises(Fault, match="The disk does not answer") as caught:
                _write(desk, "These words wait in the window.")
            assert caught.value.can_retry
    with _mounted(image, tmp_path / "back") as folder:
        desk = open_desk(folder, person="Amina")
        assert desk.articles.get(ARTICLE.id).body == "The ferry leaves at noon."
        desk.close()


def test_11_a_drive_that_is_full_takes_the_words_once_it_has_room(image: Path, tmp_path: Path) -> None:
    with _mounted(image, tmp_path / "drive.d") as folder, _at_work(folder) as desk:
        filler = folder.parent / "filler"
        with contextlib.suppress(OSError), filler.open("wb", buffering=0) as file:
            while True:
                file.write(bytes(4096))
        with pytest.raises(Fault, match="The disk is full") as caught:
            _write_on(desk)
        assert caught.value.can_retry
        filler.unlink()
        _write(desk, "There is room again.")
        assert desk.articles.get(ARTICLE.id).body == "There is room again."


def test_11_a_drive_that_may_only_be_read_is_read(image: Path, tmp_path: Path) -> None:
    with _mounted(image, tmp_path / "drive.d") as folder, _at_work(folder) as desk:
        _write(desk, "The ferry leaves at noon.")
    with _mounted(image, tmp_path / "read", "ro") as folder:
        desk = open_desk(folder, person="Amina", mode=OpenMode.WRITE_OR_READ)
        assert "cannot be written to" in str(desk.read_only.text)
        assert desk.articles.get(ARTICLE.id).body == "The ferry leaves at noon."
        with pytest.raises(Fault, match="cannot be written to"):
            _write(desk, "Never.")
        desk.close()
