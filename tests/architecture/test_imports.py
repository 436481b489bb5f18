"""The import contracts of `pyproject.toml`, and what must not be loaded before the window shows."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import editor
from editor.ingest.registry import IMPORTERS
from tests.architecture.source_tree import ROOT, modules

# Each costs a good part of the time to the first window; those who need one import it where they need it.
LATE = ["sqlmodel", "sqlalchemy", "jinja2", "babel", "markdown", "PIL", "nh3", "yaml", "PySide6"]
FIRST = ("bootstrap", "services", "domain", "core", "__main__")


def test_the_import_contracts_hold() -> None:
    script = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_import_format_is_in_its_contract() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    named = next(one["modules"] for one in contracts if one["name"] == "Import formats do not know each other")
    assert {importer.read.__module__ for importer in IMPORTERS} <= set(named)


def test_nothing_heavy_is_loaded_before_the_window_shows() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in modules()
        if path.relative_to(ROOT / "editor").parts[0].removesuffix(".py") in FIRST
    ]
    script = (
        f"import sys, importlib\nfor name in {names!r}: importlib.import_module(name)\n"
        f"print(*sorted(set({LATE!r}) & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_editor_is_ours() -> None:
    assert editor.__file__ is not None
    assert Path(editor.__file__).parent == ROOT / "editor"


def test_no_other_package_brings_an_editor() -> None:
    """Two distributions on the package index install a top-level `editor` too; ours must win from any folder."""
    script = "import editor; print(editor.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd="/", env=environment, capture_output=True, text=True, check=True
    )
    assert Path(done.stdout.strip()).parent == ROOT / "editor"
