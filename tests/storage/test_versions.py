"""Versions come back as they were kept, newest first; they stay small, are never edited and go only when named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor.core.errors import Fault
from editor.domain.article import Article
from editor.domain.authorship import Authorship
from editor.domain.content import content_hash
from editor.domain.version import VersionKind
from editor.storage import versions
from editor.storage.database import Database
from tests.builders import NOON, a_database, a_link, a_version, an_article, an_id

PARTS = ["They played. ", "The old capital ", "太鼓を叩いた。", "في نارا ", "👩‍👩‍👧 ", "\n\n", "> said so\n"]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    yield made
    made.close()


def _keep(database: Database, article: Article, number: int, kind: VersionKind = VersionKind.NAMED) -> str:
    head = a_version(article, id=an_id(number), at=NOON + timedelta(seconds=number), kind=kind)
    with database.writing() as transaction:
        transaction.keep_version(article, head)
    return head.id


def _started(database: Database, article: Article) -> None:
    with database.writing() as transaction:
        transaction.insert_article(article, NOON, "Amina")


def test_a_version_comes_back_as_it_was(database: Database) -> None:
    article = an_article(body="Drums. " * 5000, links=(a_link(on_timeline=True),), changed_at=NOON)
    _started(database, article)
    with database.writing() as transaction:
        transaction.keep_version(article, a_version(article, id=an_id(901)))
        later = a_version(article, id=an_id(902), at=NOON + timedelta(1), by="Juma")
        transaction.keep_version(article, later)  # says the same: left out
        named = replace(later, id=an_id(903), kind=VersionKind.NAMED, label="before the weekend")
        transaction.keep_version(article, named)
    with database.reading() as connection:
        found = [(head.id, head.by, head.kind, head.label) for head in versions.heads(connection, article.id)]
        assert found == [
            (an_id(903), "Juma", VersionKind.NAMED, "before the weekend"),
            (an_id(901), "Amina", VersionKind.PAUSE, ""),
        ]
        assert versions.version(connection, an_id(901)) == article
        assert versions.version(connection, an_id(902)) is None


def test_a_version_says_what_changed_in_it(database: Database) -> None:
    article = an_article(body="They played the drums.")
    _started(database, article)
    _keep(database, article, 1)
    _keep(database, replace(article, body="They played the big drums in Nara.", tags=("Japan",)), 2)
    with database.reading() as connection:
        second, first = versions.heads(connection, article.id)
    assert (first.fields, first.added, first.removed) == ((), 0, 0)
    assert (second.fields, second.added, second.removed) == (("tags", "body"), 3, 0)


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["body", "reactions", "headline", "tags", "authorship", "links"]),
        st.integers(0, 400),
        st.integers(0, 40),
        st.sampled_from(PARTS),
    ),
    min_size=1,
    max_size=80,
)


def _edited(article: Article, field: str, at: int, gone: int, words: str) -> Article:
    match field:
        case "tags":
            return replace(article, tags=(*article.tags, words))
        case "authorship":
            return replace(article, authorship=list(Authorship)[at % len(Authorship)])
        case "links":
            return replace(article, links=(a_link(id=f"l{len(article.links)}"), *article.links))
        case _:
            text: str = getattr(article, field)
            return replace(article, **{field: text[:at] + words + text[at + gone :]})  # type: ignore[arg-type]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=EDITS)
def test_any_sequence_of_edits_reads_back_every_version_exactly(
    database: Database, edits: list[tuple[str, int, int, str]]
) -> None:
    article = an_article(body="".join(PARTS))
    article = replace(article, slug=article.id)
    _started(database, article)
    kept: list[tuple[str, Article]] = []
    with database.writing() as transaction:
        for number, edit in enumerate(edits):
            article = _edited(article, *edit)
            head = a_version(article, at=NOON + timedelta(seconds=number), kind=VersionKind.NAMED)
            transaction.keep_version(article, head)
            kept.append((head.id, article))
    with database.reading() as connection:
        for version_id, then in kept:
            assert versions.version(connection, version_id) == then
        assert [head.hash for head in versions.heads(connection, article.id)] == [
            content_hash(then) for _, then in reversed(kept)
        ]


def test_versions_are_never_edited(database: Database) -> None:
    article = an_article(body="They played.")
    _started(database, article)
    _keep(database, article, 1)
    with database.writing() as transaction, pytest.raises(sqlite3.IntegrityError, match="never edited"):
        transaction.connection.execute("UPDATE version SET content = x'00'")


def test_a_damaged_version_says_so_and_touches_no_other(database: Database) -> None:
    article = an_article(body="They played. " * 50)
    _started(database, article)
    first, second = _keep(database, article, 1), _keep(database, replace(article, body="Other words."), 2)
    with database.writing() as transaction:
        transaction.connection.execute("DROP TRIGGER version_is_never_edited")
        transaction.connection.execute("UPDATE version SET content = x'0011' WHERE id = ?", (second,))
    with database.reading() as connection:
        assert versions.version(connection, first) == article
        with pytest.raises(Fault, match="cannot be read"):
            versions.version(connection, second)
    third = _keep(database, article, 3)  # and the next one stands by itself
    with database.reading() as connection:
        assert versions.version(connection, third) == article


def test_a_version_whose_words_are_not_those_it_was_kept_with_is_no_version(database: Database) -> None:
    article = an_article(body="They played.")
    _started(database, article)
    kept = _keep(database, article, 1)
    with database.writing() as transaction:
        transaction.connection.execute("DROP TRIGGER version_is_never_edited")
        transaction.connection.execute("UPDATE version SET hash = 'f' WHERE id = ?", (kept,))
    with database.reading() as connection, pytest.raises(Fault, match="cannot be read"):
        versions.version(connection, kept)


@pytest.mark.parametrize("gone", [{1}, {2, 3}, {1, 33}, set(range(1, 70)), {70}])
def test_letting_some_go_leaves_the_others_as_they_were(database: Database, gone: set[int]) -> None:
    article = an_article(body="")
    _started(database, article)
    then = {}
    for number in range(1, 71):
        article = replace(article, body=f"{article.body}Sentence {number} is new. ")
        then[_keep(database, article, number)] = article
    leaving = frozenset(an_id(number) for number in gone)
    with database.writing() as transaction:
        transaction.let_go(article.id, leaving)
    with database.reading() as connection:
        left = versions.heads(connection, article.id)
        assert {head.id for head in left} == then.keys() - leaving
        assert all(versions.version(connection, head.id) == then[head.id] for head in left)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


SIZE = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"


def _work_on(database: Database, edits: int) -> int:
    """Keep a version of an article of 2,000 words after each of so many edits; return how many bytes were added."""
    random = Random(7)  # noqa: S311 - the same words each time
    known = ["".join(random.choices("abcdefghijklmnoprstuvwy", k=random.randrange(2, 10))) for _ in range(3000)]
    words = random.choices(known, k=2000)
    article = an_article(body=" ".join(words))
    _started(database, article)
    some: dict[str, Article] = {}
    with database.writing() as transaction:
        (before,) = transaction.connection.execute(SIZE).fetchone()
        for number in range(edits):
            at = random.randrange(len(words))
            words[at : at + random.randrange(3)] = random.choices(known, k=random.randrange(1, 4))
            del words[2000:]
            now = NOON + timedelta(seconds=number)
            article = replace(article, body=" ".join(words), changed_at=now)
            head = a_version(article, at=now)
            transaction.keep_version(article, head)
            if number % 97 == 0:
                some[head.id] = article
    with database.reading() as connection:
        assert all(versions.version(connection, version_id) == then for version_id, then in some.items())
        assert len(versions.heads(connection, article.id)) == edits
        return int(connection.execute(SIZE).fetchone()[0] - before)


def test_three_hundred_edits_of_2000_words_stay_small(database: Database) -> None:
    assert _work_on(database, 300) < 300_000


@pytest.mark.soak
def test_ten_thousand_edits_of_2000_words_stay_under_ten_megabytes(database: Database) -> None:
    assert _work_on(database, 10_000) < 10_000_000
