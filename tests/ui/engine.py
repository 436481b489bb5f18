"""Whether the web engine can live where the tests run, found out once, and said where it cannot."""

from __future__ import annotations

from functools import cache

import pytest
from PySide6.QtGui import QGuiApplication

from editor.core.jobs import quiet
from editor.ui import web_engine


@cache
def _trouble() -> str:
    return str(web_engine.why_not()) or str(web_engine.try_out(QGuiApplication.platformName(), quiet()))


def need_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test use the web engine, or leave it out by name."""
    monkeypatch.delenv(web_engine.PLAIN_VARIABLE, raising=False)
    if trouble := _trouble():
        pytest.skip(f"no web engine here: {trouble}")
    web_engine.remember_it_lives()
