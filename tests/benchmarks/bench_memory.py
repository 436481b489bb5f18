"""The memory of the idle window: the sample newsroom open, nothing done for a while, with every process it started.

Proportional set size (`/proc/<pid>/smaps_rollup`): what processes share is counted once. Linux alone tells it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.figures import machine, table
from tests.benchmarks.processes import family, megabytes

IDLE_SECONDS = 15
CASES = {"plain preview": {"MAKALA_PLAIN_PREVIEW": "1"}, "web engine on screen": {"QTWEBENGINE_DISABLE_SANDBOX": "1"}}
BARE = (
    "from PySide6.QtWidgets import QApplication, QTextEdit; a = QApplication([]); t = QTextEdit(); t.show(); a.exec()"
)


def main() -> int:
    """Start each case, let it rest, print what it holds."""
    rows = []
    with tempfile.TemporaryDirectory() as place:
        newsroom = Path(place) / "newsroom"
        made = [sys.executable, "-m", "editor", "new", str(newsroom), "--sample", "--json"]
        subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
        window = [sys.executable, "-m", "editor", "open", str(newsroom)]
        for name, extra in CASES.items():
            rows.append([name, *_rest(window, {**extra, "MAKALA_CONFIG_DIR": str(Path(place) / name)})])
        rows.append(["bare Qt window", *_rest([sys.executable, "-c", BARE], {})])
    print(f"after {IDLE_SECONDS} s of rest; {machine()}")
    table(["idle window", "its process", "with all others", "processes"], rows)
    return 0


def _rest(command: list[str], extra: dict[str, str]) -> list[str]:
    with subprocess.Popen(command, env={**os.environ, **extra}, stderr=subprocess.DEVNULL) as program:
        time.sleep(IDLE_SECONDS)
        members = family(program.pid)
        held = {process: megabytes(process) for process in members}
        program.terminate()
    return [f"{held[program.pid]:.0f} MB", f"{sum(held.values()):.0f} MB", str(len(members))]


if __name__ == "__main__":
    sys.exit(main())
