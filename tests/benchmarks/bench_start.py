"""From the command to a window in which the last article can be read and that answers: Makala and novelWriter in turns.

Both are started on the same X server with an open project and its last text, each from a fresh copy. A bystander looks
at the screen every few milliseconds. *Readable*: the column in the window's middle holds 95 % of the ink it has once
nothing changes any more. *Usable*: the program has answered a question put to it after that. novelWriter is fetched
into `build/peers` and never shipped.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from tests.benchmarks.figures import machine, median, milliseconds, table
from tests.benchmarks.screen import Screen, Window

ROUNDS = 7
PATIENCE_SECONDS = 40.0
SETTLED_SECONDS = 2.0
BUILD = Path(__file__).resolve().parents[2] / "build"
PEER = BUILD / "peers" / "novelwriter"

BARE = """
from PySide6.QtWidgets import QApplication, QTextEdit
app = QApplication([])
text = QTextEdit("word " * 900)
text.resize(1280, 720)
text.show()
app.exec()
"""

# Opens novelWriter's own sample once, lets it say what it wants to say, and closes it as a person would: as it comes
# it lacks an index, and is not what a writer opens in the morning.
SETTLE_PEER = """
import sys, novelwriter
from PyQt6.QtCore import QTimer
from PyQt6.QtWidgets import QApplication
create = novelwriter._createApp
def accept_and_close():
    novelwriter.CONFIG.spellLanguage = ""  # no dictionary is here, and it would say so at each start
    if dialog := QApplication.activeModalWidget():
        dialog.accept()
        return
    window = next(w for w in QApplication.topLevelWidgets() if type(w).__name__ == "GuiMain")
    window.saveProject()
    window.closeProject(isYes=True)
    novelwriter.CONFIG.saveConfig()
    QApplication.exit()
def with_timer():
    app = create()
    app.closer = QTimer(app)
    app.closer.timeout.connect(accept_and_close)
    app.closer.start(4000)
    return app
