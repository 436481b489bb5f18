"""Where this machine's settings lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.settings_folder import CONFIG_VARIABLE, config_folder


def test_the_variable_says_where_and_without_it_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path))
    assert config_folder() == tmp_path
    monkeypatch.delenv(CONFIG_VARIABLE)
    assert config_folder().name == "makala"
