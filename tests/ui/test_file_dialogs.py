"""The questions for files: what the system's dialogs answer, as paths."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from editor.core.messages import say
from editor.ui.file_dialogs import ask_files, ask_folder, ask_new_file

TITLE = say("Choose")


def test_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    asked: list[tuple[object, ...]] = []

    def answer(*words: object) -> str:
        asked.append(words)
        return str(tmp_path)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
    assert ask_folder(None, TITLE, tmp_path) == tmp_path
    assert asked == [(None, "Choose", str(tmp_path))]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: "")
    assert ask_folder(None, TITLE, tmp_path) is None


def test_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: (["/a.md", "/b.txt"], "All"))
    assert ask_files(None, TITLE, tmp_path, "All (*)") == [Path("/a.md"), Path("/b.txt")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words: ([], ""))
    assert ask_files(None, TITLE, tmp_path, "All (*)") == []


def test_a_new_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: ("/out.zip", "Zip"))
    assert ask_new_file(None, TITLE, tmp_path, "Zip (*.zip)") == Path("/out.zip")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: ("", ""))
    assert ask_new_file(None, TITLE, tmp_path, "Zip (*.zip)") is None
