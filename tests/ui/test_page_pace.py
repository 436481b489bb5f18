"""A page that is made quickly follows the keys; one that takes long waits for a pause, and never for ever."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from editor.ui.page_pace import LONGEST_WAIT_MS, MOST_QUIET_MS, QUIET_MS, PagePace
from tests.ui.manual_timers import ManualTimers


class Stage(QObject):
    """A pace, its time, and how often it rang."""

    def __init__(self) -> None:
        super().__init__()
        self.timers = ManualTimers()
        self.pace = PagePace(self, self.timers)
        self._rings: list[int] = []
        self.pace.due.connect(self.ring)

    @Slot()
    def ring(self) -> None:
        self._rings.append(self.timers.now_ms())

    def rang(self) -> int:
        return len(self._rings)

    def make_a_page(self, milliseconds: int) -> None:
        self.pace.asked()
        self.timers.forward(milliseconds)
        self.pace.seen()

    def type(self, milliseconds: int, *, every: int = 10) -> None:
        for _ in range(milliseconds // every):
            self.pace.touch()
            self.timers.forward(every)


@pytest.fixture
def stage(qapp: QApplication) -> Stage:
    assert qapp is not None
    return Stage()


def test_a_page_is_made_right_after_the_last_word(stage: Stage) -> None:
    stage.pace.touch()
    stage.timers.forward(QUIET_MS - 1)
    assert not stage.rang()
    stage.timers.forward(1)
    assert stage.rang() == 1
    stage.timers.forward(10 * LONGEST_WAIT_MS)
    assert stage.rang() == 1


def test_while_keys_keep_coming_it_is_made_now_and_then(stage: Stage) -> None:
    stage.type(10 * LONGEST_WAIT_MS)
    assert stage.rang() in {9, 10}


def test_pitfall_25_a_page_that_takes_long_waits_for_a_pause(stage: Stage) -> None:
    stage.make_a_page(700)
    stage.type(8_000)
    assert not stage.rang()
    stage.timers.forward(350)
    assert stage.rang() == 1


def test_it_waits_neither_too_long_nor_for_ever(stage: Stage) -> None:
    stage.make_a_page(5_000)
    stage.type(61_000)
    assert stage.rang() == 1
    stage.timers.forward(MOST_QUIET_MS)
    assert stage.rang() == 2


def test_a_page_asked_for_while_another_is_made_does_not_make_that_one_seem_quick(stage: Stage) -> None:
    stage.pace.asked()
    stage.timers.forward(690)
    stage.make_a_page(10)  # seen is the first one
    stage.type(8_000)
    assert not stage.rang()
    stage.timers.forward(350)
    assert stage.rang() == 1


def test_a_page_that_nobody_asked_for_says_nothing_of_the_time(stage: Stage) -> None:
    stage.make_a_page(10)
    stage.timers.forward(5_000)
    stage.pace.seen()
    stage.pace.touch()
    stage.timers.forward(QUIET_MS)
    assert stage.rang() == 1


def test_at_rest_it_rings_no_more(stage: Stage) -> None:
    stage.pace.touch()
    stage.pace.rest()
    stage.timers.forward(10 * LONGEST_WAIT_MS)
    assert not stage.rang()
