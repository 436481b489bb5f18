"""Why there can be no window here, in plain words, found out before Qt would end the process over it. Loads no Qt."""

from __future__ import annotations

import ctypes
import os
import re
import sys
from importlib.util import find_spec
from pathlib import Path

from editor.core.messages import Message, say

_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[.\d]*)")
# Platforms of Qt that need no screen (Qt documentation, "Qt Platform Abstraction").
_WITHOUT_SCREEN = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}


def why_no_window() -> Message | None:
    """Return why Qt could not show a window here, None when it could."""
    qt = find_spec("PySide6")
    if qt is None or qt.origin is None:
        return say("PySide6 is not installed. Every command but this one works without it: see makala --help.")
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if not sys.platform.startswith("linux") or platform in _WITHOUT_SCREEN:
        return None
    if os.environ.get("WAYLAND_DISPLAY"):
        return None
    if not os.environ.get("DISPLAY"):
        return say(
            "There is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set. "
            "Every command but this one works without a screen: see makala --help."
        )
    return _missing_for_x(Path(qt.origin).parent)


def missing(reason: str) -> Message:
    """Return what the loader's words about a library mean for a person."""
    if found := _LIBRARY.search(reason):
        return say(
            "A library of the system is missing: {library}. On Debian and Ubuntu, “apt-file search {library}” names "
            "the package that brings it.",
            library=found[1],
        )
    return say("Qt could not be loaded: {reason}", reason=reason)


def _missing_for_x(qt: Path) -> Message | None:
    """Load Qt's X plugin as Qt itself will: where a library is missing, Qt would only abort."""
    plugin = qt / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    try:
        if plugin.exists():
            ctypes.CDLL(str(plugin))
    except OSError as error:
        return missing(str(error))
    return None
