"""`build`: the wheel and the self-contained Linux folder, each put to work in an empty environment before it counts."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import List

from ground import BUILD, LOCK, PACKAGING, ROOT, Trouble
from running import on_virtual_screen

# Prints what an installed makala needs on this machine, and what that needs, without the tools of its developers.
_CLOSURE = """
from importlib.metadata import requires
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
found, open_ones = set(), ["makala"]
while open_ones:
    for line in requires(open_ones.pop()) or ():
        wanted = Requirement(line)
        name = canonicalize_name(wanted.name)
        if name not in found and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
            found.add(name)
            open_ones.append(name)
print(*sorted(found))
"""

DIST = BUILD / "dist"
SMOKE = BUILD / "smoke"


def build(python: Path, rest: List[str]) -> int:
    """Make both (or the one named: `wheel`, `folder`) and start them; the exit code says whether all of it worked."""
    if not sys.platform.startswith("linux"):
        make_wheel(python)
        print("The program for this system: see README.md in packaging/windows or packaging/macos.")
        return 0
    wanted = rest or ["wheel", "folder"]
    SMOKE.mkdir(parents=True, exist_ok=True)
    if "wheel" in wanted:
        wheel = make_wheel(python)
        start(python, "wheel", str(install(python, wheel)))
    if "folder" in wanted:
        start(python, "folder", str(freeze(python)))
    return 0


def make_wheel(python: Path) -> Path:
    """Build the wheel from this checkout, without a network."""
    shutil.rmtree(DIST / "wheel", ignore_errors=True)
    _run([str(python), "-m", "build", "--wheel", "--no-isolation", "--outdir", str(DIST / "wheel"), str(ROOT)], "wheel")
    wheel = next((DIST / "wheel").glob("makala-*.whl"))
    print(f"{_shown(wheel)}: {wheel.stat().st_size / 1e6:.1f} MB", flush=True)
    return wheel


def install(python: Path, wheel: Path) -> Path:
    """Install `wheel` and just what it depends on into a new environment; return its `makala`."""
    place = SMOKE / "wheel-venv"
    _run([str(python), "-m", "venv", "--clear", str(place)], "new environment")
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    wanted = SMOKE / "wheel.txt"
    locked = _locked(
        subprocess.run([str(python), "-c", _CLOSURE], stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    )
    wanted.write_text(f"makala @ {wheel.as_uri()} --hash=sha256:{digest}\n{locked}", encoding="utf-8")
    pip = [str(place / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run([*pip, "--no-deps", "--require-hashes", "-r", str(wanted)], "install the wheel")
    _run([str(place / "bin/python"), "-m", "pip", "check"], "nothing is missing")
    return place / "bin" / "makala"


def freeze(python: Path) -> Path:
    """Make the folder with PyInstaller; return its `makala`."""
    spec = PACKAGING / "linux" / "makala.spec"
    places = ["--distpath", str(DIST), "--workpath", str(BUILD / "work")]
    _run([str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places, str(spec)], "folder")
    folder = DIST / "makala"
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    print(f"{_shown(folder)}: {size / 1e6:.0f} MB", flush=True)
    return folder / "makala"


def start(python: Path, name: str, makala: str) -> None:
    """Put command line and window of a build to work with nothing of this environment in reach, or raise `Trouble`.

    Between them the commands load what is loaded late: each library that a build may have left behind.
    """
    home = SMOKE / f"{name}-home"
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    newsroom, site = home / "newsroom", home / "site"
    page, book = home / "page.txt", home / "book.epub"
    shutil.copyfile(ROOT / "tests" / "data" / "pages" / "lake-ferry.txt", page)
    for arguments in (
        ["--version"],
        ["new", str(newsroom), "--sample"],
        ["ingest", str(newsroom), str(page), "--zone", "Africa/Nairobi"],  # finds the language of the page
        ["export", str(newsroom), str(site)],
        ["verify", str(site)],
        ["export", str(newsroom), str(home / "items"), "--format", "ninjs", "--zip"],
        ["book", str(newsroom), str(book), "--edition", "sw"],
        ["deliver", str(site), str(home / "server")],
        ["check", str(newsroom)],  # ends with 1 while something is to be looked at
        ["report", str(newsroom), "--output", str(home / "report.csv")],
        ["search", str(newsroom), "奈良"],
        ["inspect", *map(str, sorted((ROOT / "resources" / "sample" / "images").iterdir())[:3])],
        ["archive", str(newsroom), str(home / "archive")],
        ["backup", str(newsroom)],
        ["key", "show"],
    ):
        asked = arguments if arguments == ["--version"] else [*arguments, "--json"]
        began = time.monotonic()
        done = subprocess.run([makala, *asked], cwd=home, env=_empty(home), capture_output=True, text=True)
        if done.returncode not in ((0, 1) if arguments[0] == "check" else (0,)):
            raise Trouble(f"{name}: makala {arguments[0]} ended with {done.returncode}\n{done.stdout}{done.stderr}")
        _tell(f"{name} {time.monotonic() - began:4.1f} s", arguments[0], done.stdout)
    _serve_live(name, [makala, "live", str(newsroom), "--json"], home)
    patient = ["--home", str(home), "--patience", "180"]
    watch = [str(python), "-m", "tests.benchmarks.screen", *patient, "--", makala, "open", str(newsroom)]
    _run(on_virtual_screen(watch), f"{name}: window")


def _serve_live(name: str, command: List[str], home: Path) -> None:
    """Start the server of `makala live`, read a page of it, and stop it as a person would."""
    with subprocess.Popen(command, cwd=home, env=_empty(home), stdout=subprocess.PIPE, text=True) as program:
        try:
            address = json.loads(program.stdout.readline() or "{}").get("address", "")
            with urllib.request.urlopen(address, timeout=60) as page:  # noqa: S310 - its own, on this computer
                is_read = b"<html" in page.read()
        except (OSError, ValueError) as error:
            raise Trouble(f"{name}: makala live does not answer: {error}") from error
        finally:
            program.send_signal(signal.SIGINT)
    if not is_read:
        raise Trouble(f"{name}: makala live shows no page.")
    print(f"ok   {name}: live", flush=True)


def _locked(names: List[str]) -> str:
    """Return the entries of the lock for `names`: each a line at the margin and its hashes below."""
    kept, is_wanted = [], False
    for line in LOCK.read_text(encoding="utf-8").splitlines():
        if not line.startswith((" ", "#")):
            is_wanted = line.split("==")[0] in names
        if is_wanted and not line.lstrip().startswith("#"):
            kept.append(line)
    return "\n".join(kept) + "\n"


def _tell(name: str, command: str, told: str) -> None:
    answer = json.loads(told) if told.startswith("{") else {}
    words = ", ".join(f"{key} {value}" for key, value in answer.items() if isinstance(value, (int, float, bool)))
    print(f"ok   {name}: {command} {words if answer else told.strip()}", flush=True)


def _empty(home: Path) -> dict:
    """Return an environment as bare as that of `env -i`, with a home of its own."""
    return {"HOME": str(home), "PATH": "/usr/bin:/bin"}


def _run(command: List[str], what: str) -> None:
    if subprocess.call(command, cwd=ROOT, env={**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}):
        raise Trouble(f"{what}: did not work; the lines above say why.")
    print(f"ok   {what}", flush=True)


def _shown(path: Path) -> str:
    return str(path.relative_to(ROOT))
