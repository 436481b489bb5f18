"""Copies of many pictures come in order, say how far they are, and stop when asked."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pictures

from editor.core.errors import Cancelled, Fault
from editor.core.files import sha256_hex
from editor.core.jobs import JobContext, quiet
from editor.core.messages import Message
from editor.domain.derivative import Derivative, derivatives_of
from editor.domain.image import Image
from editor.images import copying
from editor.images.copying import copies_of
from tests.builders import an_image


def pictures(folder: Path, count: int) -> tuple[list[Image], Callable[[Image], Path | None]]:
    images = []
    for number in range(count):
        stream = BytesIO()
        Pictures.new("RGB", (60, 40), (number * 20, 0, 0)).save(stream, "PNG")
        data = stream.getvalue()
        image = an_image(sha256=sha256_hex(data), width=60, height=40, name=f"{number}.png")
        (folder / image.sha256).write_bytes(data)
        images.append(image)
    return images, lambda image: folder / image.sha256


def wanted(images: list[Image]) -> list[tuple[Image, tuple[Derivative, ...]]]:
    return [(image, derivatives_of(image)) for image in images]


@pytest.mark.parametrize("jobs", [0, 1, 3])
def test_every_copy_comes_in_order(tmp_path: Path, jobs: int) -> None:
    images, original = pictures(tmp_path, 7)
    names = [copy.name for copy in copies_of(wanted(images), original, tmp_path / "kept", quiet(), jobs=jobs)]
    assert names == [copy.name for image in images for copy in derivatives_of(image)]


def test_no_pictures_are_no_work(tmp_path: Path) -> None:
    assert list(copies_of([], lambda _: None, tmp_path, quiet())) == []


def test_it_says_which_picture_it_is_at(tmp_path: Path) -> None:
    images, original = pictures(tmp_path, 3)
    said: list[str] = []

    def listen(_: float, message: Message) -> None:
        said.append(str(message))

    list(copies_of(wanted(images), original, tmp_path / "kept", JobContext(listen)))
    assert "0.png" in said[0]


def test_a_changed_original_stops_the_export(tmp_path: Path) -> None:
    images, original = pictures(tmp_path, 2)
    (tmp_path / images[1].sha256).write_bytes(b"something else")
    with pytest.raises(Fault, match="changed"):
        list(copies_of(wanted(images), original, tmp_path / "kept", quiet()))


def test_it_stops_when_asked(tmp_path: Path) -> None:
    images, original = pictures(tmp_path, 5)
    context = quiet()
    copies = copies_of(wanted(images), original, tmp_path / "kept", context)
    next(copies)
    context.cancel()
    with pytest.raises(Cancelled):
        list(copies)


def test_the_processes_that_make_copies_know_no_window_and_no_database() -> None:
    asked = "import sys, editor.images.copying; print(sorted(set(sys.modules) & {'PySide6', 'sqlmodel', 'sqlalchemy'}))"
    answer = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert answer.stdout.strip() == "[]"


def test_large_pictures_are_made_in_processes_and_come_in_order(tmp_path: Path) -> None:
    images = []
    for shade in (40, 80, 120):
        stream = BytesIO()
        Pictures.new("RGB", (1500, 1000), (shade, 0, 0)).save(stream, "JPEG")
        data = stream.getvalue()
        images.append(an_image(sha256=sha256_hex(data), width=1500, height=1000, name=f"{shade}.jpg"))
        (tmp_path / images[-1].sha256).write_bytes(data)
    small = [(image, derivatives_of(image)[:2]) for image in images]
    copies = list(copies_of(small, lambda image: tmp_path / image.sha256, tmp_path / "kept", quiet()))
    assert [copy.name for copy in copies] == [copy.name for _, wanted in small for copy in wanted]
    for copy, again in zip(
        copies, copies_of(small, lambda image: tmp_path / image.sha256, tmp_path / "kept", quiet()), strict=True
    ):
        assert copy.read() == again.read()


def test_a_picture_that_ends_its_process_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    images, original = pictures(tmp_path, 1)
    large = [replace(images[0], width=6000, height=4000)]
    monkeypatch.setattr(copying, "make_missing", end_at_once)
    with pytest.raises(Fault, match="“0"):
        list(copies_of(wanted(large), original, tmp_path / "kept", quiet()))


def original_in(folder: Path) -> Callable[[Image], Path | None]:
    return lambda image: folder / image.sha256


def end_at_once(_: object) -> dict[str, bytes]:
    os._exit(9)
