"""Looking at the pictures of a list one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.edits import AddImage
from editor.ui.jobs import Jobs
from editor.ui.widgets.picture_list import Picture, PictureList
from editor.ui.widgets.picture_viewer import PictureViewer
from editor.ui.widgets.picture_viewing import PictureViewing
from editor.ui.widgets.thumbnails import Thumbnails
from tests.builders import NOON
from tests.images.pictures import a_picture


@dataclass
class Held:
    window: QWidget
    pictures: PictureList
    viewing: PictureViewing
    jobs: Jobs

    @property
    def viewer(self) -> PictureViewer:
        found = self.window.findChild(PictureViewer)
        assert found is not None
        return found


@pytest.fixture
def held(desk: Desk, qtbot: QtBot) -> Iterator[Held]:
    jobs = Jobs()
    window = QWidget()
    qtbot.addWidget(window)
    pictures = PictureList(Thumbnails(desk.images, jobs, 100, jobs))
    QVBoxLayout(window).addWidget(pictures)
    images = [desk.images.read(a_picture(number, 1600, 1200), f"{number}.png") for number in range(3)]
    for image in images:
        desk.articles.apply(AddImage(image, say("x"), NOON))
    pictures.show_pictures([Picture(image) for image in images])
    window.resize(900, 700)
    window.show()
    yield Held(window, pictures, PictureViewing(desk.images, jobs, pictures), jobs)
    jobs.stop_all()


def test_the_arrows_go_through_the_list_and_the_list_follows(held: Held, qtbot: QtBot) -> None:
    held.viewing.open()
    qtbot.waitUntil(held.jobs.is_idle)
    assert held.viewer.accessibleDescription() == "1 of 3"
    for _ in range(5):
        QTest.keyClick(held.viewer, Qt.Key.Key_Right)
    assert held.viewer.accessibleDescription() == "3 of 3"
    assert held.pictures.currentIndex().row() == 2
    QTest.keyClick(held.viewer, Qt.Key.Key_Escape)
    assert not held.viewer.isVisible()
    held.pictures.step(-1)
    assert not held.viewer.isVisible()
    held.viewing.open()
    assert held.viewer.accessibleDescription() == "2 of 3"
    qtbot.waitUntil(held.jobs.is_idle)


def test_more_pixels_are_read_only_when_they_are_looked_at(held: Held, qtbot: QtBot) -> None:
    started: list[object] = []
    held.viewing.open()
    qtbot.waitUntil(held.jobs.is_idle)
    held.jobs.started.connect(started.append)
    QTest.keyClick(held.viewer, Qt.Key.Key_1)  # 1600 pixels, and at most 1024 were read
    qtbot.waitUntil(held.jobs.is_idle)
    assert len(started) == 1
    QTest.keyClick(held.viewer, Qt.Key.Key_Plus)
    QTest.keyClick(held.viewer, Qt.Key.Key_0)
    qtbot.waitUntil(held.jobs.is_idle)
    assert len(started) == 1


def test_the_list_becoming_empty_closes_it(held: Held, qtbot: QtBot) -> None:
    held.viewing.open()
    held.pictures.show_pictures(())
    assert not held.viewer.isVisible()
    held.viewing.open()
    assert not held.viewer.isVisible()
    qtbot.waitUntil(held.jobs.is_idle)
