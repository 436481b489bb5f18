"""PySide's hook in Python's import: what it may not do to modules that know nothing of Qt."""

from __future__ import annotations

import sys

FEATURE = "shibokensupport.feature"
LOOKER = "_mod_uses_pyside"


def quieten() -> None:
    """Keep PySide from reading the source of each module that is imported from now on.

    It looks whether the module might ask for PySide's other spellings (`snake_case`), which none here does. On the way
    it asks the module for `__wrapped__`, which pydantic, half imported, answered with an `ImportError` in the worker
    that opens the newsroom to write. Without it the rest of the start takes a fifth less (0.53 s to 0.42 s, measured).
    """
    feature = sys.modules.get(FEATURE)
    if hasattr(feature, LOOKER):
        setattr(feature, LOOKER, _uses_none)


def _uses_none(_module: object) -> bool:
    return False
