"""Robots type and are killed at random moments: no character older than two seconds is ever lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.faults import robot
from tests.processes import kill, needs_fork, running_child

_PATIENCE_SECONDS = 60.0


@needs_fork
def test_pitfall_2_without_a_window_killed_at_random(quick_place: Path) -> None:
    _kill_without_window(quick_place, 10)


@needs_fork
@pytest.mark.soak
def test_pitfall_2_without_a_window_killed_two_thousand_times(quick_place: Path) -> None:
    _kill_without_window(quick_place, 2000)


def test_pitfall_2_the_window_killed_while_somebody_types(tmp_path: Path) -> None:
    _kill_windows(tmp_path, 1, stall_seconds=0.1)


@pytest.mark.soak
def test_pitfall_2_the_window_killed_a_hundred_times(tmp_path: Path) -> None:
    _kill_windows(tmp_path, 100)


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


def _kill_windows(place: Path, times: int, stall_seconds: float = float("inf")) -> None:
    random = Random(11)  # noqa: S311 - no secret
    folder, log = place / "desk", place / "log"
    robot.prepare(folder)
    environment = os.environ | {"MAKALA_CONFIG_DIR": str(place / "config"), "MAKALA_PLAIN_PREVIEW": "1"}
    for number in range(times):
        log.write_bytes(b"")
        child = subprocess.Popen([sys.executable, "-m", "tests.faults.robot", folder, log], env=environment)
        try:
            _wait_for(log)
            time.sleep(robot.SAFE_SECONDS + 0.2 + random.random())
            killed_at = time.monotonic()
        finally:
            child.kill()
            child.wait()
        owed = robot.safe(log, killed_at, stall_seconds=stall_seconds)
        kept = robot.stored(folder)
        assert kept >= owed, f"{owed - kept} characters lost at kill {number + 1} of {times}"


def _wait_for(log: Path) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not log.stat().st_size:
        assert time.monotonic() < deadline, "the robot never typed"
        time.sleep(0.02)
