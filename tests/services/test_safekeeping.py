"""Backups and the way back, as the window and the command line ask for them."""

from __future__ import annotations

from pathlib import Path

from editor.core.jobs import quiet
from editor.services.articles import Articles
from editor.services.safekeeping import Safekeeping, restore
from editor.storage.database import Database
from tests.builders import NOON, FixedClock, a_database, an_article, created


def test_backed_up_and_brought_back(tmp_path: Path) -> None:
    clock = FixedClock()
    database = a_database(tmp_path / "desk")
    articles = Articles(database, clock, "Amina")
    articles.apply(created(an_article(slug="first")))
    safekeeping = Safekeeping(database, clock)
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
