"""A search index that is really damaged: nothing written is touched by it, and it is made anew."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from editor.bootstrap import Desk, open_desk
from editor.core.errors import Fault
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import change_article
from editor.domain.query import ArticleQuery
from editor.services.newsroom_process import catch_up
from editor.storage import search, search_index
from editor.storage.database import DATABASE_NAME, NOT_SAVED, Database, IndexSpoiltError, damage, fault_of
from tests.builders import a_desk, an_article, an_id, created

COUNT = 12
DAMAGES = {
    "its words": "UPDATE search_data SET block = zeroblob(20) WHERE id > 10",
    "its structure": "UPDATE search_data SET block = x'ffffffffff' WHERE id = 10",
    "all of it gone": "DELETE FROM search_data",
    "its format": "DELETE FROM search_config",
    "a table gone": "DROP TABLE search_docsize",
    "behind its words": "DROP TRIGGER search_entry_changed; UPDATE search_entry SET words = 'others entirely'",
}
_UNFELT = (DAMAGES["its words"], DAMAGES["behind its words"])  # by what is written; a check-up tells
KINDS = pytest.mark.parametrize("damaging", DAMAGES.values(), ids=DAMAGES.keys())


def _damaged(folder: Path, damaging: str) -> Path:
    desk = a_desk(folder)
    desk.articles.apply(created(*(_article(number) for number in range(COUNT))))
    desk.close()
    connection = sqlite3.connect(folder / DATABASE_NAME)
    connection.executescript(damaging)
    connection.close()
    return folder


def _is_sound(folder: Path) -> bool:
    with contextlib.closing(sqlite3.connect(folder / DATABASE_NAME, isolation_level=None)) as connection:
        return search_index.is_sound(connection)


def _article(number: int) -> Article:
    return an_article(id=an_id(number + 1), slug=f"a{number}", body=f"A ferry, unique{number}")


def _found(desk: Desk, words: str) -> int:
    return len(desk.articles.heads(ArticleQuery(words=words)))


@KINDS
def test_made_anew_it_knows_every_article_again(tmp_path: Path, damaging: str) -> None:
    database = Database(_damaged(tmp_path / "n", damaging))
    assert not _is_sound(tmp_path / "n")
    with database.writing() as transaction:
        transaction.make_index_anew()
        assert search.waiting(transaction.connection) == COUNT
        transaction.fold_due(COUNT)
    assert _is_sound(tmp_path / "n")
    with database.writing() as transaction:
        assert len(search.matching(transaction.connection, "ferry")) == COUNT
        assert len(search.matching(transaction.connection, "unique3")) == 1
        triggers = transaction.connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'")
        assert triggers.fetchone() == (4,)
    database.close()


@KINDS
def test_pitfall_12_no_word_is_kept_from_being_saved_by_it(tmp_path: Path, damaging: str) -> None:
    desk = open_desk(_damaged(tmp_path / "n", damaging))
    for number in range(COUNT):
        article = desk.articles.get(an_id(number + 1))
        desk.articles.apply(change_article(article, say("x"), body=f"A boat, other{number}"))
    desk.articles.apply(created(an_article(id=an_id(99), slug="new", body="A boat, other99")))
    bodies = [desk.articles.get(an_id(number + 1)).body for number in range(COUNT)]
    assert bodies == [f"A boat, other{number}" for number in range(COUNT)]
    if damaging not in _UNFELT:
        assert _found(desk, "boat") == COUNT + 1
    desk.close()


@pytest.mark.parametrize("name", ["its structure", "all of it gone", "its format"])
def test_one_that_does_not_answer_is_seen_to_by_itself(tmp_path: Path, name: str) -> None:
    folder = _damaged(tmp_path / "n", DAMAGES[name])
    desk = open_desk(folder)
    assert not desk.search.is_up_to_date()
    with pytest.raises(Fault):
        _found(desk, "ferry")
    beside = Database(folder)
    assert catch_up(beside) is False  # made anew; few enough wait to be read one by one
    beside.close()
    assert desk.search.is_up_to_date()
    assert _found(desk, "ferry") == COUNT
    desk.close()


def test_a_check_up_says_so_and_the_process_makes_it_anew(tmp_path: Path) -> None:
    desk = open_desk(_damaged(tmp_path / "n", DAMAGES["its words"]))
    (bad,) = [one for one in desk.safekeeping.look_through(quiet()) if one.needs_index]
    assert "does not know every word" in str(bad.message)
    desk.safekeeping.make_index_anew(quiet())
    assert not [one for one in desk.safekeeping.look_through(quiet()) if one.needs_index]
    assert _found(desk, "ferry") == COUNT
    desk.close()


@KINDS
def test_it_is_no_damage_to_the_newsroom(tmp_path: Path, damaging: str) -> None:
    database = Database(_damaged(tmp_path / "n", damaging))
    with database.reading() as connection:
        assert damage(connection) == ""
    database.look_over()
    database.close()


def test_newer_sqlite_complains_of_it_too_and_is_not_believed() -> None:
    class Complaining:
        said: tuple[str, ...] = ("malformed inverted index for FTS5 table main.search",)

        def execute(self, _sql: str) -> list[tuple[str]]:
            return [(line,) for line in self.said]

    connection = Complaining()
    assert damage(connection) == ""  # type: ignore[arg-type]
    connection.said += ('fts5: corruption found reading blob 10 from table "search"',)
    assert damage(connection) == ""  # type: ignore[arg-type]
    connection.said += ("row 3 missing from index article_by_set",)
    assert damage(connection) == "row 3 missing from index article_by_set"  # type: ignore[arg-type]


def test_pitfall_12_damage_that_a_newer_sqlite_meets_at_the_commit_is_known_as_the_indexs() -> None:
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT_VTAB
    assert isinstance(fault_of(error, NOT_SAVED), IndexSpoiltError)  # which the write door mends, and does it again
