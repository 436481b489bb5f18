"""`test`, `lint`, `soak` and `bench`: every check runs, whatever the one before it said, and the counts come last."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import List, NamedTuple

from ground import BUILD, ROOT
from running import on_virtual_screen

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
STATIC = {
    "format": ["-m", "ruff", "format", "--check", "--quiet", "."],
    "lint": ["-m", "ruff", "check", "--quiet", "."],
    "types": ["-m", "mypy"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command as lint; lint()", "--no-logo"],
}
# The rooms are tested where Qt cannot be imported: none but the window may need it.
WITHOUT_QT = ["-p", "tests.qt_out_of_reach", "-p", "no:pytest-qt", "--ignore=tests/ui"]
# What is let go of is overwritten at once, so that whoever still uses it falls over there and then, and not some day:
# with glibc, on macOS, and, for objects of Python, in every system's own allocator instead of Python's.
OVERWRITTEN = {"MALLOC_PERTURB_": "165", "MallocScribble": "1", "PYTHONMALLOC": "malloc"}
BENCHMARKS = ROOT / "tests" / "benchmarks"


class Counts(NamedTuple):
    """How many checks went how."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: Counts) -> Counts:  # type: ignore[override]
        return Counts(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def everything(python: Path, rest: List[str]) -> int:
    """Run the static checks and all tests; the last line counts both together."""
    began = time.monotonic()
    counts = _static(python)
    if rest:
        counts += _pytest(python, "chosen tests", rest)
    else:
        counts += _pytest(python, "the rooms, with Qt out of reach", [*WITHOUT_QT, *_workers(), "tests"])
        counts += _pytest(python, "the window, offscreen", [*_workers(), "tests/ui"])
    print(f"\n{time.monotonic() - began:.0f} s; the four static checks count as one each")
    print(counts, flush=True)
    return 1 if counts.failed else 0


def static(python: Path, rest: List[str]) -> int:
    """Run the checks that start nothing; with `--fix`, let ruff mend what it can first."""
    if "--fix" in rest:
        for mending in (["check", "--fix", "--quiet", "."], ["format", "--quiet", "."]):
            subprocess.call([str(python), "-m", "ruff", *mending], cwd=ROOT)
    counts = _static(python)
    print(counts, flush=True)
    return 1 if counts.failed else 0


def soak(python: Path, rest: List[str]) -> int:
    """Run the tests marked `soak`, on one core, and the window's with freed memory overwritten.

    With `--freed` it is the second half alone, or the tests that are named behind it.
    """
    counts = Counts()
    chosen = [word for word in rest if word != "--freed"]
    if "--freed" not in rest:
        marked = ["-m", "soak", "--durations=20", *(chosen or ["tests"])]
        counts += _pytest(python, "soak", marked, {"MAKALA_HYPOTHESIS": "soak"})
    if "--freed" in rest or not chosen:
        # In a process beside it, so that one that falls over is named and the rest go on.
        counts += _pytest(python, "freed memory overwritten", ["-n", "1", *(chosen or ["tests/ui"])], OVERWRITTEN)
    print(counts, flush=True)
    return 1 if counts.failed else 0


def benchmarks(python: Path, rest: List[str]) -> int:
    """Run every benchmark, or those that are named (`publish` or `--publish`), each with the `--options` given."""
    known = {path.stem.replace("bench_", "") for path in BENCHMARKS.glob("bench_*.py")}
    names = [word.lstrip("-") for word in rest if not word.startswith("--") or word[2:] in known]
    options = [word for word in rest if word.startswith("--") and word[2:] not in known]
    found = sorted(
        path for path in BENCHMARKS.glob("bench_*.py") if not names or path.stem.replace("bench_", "") in names
    )
    failed = 0
    for path in found:
        print(f"\n== {path.stem.replace('bench_', '').replace('_', ' ')}", flush=True)
        module = f"tests.benchmarks.{path.stem}"
        failed += bool(subprocess.call(on_virtual_screen([str(python), "-m", module, *options]), cwd=ROOT))
    print(f"\n{len(found) - failed} benchmarks ran, {failed} failed", flush=True)
    return 1 if failed or not found else 0


def _static(python: Path) -> Counts:
    counts = Counts()
    for name, command in STATIC.items():
        began = time.monotonic()
        done = subprocess.run(
            [str(python), *command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        well = done.returncode == 0
        print(f"{'ok  ' if well else 'FAIL'} {name:<8} {time.monotonic() - began:5.1f} s", flush=True)
        if not well:
            print(done.stdout.rstrip(), flush=True)
        counts += Counts(passed=int(well), failed=int(not well))
    return counts


def _pytest(python: Path, title: str, arguments: List[str], more: "dict | None" = None) -> Counts:
    """Run pytest and return what its report counts; a run that died without one counts as a failure."""
    print(f"\n== {title}", flush=True)
    report = BUILD / "test-report.xml"
    report.unlink(missing_ok=True)
    environment = {**os.environ, **OFFSCREEN, **(more or {})}
    command = [str(python), "-m", "pytest", "-q", f"--junitxml={report}", *arguments]
    code = subprocess.call(command, cwd=ROOT, env=environment)
    counts = _read(report)
    return counts + Counts(failed=1) if code and not counts.failed else counts


def _read(report: Path) -> Counts:
    if not report.exists():
        return Counts()
    suites = list(ET.parse(report).getroot().iter("testsuite"))  # noqa: S314 - our own file
    ran, skipped = (sum(int(suite.get(name, 0)) for suite in suites) for name in ("tests", "skipped"))
    failed = sum(int(suite.get(name, 0)) for suite in suites for name in ("failures", "errors"))
    return Counts(max(ran - failed - skipped, 0), failed, skipped)


def _workers() -> List[str]:
    """Return the options that spread the tests over the cores, four at most: each holds a Qt of its own."""
    cores = len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else os.cpu_count() or 1
    return ["-n", str(min(cores, 4)), "--dist", "worksteal"] if cores > 1 else []
