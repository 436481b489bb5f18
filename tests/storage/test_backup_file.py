"""What lies in `backups/` is found, opened, held against its word; a light one leans on the originals beside it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.core.jobs import quiet
from editor.storage import media
from editor.storage.backup import back_up
from editor.storage.backup_file import (
    LIGHT,
    MANIFEST_NAME,
    WHOLE,
    Backup,
    Holdings,
    backups,
    check,
    described,
    free_name,
    is_intact,
    manifest_text,
    opened,
    original_beside,
)
from editor.storage.database import Database
from tests.builders import NOON, a_database, an_article, an_image, png


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    with made.writing() as transaction:
        for grey in range(3):
            digest = media.keep(made.folder, png(grey=grey), ".png")
            transaction.insert_image(an_image(sha256=digest, trashed_at=NOON if grey == 2 else None))
        transaction.insert_article(an_article(headline="Drums"), NOON, "Amina")
        transaction.insert_article(an_article(headline="Gone", slug="gone", trashed_at=NOON), NOON, "Amina")
    yield made
    made.close()


def _light(database: Database) -> Backup:
    return back_up(database.folder, NOON, quiet(), reason="hour", is_whole=False)


def _form(backup: Backup) -> int:
    with zipfile.ZipFile(backup.path) as archive:
        return int(json.loads(archive.read(MANIFEST_NAME))["makala-backup"])


def test_a_light_one_names_the_originals_and_carries_none(database: Database) -> None:
    made = _light(database)
    manifest = made.manifest
    assert list(manifest.files) == ["newsroom.sqlite3"]
    assert [one.is_spare for one in manifest.beside].count(True) == 1
    assert all(is_intact(original_beside(made.path, one), one) for one in manifest.beside)
    assert (manifest.is_whole, _form(made)) == (False, LIGHT)
    whole = back_up(database.folder, NOON, quiet())
    assert (whole.manifest.is_whole, _form(whole)) == (True, WHOLE)


def test_it_says_what_it_holds_and_why_it_was_made(database: Database) -> None:
    _light(database)
    (found,) = described(database.folder)
    assert found.manifest.reason == "hour"
    assert found.manifest.holds == Holdings(articles=1, images=2, headline="Drums", changed="2026-01-14T12:00:00Z")


def test_what_cannot_be_opened_is_left_out_of_the_described_ones_and_stays(database: Database) -> None:
    made = _light(database)
    made.path.write_bytes(b"no zip")
    assert described(database.folder) == []
    assert [one.path for one in backups(database.folder)] == [made.path]
    assert backups(database.folder / "nowhere") == []


def test_an_original_that_is_gone_from_beside_it_is_seen_unless_it_lay_in_the_trash(database: Database) -> None:
    made = _light(database)
    spare = next(one for one in made.manifest.beside if one.is_spare)
    original_beside(made.path, spare).unlink()
    check(made.path, quiet())
    needed = next(one for one in made.manifest.beside if not one.is_spare)
    original_beside(made.path, needed).write_bytes(b"cut")
    assert not is_intact(original_beside(made.path, needed), needed)
    with pytest.raises(Fault, match="damaged"):
        check(made.path, quiet())


def test_the_manifest_comes_back_as_it_was_written(database: Database) -> None:
    made = _light(database)
    with opened(made.path) as (_archive, manifest):
        assert manifest == made.manifest
    assert json.loads(manifest_text(made.manifest))["missing"] == []


def test_a_name_that_is_taken_is_never_taken_again(tmp_path: Path) -> None:
    first = free_name(tmp_path, NOON)
    first.touch()
    assert first.name == "newsroom-20260114T120000Z.zip"
    assert free_name(tmp_path, NOON).name == "newsroom-20260114T120000Z-2.zip"


def test_what_is_no_backup_is_refused_in_words(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr("letter.txt", "Dear all")
    with pytest.raises(UserError, match="not a backup"), opened(tmp_path / "x.zip"):
        pass
