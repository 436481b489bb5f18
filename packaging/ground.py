"""The ground under every command: a fitting Python, the virtual environment, and the lock it is filled from."""

from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, List, Optional

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
BUILD = ROOT / "build"
VENV = ROOT / ".venv"
LOCK = PACKAGING / "lock.txt"
STAMP = VENV / "makala-stamp.json"
FITTING = ("3.13", "3.12", "3.11", "3.14")  # in the order they are liked
OLDEST, NEWEST = (3, 11), (3, 14)

# A Python that was built without one of these cannot run Makala, whatever its version.
_PROBE = """
import json, sys, ssl, zlib, ctypes, sqlite3
sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE t USING fts5(a)")
print(json.dumps([list(sys.version_info[:2]), sys.executable]))
"""


class Trouble(Exception):  # noqa: N818 - it is told to a person, not to a programmer
    """Something stands in the way; the text says what, and what to do."""


def ready() -> Path:
    """Return the Python of the virtual environment, after making or renewing it where that is needed."""
    wanted = _fingerprint()
    if _stamp().get("made_from") == wanted and _works(venv_python()):
        return venv_python()
    if not _works(venv_python()):
        _make_venv(find_python())
    _install()
    STAMP.write_text(json.dumps({"made_from": wanted}), encoding="utf-8")
    return venv_python()


def venv_python() -> Path:
    """Return where the virtual environment's Python lies on this system."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def find_python() -> str:
    """Return the path of a Python that has what Makala needs, or raise `Trouble` saying what to install."""
    for candidate in _candidates():
        found = _probe(candidate)
        if found:
            return found
    import system_needs  # here, for it imports this module

    installed = system_needs.install_python()
    if installed and _probe([installed]):
        return str(_probe([installed]))
    raise Trouble(
        f"Makala needs Python 3.11 to 3.14, and none was found (this is {platform.python_version()}).\n"
        + {
            "Darwin": "Install one from python.org, or: brew install python@3.13",
            "Windows": "Install one from python.org, or: winget install Python.Python.3.13",
        }.get(platform.system(), "Install one, for example: sudo apt-get install python3.11 python3.11-venv")
    )


def write_lock(python: Path, rest: List[str]) -> int:
    """Resolve pyproject.toml for every system and Python 3.11 to 3.14 into `packaging/lock.txt`, with hashes.

    The result names no place that packages come from: whoever installs uses the place they are set up for, and the
    hashes hold whatever that place is.
    """
    command = [
        str(python),
        "-m",
        "uv",
        "pip",
        "compile",
        "pyproject.toml",
        "--all-extras",
        "--group",
        "dev",
        "--output-file",
        str(LOCK),
    ]
    command += ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--quiet"]
    command += ["--annotation-style", "line", *rest]
    result = subprocess.call(command, cwd=ROOT, stdout=subprocess.DEVNULL)
    if result == 0:
        _refuse_addresses(LOCK.read_text(encoding="utf-8"))
        print(f"wrote {LOCK.relative_to(ROOT)}")
    return result


def _refuse_addresses(text: str) -> None:
    guilty = [line for line in text.splitlines() if "://" in line or line.startswith("-") or "file:" in line]
    if guilty:
        raise Trouble("The lock names a place, which it must not:\n" + "\n".join(guilty[:5]))


def _candidates() -> Iterator[List[str]]:
    yield [sys.executable]
    for version in FITTING:
        for name in (f"python{version}", f"/usr/bin/python{version}", f"/opt/homebrew/bin/python{version}"):
            if shutil.which(name):
                yield [name]
        for place in (f".pyenv/versions/{version}.*/bin/python", f".local/share/uv/python/*-{version}.*/bin/python3"):
            for path in sorted(Path.home().glob(place), reverse=True):
                yield [str(path)]
        if os.name == "nt" and shutil.which("py"):
            yield ["py", f"-{version}"]
    for name in ("python3", "python"):
        if shutil.which(name):
            yield [name]


def _probe(command: List[str]) -> Optional[str]:
    try:
        done = subprocess.run([*command, "-c", _PROBE], capture_output=True, text=True, timeout=60)
        version, path = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return path if OLDEST <= tuple(version) <= NEWEST else None


def _works(python: Path) -> bool:
    return python.exists() and _probe([str(python)]) is not None


def _make_venv(python: str) -> None:
    if subprocess.call([python, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL):
        import system_needs  # here, for it imports this module

        system_needs.install_venv_module(python)
    print(f"making .venv with {python}", flush=True)
    if subprocess.call([python, "-m", "venv", "--clear", str(VENV)]):
        raise Trouble("The virtual environment could not be made; the lines above say why.")


def _install() -> None:
    """Fill the environment: exactly the locked libraries, then Makala itself, editable."""
    pip = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    environment = {**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}
    print("installing the locked libraries (some 350 MB the first time; a few minutes)", flush=True)
    locked = [*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK)]
    if subprocess.call(locked, env=environment):
        raise Trouble(_why_not_installed())
    if subprocess.call([*pip, "--no-build-isolation", "--no-index", "--editable", str(ROOT)], env=environment):
        raise Trouble("Makala itself could not be installed into .venv; the lines above say why.")


def _why_not_installed() -> str:
    libc, version = platform.libc_ver()
    if libc == "glibc" and tuple(int(part) for part in version.split(".")[:2]) < (2, 34):
        return f"Qt's own packages need glibc 2.34 (Debian 12, Ubuntu 22.04); this system has {version}."
    return "The locked libraries could not be installed; is there a network? Run the same command again to go on."


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    digest.update(str(ROOT).encode())  # an environment that was moved or copied points at the old place
    return digest.hexdigest()


def _stamp() -> dict:
    try:
        return json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