novelwriter._createApp = with_timer
novelwriter.main(sys.argv[1:])
"""


@dataclass(frozen=True)
class Start:
    """Seconds from the command to each stage, and the memory (MB, resident) once nothing changes."""

    window: float
    readable: float
    usable: float
    memory: float


def watch(screen: Screen, command: list[str], environment: dict[str, str]) -> Start:
    """Start `command`, look on until its window is still, stop it, and say when each stage was reached."""
    frames: list[tuple[float, Image.Image]] = []
    asked: dict[int, float] = {}
    answered: dict[int, float] = {}
    while screen.windows():  # the one before may still stand there for a moment
        time.sleep(0.1)
    screen.heard()
    began = time.monotonic()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, env=environment, **quiet) as program:  # type: ignore[call-overload]
        while not _is_over(frames, began):
            if window := next(iter(reversed(screen.windows())), None):
                asked[screen.ask(window)] = time.monotonic() - began
                picture = _column(screen, window)
                if picture and (not frames or frames[-1][1].tobytes() != picture.tobytes()):
                    frames.append((time.monotonic() - began, picture))
            answered.update(dict.fromkeys(screen.heard(), time.monotonic() - began))
            time.sleep(0.005)
        memory = _resident(program.pid)
        program.send_signal(signal.SIGKILL)
    frames = [(when, frame) for when, frame in frames if frame.size == frames[-1][1].size]  # without a splash
    readable = _first_readable(frames)
    usable = min(when for mark, when in answered.items() if asked[mark] >= readable)
    return Start(frames[0][0], readable, usable, memory)


def main() -> int:
    """Run the rounds and print the table."""
    screen = Screen()
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        peers: dict[str, Callable[[int], list[str]]] = {
            "Makala": lambda turn: [sys.executable, "-m", "editor", "open", str(_newsroom(home, turn))],
            "novelWriter": lambda turn: [str(PEER / "bin/novelwriter"), str(_project(home, turn))],
            "bare Qt window": lambda _turn: [sys.executable, "-c", BARE],
        }
        environment = _environment(home)
        seen: dict[str, list[Start]] = {name: [] for name in peers}
        for turn in range(ROUNDS + 1):
            for name, command in peers.items():
                start = watch(screen, command(turn), environment)
                if turn:  # the first warms the disk and writes first-run settings
                    seen[name].append(start)
    print(f"{ROUNDS} rounds in turns; {machine()}; {_version()}")
    rows = [[name, *_figures(starts)] for name, starts in seen.items()]
    ours, theirs = (median([start.usable for start in seen[name]]) for name in ("Makala", "novelWriter"))
    table(["median", "window", "readable", "usable", "memory"], rows)
    print(f"usable: Makala takes {ours / theirs:.2f} of novelWriter's time (target: at most 0.50)")
    return 0


def _is_over(frames: list[tuple[float, Image.Image]], began: float) -> bool:
    now = time.monotonic() - began
    if now > PATIENCE_SECONDS:
        raise TimeoutError("the window never came, or never came to rest")
    return bool(frames) and now - frames[-1][0] > SETTLED_SECONDS and _ink(frames[-1][1]) > 0


def _column(screen: Screen, window: Window) -> Image.Image | None:
    picture = screen.picture(window)
    if picture is None:
        return None
    width, height = picture.size
    return picture.crop((width * 3 // 10, height // 4, width * 6 // 10, height * 9 // 10))


def _first_readable(frames: list[tuple[float, Image.Image]]) -> float:
    final = frames[-1][1]
    enough = 0.95 * _ink(final)
    ink = _mask(final)
    return next(when for when, frame in frames if _count(ImageChops.logical_and(ink, _mask(frame))) >= enough)


def _mask(picture: Image.Image) -> Image.Image:
    """Return where `picture` differs plainly from its ground, its commonest grey."""
    ground = max(enumerate(picture.histogram()), key=lambda pair: pair[1])[0]
    return picture.point([255 if abs(grey - ground) > 48 else 0 for grey in range(256)]).convert("1")


def _count(mask: Image.Image) -> int:
    return mask.convert("L").histogram()[255]


def _ink(picture: Image.Image) -> int:
    return _count(_mask(picture))


def _resident(process: int) -> float:
    """Return the resident memory of `process` and its children in MB."""
    kilobytes = 0
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
    family = {process}
    for line in listed.splitlines():
        pid, parent, rss = map(int, line.split())
        if pid in family or parent in family:
            family.add(pid)
            kilobytes += rss
    return kilobytes / 1024


def _figures(starts: list[Start]) -> list[str]:
    times = [median([getattr(start, stage) for start in starts]) for stage in ("window", "readable", "usable")]
    return [*map(milliseconds, times), f"{median([start.memory for start in starts]):.0f} MB"]


def _environment(home: Path) -> dict[str, str]:
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "CACHE", "STATE")}
    for folder in folders.values():
        Path(folder).mkdir(exist_ok=True)
    # Installed programs have their bytecode on disk; ours shall have it too, whatever this shell says.
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, **folders, "HOME": str(home), "MAKALA_CONFIG_DIR": str(home / "makala")}


def _newsroom(home: Path, turn: int) -> Path:
    made = home / "newsroom"
    if not made.exists():
        command = [sys.executable, "-m", "editor", "new", str(made), "--sample", "--json"]
        subprocess.run(command, env=_environment(home), check=True, stdout=subprocess.DEVNULL)
    return Path(shutil.copytree(made, home / f"newsroom-{turn}"))


def _project(home: Path, turn: int) -> Path:
    made = home / "project"
    if not made.exists():
        _fetch_peer()
        sample = next(PEER.glob("lib/python*/site-packages/novelwriter/assets/sample.zip"))
        with zipfile.ZipFile(sample) as archive:
            archive.extractall(made)
        project = made / "nwProject.nwx"
        settle = [str(PEER / "bin/python"), "-c", SETTLE_PEER, str(project)]
        subprocess.run(settle, env=_environment(home), check=False, capture_output=True, timeout=60)
    return Path(shutil.copytree(made, home / f"project-{turn}")) / "nwProject.nwx"


def _fetch_peer() -> None:
    if (PEER / "bin/python").exists():
        return
    subprocess.run([sys.executable, "-m", "venv", str(PEER)], check=True)
    subprocess.run([str(PEER / "bin/python"), "-m", "pip", "install", "--quiet", "novelWriter"], check=True)


def _version() -> str:
    told = subprocess.run(
        [str(PEER / "bin/python"), "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True, check=True
    )
    wanted = ("novelwriter", "pyqt6==")
    return ", ".join(line for line in told.stdout.splitlines() if line.lower().startswith(wanted))


if __name__ == "__main__":
    sys.exit(main())
