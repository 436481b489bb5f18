"""A pytest plugin and a start-up module that make Qt impossible to import.

`dev.py test` runs every room but the window with it (`-p tests.qt_out_of_reach -p no:pytest-qt`): the headless core
never needs Qt, and this is how we know.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

QT_NAMES = frozenset({"PySide6", "shiboken6", "PyQt6", "PyQt5", "PySide2", "qtpy"})


class QtBlockedError(ImportError):
    """Somebody outside the window reached for Qt."""


class _Wall(MetaPathFinder):
    def find_spec(self, fullname: str, *_where: object) -> ModuleSpec | None:
        if fullname.partition(".")[0] in QT_NAMES:
            raise QtBlockedError(f"{fullname} was imported where Qt must not be needed")
        return None


def raise_wall() -> None:
    """Block the import of Qt in this process from now on."""
    if not any(isinstance(finder, _Wall) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Wall())


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know the settings of pytest-qt, which is not loaded in such a run."""
    parser.addini("qt_api", "unused here")
    parser.addini("qt_log_level_fail", "unused here")
    parser.addini("qt_log_ignore", "unused here", type="linelist")


def pytest_configure() -> None:
    """Raise the wall before any test is collected."""
    raise_wall()
