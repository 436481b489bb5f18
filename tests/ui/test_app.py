"""The start: what the command line hands over, and the hooks for measurements."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.core.errors import Fault
from editor.ui.app import READY_FILE, application, open_window
from editor.ui.studio import Studio
from editor.ui.web_engine import PLAIN_VARIABLE
from tests.architecture.source_tree import ROOT
from tests.builders import a_desk

# Ends the program as soon as the window is ready; in a process of its own, for there is one application in each.
RUN = """
import sys
from PySide6.QtCore import QTimer
from editor.ui import app
from editor.ui.studio import Studio
from editor.ui.web_engine import PLAIN_VARIABLE
start = Studio.start
def started(self, folder):
    start(self, folder)
    window = self.window or self.welcome
    if self.window is not None:
        self.window.ready.connect(lambda: QTimer.singleShot(0, window.close))
    else:
        QTimer.singleShot(0, window.close)
Studio.start = started
sys.exit(app.main(sys.argv[1:]))
"""


# A Qt without its web engine: whatever asks for it gets an ImportError.
WITHOUT_ENGINE = """
import sys
for name in ("QtWebEngineCore", "QtWebEngineWidgets", "QtWebChannel"):
    sys.modules[f"PySide6.{name}"] = None
"""


def _run(tmp_path: Path, *words: str, program: str = RUN) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, READY_FILE: str(tmp_path / "ready")}
    return subprocess.run(
        [sys.executable, "-c", program, *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )


def test_there_is_one_application(qapp: QApplication) -> None:
    assert application() is qapp


def test_a_window_for_tests_and_pictures(qtbot: QtBot, studio: Studio, tmp_path: Path) -> None:
    assert studio.window is None
    a_desk(tmp_path / "post").close()
    window = open_window(tmp_path / "post")
    qtbot.waitUntil(lambda: window.moments.is_over and window.jobs.is_idle(), timeout=20_000)
    assert window.workspace.desk.folder == tmp_path / "post"
    other = window.studio
    window.close()
    other.deleteLater()


def test_a_folder_without_a_newsroom_is_a_fault(studio: Studio, tmp_path: Path) -> None:
    assert studio.window is None
    with pytest.raises(Fault):
        open_window(tmp_path)


@pytest.mark.parametrize("words", [["open"], []], ids=["open FOLDER", "FOLDER"])
def test_the_program_opens_the_newsroom_it_is_given_and_says_when_it_is_ready(tmp_path: Path, words: list[str]) -> None:
    a_desk(tmp_path / "post").close()
    done = _run(tmp_path, *words, str(tmp_path / "post"))
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ready").is_file()


def test_pitfall_37_it_starts_where_there_is_no_web_engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PLAIN_VARIABLE)
    a_desk(tmp_path / "post").close()
    done = _run(tmp_path, str(tmp_path / "post"), program=WITHOUT_ENGINE + RUN)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ready").is_file()


def test_without_a_newsroom_it_welcomes(tmp_path: Path) -> None:
    done = _run(tmp_path)
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "ready").exists()
