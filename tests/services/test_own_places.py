"""No book, report, key or bundle takes the place of what a newsroom keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.core.jobs import quiet
from editor.services.own_places import refuse_no_file, refuse_own
from editor.services.renditions import BookRequest, Renditions
from editor.services.reporting import Reporting
from tests.builders import a_desk


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    a_desk(tmp_path / "n").close()
    return tmp_path / "n"


@pytest.mark.parametrize(
    "name",
    [
        "newsroom.sqlite3",
        "newsroom.sqlite3-wal",
        "Newsroom.SQLite3",
        "media/a.epub",
        "Media/a.epub",
        "cache",
        "backups/x/y",
        ".lock",
        ".LOCK",
        ".lock-holder.json",
        ".restoring/x",
    ],
)
def test_what_a_newsroom_keeps_is_no_place(newsroom: Path, name: str) -> None:
    (newsroom / "other").symlink_to(newsroom / "media")
    for place in (newsroom / name, newsroom / "other" / ".." / name, newsroom / "media" / ".." / name):
        with pytest.raises(UserError, match="its own files"):
            refuse_own(place)
    with pytest.raises(UserError, match="its own files"):
        refuse_own(newsroom / "other/a.epub")


def test_beside_it_and_in_folders_of_that_name_there_is_room(newsroom: Path, tmp_path: Path) -> None:
    for place in (newsroom / "a.epub", newsroom, tmp_path / "media/a.epub", tmp_path / "newsroom.sqlite3"):
        refuse_own(place)


def test_a_way_that_leads_to_itself_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    desk = a_desk(tmp_path / "n")
    try:
        with pytest.raises(Fault):
            Reporting(desk.articles, desk.images, desk.newsroom, desk.clock).save(tmp_path / "loop/a.csv", (), quiet())
    finally:
        desk.close()


def test_a_book_and_a_report_leave_the_database_whole(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "n")
    database = tmp_path / "n/newsroom.sqlite3"
    before = database.read_bytes()
    try:
        renditions = Renditions(desk.articles, desk.images, desk.newsroom, desk.clock)
        with pytest.raises(UserError, match="its own files"):
            renditions.book(BookRequest(out=database), quiet())
        with pytest.raises(UserError, match="its own files"):
            Reporting(desk.articles, desk.images, desk.newsroom, desk.clock).save(database, (), quiet())
    finally:
        desk.close()
    assert database.read_bytes()[:100] == before[:100]


def test_what_is_no_file_is_no_place_for_one(newsroom: Path, tmp_path: Path) -> None:
    (tmp_path / "there.csv").write_text("x")
    refuse_no_file(tmp_path / "there.csv")
    refuse_no_file(tmp_path / "new.csv")
    for place in (tmp_path, newsroom / "media" / "a.csv"):
        with pytest.raises(UserError, match="Nothing was touched"):
            refuse_no_file(place)
