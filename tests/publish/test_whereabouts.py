"""Dates for machines: ASCII, with the offset of the page's zone, across clock changes (27, 28)."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from editor.publish.whereabouts import moment_text


@pytest.mark.parametrize(
    ("zone", "instant", "said"),
    [
        ("Asia/Tokyo", datetime(2026, 1, 14, 12, tzinfo=UTC), "2026-01-14T21:00:00+09:00"),
        ("Europe/Berlin", datetime(2026, 3, 29, 0, 59, 59, tzinfo=UTC), "2026-03-29T01:59:59+01:00"),
        ("Europe/Berlin", datetime(2026, 3, 29, 1, tzinfo=UTC), "2026-03-29T03:00:00+02:00"),
        ("America/St_Johns", datetime(2026, 1, 1, tzinfo=UTC), "2025-12-31T20:30:00-03:30"),
        ("UTC", datetime(2026, 1, 14, 12, tzinfo=UTC), "2026-01-14T12:00:00Z"),
        ("Europe/London", datetime(2026, 1, 14, 12, tzinfo=UTC), "2026-01-14T12:00:00Z"),
        ("Nowhere/There", datetime(2026, 1, 14, 12, tzinfo=UTC), "2026-01-14T12:00:00Z"),
        ("Europe/Berlin", datetime(1880, 1, 1, 12, tzinfo=UTC), "1880-01-01T12:00:00Z"),  # +00:53:28 is no RFC 3339
    ],
)
def test_an_instant_says_the_offset_of_the_page(zone: str, instant: datetime, said: str) -> None:
    assert moment_text(instant, zone) == said
    assert datetime.fromisoformat(said) == instant
