"""What this machine remembers: kept at once, never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor.services.machine import load_machine
from editor.ui.remembered import Remembered


def test_a_change_is_kept_and_told(qtbot: QtBot) -> None:
    remembered = Remembered()
    with qtbot.waitSignal(remembered.changed):
        remembered.change(person="Amina", text_size=18)
    assert load_machine().person == "Amina"
    with qtbot.assertNotEmitted(remembered.changed):
        remembered.change(person="Amina")


def test_newsrooms_are_remembered_and_forgotten(tmp_path: Path) -> None:
    remembered = Remembered()
    remembered.opened(tmp_path / "one")
    remembered.opened(tmp_path / "two")
    assert load_machine().recent == (str(tmp_path / "two"), str(tmp_path / "one"))
    remembered.forget(str(tmp_path / "two"))
    assert load_machine().recent == (str(tmp_path / "one"),)


def test_pitfall_38_a_machine_that_cannot_keep_it_goes_on(
    qtbot: QtBot, config_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remembered = Remembered()
    (config_folder / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("MAKALA_CONFIG_DIR", str(config_folder / "file"))
    with qtbot.waitSignal(remembered.changed):
        remembered.change(person="Amina")
    assert remembered.machine.person == "Amina"
