"""Opening: the lock, the schema, damage and places that cannot be written to, each said in words."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from editor.core.errors import Damaged, Fault, UserError
from editor.core.jobs import quiet
from editor.storage import articles, migrating, opening
from editor.storage.backup import back_up
from editor.storage.backup_file import READY_NAME, backups
from editor.storage.database import DATABASE_NAME
from editor.storage.migrations.registry import STEPS
from editor.storage.opening import Opened, open_newsroom
from editor.storage.settings import settings
from tests.builders import NOON, FixedClock, a_database, an_article, some_settings

ARTICLE = an_article(body="Drums. " * 3000)


def _open(folder: Path, *, may_write: bool = True, must_write: bool = True, person: str = "Amina") -> Opened:
    return open_newsroom(folder, person=person, clock=FixedClock(), may_write=may_write, must_write=must_write)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        transaction.insert_article(ARTICLE, NOON, "Amina")
    database.close()
    return database.folder


def _body(opened: Opened) -> str:
    with opened.database.reading() as connection:
        found = articles.article(connection, ARTICLE.id)
    assert found is not None
    return found.body


def test_opened_for_writing_it_writes_and_closes_clean(folder: Path) -> None:
    opened = _open(folder)
    opened.warm_up()
    with opened.database.writing() as transaction:
        transaction.insert_article(an_article(slug="next"), NOON, "Amina")
    opened.close()
    opened.close()
    assert {path.name for path in folder.iterdir()} == {"newsroom.sqlite3", "media", "backups", "cache", ".lock"}


@pytest.mark.parametrize("spoilt", ["x'41'", "CAST(x'ff41' AS TEXT)"])
def test_settings_that_nobody_can_read_are_damage_with_its_ways_out(folder: Path, spoilt: str) -> None:
    with contextlib.closing(sqlite3.connect(folder / DATABASE_NAME)) as connection, connection:
        connection.execute(f"UPDATE newsroom SET name = {spoilt}")  # noqa: S608 - the two above
    with pytest.raises(Damaged):
        _open(folder)


def test_a_second_window_reads_or_is_told_who_writes(folder: Path) -> None:
    first = _open(folder)
    with pytest.raises(Fault, match=r"could not be opened.*Amina .* has this newsroom open for writing"):
        _open(folder, person="Juma")
    second = _open(folder, person="Juma", must_write=False)
    assert second.holder.startswith("Amina")
    assert _body(second) == ARTICLE.body
    with second.database.reading() as connection:
        clock = ZoneInfo(settings(connection).display_zone)
    assert f"since {NOON.astimezone(clock):%H:%M}." in str(second.database.read_only)
    with pytest.raises(Fault, match="Amina"), second.database.writing():
        pass
    second.warm_up()
    second.close()
    first.close()
    third = _open(folder, person="Juma")
    assert third.holder == ""
    third.close()


def test_reading_takes_no_lock(folder: Path) -> None:
    first = _open(folder, may_write=False, must_write=False)
    second = _open(folder)
    third = _open(folder, may_write=False, must_write=False)
    assert (first.holder, second.holder, third.holder) == ("", "", "")
    assert str(third.database.read_only) == "It was opened to read only."
    for opened in (first, second, third):
        opened.close()


def test_no_newsroom_is_a_user_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="There is no newsroom"):
        _open(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("keep", [0, 50, 4096, 9000, 60_000])
def test_a_cut_file_is_damaged_and_names_the_way_back(folder: Path, keep: int) -> None:
    made = back_up(folder, NOON, quiet())
    content = (folder / "newsroom.sqlite3").read_bytes()
    (folder / "newsroom.sqlite3").write_bytes(content[:keep])
    with pytest.raises(Fault, match="damaged"):
        _look_over(folder)
    assert (folder / "newsroom.sqlite3").read_bytes() == content[:keep]
    assert [one.path for one in backups(folder)] == [made.path]
    _open_again_is_possible(folder, content)


def _look_over(folder: Path) -> None:
    opened = _open(folder)
    try:
        opened.warm_up()
    finally:
        opened.close()


def _open_again_is_possible(folder: Path, content: bytes) -> None:
    (folder / "newsroom.sqlite3").write_bytes(content)
    opened = _open(folder)  # the lock was let go of
    assert _body(opened) == ARTICLE.body
    opened.close()


def test_an_older_newsroom_is_backed_up_and_brought_up_even_to_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = (*STEPS, "CREATE TABLE later (x TEXT);")
    monkeypatch.setattr(migrating, "STEPS", steps)
    monkeypatch.setattr(migrating, "CURRENT", len(steps))
    monkeypatch.setattr(opening, "CURRENT", len(steps))
    monkeypatch.setattr(migrating.migrate, "__defaults__", (steps,))
    opened = _open(folder, may_write=False, must_write=False)
    assert migrating.schema_of(folder / "newsroom.sqlite3") == len(steps)
    assert len(backups(folder)) == 1
    assert _body(opened) == ARTICLE.body
    assert str(opened.database.read_only)
    other = _open(folder)
    assert len(backups(folder)) == 1
    for one in (opened, other):
        one.close()


@pytest.fixture
def read_only_folder(tmp_path: Path) -> Iterator[Path]:
    """Yield a newsroom on a disk that cannot be written to. Root may write anywhere, so it gets a disk of its own."""
    place = tmp_path / "place"
    place.mkdir()
    is_root = os.geteuid() == 0 if hasattr(os, "geteuid") else False
    if (
        is_root
        and subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], check=False, capture_output=True).returncode
    ):
        pytest.skip("this machine lets nobody make a read-only disk")
    try:
        database = a_database(place / "desk")
        with database.writing() as transaction:
            transaction.insert_article(ARTICLE, NOON, "Amina")
        database.close()
        if is_root:
            subprocess.run(["mount", "-o", "remount,ro", place], check=True)
        else:
            for path in (place / "desk" / "newsroom.sqlite3", place / "desk"):
                path.chmod(path.stat().st_mode & 0o555)
        yield place / "desk"
    finally:
        if is_root:
            subprocess.run(["umount", place], check=True)
        else:
            (place / "desk").chmod(0o755)


def test_a_read_only_folder_is_read_and_says_so(read_only_folder: Path) -> None:
    with pytest.raises(Fault, match=r"could not be opened.*cannot be written to"):
        _open(read_only_folder)
    opened = _open(read_only_folder, must_write=False)
    assert opened.holder == ""
    assert _body(opened) == ARTICLE.body
    opened.warm_up()
    with pytest.raises(Fault, match="cannot be written to"), opened.database.writing():
        pass
    with opened.database.reading() as connection:
        assert settings(connection) == some_settings()
    opened.close()


def _ready(folder: Path, body: str) -> Path:
    """Let a backup with this body and a theme lie ready, as restoring leaves it when the program ends in the middle."""
    ready = folder / READY_NAME
    (ready / "themes" / "own").mkdir(parents=True)
    (ready / "themes" / "own" / "style.css").write_text(body)
    then = a_database(folder.parent / "then")
    with then.writing() as transaction:
        transaction.insert_article(replace(ARTICLE, body=body), NOON, "Amina")
    then.close()
    shutil.copyfile(then.path, ready / DATABASE_NAME)
    return ready


def test_a_restoring_that_was_ended_in_the_middle_comes_to_its_end(folder: Path) -> None:
    ready = _ready(folder, "Then.")
    reading = _open(folder, may_write=False, must_write=False)
    assert _body(reading) == ARTICLE.body, "who only reads changes nothing"
    reading.close()
    opened = _open(folder)
    assert _body(opened) == "Then."
    assert (folder / "themes" / "own" / "style.css").read_text() == "Then."
    assert not ready.exists()
    opened.close()


def test_a_restoring_is_left_to_whoever_holds_the_newsroom(folder: Path) -> None:
    opened = _open(folder)
    ready = _ready(folder, "Then.")
    second = _open(folder, must_write=False)
    assert _body(second) == ARTICLE.body
    assert ready.exists()
    second.close()
    opened.close()
