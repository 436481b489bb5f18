"""Ids that sort by time, and instants as text."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.clock import SystemClock, instant_text


def test_now_is_aware_and_whole() -> None:
    now = SystemClock().now()
    assert now.utcoffset() == timedelta(0)
    assert now.microsecond == 0


def test_ids_are_of_uuid_version_7() -> None:
    made = uuid.UUID(SystemClock().new_id())
    assert made.version == 7
    assert made.variant == uuid.RFC_4122


def test_ids_sort_in_the_order_they_were_made() -> None:
    clock = SystemClock()
    made = [clock.new_id() for _ in range(10_000)]
    assert made == sorted(set(made))


@pytest.mark.parametrize(
    ("instant", "text"),
    [
        (datetime(2026, 1, 14, 12, tzinfo=UTC), "2026-01-14T12:00:00Z"),
        (datetime(2026, 1, 14, 21, 0, 5, 999, tzinfo=timezone(timedelta(hours=9))), "2026-01-14T12:00:05Z"),
        (datetime(900, 1, 1, tzinfo=UTC), "0900-01-01T00:00:00Z"),
    ],
)
def test_instants_are_written_in_utc(instant: datetime, text: str) -> None:
    assert instant_text(instant) == text


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.timezones()))  # noqa: DTZ001 - bounds
def test_an_instant_comes_back_from_its_text(instant: datetime) -> None:
    assert datetime.fromisoformat(instant_text(instant)) == instant.astimezone(UTC).replace(microsecond=0)
