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

_POLLS, _POLL_SECONDS = 4000, 0.02
# A pause between two keys, which come every 10 ms, counts as so much: where a machine that does ten other things gives
# the window no time at all, nothing is typed and nothing is saved.
_STALL_SECONDS = 0.1


def test_pitfall_2_the_window_killed_while_somebody_types(tmp_path: Path) -> None:
    _kill_windows(tmp_path, 1)


@pytest.mark.soak
def test_pitfall_2_the_window_killed_a_hundred_times(tmp_path: Path) -> None:
    _kill_windows(tmp_path, 100)


def _kill_windows(place: Path, times: int) -> None:
    random = Random(11)  # noqa: S311 - no secret
    folder, log = place / "desk", place / "log"
    robot.prepare(folder)
    environment = os.environ | {"MAKALA_CONFIG_DIR": str(place / "config"), "MAKALA_PLAIN_PREVIEW": "1"}
    for number in range(times):
        log.write_bytes(b"")
        stored = robot.stored(folder)
        child = subprocess.Popen([sys.executable, "-m", "tests.ui.window_robot", folder, log], env=environment)
        try:
            _wait_for(log, child, stored)
            time.sleep(random.random())
            killed_at = time.monotonic()
        finally:
            child.kill()
            child.wait()
        owed = robot.safe(log, killed_at, stall_seconds=_STALL_SECONDS)
        assert owed > stored, "nothing was owed: the kill proves nothing"
        kept = robot.stored(folder)
        assert kept >= owed, f"{owed - kept} characters lost at kill {number + 1} of {times}"


def _wait_for(log: Path, child: subprocess.Popen[bytes], more_than: int) -> None:
    """Wait until more characters than that are owed; polls are counted: a machine that stands still makes none."""
    for _ in range(_POLLS):
        if robot.safe(log, time.monotonic(), stall_seconds=_STALL_SECONDS) > more_than:
            return
        assert child.poll() is None, f"the robot ended with {child.returncode}"
        time.sleep(_POLL_SECONDS)
    raise AssertionError("the robot never typed")
