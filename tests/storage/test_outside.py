"""A second place for backups: it may be absent, and what lies there can be restored from by itself."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.core.jobs import quiet
from editor.storage import articles, images, media
from editor.storage.backup import back_up
from editor.storage.backup_file import Backup, described
from editor.storage.database import Database
from editor.storage.outside import check_place, copy_out, home_in
from editor.storage.restoring import restore
from tests.builders import NOON, a_database, an_article, an_image, png


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    with made.writing() as transaction:
        digest = media.keep(made.folder, png(), ".png")
        transaction.insert_image(an_image(sha256=digest))
        transaction.insert_article(an_article(headline="Drums"), NOON, "Amina")
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def _light(database: Database, hours: int = 0) -> Backup:
    at = NOON + timedelta(hours=hours)
    return back_up(database.folder, at, quiet(), reason="hour", is_whole=False)


def test_pitfall_13_a_copy_is_restored_when_the_newsroom_is_gone(
    database: Database, stick: Path, tmp_path: Path
) -> None:
    copy = copy_out(_light(database), database.folder, stick, quiet())
    database.close()
    shutil.rmtree(database.folder)
    assert restore(copy, tmp_path / "again", quiet()) == ()
    again = Database(tmp_path / "again")
    with again.reading() as connection:
        assert [one.headline for one in articles.everything(connection)] == ["Drums"]
        (image,) = images.everything(connection)
    original = media.original(again.folder, image)
    assert original is not None
    assert original.read_bytes() == png()


def test_originals_are_copied_once(database: Database, stick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy_out(_light(database), database.folder, stick, quiet())
    copied: list[Path] = []
    copy = shutil.copyfile

    def noted(source: Path, target: Path) -> None:
        copied.append(source)
        copy(source, target)

    monkeypatch.setattr(shutil, "copyfile", noted)
    second = _light(database, 1)
    copy_out(second, database.folder, stick, quiet())
    assert copied == [second.path]


def test_a_stick_that_is_not_there_is_never_made_up(database: Database, tmp_path: Path) -> None:
    with pytest.raises(Fault, match="is not there now"):
        copy_out(_light(database), database.folder, tmp_path / "away", quiet())
    assert not (tmp_path / "away").exists()


def test_two_newsrooms_of_one_name_do_not_mix(database: Database, stick: Path, tmp_path: Path) -> None:
    other = a_database(tmp_path / "elsewhere" / "desk")
    copy_out(_light(database), database.folder, stick, quiet())
    copy_out(_light(other), other.folder, stick, quiet())
    assert home_in(database.folder, stick) == stick / "desk"
    assert home_in(other.folder, stick) == stick / "desk 2"
    assert home_in(tmp_path, stick) is None
    other.close()


def test_old_copies_are_given_up_by_the_same_rule(database: Database, stick: Path) -> None:
    for hours in range(0, 80, 8):
        copy_out(_light(database, hours), database.folder, stick, quiet())
    kept = described(stick / "desk")
    assert 5 <= len(kept) < 10
    assert kept[0].at == NOON + timedelta(hours=72)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_full_or_failing_stick_keeps_what_it_had(
    database: Database, stick: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    copy_out(_light(database), database.folder, stick, quiet())
    second = _light(database, 1)
    before = sorted(stick.rglob("*"))

    def fails(_handle: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(Fault, match="was not copied to the other place"):
        copy_out(second, database.folder, stick, quiet())
    assert sorted(stick.rglob("*")) == before


def test_a_spoilt_original_is_not_copied_as_if_it_were_sound(database: Database, stick: Path) -> None:
    made = _light(database)
    original = database.folder / made.manifest.beside[0].path
    original.write_bytes(b"x" * original.stat().st_size)
    with pytest.raises(Fault, match="not as it was taken in"):
        copy_out(made, database.folder, stick, quiet())
    assert not list(stick.rglob("*.png"))


def test_a_place_inside_the_newsroom_is_no_second_place(database: Database, stick: Path) -> None:
    check_place(database.folder, stick)
    check_place(database.folder, database.folder.parent)
    for place in (database.folder, database.folder / "media"):
        with pytest.raises(UserError, match="lies inside"):
            check_place(database.folder, place)
    with pytest.raises(UserError, match="There is no folder"):
        check_place(database.folder, stick / "nowhere")
