"""The developer's one command: runs on an old Python, knows what the system lacks, and its lock can be trusted."""

from __future__ import annotations

import ast
import importlib
import os
import platform
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from tests.architecture.source_tree import ROOT

PACKAGING = ROOT / "packaging"
OWN = ("dev", "ground", "running", "checking", "building", "system_needs")
LOCK = (PACKAGING / "lock.txt").read_text(encoding="utf-8")
ENTRY = re.compile(r"^([a-z0-9-]+)==(\S+)(?: ; (.+?))? \\$", re.MULTILINE)


@pytest.fixture
def packaging(monkeypatch: pytest.MonkeyPatch) -> dict[str, ModuleType]:
    """Import the modules of `packaging/` as `dev.py` sees them: beside it, by their bare names."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    return {name: importlib.import_module(name) for name in OWN}


@pytest.mark.parametrize("name", OWN)
def test_it_reads_as_python_3_9(name: str) -> None:
    ast.parse((PACKAGING / f"{name}.py").read_text(encoding="utf-8"), feature_version=(3, 9))


@pytest.mark.parametrize("name", OWN)
def test_it_needs_nothing_but_the_standard_library(name: str) -> None:
    imported = set()
    for node in ast.walk(ast.parse((PACKAGING / f"{name}.py").read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
    assert imported <= sys.stdlib_module_names | set(OWN)


def test_without_a_command_it_says_which_there_are() -> None:
    done = subprocess.run([sys.executable, str(PACKAGING / "dev.py")], capture_output=True, text=True, check=True)
    for command in ("run", "test", "lint", "bench", "soak", "build", "lock", "shots", "catalogs"):
        assert re.search(rf"^  {command} +\S", done.stdout, re.MULTILINE)


def test_every_library_of_the_lock_has_hashes() -> None:
    assert len(ENTRY.findall(LOCK)) > 40
    for part in re.split(r"\n(?=[a-z])", LOCK):
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", part), part[:60]


def test_the_lock_names_no_place() -> None:
    assert not re.search(r"://|^-|file:|@", LOCK, re.MULTILINE)


def test_the_lock_holds_for_every_system_and_python() -> None:
    markers = " ".join(marker for _, _, marker in ENTRY.findall(LOCK))
    assert "win32" in markers
    assert "darwin" in markers
    wheels = len(re.findall(r"--hash", LOCK.split("\npyside6-essentials==")[1].split("\npytest==")[0]))
    assert wheels >= 4, "Linux, Windows and macOS, on both kinds of processor"


def test_the_lock_holds_everything_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = {re.split(r"[^A-Za-z0-9_.-]", line)[0].lower().replace("_", "-") for line in asked}
    assert names - {name for name, _, _ in ENTRY.findall(LOCK)} == set(), "run packaging/dev.py lock"


def test_what_is_there_is_not_missing(packaging: dict[str, ModuleType]) -> None:
    needs = packaging["system_needs"]
    assert needs.is_there(needs.Need("python3", ("python3",)))
    assert not needs.is_there(needs.Need("libnowhere.so.9", ("libnowhere9",)))
    assert not needs.is_there(needs.Need("no-such-command", ("no-such-package",)))
    assert not needs.is_there(needs.Need("/no/such/font.ttf", ("no-such-package",)))


def test_who_may_not_install_is_told_the_one_command(
    packaging: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    needs = packaging["system_needs"]
    monkeypatch.setattr(needs, "_as_root", lambda: None)
    monkeypatch.setattr(needs, "_update", lambda: None)
    monkeypatch.setattr(needs, "_is_offered", lambda name: name != "libnewname1")
    monkeypatch.setattr(needs.shutil, "which", lambda name, **_: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(needs.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(needs.sys, "platform", "linux")
    needs.see_to([needs.Need("libnowhere.so.9", ("libnewname1", "libnowhere9"))])
    expected = "sudo apt-get update && sudo apt-get install -y --no-install-recommends libnowhere9"
    assert expected in capsys.readouterr().out


def test_a_display_is_one_that_answers(
    packaging: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    running = packaging["running"]
    monkeypatch.setattr(running.sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert not running.has_display()
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not running.has_display()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        assert running.has_display()


def test_a_newsroom_in_the_way_is_kept(
    packaging: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    running = packaging["running"]
    monkeypatch.setattr(running, "ROOT", tmp_path)
    for name in ("sample", "sample-old-1"):
        (tmp_path / name).mkdir()
    (tmp_path / "sample" / "written.txt").touch()
    running._set_aside(tmp_path / "sample")
    assert not (tmp_path / "sample").exists()
    assert (tmp_path / "sample-old-2" / "written.txt").exists()


def test_counts_are_those_of_the_report(packaging: dict[str, ModuleType], tmp_path: Path) -> None:
    report = tmp_path / "report.xml"
    report.write_text(
        '<testsuites><testsuite tests="10" failures="2" errors="1" skipped="3"/></testsuites>', encoding="utf-8"
    )
    counts = packaging["checking"]._read(report) + packaging["checking"].Counts(passed=4)
    assert str(counts) == "8 passed, 3 failed, 3 skipped"
    assert str(packaging["checking"]._read(tmp_path / "missing")) == "0 passed, 0 failed, 0 skipped"


def test_soak_ends_with_the_window_over_overwritten_memory(
    packaging: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    checking = packaging["checking"]
    runs: list[tuple[list[str], dict[str, str]]] = []

    def ran(_python: Path, _title: str, arguments: list[str], more: dict[str, str]) -> object:
        runs.append((arguments, more))
        return checking.Counts(passed=1)

    monkeypatch.setattr(checking, "_pytest", ran)
    assert checking.soak(Path(), []) == 0
    assert [arguments[-1] for arguments, _ in runs] == ["tests", "tests/ui"]
    assert "MALLOC_PERTURB_" in runs[1][1]
    runs.clear()
    checking.soak(Path(), ["--freed", "tests/ui/widgets"])
    assert [(arguments[-1], more) for arguments, more in runs] == [("tests/ui/widgets", checking.OVERWRITTEN)]
    runs.clear()
    checking.soak(Path(), ["tests/storage"])
    assert [arguments[:2] for arguments, _ in runs] == [["-m", "soak"]]


@pytest.mark.skipif(not sys.platform.startswith("linux") or platform.libc_ver()[0] != "glibc", reason="of glibc")
def test_freed_memory_is_overwritten(packaging: dict[str, ModuleType]) -> None:
    """The setting is glibc's; were it gone, the run would find nothing and say that all is well."""
    asked = (
        "import ctypes\n"
        "libc = ctypes.CDLL(None)\n"
        "libc.malloc.restype, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]\n"
        "place = libc.malloc(4000)\n"
        "byte = ctypes.c_ubyte.from_address(place + 2000)\n"
        "byte.value = 7\n"
        "libc.free(place)\n"
        "print(byte.value)\n"
    )
    environment = {**os.environ, **packaging["checking"].OVERWRITTEN}
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.split() == ["165"]
