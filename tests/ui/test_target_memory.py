"""How many words are wanted, kept on this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.settings_folder import CONFIG_VARIABLE
from editor.ui.target_memory import MOST_WORDS, keep_target, target_of


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    return tmp_path / "config"


def test_a_target_is_kept_changed_and_given_up() -> None:
    assert target_of("a") == 0
    keep_target("a", 800)
    keep_target("b", 300)
    assert (target_of("a"), target_of("b")) == (800, 300)
    keep_target("a", 0)
    assert (target_of("a"), target_of("b")) == (0, 300)


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"a": "x", "b": -1, "c": true}', '{"a": 99999999999}'])
def test_what_cannot_be_understood_is_no_target(folder: Path, kept: str) -> None:
    folder.mkdir()
    (folder / "targets.json").write_text(kept)
    assert [target_of(one) for one in "abc"] == [0, 0, 0]
    keep_target("a", 5)
    assert target_of("a") == 5


def test_the_oldest_of_very_many_are_forgotten_and_nonsense_is_not_kept() -> None:
    for number in range(1003):
        if number in {0, 1, 2, 1002}:
            keep_target(str(number), 100)
    keep_target("much", MOST_WORDS + 1)
    assert target_of("1002") == 100
    assert target_of("much") == 0


def test_a_machine_that_cannot_be_written_to_only_forgets(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    keep_target("a", 5)
    assert target_of("a") == 0
