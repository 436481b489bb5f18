"""Instants and ids, behind one value so that tests can hold time still."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the instant and makes ids; handed down from the composition root."""

    def now(self) -> datetime:
        """Return the present instant: aware, UTC, whole seconds."""

    def new_id(self) -> str:
        """Return a fresh id: 32 hex digits that sort by time of making (RFC 9562, UUID version 7)."""


@dataclass
class SystemClock:
    """The machine's clock. Safe on every thread."""

    _last: int = field(default=0, repr=False)

    def now(self) -> datetime:
        """Return the present instant: aware, UTC, whole seconds."""
        return datetime.now(UTC).replace(microsecond=0)

    def new_id(self) -> str:
        """Return a fresh UUID version 7 as 32 hex digits; a later call sorts after an earlier one."""
        # The last one is kept so that ids made within one millisecond still sort in order of making.
        self._last = max(time.time_ns() // 1_000_000 * 4096, self._last + 1)
        milliseconds, count = divmod(self._last, 4096)
        variant = 0x8000_0000_0000_0000 | int.from_bytes(os.urandom(8)) >> 2
        return f"{milliseconds:012x}7{count:03x}{variant:016x}"


def instant_text(instant: datetime) -> str:
    """Return `instant` as `2026-01-14T12:00:00Z` (RFC 3339, UTC, whole seconds)."""
    # Not strftime: glibc writes the year 900 with three digits.
    return f"{instant.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()}Z"
