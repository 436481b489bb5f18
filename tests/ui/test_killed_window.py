"""Pitfall 2: somebody types into the window and the process dies; no character older than two seconds is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.faults import robot

_PATIENCE_SECONDS = 60.0


def test_pitfall_2_the_window_killed_while_somebody_types(tmp_path: Path) -> None:
    _kill_windows(tmp_path, 1, stall_seconds=0.1)


@pytest.mark.soak
def test_pitfall_2_the_window_killed_a_hundred_times(tmp_path: Path) -> None:
    _kill_windows(tmp_path, 100)


def _kill_windows(place: Path, times: int, stall_seconds: float = float("inf")) -> None:
    random = Random(11)  # noqa: S311 - no secret
    folder, log = place / "desk", place / "log"
    robot.prepare(folder)
    environment = os.environ | {"MAKALA_CONFIG_DIR": str(place / "config"), "MAKALA_PLAIN_PREVIEW": "1"}
    for number in range(times):
        log.write_bytes(b"")
        child = subprocess.Popen([sys.executable, "-m", "tests.ui.window_robot", folder, log], env=environment)
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
