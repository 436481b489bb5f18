"""Medians, percentiles and the tables they are printed in."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Sequence
from pathlib import Path


def median(values: Sequence[float]) -> float:
    """Return the median of `values`."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile of `values`, inclusive method: the worst of twenty is not hidden."""
    return statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def p99(values: Sequence[float]) -> float:
    """Return the 99th percentile of `values`, inclusive method."""
    return statistics.quantiles(values, n=100, method="inclusive")[-1] if len(values) > 1 else values[0]


def waited_for_a_core() -> float:
    """Return for how many seconds this thread was ready to run and had no core so far; 0 where no kernel tells it."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except OSError:
        return 0.0


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print `rows` under `head`, the first column to the left, figures to the right."""
    widths = [max(len(row[column]) for row in [head, *rows]) for column in range(len(head))]
    for row in [head, ["-" * width for width in widths], *rows]:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        print("  ".join(cells), flush=True)


def milliseconds(seconds: float) -> str:
    """Return `seconds` as milliseconds with the digits that matter."""
    return f"{seconds * 1000:.1f} ms" if seconds < 0.1 else f"{seconds * 1000:.0f} ms"


def machine() -> str:
    """Return what figures of different runs must be read with."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    told = f"{os.cpu_count()} cores{load}, {platform.system()}, Python {platform.python_version()}"
    return f"{told}; read ratios, not seconds"
