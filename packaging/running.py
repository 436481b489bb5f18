"""`run`: the editor on the sample newsroom, or the same job without a window where there is no display."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import List

from ground import BUILD, ROOT, Trouble

NEWSROOM = BUILD / "sample-newsroom"
SITE = BUILD / "sample-site"


def run(python: Path, rest: List[str], *, on_screen: bool) -> int:
    """Open the sample newsroom, made on the first run and kept afterwards; `--fresh` sets the old one aside."""
    if "--fresh" in rest:
        _set_aside(NEWSROOM)
    if not (NEWSROOM / "newsroom.sqlite3").is_file():
        _set_aside(NEWSROOM)
        made = _makala(python, "new", str(NEWSROOM), "--sample")
        print(f"made the sample newsroom in {_shown(NEWSROOM)}: {made['articles']} articles, {made['images']} images")
    if on_screen:
        return subprocess.call([str(python), "-m", "editor", "open", str(NEWSROOM)], cwd=ROOT)
    print("There is no display here, so the window stays closed. The same job without it:", flush=True)
    return _export_and_verify(python)


def has_display() -> bool:
    """Say whether a window can be shown: on Linux, whether a Wayland or X server answers."""
    if not sys.platform.startswith("linux"):
        return True
    return _answers_wayland() or _answers_x()


def on_virtual_screen(command: List[str]) -> List[str]:
    """Return `command` as run on an X server of its own that shows nothing (Linux), else as it is."""
    if not sys.platform.startswith("linux"):
        return command
    if not shutil.which("xvfb-run"):
        raise Trouble("This needs Xvfb: sudo apt-get install -y xvfb xauth")
    return ["xvfb-run", "-a", "-s", "-screen 0 2560x1600x24 -dpi 96", *command]


def _export_and_verify(python: Path) -> int:
    export = _makala(python, "export", str(NEWSROOM), str(SITE))
    print(f"exported {export['files']} files in {len(export['editions'])} editions, {export['seconds']} s")
    verified = _makala(python, "verify", str(SITE))
    for problem in verified["problems"]:
        print(f"  {problem['path']}: {problem['message']}")
    print("the bundle verifies" if verified["ok"] else "the bundle does not verify")
    print(f"its first page: {SITE / (export.get('first_page') or 'index.html')}")
    return 0 if verified["ok"] else 1


def _makala(python: Path, *arguments: str) -> dict:
    """Run one command of Makala and return its JSON answer; its progress and complaints are seen as they come."""
    command = [str(python), "-m", "editor", *arguments, "--json"]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    if done.returncode not in (0, 1):
        raise Trouble(
            f"`makala {arguments[0]}` ended with {done.returncode}; try: python3 packaging/dev.py run --fresh"
        )
    return json.loads(done.stdout)


def _set_aside(folder: Path) -> None:
    """Move `folder` out of the way; nothing that a person may have written is ever deleted."""
    if not folder.exists():
        return
    number = 1
    while (beside := folder.with_name(f"{folder.name}-old-{number}")).exists():
        number += 1
    folder.rename(beside)
    print(f"kept the newsroom of before in {_shown(beside)}")


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _answers_wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and _connects(socket.AF_UNIX, str(Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name))


def _answers_x() -> bool:
    host, _, screen = os.environ.get("DISPLAY", "").rpartition(":")
    number = screen.split(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X servers listen
        return _connects(socket.AF_UNIX, path) or _connects(socket.AF_UNIX, f"\0{path}")
    return _connects(socket.AF_INET, (host, 6000 + int(number)))


def _connects(family: int, address: object) -> bool:
    with socket.socket(family, socket.SOCK_STREAM) as plug:
        plug.settimeout(2)
        try:
            plug.connect(address)
        except OSError:
            return False
    return True
