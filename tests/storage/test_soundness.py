"""Each kind of damage is seen, and nothing else is called damage."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.core.jobs import quiet
from editor.storage import media
from editor.storage.database import Database
from editor.storage.soundness import Soundness, look_through
from tests.builders import NOON, a_database, an_article, an_image, png


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    with made.writing() as transaction:
        for grey in range(3):
            digest = media.keep(made.folder, png(grey=grey), ".png")
            trashed = NOON if grey == 2 else None
            transaction.insert_image(an_image(sha256=digest, name=f"{grey}.png", trashed_at=trashed))
        transaction.insert_article(an_article(body="Drums and more drums. " * 400), NOON, "Amina")
        transaction.fold_due(10)
    yield made
    made.close()


def _seen(database: Database) -> Soundness:
    return look_through(database.folder, quiet())


def _do(database: Database, sql: str) -> None:
    connection = sqlite3.connect(database.path)
    connection.execute(sql)
    connection.commit()
    connection.close()


def _original(database: Database, grey: int) -> Path:
    digest = media.keep(database.folder, png(grey=grey), ".png")
    return next((database.folder / "media" / digest[:2]).glob(f"{digest}*"))


def test_a_sound_newsroom_has_nothing_and_nothing_is_written(database: Database) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in database.folder.rglob("*"))
    assert _seen(database) == Soundness(articles=1, images=3)
    assert sorted((path, path.stat().st_mtime_ns) for path in database.folder.rglob("*")) == before


def test_originals_that_are_gone_changed_or_nobodys(database: Database) -> None:
    _original(database, 0).unlink()
    _original(database, 1).write_bytes(b"other")
    _original(database, 2).unlink()
    media.keep(database.folder, png(grey=99), ".png")
    seen = _seen(database)
    assert (seen.missing, seen.altered, seen.lost_in_trash, seen.strays) == (("0.png",), ("1.png",), 1, 1)


def test_rows_that_refer_to_nothing(database: Database) -> None:
    _do(database, "INSERT INTO placement VALUES ('no-article', 'hero', 0, 'no-image', '', '')")
    assert _seen(database).dangling == 2


def test_an_index_that_does_not_fit_or_lacks_an_article(database: Database) -> None:
    _do(database, "DROP TRIGGER search_entry_changed")
    _do(database, "UPDATE search_entry SET words = ' quite other words '")
    assert _seen(database).has_bad_index
    _do(database, "DELETE FROM search_due")
    _do(database, "DROP TRIGGER search_entry_went")
    _do(database, "DELETE FROM search_entry")
    assert _seen(database).unindexed == 1


def test_a_damaged_file_is_seen(database: Database) -> None:
    database.close()
    with database.path.open("r+b") as stream:
        stream.seek(10 * 4096)
        stream.write(b"\xff" * 30 * 4096)
    assert "damaged" in str(_seen(database).damage)
