"""A new newsroom appears whole or not at all, and never over anything of a person's."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.storage import creating
from editor.storage.creating import check_empty, create, uncreate
from editor.storage.database import Database
from editor.storage.migrating import CURRENT, schema_of
from editor.storage.settings import settings
from tests.builders import some_settings
from tests.processes import DONE, die, end_of_child, needs_fork


@pytest.mark.parametrize("left", [(), (".DS_Store",), (".newsroom.sqlite3.part", ".newsroom.sqlite3.part-wal")])
def test_made_in_an_absent_or_empty_folder(tmp_path: Path, left: tuple[str, ...]) -> None:
    folder = tmp_path / "deep" / "desk"
    if left:
        folder.mkdir(parents=True)
    for name in left:
        (folder / name).write_bytes(b"left over")
    create(folder, some_settings())
    assert schema_of(folder / "newsroom.sqlite3") == CURRENT
    names = {path.name for path in folder.iterdir()}
    assert names - {".DS_Store"} == {"newsroom.sqlite3", "media", "backups", "cache"}
    database = Database(folder)
    with database.reading() as connection:
        assert settings(connection) == some_settings()
    database.close()


def test_a_folder_that_holds_something_is_refused_and_untouched(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(UserError, match=r"holds something already: letter\.txt"):
        create(tmp_path, some_settings())
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
    with pytest.raises(UserError, match="is a file"):
        check_empty(tmp_path / "letter.txt")


def test_a_newsroom_is_never_made_over_another(tmp_path: Path) -> None:
    create(tmp_path / "desk", some_settings())
    with pytest.raises(UserError, match=r"a newsroom in .* already"):
        create(tmp_path / "desk", some_settings())


@pytest.mark.parametrize("is_new", [True, False])
def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_new: bool) -> None:  # noqa: FBT001
    folder = tmp_path / "desk"
    if not is_new:
        folder.mkdir()

    def full(_folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(creating, "sync_folder", full)
    with pytest.raises(Fault, match="was not made"):
        create(folder, some_settings())
    assert folder.exists() is not is_new
    assert not is_new or list(tmp_path.iterdir()) == []
    assert is_new or list(folder.iterdir()) == []


@needs_fork
def test_a_killed_creation_can_be_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "desk"

    def create_and_die() -> None:
        monkeypatch.setattr(Path, "replace", lambda _path, _target: die())
        create(folder, some_settings())

    assert end_of_child(create_and_die) != DONE
    assert not (folder / "newsroom.sqlite3").exists()
    create(folder, some_settings())
    assert schema_of(folder / "newsroom.sqlite3") == CURRENT


def test_uncreate_leaves_nothing(tmp_path: Path) -> None:
    create(tmp_path / "desk", some_settings())
    uncreate(tmp_path / "desk")
    assert list(tmp_path.iterdir()) == []
