"""A disk that is really full: a small one of its own, written to until it takes no more."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import CreateArticle, change_article
from editor.services.articles import Articles
from editor.storage import articles, media
from editor.storage.backup import back_up
from editor.storage.backup_file import backups
from editor.storage.creating import create
from editor.storage.database import Database
from tests.builders import NOON, FixedClock, a_database, an_article, png, some_settings


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or subprocess.run(mount, check=False).returncode:
        pytest.skip("this machine lets nobody make a small disk")
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def _write_until_full(door: Articles, article: Article) -> tuple[Article, str]:
    """Return the article as it was last accepted, and what was said when no more was."""
    for number in range(200):
        edit = change_article(article, say("Type"), body=f"{number} " + "Words and words. " * 400 * number)
        try:
            door.apply(edit)
        except Fault as fault:
            return article, str(fault)
        article = door.get(article.id)
    raise AssertionError("the disk never filled")


def test_pitfall_11_every_accepted_word_is_safe_and_space_makes_it_go_on(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    database = a_database(small_disk / "desk")
    ballast.write_bytes(b"\1" * 600_000)
    door = Articles(database, FixedClock(), "Amina")
    article = an_article()
    door.apply(CreateArticle(article, say("New"), NOON))
    accepted, said = _write_until_full(door, door.get(article.id))
    assert said.startswith("This change was not saved. Everything saved before is safe.")
    assert "full" in said or "disk" in said
    assert door.get(article.id) == accepted
    ballast.unlink()
    door.apply(change_article(accepted, say("Type"), body="And on."))
    assert door.get(article.id).body == "And on."
    database.close()
    again = a_database_again(small_disk / "desk")
    assert again == "And on."


def a_database_again(folder: Path) -> str:
    database = Database(folder)
    with database.reading() as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (article,) = articles.everything(connection)
    database.close()
    return article.body


def test_neither_picture_backup_nor_newsroom_is_left_half_there(small_disk: Path) -> None:
    database = a_database(small_disk / "desk")
    door = Articles(database, FixedClock(), "Amina")
    door.apply(CreateArticle(an_article(body="Body"), say("New"), NOON))
    free = os.statvfs(small_disk)
    (small_disk / "ballast").write_bytes(b"\1" * (free.f_bavail * free.f_frsize - 8192))
    with pytest.raises(Fault, match="The picture was not kept"):
        media.keep(database.folder, png() + os.urandom(100_000), ".png")
    with pytest.raises(Fault, match="The backup was not made"):
        back_up(database.folder, NOON, quiet())
    with pytest.raises(Fault, match="The newsroom was not made"):
        create(small_disk / "other", some_settings())
    assert backups(database.folder) == []
    assert [path for path in (database.folder / "media").rglob("*") if path.is_file()] == []
    assert list((database.folder / "backups").iterdir()) == []
    assert not (small_disk / "other").exists()
    database.close()
