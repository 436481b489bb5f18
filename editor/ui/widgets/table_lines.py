"""Lines of a Markdown table, as text: their cells, and how columns are set under one another. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?")
_LEAST = 3


def is_row(line: str) -> bool:
    """Say whether a line can be a row of a table: it has a bar that no backslash takes for a letter."""
    return bool(_BAR.search(line))


def is_rule(line: str) -> bool:
    """Say whether a line is the one of dashes between the head of a table and its rows."""
    return bool(_RULE.fullmatch(line)) or bool(re.fullmatch(r"[ \t]*\|[ \t]*:?-+:?[ \t]*\|?[ \t]*", line))


def cells(line: str) -> list[str]:
    """Return the words of each cell of a row."""
    parts = [part.strip() for part in _BAR.split(line.strip())]
    if parts and not parts[0]:
        parts = parts[1:]
    if len(parts) > 1 and not parts[-1]:
        parts = parts[:-1]
    return parts


def aligned(lines: Sequence[str]) -> list[str]:
    """Return the rows of a table with their bars under one another; rows that lack cells are given empty ones.

    `lines[1]` is the line of dashes, whose colons say where a column's words stand.
    """
    rows = [cells(line) for line in lines]
    columns = max(map(len, rows))
    rows = [[*row, *[""] * (columns - len(row))] for row in rows]
    signs = [(mark.startswith(":"), len(mark) > 1 and mark.endswith(":")) for mark in rows[1]]
    words = [row for number, row in enumerate(rows) if number != 1]
    widths = [max(_LEAST, *(width(row[column]) for row in words)) for column in range(columns)]
    rule = [
        f"{':' if left else '-'}{'-' * (wide - 2)}{':' if right else '-'}"
        for (left, right), wide in zip(signs, widths, strict=True)
    ]
    return [
        _row(rule if number == 1 else row, widths, signs if number != 1 else [(True, False)] * columns)
        for number, row in enumerate(rows)
    ]


def width(text: str) -> int:
    """Return how many columns `text` takes in a face of even width (UAX 11): wide letters two, joined marks none."""
    return sum(
        0 if unicodedata.combining(letter) or letter in "\u200b\u200c\u200d\ufe0e\ufe0f" else
        2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )  # fmt: skip


def cell_at(line: str, place: int) -> int:
    """Return which cell of a row the letter at `place` stands in, from 0; the outer bars belong to the nearest."""
    bars = [found.start() for found in _BAR.finditer(line)]
    before = sum(bar < place for bar in bars)
    first = 1 if line.lstrip().startswith("|") else 0
    return min(max(before - first, 0), len(cells(line)) - 1)


def cell_span(line: str, cell: int) -> tuple[int, int]:
    """Return where the words of a cell begin and end in its row; an empty cell has its place after one space."""
    bars = [-1, *(found.start() for found in _BAR.finditer(line)), len(line)]
    if line.lstrip().startswith("|"):
        bars = bars[1:]
    start, end = bars[cell] + 1, bars[cell + 1]
    inside = line[start:end]
    if not inside.strip():
        at = start + (1 if inside else 0)
        return at, at
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _row(row: Sequence[str], widths: Sequence[int], signs: Sequence[tuple[bool, bool]]) -> str:
    filled = []
    for text, wide, (left, right) in zip(row, widths, signs, strict=True):
        room = wide - width(text)
        before = room // 2 if left and right else room if right else 0
        filled.append(f"{' ' * before}{text}{' ' * (room - before)}")
    return f"| {' | '.join(filled)} |"
