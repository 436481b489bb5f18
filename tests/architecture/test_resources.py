"""`resources/` is found wherever Makala runs from: a checkout, an editable install, a wheel, a frozen folder."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from editor.core.resources import resources_root
from tests.architecture.source_tree import ROOT

_ASK = "import sys; {before}; from editor.core.resources import resources_root; print(resources_root())"


def test_in_a_checkout() -> None:
    assert resources_root() == ROOT / "resources"


def test_in_an_editable_install(tmp_path: Path) -> None:
    _build("editable", tmp_path)
    assert _found(f"import site; site.addsitedir({str(tmp_path / 'installed')!r})") == ROOT / "resources"


def test_in_a_wheel(tmp_path: Path) -> None:
    _build("wheel", tmp_path)
    found = _found(f"sys.path.insert(0, {str(tmp_path / 'installed')!r})")
    assert found == tmp_path / "installed" / "editor" / "resources"
    assert _names(found) == _names(ROOT / "resources")


def test_in_a_frozen_folder(tmp_path: Path) -> None:
    """PyInstaller tells the program where it was unpacked; the real folder is started by `dev.py build`."""
    (tmp_path / "resources" / "templates").mkdir(parents=True)
    before = f"sys._MEIPASS = {str(tmp_path)!r}; sys.path.insert(0, {str(ROOT)!r})"
    assert _found(before) == tmp_path / "resources"


def test_a_broken_installation_is_named(tmp_path: Path) -> None:
    (tmp_path / "editor" / "core").mkdir(parents=True)
    for name in ("__init__.py", "core/__init__.py", "core/resources.py"):
        (tmp_path / "editor" / name).write_bytes((ROOT / "editor" / name).read_bytes())
    with pytest.raises(subprocess.CalledProcessError) as trouble:
        _found(f"sys.path.insert(0, {str(tmp_path)!r})")
    assert "resources are missing" in trouble.value.stderr


def _found(before: str) -> Path:
    """Return what a fresh interpreter finds that sees neither this checkout nor its own environment's packages."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", _ASK.format(before=before)],
        cwd="/",
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=True,
    )
    return Path(done.stdout.strip())


def _build(kind: str, folder: Path) -> None:
    """Let the build backend make a wheel of that kind, and unpack it as an installer does."""
    script = f"from hatchling import build; build.build_{kind}({str(folder)!r})"
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "installed")


def _names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
