"""What a program and all that it started hold and have done, from outside. Linux alone tells it (`/proc`)."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def family(process: int) -> list[int]:
    """Return `process` and everything that it started, itself or through another."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout
    children: dict[int, list[int]] = {}
    for line in listed.splitlines():
        pid, parent = map(int, line.split())
        children.setdefault(parent, []).append(pid)
    found = [process]
    for one in found:
        found += children.get(one, [])
    return found


def megabytes(process: int) -> float:
    """Return the proportional set size of `process`: what processes share is counted once among them; 0 of an ended."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0) / 1024


def seconds_worked(process: int) -> float:
    """Return for how many seconds `process`, what it started and what has ended of that were at work."""
    ticks = 0
    for one in family(process):
        try:
            fields = Path(f"/proc/{one}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        ticks += sum(map(int, fields[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")
