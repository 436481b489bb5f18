"""Instants as a person types them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import UserError
from editor.i18n.interface import set_interface_language
from editor.i18n.zones import zones
from editor.ui.widgets.wall_time import instant_of, keeping_wall_time, short_time, unclear_wall_time, wall_text

NOON = datetime(2026, 1, 14, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "zone", "instant"),
    [
        ("2026-01-14 21:00", "Asia/Tokyo", NOON),
        ("2026-1-14 21:00:00", "Asia/Tokyo", NOON),
        ("2026-01-14T12:00Z", "Asia/Tokyo", NOON),
        ("2026-01-14 07:00 -05:00", "Asia/Tokyo", NOON),
        ("2026-01-14", "UTC", datetime(2026, 1, 14, tzinfo=UTC)),
        ("", "UTC", None),
    ],
)
def test_what_is_typed_becomes_an_instant(text: str, zone: str, instant: datetime | None) -> None:
    assert instant_of(text, zone) == instant


@pytest.mark.parametrize("text", ["soon", "2026-13-01", "2026-02-30 10:00", "2026-01-14 25:00", "14.1.2026"])
def test_what_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UserError) as refused:
        instant_of(text, "UTC")
    assert text in str(refused.value)
    assert "2026-01-14 21:00" in str(refused.value)


def test_a_time_that_clocks_show_twice_is_asked_about() -> None:
    with pytest.raises(UserError) as refused:
        instant_of("2026-10-25 02:30", "Europe/Berlin")
    assert "+02:00" in str(refused.value)
    assert "+01:00" in str(refused.value)
    assert instant_of("2026-10-25 02:30 +01:00", "Europe/Berlin") == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_a_time_that_clocks_skip_is_refused() -> None:
    with pytest.raises(UserError, match="never show"):
        instant_of("2026-03-29 02:30", "Europe/Berlin")


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.sampled_from(zones()),
)
def test_what_is_shown_reads_back_as_the_same_instant(instant: datetime, zone: str) -> None:
    whole = instant.replace(microsecond=0)
    assert instant_of(wall_text(whole, zone), zone) == whole


def test_clocks_keep_their_face_in_another_zone() -> None:
    moved = keeping_wall_time(NOON, "America/New_York", "Asia/Tokyo")
    assert wall_text(moved, "Asia/Tokyo") == wall_text(NOON, "America/New_York")
    assert NOON - moved == timedelta(hours=14)


def test_a_list_shows_the_time_of_today_and_the_day_of_others() -> None:
    set_interface_language("sw")
    try:
        assert short_time(NOON, "Africa/Nairobi", NOON) == "15:00"
    finally:
        set_interface_language("en")
    later = NOON + timedelta(days=3)
    assert short_time(NOON, "Africa/Nairobi", later) == "14 Jan"
    assert short_time(NOON, "Africa/Nairobi", later + timedelta(days=365)) == "14 Jan 2026"
    assert short_time(NOON, "Africa/Nairobi", None) == "14 Jan 2026"
    assert short_time(NOON + timedelta(hours=8), "Africa/Nairobi", NOON) == "23:00"


def test_an_unknown_zone_is_read_as_utc() -> None:
    assert wall_text(NOON, "Nowhere/None") == "2026-01-14 12:00"


@pytest.mark.parametrize("text", ["0001-01-01 00:00", "9999-12-31 23:59", "0001-01-01 00:00 +09:00"])
@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/New_York"])
def test_the_ends_of_time_are_refused_in_words(text: str, zone: str) -> None:
    with pytest.raises(UserError, match=r"The year \d+ cannot be shown on a page"):
        instant_of(text, zone)


def test_what_a_clock_time_may_mean_in_another_zone() -> None:
    clear = datetime(2026, 6, 1, 12, tzinfo=UTC)
    twice = datetime(2026, 11, 1, 1, 30, tzinfo=UTC)
    skipped = datetime(2026, 3, 8, 2, 30, tzinfo=UTC)
    assert unclear_wall_time(clear, "UTC", "America/New_York") is None
    for instant, hours in ((twice, (5, 6)), (skipped, (6, 7))):
        found = unclear_wall_time(instant, "UTC", "America/New_York")
        assert found is not None
        assert tuple(one.hour for one in found) == hours
