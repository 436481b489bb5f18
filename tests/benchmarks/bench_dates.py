"""A formatted date in every house style, once warm, beside Babel's own formatter in the same run."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from babel import Locale
from babel.dates import format_datetime

from editor.i18n.dates import format_instant, parse_instant, zones
from editor.i18n.page_words import LOCALES
from tests.benchmarks.figures import machine, median, p95, table

TIMES = 2_000
TARGET = 15e-6  # seconds


def main() -> int:
    """Time every locale, print the slowest and the middle one."""
    instants = [datetime(2025, 1, 1, tzinfo=UTC) + n * timedelta(hours=7, minutes=13) for n in range(TIMES)]
    some_zones = [zones()[n % len(zones())] for n in range(0, 7 * TIMES, 7)]
    known = {tag: Locale.parse(tag, sep="-") for tag in LOCALES}
    works: dict[str, Callable[[str, datetime, str], object]] = {
        "house style, one zone": lambda tag, at, _: format_instant(at, "Africa/Nairobi", tag),
        "house style, every zone": lambda tag, at, zone: format_instant(at, zone, tag),
        "there and back": lambda tag, at, _: parse_instant(format_instant(at, "UTC", tag), "UTC", tag),
        "Babel, full": lambda tag, at, _: format_datetime(at, "full", locale=known[tag]),
    }
    print(f"{TIMES} dates in each of {len(LOCALES)} locales; {machine()}; a formatted date shall take less than 15 µs")
    rows = []
    for name, work in works.items():
        spent = {tag: _spent(work, tag, instants, some_zones) for tag in LOCALES}
        slowest = max(spent, key=lambda tag: spent[tag])
        figures = (median(list(spent.values())), p95(list(spent.values())), spent[slowest])
        rows.append([name, *(f"{one * 1e6:.1f} µs" for one in figures), slowest])
    table(["a date", "median locale", "p95", "slowest", "which"], rows)
    return 0


def _spent(
    work: Callable[[str, datetime, str], object], tag: str, instants: list[datetime], some_zones: list[str]
) -> float:
    """Return the seconds that one date of `tag` takes, in the best of three rounds."""
    work(tag, instants[0], some_zones[0])
    rounds = []
    for _ in range(3):
        start = time.perf_counter()
        for instant, zone in zip(instants, some_zones, strict=True):
            work(tag, instant, zone)
        rounds.append((time.perf_counter() - start) / len(instants))
    return min(rounds)


if __name__ == "__main__":
    raise SystemExit(main())
