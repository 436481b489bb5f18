"""Backups and the way back, as the window and the command line ask for them."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import AddImage, Several
from editor.services.articles import Articles
from editor.services.newsroom_process import NewsroomProcess
from editor.services.safekeeping import (
    Safekeeping,
    backups_outside,
    check_place,
    keep,
    restore,
    restore_in_place,
)
from editor.storage import media
from editor.storage.database import DATABASE_NAME, Database, connect_reading
from editor.storage.lock import Lock, take_lock
from tests.builders import NOON, FixedClock, a_database, an_article, an_image, created, png


def test_backed_up_and_brought_back(tmp_path: Path) -> None:
    clock = FixedClock()
    database = a_database(tmp_path / "desk")
    articles = Articles(database, clock, "Amina")
    articles.apply(created(an_article(slug="first")))
    safekeeping = Safekeeping(database, clock, NewsroomProcess(database.folder, "Amina"))
    assert safekeeping.backups() == []
    first = safekeeping.backup(quiet())
    assert (first.verified, first.at, first.missing) == (True, NOON, ())
    assert first.bytes == first.path.stat().st_size
    articles.apply(created(an_article(slug="second")))
    clock.forward(60)
    second = safekeeping.backup(quiet())
    assert safekeeping.backups() == [second, first]
    database.close()
    for report, count in ((first, 1), (second, 2)):
        folder = tmp_path / f"restored-{count}"
        restore(report.path, folder)
        again = Database(folder)
        assert len(Articles(again, clock, "Amina").all()) == count
        again.close()


def _desk(folder: Path, clock: FixedClock) -> tuple[Database, Articles, Safekeeping]:
    database = a_database(folder)
    return (
        database,
        Articles(database, clock, "Amina"),
        Safekeeping(database, clock, NewsroomProcess(database.folder, "Amina")),
    )


def test_pitfall_14_a_day_of_work_leaves_backups_by_itself_and_says_what_they_hold(tmp_path: Path) -> None:
    clock = FixedClock()
    database, articles, safekeeping = _desk(tmp_path / "desk", clock)
    assert safekeeping.newest() is None
    for hour in range(10):
        articles.apply(created(an_article(headline=f"Hour {hour}", slug=f"hour-{hour}")))
        keep(database.folder, clock.now(), "hour", None, quiet())
        assert safekeeping.newest() == clock.now()
        clock.forward(3600)
    found = safekeeping.backups()
    assert [one.holds.articles for one in found if one.holds] == list(range(10, 0, -1))
    assert found[0].holds is not None
    assert found[0].holds.headline == "Hour 9"
    assert {str(one.reason) for one in found} == {"While working"}
    assert all(one.verified for one in found)


def test_once_a_week_the_pictures_are_in_it_and_two_of_those_are_kept(tmp_path: Path) -> None:
    clock = FixedClock()
    database, articles, safekeeping = _desk(tmp_path / "desk", clock)
    digest = media.keep(database.folder, png(), ".png")
    articles.apply(AddImage(an_image(sha256=digest), say("Add"), NOON))
    for _ in range(30):
        keep(database.folder, clock.now(), "hour", None, quiet())
        clock.forward(60)
        keep(database.folder, clock.now(), "close", None, quiet())
        clock.forward(24 * 3600)
    reasons = [str(one.reason) for one in safekeeping.backups()]
    assert reasons.count("Weekly, with all pictures") == 2
    assert 14 <= reasons.count("On closing") < 30


def test_what_a_person_made_is_never_given_up(tmp_path: Path) -> None:
    clock = FixedClock()
    database, _articles, safekeeping = _desk(tmp_path / "desk", clock)
    for _ in range(6):
        safekeeping.backup(quiet())
        clock.forward(400 * 24 * 3600)
        keep(database.folder, clock.now(), "hour", None, quiet())
    assert [str(one.reason) for one in safekeeping.backups()].count("Made by hand, with all pictures") == 6


def test_a_place_that_is_away_is_told_and_stops_nothing(tmp_path: Path) -> None:
    clock = FixedClock()
    database, _articles, _safekeeping = _desk(tmp_path / "desk", clock)
    kept = keep(database.folder, clock.now(), "hour", tmp_path / "stick", quiet())
    assert kept.outside is None
    assert kept.trouble is not None
    assert "is not there now" in str(kept.trouble)
    (tmp_path / "stick").mkdir()
    check_place(database.folder, tmp_path / "stick")
    clock.forward(3600)
    kept = keep(database.folder, clock.now(), "hour", tmp_path / "stick", quiet())
    assert (kept.trouble, kept.outside) == (None, tmp_path / "stick" / "desk" / "backups" / kept.backup.path.name)
    (outside,) = backups_outside(database.folder, tmp_path / "stick")
    assert outside.holds == kept.backup.holds
    assert backups_outside(tmp_path, tmp_path / "stick") == []


def test_pitfall_13_in_place_the_present_is_kept_and_can_be_had_again(tmp_path: Path) -> None:
    clock = FixedClock()
    database, articles, safekeeping = _desk(tmp_path / "desk", clock)
    digest = media.keep(database.folder, png(), ".png")
    articles.apply(Several((AddImage(an_image(sha256=digest), say("Add"), NOON),), say("Add")))
    articles.apply(created(an_article(slug="first")))
    then = keep(database.folder, clock.now(), "hour", None, quiet()).backup
    articles.apply(created(an_article(slug="second")))
    lock = take_lock(database.folder, "Juma", NOON)
    assert isinstance(lock, Lock)
    with pytest.raises(Fault, match="Juma"):
        restore_in_place(then.path, database.folder, "Amina", clock.now())
    lock.release()
    database.close()
    clock.forward(60)
    present = restore_in_place(then.path, database.folder, "Amina", clock.now())
    assert _slugs(database.folder) == ["first"]
    assert str(present.reason) == "Before a backup was brought back"
    clock.forward(60)
    restore_in_place(present.path, database.folder, "Amina", clock.now())
    assert _slugs(database.folder) == ["first", "second"]
    assert [path.name for path in database.folder.iterdir() if path.name.startswith(".restored")] == []
    assert len(safekeeping.backups()) >= 3


def test_work_of_the_closed_window_that_still_reads_is_waited_for(tmp_path: Path) -> None:
    clock = FixedClock()
    database, articles, _safekeeping = _desk(tmp_path / "desk", clock)
    articles.apply(created(an_article(slug="first")))
    then = keep(database.folder, clock.now(), "hour", None, quiet()).backup
    articles.apply(created(an_article(slug="second")))
    database.close()
    is_reading = threading.Event()

    def read_on() -> None:
        with closing(connect_reading(database.folder / DATABASE_NAME)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM article").fetchone()
            is_reading.set()
            time.sleep(0.5)

    reading = threading.Thread(target=read_on)
    reading.start()
    is_reading.wait()
    restore_in_place(then.path, database.folder, "Amina", clock.now())
    reading.join()
    assert _slugs(database.folder) == ["first"]


def test_a_damaged_backup_leaves_the_newsroom_as_it_is(tmp_path: Path) -> None:
    clock = FixedClock()
    database, articles, _safekeeping = _desk(tmp_path / "desk", clock)
    articles.apply(created(an_article(slug="first")))
    then = keep(database.folder, clock.now(), "hour", None, quiet()).backup
    then.path.write_bytes(then.path.read_bytes()[:-100])
    database.close()
    with pytest.raises(Fault, match="damaged"):
        restore_in_place(then.path, database.folder, "Amina", clock.now())
    assert _slugs(database.folder) == ["first"]


def test_the_full_check_is_at_hand(tmp_path: Path) -> None:
    _database, _articles, safekeeping = _desk(tmp_path / "desk", FixedClock())
    assert any(not finding.is_good for finding in safekeeping.look_through(quiet()))


def _slugs(folder: Path) -> list[str]:
    again = Database(folder)
    found = sorted(article.slug for article in Articles(again, FixedClock(), "Amina").all())
    again.close()
    return found
