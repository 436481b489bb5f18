"""The list of schema steps, and every released schema opening in this Makala."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from editor.core.clock import SystemClock
from editor.domain.content import content_hash
from editor.domain.link import Link
from editor.storage import articles, images, settings, versions
from editor.storage.database import DATABASE_NAME, damage
from editor.storage.migrating import CURRENT
from editor.storage.migrations.registry import STEPS
from editor.storage.opening import open_newsroom

DUMPS = Path(__file__).parents[2] / "data" / "schemas"


def test_every_step_is_one_file_in_order() -> None:
    folder = Path(__file__).parents[3] / "editor" / "storage" / "migrations"
    files = sorted(path.stem for path in folder.glob("m*.py"))
    assert [int(name[1:5]) for name in files] == list(range(1, len(STEPS) + 1))


def test_there_is_a_dump_of_every_schema() -> None:
    assert {path.stem for path in DUMPS.glob("*.sql")} == {f"schema-{number}" for number in range(1, CURRENT + 1)}


@pytest.mark.parametrize("number", range(1, CURRENT + 1))
def test_a_newsroom_of_every_schema_opens_with_all_that_is_in_it(tmp_path: Path, number: int) -> None:
    connection = sqlite3.connect(tmp_path / DATABASE_NAME, isolation_level=None)
    connection.executescript((DUMPS / f"schema-{number}.sql").read_text(encoding="utf-8"))
    connection.close()
    opened = open_newsroom(tmp_path, person="Amina", clock=SystemClock(), may_write=True, must_write=True)
    with opened.database.reading() as reading:
        assert damage(reading) == ""
        assert settings.settings(reading).name == "The Desk"
        drums, visit = articles.everything(reading)
        assert (drums.headline, visit.headline) == ("Drums in the old capital", "A visit is announced")
        assert [type(link) for link in drums.links] == [Link, Link, Link]
        assert drums.hero is not None
        assert images.image(reading, drums.hero.image_id) is not None
        kept = versions.heads(reading, drums.id)
        assert kept[-1].label == "first words"
        assert all(content_hash(versions.version(reading, head.id) or drums) == head.hash for head in kept)
    opened.close()
