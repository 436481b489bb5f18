"""Writes `tests/data/schemas/schema-N.sql`: a small newsroom of the present schema as SQL, kept for good.

Run once for each new schema, before it is released: `python -m tests.storage.schema_dump`.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from editor.domain.image import Placement
from editor.domain.version import VersionKind
from editor.storage.migrating import CURRENT, statements
from editor.storage.migrations.registry import STEPS
from tests.builders import NOON, a_database, a_link, a_version, an_article, an_external, an_id, an_image

DUMPS = Path(__file__).parents[1] / "data" / "schemas"


def dump(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the statements that make the newsroom of `connection` again, its search index through its triggers."""
    for name in ("application_id", "user_version"):
        yield f"PRAGMA {name}={connection.execute(f'PRAGMA {name}').fetchone()[0]};"
    for sql in STEPS:
        yield from statements(sql)
    tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        if table == "search" or (table.startswith("search_") and table not in {"search_entry", "search_due"}):
            continue
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info('{table}')")]
        quoted = " || ',' || ".join(f'quote("{column}")' for column in columns)
        for (values,) in connection.execute(f'SELECT {quoted} FROM "{table}"'):  # noqa: S608 - our own tables
            yield f"INSERT INTO {table} VALUES ({values});"  # noqa: S608 - our own tables


def main() -> None:
    """Write the dump of the present schema; one that is there already is left alone."""
    target = DUMPS / f"schema-{CURRENT}.sql"
    with tempfile.TemporaryDirectory() as folder:
        database = a_database(Path(folder) / "desk")
        picture = an_image(id=an_id(3), creator="Asha", generated_at="2026-01-14", focus=(0.5, 0.25))
        visit = an_article(id=an_id(2), headline="A visit is announced", published=NOON)
        links = (a_link(visit, id="a"), a_link(pending="later", id="b"), a_link(external=an_external(), id="c"))
        drums = an_article(id=an_id(1), hero=Placement(image_id=picture.id), links=links, body="They played.")
        with database.writing() as transaction:
            transaction.insert_image(picture)
            for article in (visit, drums):
                transaction.insert_article(article, NOON, "Amina")
            named = VersionKind.NAMED
            transaction.keep_version(drums, a_version(drums, id=an_id(4), kind=named, label="first words"))
            more = replace(drums, body="They played in the old capital.", ai_ranges=((12, 30),))
            transaction.keep_version(more, a_version(drums, id=an_id(5), kind=named, label="more words"))
            transaction.fold_due(10)
        with database.reading() as connection:
            lines = list(dump(connection))
        database.close()
    DUMPS.mkdir(exist_ok=True)
    if not target.exists():
        target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
