"""A row that cannot be understood is damage to the newsroom, told as such, and no mistake of Makala's."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.edits import AddImage, CreateArticle
from editor.domain.query import ArticleQuery
from editor.services.articles import Articles
from editor.storage import articles, images
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
    ],
)
def test_a_row_that_says_nonsense_is_told_as_damage(tmp_path: Path, change: str) -> None:
    article = an_article(links=(a_link(external=an_external()),))
    made = a_database(tmp_path / "desk")
    door = Articles(made, FixedClock(), "Somebody")
    door.apply(CreateArticle(article, say("New"), NOON))
    door.apply(AddImage(an_image(), say("New"), NOON))
    made.close()
    with contextlib.closing(sqlite3.connect(tmp_path / "desk" / DATABASE_NAME)) as connection, connection:
        assert connection.execute(change).rowcount
    opened = Database(tmp_path / "desk")
    with contextlib.closing(opened), pytest.raises(Fault, match="is damaged"):
        _read_all(opened)


def _read_all(database: Database) -> None:
    with database.reading() as connection:
        articles.everything(connection)
        articles.heads(connection, ArticleQuery())
        images.everything(connection)
