"""Schema 4 keeps old texts without ranges, and has what was signed looked at by the next writer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from editor.domain.query import ArticleQuery
from editor.domain.signing import sign_off
from editor.storage import articles
from tests.builders import NOON, a_database, an_article


def test_signed_articles_of_an_earlier_schema_are_looked_at(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    signed = sign_off(an_article(id="signed", body="One."), "Asha", NOON)
    with database.writing() as transaction:
        first = an_article(id="signed", body="One.")
        transaction.insert_article(replace(signed.on(first), body="Two."), NOON, "Asha")
        transaction.fold_due(10)
        transaction.connection.execute("UPDATE article SET is_unsigned = 0")  # as the migration leaves it
        transaction.connection.execute("INSERT OR IGNORE INTO search_due SELECT id FROM article")
    with database.writing() as transaction:
        transaction.fold_due(10)
    with database.reading() as connection:
        (head,) = articles.heads(connection, ArticleQuery())
    database.close()
    assert head.is_unsigned
