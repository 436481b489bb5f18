"""Versions come back as they were kept, newest first."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from editor.storage import versions
from tests.builders import NOON, a_database, a_link, an_article, an_id


def test_a_version_comes_back_as_it_was(tmp_path: Path) -> None:
    article = an_article(body="Drums. " * 5000, links=(a_link(on_timeline=True),), changed_at=NOON)
    packed = versions.pack(article)
    assert versions.unpack(packed) == article
    assert len(packed) < 2000
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        transaction.insert_article(article, NOON, "Amina")
        transaction.keep_version(article, an_id(901), NOON, "Amina", "")
        transaction.keep_version(article, an_id(902), NOON + timedelta(1), "Juma", "")  # says the same: left out
        transaction.keep_version(article, an_id(903), NOON + timedelta(2), "Juma", "before the weekend")
    with database.reading() as connection:
        heads = versions.heads(connection, article.id)
        assert [(head.id, head.by, head.label) for head in heads] == [
            (an_id(903), "Juma", "before the weekend"),
            (an_id(901), "Amina", ""),
        ]
        assert versions.version(connection, an_id(901)) == article
        assert versions.version(connection, an_id(902)) is None
    database.close()
