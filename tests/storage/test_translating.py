"""The states of translations in the list: noted with every write, read with ten thousand heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor.domain.article import Article, TranslationState
from editor.domain.query import ArticleQuery, SortBy
from editor.domain.translation import translated_words
from editor.storage import articles, rewriting
from editor.storage.database import Database
from editor.storage.rewriting import Rewritten
from tests.builders import NOON, a_database, an_article

EN = an_article(id="en", headline="Drums", body="They played.", translation_set="en")
SW = replace(
    EN,
    id="sw",
    slug="ngoma",
    language="sw",
    headline="Ngoma",
    is_source=False,
    translated_from=translated_words(EN),
    approved_by="Asha",
    approved_at=NOON,
)
AR = replace(SW, id="ar", slug="ar", language="ar", headline=EN.headline, approved_by="", approved_at=None)
LONE = an_article(id="lone", headline="Alone", language="sw")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    with made.writing() as transaction:
        for article in (EN, SW, AR, LONE):
            transaction.insert_article(article, NOON, "Amina")
    yield made
    made.close()


def _update(database: Database, before: Article, after: Article) -> None:
    with database.writing() as transaction:
        transaction.update_article(before, after, NOON, "Amina")


def _noted(database: Database) -> dict[str, str]:
    with database.reading() as connection:
        return {head.id: head.translation.value for head in articles.heads(connection, ArticleQuery())}


def test_a_list_says_of_each_set_which_languages_there_are_and_which_are_lacking(database: Database) -> None:
    with database.reading() as connection:
        found = {head.id: head.translations for head in articles.heads(connection, ArticleQuery())}
    of_the_set = (
        ("en", TranslationState.SOURCE),
        ("ar", TranslationState.DRAFT),
        ("sw", TranslationState.APPROVED),
    )
    assert found["en"] == found["sw"] == of_the_set
    assert found["lone"] == (("sw", TranslationState.SOURCE), ("en", TranslationState.MISSING))


def test_a_change_of_the_source_reaches_those_that_answer_it(database: Database) -> None:
    later = replace(EN, body="They sang.")
    _update(database, EN, later)
    assert _noted(database) == {"en": "", "ar": "draft", "sw": "source-changed", "lone": ""}
    _update(database, later, replace(later, trashed_at=NOON))
    assert _noted(database)["sw"] == "approved"
    _update(database, AR, replace(AR, body="عزفوا."))
    assert _noted(database)["ar"] == "translating"


def test_words_replaced_across_the_newsroom_are_noted_too(database: Database) -> None:
    rewritten = Rewritten("en", 1, "Drums", "", "They sang.", "", is_unsigned=False, version=None)
    with database.writing() as transaction:
        rewriting.rewrite(transaction.connection, [rewritten], NOON, "Amina")
    assert _noted(database)["sw"] == "source-changed"


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        (ArticleQuery(translation=TranslationState.APPROVED), ["sw"]),
        (ArticleQuery(translation=TranslationState.DRAFT), ["ar"]),
        (ArticleQuery(translation=TranslationState.DRAFT, languages=("sw",)), []),
        (ArticleQuery(translation=TranslationState.MISSING), ["lone"]),
        (ArticleQuery(translation=TranslationState.MISSING, languages=("en",)), ["lone"]),
        (ArticleQuery(translation=TranslationState.MISSING, languages=("sw",)), []),
        (ArticleQuery(sort=SortBy.TRANSLATION, descending=False), ["lone", "ar", "en", "sw"]),
    ],
)
def test_a_list_is_narrowed_and_ordered_by_them(database: Database, query: ArticleQuery, ids: list[str]) -> None:
    with database.reading() as connection:
        assert [head.id for head in articles.heads(connection, query)] == ids
