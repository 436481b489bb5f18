"""Thousands of mixed files taken in at once: every failure is reported, it stops when asked, every copy decodes."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pictures
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from editor.core.errors import Cancelled
from editor.core.jobs import JobContext, quiet
from editor.core.messages import Message, say
from editor.domain.derivative import derivatives_of
from editor.images.derivatives import make
from editor.services.images import Images
from editor.ui.jobs import Jobs
from editor.ui.widgets.offered_picture import OfferedPicture
from editor.ui.widgets.picture_intake import Intake, read_pictures
from tests.builders import FixedClock, a_database
from tests.images.hostile import REFUSED, TAKEN
from tests.images.samples import SAMPLES
from tests.ui.panel_host import until

_BAD = [made() for name, made in REFUSED.items() if name not in {"400 megapixels", "200 MB of text"}]
_ODD = [*(made() for name, made in TAKEN.items() if "30,000" not in name), *(one.data for one in SAMPLES.values())]
_EVERY = 25  # one file in so many is bad


@pytest.fixture
def images(tmp_path: Path) -> Iterator[Images]:
    database = a_database(tmp_path / "desk")
    yield Images(database, FixedClock())
    database.close()


def offered(count: int, folder: Path) -> list[OfferedPicture]:
    """Return so many files: all bad ones, all odd ones, and small pictures of which no two are equal."""
    made = []
    for number in range(count):
        if number % _EVERY == 0:
            data = _BAD[number // _EVERY % len(_BAD)]
        elif number % _EVERY == 1:
            data = _ODD[number // _EVERY % len(_ODD)]
        else:
            stream = BytesIO()
            shade = (number & 255, number >> 8 & 255, number >> 16)
            kind = ("PNG", "JPEG", "WEBP", "GIF", "TIFF")[number % 5]
            Pictures.new("RGB", (24 + number % 7, 16), shade).save(stream, kind)
            data = stream.getvalue() + number.to_bytes(4, "big") * (kind == "JPEG")
        path = folder / f"{number}.jpg"
        path.write_bytes(data)
        made.append(OfferedPicture(name=path.name, path=path))
    return made


def taken(images: Images, count: int, folder: Path) -> None:
    folder.mkdir()
    files = offered(count, folder)
    said: list[str] = []

    def listen(_: float, message: Message) -> None:
        said.append(str(message))

    intake = read_pictures(images, files, JobContext(listen))
    bad = {file.name for number, file in enumerate(files) if number % _EVERY == 0}
    assert {name for name, _ in intake.refused} == bad
    assert all(str(error) for _, error in intake.refused)
    assert said
    for image in intake.images:
        original = images.original(image)
        assert original is not None
        copies = make(image, original.read_bytes())
        assert copies.keys() >= {one.name for one in derivatives_of(image)}
        for copy in copies.values():
            with Pictures.open(BytesIO(copy)) as opened:
                opened.load()


def test_a_hundred_mixed_files(images: Images, tmp_path: Path) -> None:
    taken(images, 100, tmp_path / "in")


@pytest.mark.soak
def test_five_thousand_mixed_files(images: Images, tmp_path: Path) -> None:
    taken(images, 5000, tmp_path / "in")


def test_it_stops_when_asked(images: Images, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    files = offered(40, tmp_path / "in")
    context = quiet()
    context.cancel()
    with pytest.raises(Cancelled):
        read_pictures(images, files, context)


class _AfterSo(threading.Event):
    """Asks a job to stop when it has looked so many times whether it shall."""

    def __init__(self, many: int) -> None:
        super().__init__()
        self._left = many

    @override
    def is_set(self) -> bool:
        self._left -= 1
        return self._left < 0


def test_what_was_read_before_it_stopped_is_whole(images: Images, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    files = offered(40, tmp_path / "in")
    context = quiet()

    with pytest.raises(Cancelled):
        read_pictures(images, files, JobContext(stop=_AfterSo(20)))
    again = read_pictures(images, files, context)
    assert len(again.refused) == 2


def test_the_window_goes_on_while_hostile_files_are_read(images: Images, qtbot: QtBot) -> None:
    """Every hostile file in one job, and the window's own thread gets its turn again and again meanwhile."""
    owner = QWidget()
    qtbot.addWidget(owner)
    watch = _Watch(owner)
    jobs = Jobs(owner)
    files = [OfferedPicture(name, data=made()) for name, made in {**REFUSED, **TAKEN}.items()]
    jobs.submit(partial(read_pictures, images, files), title=say("Reading pictures"), done=watch.end)
    until(qtbot, lambda: watch.intake is not None)
    assert watch.intake is not None
    assert {name for name, _ in watch.intake.refused} == set(REFUSED)
    assert len(watch.intake.images) == len(TAKEN)
    assert watch.turns > len(files)


class _Watch(QObject):
    """Counts the turns of the window's thread until the pictures are read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.turns = 0
        self.intake: Intake | None = None
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._on_turn)
        self._clock.start(0)

    def end(self, intake: Intake) -> None:
        self._clock.stop()
        self.intake = intake

    def _on_turn(self) -> None:
        self.turns += 1
