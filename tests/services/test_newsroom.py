"""The newsroom's settings and place, and a moment in which nothing moves."""

from __future__ import annotations

from pathlib import Path

from editor.services.articles import Articles
from editor.services.newsroom import Newsroom
from tests.builders import FixedClock, a_database, an_article, created, some_settings


def test_settings_and_folder(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk", name="The Night Desk")
    newsroom = Newsroom(database)
    assert newsroom.settings == some_settings(name="The Night Desk")
    assert newsroom.folder == tmp_path / "desk"
    database.close()


def test_in_a_moment_all_reads_agree(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    newsroom, articles = Newsroom(database), Articles(database, FixedClock(), "Amina")
    with newsroom.moment():
        before = articles.all()
        articles.apply(created(an_article()))
        assert articles.all() == before
    assert len(articles.all()) == 1
    database.close()
