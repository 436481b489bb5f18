from __future__ import annotations

import ctypes
import sys

import pytest

from editor.cli import screen


def test_without_a_screen_the_window_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "no screen" in str(screen.why_no_window())
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert screen.why_no_window() is None
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert screen.why_no_window() is None


def test_without_qt_the_window_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "find_spec", lambda _: None)
    assert "PySide6 is not installed" in str(screen.why_no_window())


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    reason = "libEGL.so.1: cannot open shared object file: No such file or directory"
    assert "libEGL.so.1" in str(screen.missing(reason))
    assert "something else" in str(screen.missing("something else"))

    def broken(_: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file")

    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(ctypes, "CDLL", broken)
    assert "libxcb-cursor.so.0" in str(screen.why_no_window())
