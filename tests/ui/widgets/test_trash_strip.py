"""The trash of pictures is emptied by pressing twice, and only of what may go."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, open_desk
from editor.core.messages import say
from editor.domain.edits import AddImage, change_image
from editor.ui.jobs import Jobs
from editor.ui.widgets.trash_strip import TrashStrip
from tests.builders import NOON, FixedClock, a_desk, png


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = a_desk(tmp_path / "trashed")
    image = made.images.read(png(), "drums.png")
    made.articles.apply(AddImage(image, say("Add"), NOON))
    made.articles.apply(change_image(made.images.get(image.id), say("Trash"), trashed_at=NOON))
    made.close()
    opened = open_desk(made.folder, clock=FixedClock())
    yield opened
    opened.close()


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    owner = QObject()
    made = Jobs(owner)
    yield made
    made.stop_all()


def test_pressed_twice_it_is_empty(qtbot: QtBot, desk: Desk, jobs: Jobs) -> None:
    strip = TrashStrip(desk.images, jobs, can_write=True)
    qtbot.addWidget(strip)
    assert strip.isHidden()
    strip.look()
    qtbot.waitUntil(jobs.is_idle)
    assert strip.button.text() == "Remove 1 picture from the disk"
    strip.button.click()
    assert strip.button.text() == "Remove 1 picture for good? Press again."
    assert len(desk.images.in_trash()) == 1
    with qtbot.waitSignal(strip.emptied):
        strip.button.click()
    qtbot.waitUntil(jobs.is_idle)
    assert desk.images.in_trash() == []
    assert strip.button.text() == "None of these may go yet"
    assert not strip.button.isEnabled()


def test_where_only_reading_is_possible_nothing_can_be_pressed(qtbot: QtBot, desk: Desk, jobs: Jobs) -> None:
    strip = TrashStrip(desk.images, jobs, can_write=False)
    qtbot.addWidget(strip)
    strip.look()
    qtbot.waitUntil(jobs.is_idle)
    assert not strip.button.isEnabled()
