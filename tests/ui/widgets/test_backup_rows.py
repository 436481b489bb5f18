"""One backup in one row: when, why, how much, where."""

from __future__ import annotations

from pathlib import Path

from editor.services.safekeeping import BackupReport, Holdings
from editor.ui.widgets.backup_rows import backup_row
from tests.builders import NOON


def test_a_row_says_everything_that_is_known() -> None:
    holds = Holdings(articles=1, images=2, headline="Drums")
    report = BackupReport(path=Path("a.zip"), bytes=2_500_000, verified=True, at=NOON, holds=holds)
    row = backup_row(report, Path("stick"), "Africa/Nairobi")
    assert row.said == "2026-01-14 15:00: last changed “Drums”"
    assert row.about == "Made by hand, with all pictures · 1 article · 2 pictures · 2.5 MB · in stick"
    assert row.mark == "done"


def test_one_that_does_not_say_what_it_holds_says_the_rest() -> None:
    row = backup_row(BackupReport(path=Path("a.zip"), bytes=1, verified=True, at=NOON), None, "UTC")
    assert row.said == "2026-01-14 12:00"
    assert row.about == "Made by hand, with all pictures · 0.1 MB"
