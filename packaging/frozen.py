"""What a frozen Makala is made of, the same on all three systems; used by the `.spec` file of each."""

from __future__ import annotations

from pathlib import Path

from PyInstaller.utils.hooks import collect_data_files, copy_metadata

ROOT = Path(__file__).resolve().parent.parent
ENTRY = str(ROOT / "packaging" / "frozen_entry.py")


def version() -> str:
    """Return Makala's version as `editor/__init__.py` states it."""
    text = (ROOT / "editor" / "__init__.py").read_text(encoding="utf-8")
    return text.split('__version__ = "')[1].split('"')[0]


def analysis_options() -> dict[str, object]:
    """Return what PyInstaller's `Analysis` takes, the script aside."""
    return {
        "pathex": [str(ROOT)],
        "datas": [
            (str(ROOT / "resources"), "resources"),
            *collect_data_files("tzdata"),  # zones must not depend on the machine they are read on
            *copy_metadata("sqlmodel"),
        ],
        "excludes": ["tkinter", "pytest", "hypothesis", "mypy", "ruff", "PIL.ImageTk", "PIL.ImageQt", "test"],
        "noarchive": False,
    }
