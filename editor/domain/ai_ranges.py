"""Which parts of a text AI wrote: ranges over its characters, kept beside it and moved by every change of it. Pure.

A range is (start, end), counted in characters. Ranges are in order, do not touch, and hold at least one character.
What is typed inside a range belongs to it; what is typed at its edges, or in its place, does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editor.domain.difference import Fate, compare, shared

AiRange = tuple[int, int]
AiRanges = tuple[AiRange, ...]
# From where to where of the old text something stood, and how many characters stand there now.
Hunk = tuple[int, int, int]

_FURTHEST = 1000
_PIECES = re.compile(r"\w+|\W")


def tidy(ranges: Iterable[AiRange], length: int) -> AiRanges:
    """Return `ranges` in order within a text of `length` characters; those that touch are one, empty ones none."""
    found: list[AiRange] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in ranges):
        if start >= end:
            continue
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def with_range(ranges: AiRanges, start: int, end: int) -> AiRanges:
    """Return `ranges` with everything from `start` up to `end` marked."""
    return tidy((*ranges, (start, end)), max(end, ranges[-1][1] if ranges else 0))


def without_range(ranges: AiRanges, start: int, end: int) -> AiRanges:
    """Return `ranges` with nothing from `start` up to `end` marked."""
    kept: list[AiRange] = []
    for low, high in ranges:
        kept += ((low, min(high, start)), (max(low, end), high))
    return tuple((low, high) for low, high in kept if low < high)


def is_within(ranges: AiRanges, start: int, end: int) -> bool:
    """Say whether everything from `start` up to `end` is marked."""
    return any(low <= start and end <= high for low, high in ranges)


def range_at(ranges: AiRanges, place: int) -> AiRange | None:
    """Return the range that `place` stands in or at the edge of, or None."""
    return next(((low, high) for low, high in ranges if low <= place <= high), None)


def marked(ranges: AiRanges) -> int:
    """Return how many characters are marked."""
    return sum(end - start for start, end in ranges)


def percent(ranges: AiRanges, text: str) -> int:
    """Return the share of `text` that is marked in per cent, white space aside.

    Only what is marked whole is 100, and only what is not marked at all is 0.
    """
    whole = len("".join(text.split()))
    part = sum(len("".join(text[start:end].split())) for start, end in ranges)
    if not part or not whole:
        return 0
    return 100 if part == whole else min(99, max(1, round(100 * part / whole)))


def followed(ranges: AiRanges, before: str, after: str) -> AiRanges:
    """Return where the parts of `before` that `ranges` mark stand in `after`.

    Exact where one place was changed; where several were, to the word. What became of a word cannot be told from
    outside: one that was replaced whole is new.
    """
    if not ranges or before == after:
        return tidy(ranges, len(after))
    moved = list(ranges)
    shift = 0
    for start, end, length in _hunks(before, after, frozenset(place for one in ranges for place in one)):
        moved = [_past((low, high), start + shift, end + shift, length) for low, high in moved]
        shift += length - (end - start)
    return tidy(moved, len(after))


def _past(one: AiRange, start: int, end: int, length: int) -> AiRange:
    """Return the range after what stood from `start` to `end` was taken out and `length` characters were put there."""
    low, high = (at if at <= start else max(start, at - (end - start)) for at in one)
    return low + length if low >= start else low, high + length if high > start else high


def _hunks(before: str, after: str, edges: frozenset[int]) -> Iterator[Hunk]:
    """Yield what was changed, in order, with places of `before`; by its `edges` is told what could be either."""
    head = shared(before, after)
    tail = shared(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    if not old or not new:
        head = _slid(before if old else after, head, len(old or new), edges, is_gone=bool(old))
        yield head, head + len(old), len(new)
        return
    at, gone, come = head, 0, 0
    for stretch in compare(_PIECES.findall(old), _PIECES.findall(new)):
        if stretch.fate is Fate.SAME:
            if gone or come:
                yield at, at + gone, come
            at, gone, come = at + gone + len(stretch.text), 0, 0
        elif stretch.fate is Fate.GONE:
            gone += len(stretch.text)
        else:
            come += len(stretch.text)
    if gone or come:
        yield at, at + gone, come


def _slid(text: str, start: int, length: int, edges: frozenset[int], *, is_gone: bool) -> int:
    """Return where the stretch that came or went began: "A b. A c." without "A b. " may have lost "b. A " as well.

    Of the places that come to the same, the one at the edges of ranges, for people take out and put in whole passages.
    """

    def touched(place: int) -> int:
        return (place in edges) + (is_gone and place + length in edges)

    best = start
    for place in range(start - 1, max(-1, start - _FURTHEST), -1):
        if text[place] != text[place + length]:
            break
        if touched(place) > touched(best):
            best = place
    return best
