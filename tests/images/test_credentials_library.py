"""The library is loaded from its own place, whatever lies in the folder that one is in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor.images.credentials_library import credentials_library

_WHERE = """
import os
from editor.images.credentials_library import credentials_library
print(credentials_library().c2pa._lib._name)
print(os.environ.get("C2PA_LIBRARY_NAME"))
"""


def test_what_lies_in_the_current_folder_is_not_loaded(tmp_path: Path) -> None:
    own = Path(credentials_library().c2pa._lib._name)
    (tmp_path / own.name).symlink_to(own)
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", _WHERE],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": root},
    )
    assert done.stdout.split() == [str(own), "None"]


def test_a_missing_library_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    assert credentials_library() is None


def test_a_native_part_that_does_not_load_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = Path(credentials_library().c2pa._lib._name)
    (tmp_path / "c2pa" / "libs").mkdir(parents=True)
    (tmp_path / "c2pa" / "__init__.py").write_text("raise AssertionError('imported all the same')")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, "c2pa")
    assert credentials_library() is None
    (tmp_path / "c2pa" / "libs" / own.name).write_bytes(b"no library")
    assert credentials_library() is None
