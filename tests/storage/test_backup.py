"""A backup holds everything, reads back whole before it has its name, and nothing half-written stays."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sqlite3
import time
import zipfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import Message
from editor.storage import media
from editor.storage.backup import back_up
from editor.storage.backup_file import MANIFEST_NAME, backups, check, opened
from editor.storage.database import Database
from tests.builders import NOON, a_database, an_article, an_image, png
from tests.processes import DONE, die, end_of_child, needs_fork


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    with made.writing() as transaction:
        for grey in range(3):
            digest = media.keep(made.folder, png(grey=grey), ".png")
            transaction.insert_image(an_image(sha256=digest))
        transaction.insert_article(an_article(body="Drums. " * 20_000), NOON, "Amina")
    yield made
    made.close()


def _left(database: Database) -> list[str]:
    return sorted(path.name for path in (database.folder / "backups").iterdir())


def test_a_backup_holds_everything_and_says_so(database: Database) -> None:
    made = back_up(database.folder, NOON, quiet())
    assert made.path.name == "newsroom-20260114T120000Z.zip"
    assert made.bytes == made.path.stat().st_size
    files = check(made.path, quiet()).files
    assert len(files) == 4
    assert sum(name.startswith("media/") for name in files) == 3
    assert _left(database) == [made.path.name]


def test_a_backup_never_takes_anothers_name_and_the_newest_comes_first(database: Database) -> None:
    first, second = (back_up(database.folder, NOON, quiet()) for _ in range(2))
    third = back_up(database.folder, NOON + timedelta(days=1), quiet())
    (database.folder / "backups" / "letter.zip").touch()
    assert [one.path for one in backups(database.folder)] == [third.path, second.path, first.path]


def test_a_backup_is_of_one_moment_whatever_is_written_meanwhile(database: Database) -> None:
    def write(_fraction: float, _message: Message) -> None:
        with database.writing() as transaction:
            transaction.insert_article(an_article(slug=os.urandom(8).hex()), NOON, "Amina")

    made = back_up(database.folder, NOON, JobContext(write))
    check(made.path, quiet())


def test_a_lost_original_is_named_and_the_rest_is_kept(database: Database) -> None:
    lost = next((database.folder / "media").glob("*/*.png"))
    lost.unlink()
    assert back_up(database.folder, NOON, quiet()).missing == (lost.stem,)


def test_a_changed_original_stops_it(database: Database) -> None:
    next((database.folder / "media").glob("*/*.png")).write_bytes(b"other")
    with pytest.raises(Fault, match="not as it was taken in"):
        back_up(database.folder, NOON, quiet())
    assert _left(database) == []


def test_a_damaged_newsroom_is_not_backed_up_as_if_it_were_sound(database: Database) -> None:
    database.close()
    with database.path.open("r+b") as stream:
        stream.seek(20 * 4096)
        stream.write(b"\xff" * 40 * 4096)
    with pytest.raises(Fault, match="damaged"):
        back_up(database.folder, NOON, quiet())
    assert _left(database) == []


def test_a_row_that_cannot_be_read_is_damage_and_one_that_only_names_stops_nothing(database: Database) -> None:
    with contextlib.closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute("UPDATE article SET headline = x'41'")
    back_up(database.folder, NOON, quiet(), reason="manual")
    with contextlib.closing(sqlite3.connect(database.path)) as connection, connection:
        connection.execute("UPDATE image SET sha256 = CAST(sha256 AS BLOB)")
    with pytest.raises(Fault, match="damaged"):
        back_up(database.folder, NOON, quiet(), reason="manual")


@pytest.mark.parametrize("stop_at", [0, 1, 3, 6])
def test_stopped_at_any_point_it_leaves_nothing(database: Database, stop_at: int) -> None:
    class StopsAt(JobContext):
        """Counts its checks and stops at one of them; its parts count with it."""

        seen = 0

        def check(self) -> None:
            StopsAt.seen += 1
            if StopsAt.seen > stop_at:
                raise Cancelled

        def split(self, *weights: float) -> Iterator[JobContext]:
            return iter([self] * len(weights))

    with pytest.raises(Cancelled):
        back_up(database.folder, NOON, StopsAt())
    assert _left(database) == []


def test_a_full_disk_leaves_nothing(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Fault, match=r"backup was not made.*The disk is full"):
        back_up(database.folder, NOON, quiet())
    assert _left(database) == []


@needs_fork
def test_killed_before_its_name_it_is_no_backup_and_is_cleared_a_day_later(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def back_up_and_die() -> None:
        monkeypatch.setattr(Path, "rename", lambda _path, _target: die())
        back_up(database.folder, NOON, quiet())

    assert end_of_child(back_up_and_die) != DONE
    assert backups(database.folder) == []
    parts = list((database.folder / "backups").iterdir())
    assert len(parts) == 2
    for part in parts:
        os.utime(part, (time.time() - 90_000,) * 2)
    made = back_up(database.folder, NOON, quiet())
    assert _left(database) == [made.path.name]


def test_every_changed_byte_is_seen(database: Database) -> None:
    made = back_up(database.folder, NOON, quiet())
    sound = made.path.read_bytes()
    for place in range(0, len(sound), max(1, len(sound) // 40)):
        made.path.write_bytes(sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :])
        try:
            with opened(made.path) as (archive, _files):
                assert archive
            check(made.path, quiet())
        except (Fault, UserError):
            continue
        # Dates and attributes of the zip's own say nothing; what the manifest names must be the same.
        assert check(made.path, quiet()) is not None
    made.path.write_bytes(sound[:-30])
    with pytest.raises(Fault, match="damaged or only a part"):
        check(made.path, quiet())


@pytest.mark.parametrize(
    ("manifest", "kind", "words"),
    [
        (None, UserError, "not a backup"),
        ("{", Fault, "damaged"),
        ('{"makala-backup": 1}', Fault, "damaged"),
        ('{"makala-backup": 9, "files": []}', Fault, "newer Makala"),
        ('{"makala-backup": 1, "files": [{"path": "gone", "bytes": 1, "sha256": "00"}]}', Fault, "damaged"),
    ],
)
def test_what_is_no_backup_of_ours_is_refused(
    tmp_path: Path, manifest: str | None, kind: type[Exception], words: str
) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt" if manifest is None else MANIFEST_NAME, manifest or "")
    with pytest.raises(kind, match=words):
        check(path, quiet())
    path.write_bytes(b"no zip")
    with pytest.raises(Fault, match="damaged"):
        check(path, quiet())


def test_the_manifest_names_what_is_missing(database: Database) -> None:
    made = back_up(database.folder, NOON, quiet())
    with zipfile.ZipFile(made.path) as archive:
        manifest = json.loads(archive.read(MANIFEST_NAME))
    assert manifest["missing"] == []
    assert manifest["makala-backup"] == 1
