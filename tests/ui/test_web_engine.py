"""Whether the engine can live: asked before it is loaded, in words that say what to do."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication

from editor.core.jobs import quiet
from editor.ui import web_engine
from tests.ui.engine import need_engine


@pytest.fixture
def unset(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in (web_engine.PLAIN_VARIABLE, "QTWEBENGINE_DISABLE_SANDBOX", "QTWEBENGINE_CHROMIUM_FLAGS"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_a_person_may_ask_for_the_plain_preview(unset: pytest.MonkeyPatch) -> None:
    unset.setenv(web_engine.PLAIN_VARIABLE, "1")
    assert web_engine.PLAIN_VARIABLE in str(web_engine.why_not())


def test_root_with_its_sandbox_is_refused(unset: pytest.MonkeyPatch) -> None:
    unset.setattr(os, "geteuid", lambda: 0, raising=False)
    assert "root" in str(web_engine.why_not())
    unset.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--foo --no-sandbox")
    assert not web_engine.why_not()


def test_pitfall_37_the_engine_that_is_not_installed_is_named(unset: pytest.MonkeyPatch) -> None:
    unset.setattr(os, "geteuid", lambda: 1000, raising=False)
    unset.setattr(importlib.util, "find_spec", lambda _name: None)
    assert "PySide6-Addons" in str(web_engine.why_not())


@pytest.mark.usefixtures("qapp")
def test_an_application_that_did_not_prepare_is_told_to_start_again(unset: pytest.MonkeyPatch) -> None:
    unset.setattr(os, "geteuid", lambda: 1000, raising=False)
    attribute = Qt.ApplicationAttribute.AA_ShareOpenGLContexts
    assert QCoreApplication.testAttribute(attribute)
    assert not web_engine.why_not()
    unset.setattr(QCoreApplication, "testAttribute", staticmethod(lambda _attribute: False))
    assert "Start Makala again" in str(web_engine.why_not())


@pytest.mark.usefixtures("qapp")
def test_pitfall_37_where_the_engine_dies_it_is_said_and_the_application_lives(unset: pytest.MonkeyPatch) -> None:
    unset.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--single-process-that-is-none")
    assert "could not start" in str(web_engine.try_out("a platform that is none", quiet()))


def test_pitfall_37_the_asking_loads_no_engine() -> None:
    asked = (
        "import sys; from editor.ui import web_engine; web_engine.why_not(); print('Engine' in ' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.no_qt_log
@pytest.mark.usefixtures("qapp")
def test_an_engine_that_lived_is_not_tried_out_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    need_engine(monkeypatch)
    monkeypatch.setattr(web_engine, "_lives", lambda _platform: pytest.fail("tried out again"))
    assert not web_engine.try_out(QGuiApplication.platformName(), quiet())
    monkeypatch.setattr(web_engine, "_lives", lambda _platform: False)
    # The first note is used up until a page was shown: an engine that ends the process is asked anew.
    assert "could not start" in str(web_engine.try_out(QGuiApplication.platformName(), quiet()))
