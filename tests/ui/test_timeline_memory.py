"""Which editions were looked at: kept for each newsroom, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.settings_folder import config_folder
from editor.ui.timeline_memory import chosen_editions, remember_editions


def test_each_newsroom_has_its_own(tmp_path: Path) -> None:
    assert chosen_editions(tmp_path / "one") == ()
    remember_editions(tmp_path / "one", ("sw", "ar"))
    remember_editions(tmp_path / "two", ("ja",))
    assert chosen_editions(tmp_path / "one") == ("sw", "ar")


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"NAME": "sw"}', '{"NAME": [1]}'])
def test_what_cannot_be_understood_is_nothing(tmp_path: Path, broken: str) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "timelines.json").write_text(broken.replace("NAME", str(tmp_path)), encoding="utf-8")
    assert chosen_editions(tmp_path) == ()


def test_a_machine_that_cannot_keep_anything_disturbs_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("MAKALA_CONFIG_DIR", str(tmp_path / "file" / "below"))
    remember_editions(tmp_path, ("sw",))
    assert chosen_editions(tmp_path) == ()
