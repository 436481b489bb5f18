"""A robot types and is killed at random moments: nothing that was accepted is ever lost."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from tests.faults import robot
from tests.processes import kill, needs_fork, running_child


@needs_fork
def test_pitfall_2_without_a_window_killed_at_random(quick_place: Path) -> None:
    _kill_without_window(quick_place, 10)


@needs_fork
@pytest.mark.soak
def test_pitfall_2_without_a_window_killed_two_thousand_times(quick_place: Path) -> None:
    _kill_without_window(quick_place, 2000)


def _kill_without_window(place: Path, times: int) -> None:
    random = Random(7)  # noqa: S311 - no secret
    folder, log, begun = place / "desk", place / "log", place / "begun"
    robot.prepare(folder)
    for number in range(times):
        log.write_bytes(b"")
        begun.unlink(missing_ok=True)
        with running_child(lambda ready: robot.type_without_window(folder, log, ready), begun) as child:
            time.sleep(random.random() * 0.05)
            kill(child)
        # Whole accepted edits, not only old ones: without a window nothing waits before it is saved.
        lengths = [int(line.split()[1]) for line in log.read_text(encoding="ascii").splitlines() if " " in line]
        kept = robot.stored(folder)
        assert kept in {lengths[-1], _next(lengths[-1])}, f"kill {number} of {times}"


def _next(length: int) -> int:
    """Return what the robot types after `length`: it may have reached the disk before it was noted."""
    after = length + 1 + length % 11
    return after if after % 4000 > 11 else after % 3999
