"""Search as the window and the command line ask it."""

from __future__ import annotations

from pathlib import Path

from editor.services.articles import Articles
from editor.services.search import Search
from tests.builders import NOON, FixedClock, a_database, an_article, created


def test_hits_best_first_and_no_more_than_asked_for(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    many = [an_article(headline=f"Number {number}", slug=f"n{number}", body="drumming") for number in range(5)]
    best = an_article(headline="Drum", slug="best", language="sw")
    gone = an_article(headline="Drum", slug="gone", trashed_at=NOON)
    Articles(database, FixedClock(), "Amina").apply(created(*many, best, gone))
    search = Search(database)
    hits = search.find("drum")
    assert hits[0].slug == "best"
    assert len(hits) == 6
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert [hit.slug for hit in search.find("drum", limit=1)] == ["best"]
    assert [hit.headline for hit in search.find("drum", "sw")] == ["Drum"]
    assert search.find("nothing of the kind") == search.find("") == []
    database.close()
