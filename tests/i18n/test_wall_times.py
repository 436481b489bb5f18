"""Wall times and the instants they may mean, wherever clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from editor.i18n.wall_times import WallTimeError, instant_at
from editor.i18n.zones import clock_changes, zone_named, zones


def test_a_plain_time() -> None:
    assert instant_at(datetime(2026, 1, 14, 21), "Asia/Tokyo") == datetime(2026, 1, 14, 12, tzinfo=UTC)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("zone", "wall", "instants"),
    [
        ("Europe/Berlin", "2026-10-25T02:30", ("00:30", "01:30")),
        ("Europe/Berlin", "2026-03-29T02:30", ("00:30", "01:30")),
        ("Australia/Lord_Howe", "2026-04-05T01:45", ("14:45", "15:15")),
        ("Africa/El_Aaiun", "2026-02-15T02:30", ("01:30", "02:30")),
    ],
)
def test_both_instants_in_order(zone: str, wall: str, instants: tuple[str, str]) -> None:
    with pytest.raises(WallTimeError) as asked:
        instant_at(datetime.fromisoformat(wall), zone)
    assert tuple(f"{instant:%H:%M}" for instant in asked.value.instants) == instants
    for instant in asked.value.instants:
        assert instant.astimezone(zone_named(zone)).isoformat() in str(asked.value.hint)


def test_at_every_change_of_every_zone_it_asks_or_knows() -> None:
    """What a zone's clocks show around a change is that instant, or one of two that are offered."""
    asked = 0
    for zone in zones():
        for change in clock_changes(zone, 2026):
            for minutes in range(-75, 76, 15):
                instant = change + timedelta(minutes=minutes)
                wall = instant.astimezone(zone_named(zone)).replace(tzinfo=None, fold=0)
                try:
                    assert instant_at(wall, zone) == instant
                except WallTimeError as error:
                    asked += 1
                    assert instant in error.instants  # noqa: PT017 - most of them do not raise
    assert asked > 500
