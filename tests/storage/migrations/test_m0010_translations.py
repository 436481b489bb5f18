"""Schema 10: translations of an old newsroom are approved by nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from editor.domain.article import TranslationState
from editor.domain.query import ArticleQuery
from editor.storage import articles
from editor.storage.migrations import m0010_translations
from tests.builders import NOON, a_database, an_article


def test_what_was_translated_before_counts_as_being_translated(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    source = an_article(headline="Drums")
    member = replace(source, id="sw", slug="sw", language="sw", is_source=False)
    with database.writing() as transaction:
        for article in (source, member):
            transaction.insert_article(article, NOON, "Amina")
        transaction.connection.execute("UPDATE article SET translation_state = ''")  # as before the migration
        transaction.connection.execute(m0010_translations.SQL.strip().split(";")[-2])
    with database.reading() as connection:
        found = {head.language: head.translation for head in articles.heads(connection, ArticleQuery())}
    database.close()
    assert found == {"en": TranslationState.SOURCE, "sw": TranslationState.TRANSLATING}
