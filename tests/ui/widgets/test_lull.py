"""What follows the typing of a long text waits for a lull in it, and never for ever."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject

from editor.ui.widgets.lull import Lull
from editor.ui.widgets.typing_pace import LULL_AT_MOST_MS, LULL_MS, PAINT_MS, TypingPace, rest_ms
from tests.ui.manual_timers import ManualTimers


class Keyboard:
    """Notes when a key came, and when the work was done."""

    def __init__(self) -> None:
        self.timers = ManualTimers()
        self.key_at = -LULL_MS
        self.done_at: list[int] = []
        self.owner = QObject()
        self.lull = Lull(self.owner, self._work, self.timers, lambda: self.timers.now_ms() - self.key_at)

    def _work(self) -> None:
        self.done_at.append(self.timers.now_ms())

    def key(self) -> None:
        self.key_at = self.timers.now_ms()


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


def test_where_nobody_types_it_comes_at_once_but_not_at_the_asking(keyboard: Keyboard) -> None:
    keyboard.lull.want()
    assert keyboard.done_at == []
    keyboard.timers.forward(0)
    assert keyboard.done_at == [0]


def test_it_waits_for_the_keys_to_rest_and_comes_once(keyboard: Keyboard) -> None:
    for _ in range(10):
        keyboard.key()
        keyboard.lull.want()
        keyboard.timers.forward(50)
    assert keyboard.done_at == []
    keyboard.timers.forward(5000)
    assert keyboard.done_at == [450 + LULL_MS]


@pytest.mark.parametrize("every", [50, 5])
def test_keys_that_never_rest_do_not_hold_it_up_for_ever(keyboard: Keyboard, every: int) -> None:
    keyboard.key()
    keyboard.lull.want()
    for _ in range(3000 // every):
        keyboard.key()
        keyboard.timers.forward(every)
    assert len(keyboard.done_at) == 1
    assert LULL_AT_MOST_MS <= keyboard.done_at[0] <= LULL_AT_MOST_MS + LULL_MS
    if every > PAINT_MS:
        assert keyboard.done_at[0] % every == PAINT_MS  # after a key, not just before the next one


def test_what_is_forgotten_never_comes_and_can_be_wanted_again(keyboard: Keyboard) -> None:
    keyboard.lull.want()
    keyboard.lull.forget()
    keyboard.timers.forward(5000)
    assert keyboard.done_at == []
    keyboard.lull.want()
    keyboard.timers.forward(0)
    assert keyboard.done_at == [5000]


@pytest.mark.usefixtures("qapp")
def test_work_that_wants_itself_again_comes_again() -> None:
    timers, owner, done = ManualTimers(), QObject(), [0]
    wants: list[Callable[[], None]] = []

    def work() -> None:
        done[0] += 1
        if done[0] == 1:
            wants[0]()

    lull = Lull(owner, work, timers, lambda: LULL_MS)
    wants.append(lull.want)
    lull.want()
    timers.forward(1)
    assert done == [2]


@pytest.mark.usefixtures("qapp")
def test_a_key_of_the_draft_is_noted_for_all() -> None:
    owner = QObject()
    pace = TypingPace(owner, ManualTimers())
    before = rest_ms()
    pace.touch()
    assert 0 <= rest_ms() <= max(before, 60_000)
