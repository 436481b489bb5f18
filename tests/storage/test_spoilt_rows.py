"""A row that cannot be understood is damage to the newsroom, told as such, and no mistake of Makala's."""

from __future__ import annotations

import contextlib
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.edits import AddImage, CreateArticle
from editor.domain.house_style import HouseStyle
from editor.domain.page_label import PageLabel
from editor.domain.query import ArticleQuery
from editor.services.articles import Articles
from editor.storage import abouts, articles, images, settings, standing, texts
from editor.storage.database import DATABASE_NAME, Database
from tests.builders import NOON, FixedClock, a_database, a_link, an_article, an_external, an_image


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE article SET status = 'publisxed'",
        "UPDATE article SET authorship = 'humxn'",
        "UPDATE article SET published = '2026-01-1x'",
        "UPDATE article SET published = '99999-01-01T00:00:00Z'",
        "UPDATE article SET former_slugs = '[5]'",
        "UPDATE article SET tags = '[\"a\"'",
        "UPDATE article SET corrections = '[{}]'",
        "UPDATE external SET published = 'x'",
        "UPDATE external SET authorship = 'x'",
        "UPDATE image SET alt = '{'",
        "UPDATE image SET focus = '7 NaN'",
        "UPDATE image SET findings = '[{\"x\": 1}]'",
        "UPDATE image SET sha256 = 5, added_at = 'x'",
        "UPDATE article SET headline = x'ff41'",
        "UPDATE article SET id = x'ff41'",
        "UPDATE article SET headline = CAST(x'ff41' AS TEXT)",
        "UPDATE article_text SET body = CAST(body AS BLOB)",
        "UPDATE external SET summary = x'41'",
        "UPDATE link SET pending = x'41'",
        "UPDATE image SET credit = x'41'",
        "UPDATE image SET width = 'x'",
        "UPDATE image SET width = 9e999",
        "UPDATE article SET tags = replace(hex(zeroblob(100000)), '00', '[')",
        "UPDATE newsroom SET extra = replace(hex(zeroblob(100000)), '00', '[')",
        "UPDATE newsroom SET theme = x'41'",
        "UPDATE newsroom SET version_rule = 'x'",
        "UPDATE edition SET name = x'41'",
        "UPDATE edition SET consent = 'x'",
        "UPDATE house_style SET style = x'7b7d'",
        "UPDATE page_label SET words = x'41'",
    ],
)
def test_a_row_that_says_nonsense_is_told_as_damage(tmp_path: Path, change: str) -> None:
    article = an_article(links=(a_link(external=an_external()),))
    labels = {"en": {"related": PageLabel(text="More", english="Related articles")}}
    made = a_database(tmp_path / "desk", house_styles={"en": HouseStyle(long="d MMMM y")}, page_labels=labels)
    door = Articles(made, FixedClock(), "Somebody")
    door.apply(CreateArticle(article, say("New"), NOON))
    door.apply(AddImage(an_image(), say("New"), NOON))
    made.close()
    with contextlib.closing(sqlite3.connect(tmp_path / "desk" / DATABASE_NAME)) as connection, connection:
        assert connection.execute(change).rowcount
    opened = Database(tmp_path / "desk")
    with contextlib.closing(opened), pytest.raises(Fault, match="is damaged"):
        _read_all(opened)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE article SET section = x'41'",
        "UPDATE article SET status = 'x'",
        "UPDATE article SET tags = '[5'",
        "UPDATE article SET id = x'41'",
    ],
)
def test_what_reads_only_some_of_a_row_tells_it_too(tmp_path: Path, change: str) -> None:
    article = an_article()
    made = a_database(tmp_path / "desk")
    Articles(made, FixedClock(), "Somebody").apply(CreateArticle(article, say("New"), NOON))
    made.close()
    with contextlib.closing(sqlite3.connect(tmp_path / "desk" / DATABASE_NAME)) as connection, connection:
        assert connection.execute(change).rowcount
    opened = Database(tmp_path / "desk")
    with contextlib.closing(opened), pytest.raises(Fault, match="is damaged"):
        _read_some(opened, article.id)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE article SET language = x'ff0078'",
        "UPDATE article SET translation_state = 'x'",
        "UPDATE article SET published = x'ff'",
    ],
)
def test_what_reads_the_list_or_the_hours_alone_tells_it_too(tmp_path: Path, change: str) -> None:
    member = an_article(status=Status.PUBLISHED, published=NOON)
    other = an_article(slug="other", language="sw", translation_set=member.translation_set, is_source=False)
    made = a_database(tmp_path / "desk")
    for article in (member, other):
        Articles(made, FixedClock(), "Somebody").apply(CreateArticle(article, say("New"), NOON))
    made.close()
    with contextlib.closing(sqlite3.connect(tmp_path / "desk" / DATABASE_NAME)) as connection, connection:
        connection.execute(change)
    opened = Database(tmp_path / "desk")
    with contextlib.closing(opened), pytest.raises(Fault, match="is damaged"):
        _read_list(opened)


def _read_some(database: Database, article_id: str) -> None:
    with database.reading() as connection:
        texts.texts(connection, [article_id])
        abouts.abouts(connection, [article_id])
        standing.standings(connection)


def _read_list(database: Database) -> None:
    with database.reading() as connection:
        articles.hours_after(connection, NOON - timedelta(days=1))
        articles.heads(connection, ArticleQuery())


def _read_all(database: Database) -> None:
    with database.reading() as connection:
        settings.settings(connection)
        articles.everything(connection)
        articles.heads(connection, ArticleQuery())
        images.everything(connection)
