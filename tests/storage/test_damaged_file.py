"""A damaged file is read around its holes, on a copy; the original is never opened for writing."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor.core.jobs import quiet
from editor.storage.damaged_file import DamagedFile
from editor.storage.database import DATABASE_NAME
from editor.storage.migrating import CURRENT
from tests.builders import NOON, a_database, an_article


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = a_database(tmp_path / "desk")
    with made.writing() as transaction:
        for number in range(40):
            transaction.insert_article(an_article(slug=f"slug-{number}", body="Words. " * 300), NOON, "Amina")
    made.close()
    return made.folder


def _slugs(damaged: DamagedFile) -> set[str]:
    return {str(row[0]) for row in damaged.rows("article", ["slug"], quiet())}


def test_a_sound_file_gives_every_row_once(folder: Path, tmp_path: Path) -> None:
    damaged = DamagedFile(folder, tmp_path)
    assert damaged.schema() == CURRENT
    assert damaged.tables()["link"] is False
    assert damaged.tables()["article"] is True
    assert sorted(row[0] for row in damaged.rows("article", ["slug"], quiet())) == sorted(_slugs(damaged))
    assert list(damaged.named("article", ["slug"], "slug", ["slug-3"])) == []  # nothing else is left to be read
    assert list(damaged.named("article", ["headline"], "slug", ["slug-3"])) == [("Drums in the old capital",)]
    assert list(damaged.rows("no_such_table", ["x"], quiet())) == []
    damaged.close()


def test_around_a_hole_in_the_middle_both_sides_are_read(folder: Path, tmp_path: Path) -> None:
    path = folder / DATABASE_NAME
    whole = path.read_bytes()
    hole = whole.index(b"slug-5slug-5") // 4096 * 4096
    path.write_bytes(whole[:hole] + b"\xff" * 4096 + whole[hole + 4096 :])
    damaged = DamagedFile(folder, tmp_path)
    slugs = _slugs(damaged)
    damaged.close()
    assert "slug-39" in slugs
    assert "slug-5" not in slugs
    assert len(slugs) >= 20
    assert path.read_bytes()[hole : hole + 4] == b"\xff" * 4


def test_a_first_page_of_zeros_is_that_of_a_new_newsroom(folder: Path, tmp_path: Path) -> None:
    path = folder / DATABASE_NAME
    path.write_bytes(bytes(4096) + path.read_bytes()[4096:])
    damaged = DamagedFile(folder, tmp_path)
    assert len(_slugs(damaged)) == 40
    damaged.close()
