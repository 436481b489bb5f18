"""Schema 11: what was withdrawn before has a record of it, without words."""

from __future__ import annotations

from pathlib import Path

from editor.domain.article import Status, Withdrawal
from editor.storage import articles
from editor.storage.migrations import m0011_addresses
from tests.builders import NOON, a_database, an_article


def test_what_was_withdrawn_before_was_so_when_it_was_updated_last(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    gone = an_article(id="gone", slug="gone", status=Status.WITHDRAWN, updated=NOON)
    there = an_article(id="there", slug="there", status=Status.PUBLISHED)
    with database.writing() as transaction:
        for article in (gone, there):
            transaction.insert_article(article, NOON, "Amina")
        transaction.connection.execute(m0011_addresses.SQL.strip().split(";")[-2])
    with database.reading() as connection:
        found = {one.id: one for one in articles.articles(connection, ["gone", "there"])}
    database.close()
    assert found["gone"].withdrawal == Withdrawal(at=NOON)
    assert found["there"].withdrawal is None
    assert found["gone"].former_slugs == ()
