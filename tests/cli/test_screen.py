from __future__ import annotations

import ctypes
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from editor.cli import screen


@pytest.fixture
def _linux_with_qt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand on Linux with an installed Qt and nothing in the environment, whatever this machine has."""
    plugin = tmp_path / "PySide6" / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.write_bytes(b"")
    spec = ModuleSpec("PySide6", None, origin=str(tmp_path / "PySide6" / "__init__.py"))
    monkeypatch.setattr(screen, "find_spec", lambda _: spec)
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.usefixtures("_linux_with_qt")
def test_without_a_screen_the_window_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no screen" in str(screen.why_no_window())
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen:size=1280x720")
    assert screen.why_no_window() is None
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert screen.why_no_window() is None


def test_without_qt_the_window_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "find_spec", lambda _: None)
    assert "PySide6 is not installed" in str(screen.why_no_window())


@pytest.mark.usefixtures("_linux_with_qt")
def test_a_library_that_qt_would_abort_over_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file")

    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ctypes, "CDLL", broken)
    assert "libxcb-cursor.so.0" in str(screen.why_no_window())
    monkeypatch.setattr(ctypes, "CDLL", lambda _: None)
    assert screen.why_no_window() is None


def test_the_loaders_words_become_a_sentence() -> None:
    reason = "libEGL.so.1: cannot open shared object file: No such file or directory"
    assert "libEGL.so.1" in str(screen.missing(reason))
    assert "something else" in str(screen.missing("something else"))
