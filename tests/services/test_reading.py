"""What is asked of the articles comes back as values, on every thread, with refusals in words."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.domain.article import Article, Status
from editor.domain.query import ArticleQuery
from editor.services.articles import Articles
from editor.services.reading import Choices, Reading
from tests.builders import NOON, FixedClock, a_database, a_link, an_article, created

SOURCE = an_article(headline="Drums in Nara", slug="drums", tags=("Japan",), byline=("Amina",), section="World")
OTHER = an_article(
    headline="Ngoma",
    slug="ngoma",
    language="sw",
    translation_set=SOURCE.translation_set,
    links=(a_link(SOURCE), a_link()),
)
GONE = an_article(headline="Gone drums", slug="gone", trashed_at=NOON, status=Status.READY)


@pytest.fixture
def reading(tmp_path: Path) -> Iterator[Reading]:
    database = a_database(tmp_path / "desk")
    Articles(database, FixedClock(), "Amina").apply(created(SOURCE, OTHER, GONE))
    yield Reading(database)
    database.close()


def _ids(articles: list[Article]) -> list[str]:
    return [article.id for article in articles]


def test_one_by_id_slug_or_not_at_all(reading: Reading) -> None:
    assert reading.get(SOURCE.id).headline == "Drums in Nara"
    assert reading.find("DRUMS") == reading.get(SOURCE.id)
    assert reading.find("gone") is not None
    assert reading.find("nobody") is None
    with pytest.raises(UserError, match="There is no article “nobody”"):
        reading.get("nobody")


def test_many(reading: Reading) -> None:
    assert _ids(reading.all()) == sorted([SOURCE.id, OTHER.id])
    assert [head.id for head in reading.heads(ArticleQuery(words="drums"))] == [SOURCE.id]
    assert [head.id for head in reading.heads(ArticleQuery(words="drums", in_trash=True))] == [GONE.id]
    assert [head.id for head in reading.heads(ArticleQuery(words="ngoma", languages=("en",)))] == []
    assert len(reading.heads()) == 2
    assert _ids(reading.members(SOURCE.translation_set)) == [SOURCE.id, OTHER.id]
    assert reading.targets_of(OTHER) == {SOURCE.id: reading.get(SOURCE.id)}
    assert [head.id for head in reading.linking_to(SOURCE.id)] == [OTHER.id]
    assert {head.id for head in reading.heads_of([SOURCE.id, GONE.id, "unknown"])} == {SOURCE.id, GONE.id}
    assert reading.choices() == Choices(
        sections=("World",), tags=("Japan",), languages=("en", "sw"), bylines=("Amina",)
    )
    assert reading.counts() == {**dict.fromkeys(Status, 0), Status.DRAFT: 2}


def test_versions_that_are_not_there(reading: Reading) -> None:
    assert reading.versions(SOURCE.id) == []
    with pytest.raises(UserError, match="There is no version"):
        reading.version("nobody")


def test_jobs_read_on_their_own_threads(reading: Reading) -> None:
    found: list[int] = []
    threads = [threading.Thread(target=lambda: found.append(len(reading.all()))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [2] * 8
