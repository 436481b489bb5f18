"""When typing is saved."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from editor.ui.widgets.typing_pace import AT_MOST_MS, LULL_AT_MOST_MS, LULL_MS, PAINT_MS, QtTimers, TypingPace
from tests.ui.manual_timers import ManualTimers


def _paced(timers: ManualTimers, owner: QObject) -> tuple[TypingPace, list[int]]:
    pace = TypingPace(owner, timers)
    rung: list[int] = []
    pace.due.connect(lambda: rung.append(timers.now_ms()))
    return pace, rung


@pytest.mark.usefixtures("qapp")
def test_it_rings_400_ms_after_the_last_key() -> None:
    timers, owner = ManualTimers(), QObject()
    pace, rung = _paced(timers, owner)
    pace.touch()
    timers.forward(300)
    pace.touch()
    timers.forward(1000)
    assert rung == [700]


@pytest.mark.usefixtures("qapp")
def test_keys_without_a_pause_ring_before_two_seconds_are_over() -> None:
    timers, owner = ManualTimers(), QObject()
    pace, rung = _paced(timers, owner)
    for _ in range(100):
        pace.touch()
        timers.forward(50)
    assert rung[0] == 900 + PAINT_MS  # after a key, not at the next one
    assert all(rung_at % 50 == PAINT_MS for rung_at in rung)
    assert max(after - before for before, after in pairwise([0, *rung])) <= AT_MOST_MS


@pytest.mark.usefixtures("qapp")
def test_a_key_held_down_does_not_hold_it_up() -> None:
    timers, owner = ManualTimers(), QObject()
    pace, rung = _paced(timers, owner)
    for _ in range(150):
        pace.touch()
        timers.forward(20)
    assert len(rung) >= 2
    assert max(after - before for before, after in pairwise([0, *rung])) <= AT_MOST_MS


@pytest.mark.usefixtures("qapp")
def test_what_would_be_felt_waits_for_a_lull_and_two_seconds_at_most() -> None:
    timers, owner = ManualTimers(), QObject()
    pace, rung = _paced(timers, owner)
    for _ in range(100):
        pace.touch(in_lull=True)
        timers.forward(50)
    timers.forward(1000)
    assert len(rung) == 3
    assert max(after - before for before, after in pairwise([0, *rung])) <= LULL_AT_MOST_MS
    assert all(at % 50 == PAINT_MS for at in rung[:-1])
    assert rung[-1] == 4950 + LULL_MS


@pytest.mark.usefixtures("qapp")
def test_resting_forgets_the_keys() -> None:
    timers, owner = ManualTimers(), QObject()
    pace, rung = _paced(timers, owner)
    pace.touch()
    pace.rest()
    timers.forward(5000)
    assert rung == []
    pace.wait(5000)
    timers.forward(5000)
    assert rung == [10000]


def test_the_machines_own_timers_ring_once(qtbot: QtBot) -> None:
    owner = QObject()
    timer = QtTimers().timer(owner)
    with qtbot.waitSignal(timer.timeout, timeout=1000):
        timer.start(0)
    assert QtTimers().now_ms() > 0
