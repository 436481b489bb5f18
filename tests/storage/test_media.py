"""Originals are kept byte for byte, once, and whole."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.core.files import sha256_hex
from editor.storage import media
from tests.builders import an_image, png


def test_an_original_is_kept_under_its_hash(tmp_path: Path) -> None:
    digest = media.keep(tmp_path, png(), ".png")
    path = tmp_path / "media" / digest[:2] / f"{digest}.png"
    assert path.read_bytes() == png()
    assert digest == sha256_hex(png())
    assert media.original(tmp_path, an_image(sha256=digest)) == path


def test_keeping_twice_writes_once_and_mends_what_was_cut(tmp_path: Path) -> None:
    digest = media.keep(tmp_path, png(), ".png")
    path = tmp_path / "media" / digest[:2] / f"{digest}.png"
    first = path.stat().st_mtime_ns
    media.keep(tmp_path, png(), ".png")
    assert path.stat().st_mtime_ns == first
    path.write_bytes(png()[:10])
    media.keep(tmp_path, png(), ".png")
    assert path.read_bytes() == png()


def test_another_name_still_finds_the_file(tmp_path: Path) -> None:
    digest = media.keep(tmp_path, png(), ".png")
    found = media.original(tmp_path, an_image(sha256=digest, name="drums.jpeg"))
    assert found is not None
    assert found.suffix == ".png"


def test_without_a_file_there_is_no_original(tmp_path: Path) -> None:
    assert media.original(tmp_path, an_image()) is None
    gone = an_image(sha256="ab" * 32)
    assert media.original(tmp_path, gone) is None
    with pytest.raises(Fault, match=r"not in the newsroom: drums\.png"):
        media.check_kept(tmp_path, gone)
    media.check_kept(tmp_path, an_image())


def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(Fault, match="The disk is full"):
        media.keep(tmp_path, png(), ".png")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def _full(_handle: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_originals_are_listed_by_their_hashes(tmp_path: Path) -> None:
    assert media.kept(tmp_path) == frozenset()
    digests = {media.keep(tmp_path, data, ".png") for data in (b"one", b"two")}
    assert media.kept(tmp_path) == digests
