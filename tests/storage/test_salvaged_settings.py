"""Each row of settings is read by itself: what cannot be read goes, the rest stays as it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.storage.salvaged_settings import leave_out_unreadable
from editor.storage.settings import settings
from tests.builders import a_database, some_settings


def test_sound_settings_stay_as_they_are(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        transaction.write_settings(some_settings())
        assert leave_out_unreadable(transaction.connection) == {}
        assert transaction.settings() == some_settings()
    database.close()


@pytest.mark.parametrize(
    "damage", ["extra = '{'", "name = x'00'", "fallback = '[1]'", "consent_text = '{\"title\": 3}'"]
)
def test_one_edition_that_cannot_be_read_goes_alone(tmp_path: Path, damage: str) -> None:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        transaction.write_settings(some_settings())
        transaction.connection.execute(f"UPDATE edition SET {damage} WHERE locale = 'sw'")  # noqa: S608 - ours
        assert leave_out_unreadable(transaction.connection) == {"edition": ["sw"]}
        kept = settings(transaction.connection)
        assert kept == replace(some_settings(), editions=some_settings().editions[1:])
    database.close()
