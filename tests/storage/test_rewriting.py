"""Other words in many articles, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.storage import articles, search
from editor.storage.database import Database
from editor.storage.rewriting import MovedError, Rewritten, revisions, rewrite
from tests.builders import NOON, a_database, an_article, an_id

IDS = [an_id(1), an_id(2)]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    with made.writing() as transaction:
        for number in IDS:
            transaction.insert_article(an_article(id=number, slug=number, body="old"), NOON, "Amina")
        transaction.fold_due(10)
    yield made
    made.close()


def _rewritten(number: str, revision: int = 1) -> Rewritten:
    return Rewritten(number, revision, "H", "S", "new", "R", is_unsigned=False, version=None)


def test_words_revision_and_what_waits_for_the_index(database: Database) -> None:
    with database.writing() as transaction:
        rewrite(transaction.connection, [_rewritten(one) for one in IDS], NOON, "Baraka")
    with database.reading() as connection:
        assert revisions(connection, [*IDS, "nothing"]) == dict.fromkeys(IDS, 2)
        assert search.waiting(connection) == 2
        found = articles.articles(connection, IDS)
        assert [one.texts for one in found] == [("H", "S", "new", "R")] * 2 or found[0].body == "new"
        assert articles.changed_last(connection, IDS[0])[1] == "Baraka"


def test_one_that_moved_on_is_named_and_nothing_is_written(database: Database) -> None:
    with (
        pytest.raises(MovedError) as moved,
        database.writing() as transaction,
    ):
        rewrite(transaction.connection, [_rewritten(IDS[0]), _rewritten(IDS[1], 7)], NOON, "Baraka")
    assert moved.value.ids == {IDS[1]}
    with database.reading() as connection:
        assert [one.body for one in articles.articles(connection, IDS)] == ["old", "old"]
