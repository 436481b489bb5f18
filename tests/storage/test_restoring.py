"""The way back from a backup: everything is there again, or nothing is."""

from __future__ import annotations

import errno
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.core.files import sha256_hex
from editor.core.jobs import quiet
from editor.storage import articles, images, media, restoring
from editor.storage.backup import back_up
from editor.storage.backup_file import MANIFEST_NAME
from editor.storage.database import Database
from editor.storage.restoring import restore
from tests.builders import NOON, a_database, an_article, an_image, png
from tests.processes import DONE, die, end_of_child, needs_fork

ARTICLE = an_article(body="Drums. " * 2000)


@pytest.fixture
def backup(tmp_path: Path) -> Path:
    database = a_database(tmp_path / "desk")
    digest = media.keep(database.folder, png(), ".png")
    with database.writing() as transaction:
        transaction.insert_image(an_image(sha256=digest))
        transaction.insert_article(ARTICLE, NOON, "Amina")
    made = back_up(database.folder, NOON, quiet())
    database.close()
    kept = tmp_path / "kept.zip"
    shutil.move(made.path, kept)
    shutil.rmtree(tmp_path / "desk")
    return kept


@pytest.fixture
def target(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "restored"
    names = {path.name for path in tmp_path.iterdir()}
    assert not any(name.endswith(".part") for name in names)


@pytest.mark.parametrize("is_there", [False, True])
def test_pitfall_13_everything_is_there_again(backup: Path, target: Path, is_there: bool) -> None:  # noqa: FBT001 - two cases
    if is_there:
        target.mkdir()
        (target / ".DS_Store").touch()
    restore(backup, target, quiet())
    database = Database(target)
    with database.reading() as connection:
        (article,) = articles.everything(connection)
        (image,) = images.everything(connection)
    assert article.body == ARTICLE.body
    original = media.original(target, image)
    assert original is not None
    assert original.read_bytes() == png()
    with database.writing() as transaction:
        transaction.insert_article(an_article(slug="next"), NOON, "Amina")
    database.close()


def test_never_over_anything(backup: Path, target: Path) -> None:
    target.mkdir()
    (target / "letter.txt").touch()
    with pytest.raises(UserError, match=r"letter\.txt"):
        restore(backup, target, quiet())
    assert [path.name for path in target.iterdir()] == ["letter.txt"]


def test_a_backup_that_is_not_there(tmp_path: Path, target: Path) -> None:
    with pytest.raises(UserError, match="There is no backup"):
        restore(tmp_path / "nowhere.zip", target, quiet())
    assert not target.exists()


@pytest.mark.parametrize("cut", [10, 1000, -1, -200])
def test_a_cut_backup_restores_nothing(backup: Path, target: Path, cut: int) -> None:
    backup.write_bytes(backup.read_bytes()[:cut])
    with pytest.raises(Fault, match="damaged or only a part"):
        restore(backup, target, quiet())
    assert not target.exists()


@pytest.mark.parametrize("name", ["../out.txt", "/etc/x", "media/ab/../../x", "newsroom.sqlite3-wal", "media/ab/x.png"])
def test_hostile_names_write_nowhere(tmp_path: Path, backup: Path, target: Path, name: str) -> None:
    hostile = tmp_path / "hostile.zip"
    with zipfile.ZipFile(backup) as good, zipfile.ZipFile(hostile, "w") as bad:
        manifest = json.loads(good.read(MANIFEST_NAME))
        manifest["files"].insert(0, {"path": name, "bytes": 1, "sha256": sha256_hex(b"x")})
        for entry in good.namelist():
            bad.writestr(entry, json.dumps(manifest) if entry == MANIFEST_NAME else good.read(entry))
        bad.writestr(name, b"x")
    with pytest.raises(Fault, match="damaged"):
        restore(hostile, target, quiet())
    assert {path.name for path in tmp_path.iterdir()} == {"kept.zip", "hostile.zip"}


def test_a_file_that_swells_beyond_its_word_is_stopped(tmp_path: Path, backup: Path, target: Path) -> None:
    swollen = tmp_path / "swollen.zip"
    with zipfile.ZipFile(backup) as good, zipfile.ZipFile(swollen, "w", zipfile.ZIP_DEFLATED) as bad:
        for entry in good.namelist():
            content = b"\0" * 50_000_000 if entry == "newsroom.sqlite3" else good.read(entry)
            bad.writestr(entry, content)
    with pytest.raises(Fault, match=r"newsroom\.sqlite3"):
        restore(swollen, target, quiet())
    assert not target.exists()


def test_a_full_disk_restores_nothing(backup: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(restoring, "sync_folder", full)
    with pytest.raises(Fault, match=r"Nothing was restored.*The disk is full"):
        restore(backup, target, quiet())
    assert not target.exists()


@needs_fork
def test_pitfall_2_killed_before_its_name_the_folder_is_as_it_was(
    tmp_path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def restore_and_die() -> None:
        monkeypatch.setattr(Path, "rename", lambda _path, _target: die())
        restore(backup, tmp_path / "restored", quiet())

    assert end_of_child(restore_and_die) != DONE
    assert not (tmp_path / "restored").exists()
    restore(backup, tmp_path / "restored", quiet())
    assert (tmp_path / "restored" / "newsroom.sqlite3").is_file()
