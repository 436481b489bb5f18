"""Settings come back as they were stored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from editor.core.errors import Fault
from editor.domain.check_choices import CheckChoices, Level
from editor.domain.house_style import HouseStyle
from editor.domain.page_label import PageLabel
from editor.storage.settings import settings
from tests.builders import NOON, a_database, some_settings


def test_settings_come_back_in_order_and_replace_each_other(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.reading() as connection:
        assert settings(connection) == some_settings()
    styles = {"sw": HouseStyle(long="EEEE, d. MMMM y, HH:mm:ss", months=tuple("abcdefghijkl"))}
    labels = {"sw": {"related": PageLabel(text="Habari", english="Related", reviewed_by="N", reviewed_at=NOON)}}
    other = replace(
        some_settings("fr", "en", "ar"),
        name="Another",
        house_styles=styles,
        page_labels=labels,
        checks=CheckChoices(levels={"links": Level.OFF}, page_weight=90),
        extra={"motto": "Calm"},
        theme="magazine",
    )
    other = other.with_edition(replace(other.editions[0], about="Who we are.\n\n## How we work"))
    with database.writing() as transaction:
        transaction.write_settings(other)
        assert transaction.settings() == other
    with database.reading() as connection:
        assert settings(connection) == other
    database.close()


def test_a_newsroom_without_settings_is_damaged(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        transaction.connection.execute("DELETE FROM newsroom")
    with pytest.raises(Fault, match="settings are missing"), database.reading() as connection:
        settings(connection)
    database.close()
