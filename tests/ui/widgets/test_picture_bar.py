"""The line over the pictures."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.picture_bar import PictureBar
from tests.ui.manual_timers import ManualTimers


@pytest.fixture
def timers() -> ManualTimers:
    return ManualTimers()


@pytest.fixture
def bar(qtbot: QtBot, timers: ManualTimers) -> PictureBar:
    made = PictureBar(timers)
    qtbot.addWidget(made)
    return made


def test_words_are_asked_for_in_the_library_alone(bar: PictureBar, timers: ManualTimers, qtbot: QtBot) -> None:
    assert not bar.is_library
    assert not bar.search.isVisibleTo(bar)
    bar.show_library(is_library=True)
    assert bar.search.isVisibleTo(bar)
    QTest.keyClicks(bar.search, " drum ")
    with qtbot.waitSignal(bar.changed):
        timers.forward(1000)
    assert bar.words == "drum"
    bar.show_library(is_library=False)
    assert bar.words == ""


def test_choosing_and_adding_are_told(bar: PictureBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.scope.chosen.emit("library")
    with qtbot.waitSignal(bar.add_asked):
        bar.add.click()
    bar.retranslate()
    assert bar.search.accessibleName()
