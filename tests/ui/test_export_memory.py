"""Where bundles went last: kept for each newsroom, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.settings_folder import config_folder
from editor.ui.export_memory import LastExport, last_export, remember_export

CHOSEN = LastExport(target="/out", format="text", as_zip=True, left_out=("sw",))


def test_nothing_kept_is_the_defaults(tmp_path: Path) -> None:
    assert last_export(tmp_path) == LastExport()


def test_each_newsroom_has_its_own(tmp_path: Path) -> None:
    remember_export(tmp_path / "one", CHOSEN)
    remember_export(tmp_path / "two", LastExport(target="/else"))
    assert last_export(tmp_path / "one") == CHOSEN
    assert last_export(tmp_path / "two").target == "/else"


@pytest.mark.parametrize("broken", ["", "[]", "{", '{"x": 1}', '{"NAME": {"target": 3}}', '{"NAME": []}'])
def test_what_cannot_be_understood_is_the_defaults(tmp_path: Path, broken: str) -> None:
    config_folder().mkdir(parents=True, exist_ok=True)
    (config_folder() / "exports.json").write_text(broken.replace("NAME", str(tmp_path)), encoding="utf-8")
    assert last_export(tmp_path) == LastExport()


def test_a_machine_that_cannot_keep_anything_disturbs_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("MAKALA_CONFIG_DIR", str(tmp_path / "file" / "below"))
    remember_export(tmp_path, CHOSEN)
    assert last_export(tmp_path) == LastExport()
