"""The line over the pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.services.image_library import LibraryQuery, PictureOrder
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
    assert bar.query == LibraryQuery("drum")
    bar.show_library(is_library=False)
    assert bar.query is None


def test_each_shelf_says_how_many_and_alt_text_is_asked_for_in_each_language(bar: PictureBar, qtbot: QtBot) -> None:
    bar.show_library(is_library=True)
    bar.show_counts({"": 12, "unused": 3, "no-alt:sw": 7}, ("sw",))
    shown = {bar.shelf.itemData(row): bar.shelf.itemText(row) for row in range(bar.shelf.count())}
    assert shown[""] == "12 · All pictures"
    assert shown["unused"] == "3 · Unused"
    assert shown["no-alt:sw"].startswith("7 · No alt text in"), "the end is what a narrow window cuts off"
    with qtbot.waitSignal(bar.changed):
        bar.shelf.committed.emit("no-alt:sw")
    assert bar.query == LibraryQuery(shelf="no-alt:sw")


def test_the_order_is_chosen_and_named(bar: PictureBar, qtbot: QtBot) -> None:
    bar.show_library(is_library=True)
    with qtbot.waitSignal(bar.changed):
        bar.order.menu().actions()[2].trigger()
    assert bar.query == LibraryQuery(order=PictureOrder.NAME)
    assert bar.order.accessibleName() == "Order: By name"


def test_a_search_begins_in_the_library(bar: PictureBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.begin_search()
    assert bar.is_library
    with qtbot.assertNotEmitted(bar.changed):
        bar.begin_search()
    with qtbot.waitSignal(bar.left_downward):
        QTest.keyClick(bar.search, Qt.Key.Key_Down)


def test_choosing_and_adding_are_told(bar: PictureBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.changed):
        bar.scope.chosen.emit("library")
    with qtbot.waitSignal(bar.add_asked):
        bar.add.click()
    bar.retranslate()
    assert bar.search.accessibleName()
