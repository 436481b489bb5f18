"""One transaction: all of it or nothing, on disk when it ends, and only what differs is written."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.domain.image import Placement
from editor.storage import articles, images
from editor.storage.database import Database
from tests.builders import NOON, a_database, a_link, an_article, an_id, an_image


class TroubleError(Exception):
    """What a test raises in the middle of a transaction."""


def test_what_raises_leaves_nothing(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")

    def write_and_raise() -> None:
        with database.writing() as transaction:
            transaction.insert_image(an_image())
            transaction.insert_article(an_article(), NOON, "Amina")
            raise TroubleError

    with pytest.raises(TroubleError):
        write_and_raise()
    with database.reading() as connection:
        assert articles.everything(connection) == []
        assert images.everything(connection) == []
    with database.writing() as transaction:  # and the next one is not in its way
        transaction.insert_article(an_article(), NOON, "Amina")
    database.close()


def test_an_update_writes_what_differs_and_no_more(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    links = tuple(a_link(id=f"link-{number}") for number in range(3))
    before = an_article(body="Body", links=links)
    with database.writing() as transaction:
        transaction.insert_article(before, NOON, "Amina")
    said: list[str] = []
    after = replace(before, headline="Other", links=(links[2], links[0]))
    with database.writing() as transaction:
        transaction.connection.set_trace_callback(said.append)
        transaction.update_article(before, after, NOON, "Juma")
        transaction.connection.set_trace_callback(None)
    assert not any("article_text" in one for one in said)
    assert not any("version" in one for one in said)
    update = next(one for one in said if one.startswith("UPDATE article "))
    assert "headline" in update
    assert "slug" not in update
    with database.reading() as connection:
        stored = articles.article(connection, before.id)
        assert stored is not None
        assert stored.links == after.links
        assert stored.headline == "Other"
        assert connection.execute("SELECT count(*) FROM external").fetchone() == (2,)
        assert articles.changed_last(connection, before.id) == ("2026-01-14T12:00:00Z", "Juma")
    database.close()


@pytest.mark.parametrize("named", ["later", "LATER", an_id(77)])
def test_pending_links_join_when_their_target_arrives(tmp_path: Path, named: str) -> None:
    database = a_database(tmp_path / "desk")
    waiting = an_article(slug="waiting", links=(a_link(pending=named), a_link(pending="never")))
    target = an_article(id=an_id(77), slug="later")
    with database.writing() as transaction:
        transaction.insert_article(waiting, NOON, "Amina")
        transaction.insert_article(target, NOON, "Amina")
        assert transaction.join_pending(target) == [waiting.id]
        assert transaction.join_pending(target) == []
    with database.reading() as connection:
        stored = articles.article(connection, waiting.id)
    assert stored is not None
    assert [(link.article, link.pending) for link in stored.links] == [(target.id, ""), ("", "never")]
    database.close()


def test_an_image_that_is_used_leaves_the_trash(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    image, other = an_image(trashed_at=NOON), an_image(trashed_at=NOON)
    article = an_article(hero=Placement(image_id=image.id))
    with database.writing() as transaction:
        transaction.insert_image(image)
        transaction.insert_image(other)
        transaction.insert_article(article, NOON, "Amina")
        transaction.untrash_images(article)
    with database.reading() as connection:
        assert images.everything(connection) == [replace(image, trashed_at=None)]
    database.close()


def test_a_broken_rule_of_the_schema_is_our_bug_and_no_fault(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with pytest.raises(sqlite3.IntegrityError), database.writing() as transaction:
        transaction.insert_article(an_article(links=(a_link(an_id()),)), NOON, "Amina")
    with database.reading() as connection:
        assert articles.everything(connection) == []
    database.close()


def test_every_commit_is_flushed_and_guarded(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        asked = {
            name: transaction.connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
        assert transaction.connection.in_transaction
    assert asked == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "busy_timeout": 5000}
    database.close()


def test_a_full_disk_is_a_fault_and_the_words_before_are_safe(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    article = an_article(body="short")
    with database.writing() as transaction:
        transaction.insert_article(article, NOON, "Amina")
        (pages,) = transaction.connection.execute("PRAGMA page_count").fetchone()
        connection = transaction.connection
    connection.execute(f"PRAGMA max_page_count={pages + 2}")
    longer = replace(article, body="long " * 50_000)
    with (
        pytest.raises(Fault, match=r"not saved. Everything saved before is safe. The disk is full"),
        database.writing() as t,
    ):
        t.update_article(article, longer, NOON, "Amina")
    _holds(database, article.id, "short")
    connection.execute("PRAGMA max_page_count=1000000")
    with database.writing() as transaction:
        transaction.update_article(article, longer, NOON, "Amina")
    _holds(database, article.id, longer.body)
    database.close()


def _holds(database: Database, article_id: str, body: str) -> None:
    with database.reading() as connection:
        stored = articles.article(connection, article_id)
        assert stored is not None
        assert stored.body == body
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
