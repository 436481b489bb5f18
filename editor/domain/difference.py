"""What differs between two texts, in pieces that a reader knows as words. Knows no language: the pieces are given."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

# Myers' algorithm takes time and room by the square of the differences: beyond so many in one place, and so many steps
# in a whole text (half a second), what is left counts as changed.
MOST_DIFFERENCES = 600
MOST_STEPS = 400_000

_WORD = re.compile(r"\w+")

Place = tuple[int, int]  # a piece of the one and the equal piece of the other
Part = tuple[int, int, int, int]  # from where to where in the one, from where to where in the other
Block = tuple[int, int, int]  # equal pieces: where in the one, where in the other, how many


class Fate(StrEnum):
    """What became of a stretch of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text and what became of it."""

    fate: Fate
    text: str


@dataclass(slots=True)
class _Effort:
    """How many steps one comparison may still take."""

    left: int


def compare(before: Sequence[str], after: Sequence[str]) -> tuple[Stretch, ...]:
    """Return how `after` came of `before`, both cut into pieces, as stretches in reading order.

    Those that are the same or gone make up `before`, those that are the same or new `after`. What is gone stands
    before what is new in its place. Blank pieces between two changes count as changed: half a sentence that was
    written anew is one change, not one a word.
    """
    found: list[Stretch] = []
    at_before = at_after = 0
    for one, other, size in _readable(_blocks(before, after), before, (len(before), len(after))):
        for fate, pieces in (
            (Fate.GONE, before[at_before:one]),
            (Fate.NEW, after[at_after:other]),
            (Fate.SAME, before[one : one + size]),
        ):
            if pieces:
                found.append(Stretch(fate, "".join(pieces)))
        at_before, at_after = one + size, other + size
    return tuple(found)


def text_before(stretches: Sequence[Stretch]) -> str:
    """Return the text that `compare` was given first."""
    return "".join(one.text for one in stretches if one.fate is not Fate.NEW)


def text_after(stretches: Sequence[Stretch]) -> str:
    """Return the text that `compare` was given second."""
    return "".join(one.text for one in stretches if one.fate is not Fate.GONE)


def words_changed(before: str, after: str) -> tuple[int, int]:
    """Return (added, removed): roughly how many words, runs of letters, within the part that changed.

    For a line in a list, in a millisecond; where words are not parted by spaces it counts phrases.
    """
    if before == after:
        return 0, 0
    start = before.rfind(" ", 0, shared(before, after)) + 1
    old, new = before[start:], after[start:]
    end = shared(old[::-1], new[::-1])
    space = old.find(" ", len(old) - end)
    end = len(old) - space if space >= 0 else 0
    gone = Counter(_WORD.findall(old[: len(old) - end]))
    come = Counter(_WORD.findall(new[: len(new) - end]))
    return (come - gone).total(), (gone - come).total()


def shared(one: str, other: str) -> int:
    """Return how many characters the two begin with in common."""
    most = min(len(one), len(other))
    if one[:most] == other[:most]:
        return most
    low, high = 0, most
    while low < high - 1:  # by halves: slices are compared in C
        middle = (low + high) // 2
        low, high = (middle, high) if one[low:middle] == other[low:middle] else (low, middle)
    return low


def _blocks(before: Sequence[str], after: Sequence[str]) -> Iterator[Block]:
    """Yield blocks of equal pieces in order: pieces found once in both hold the texts together (patience)."""
    waiting: list[Part] = [(0, len(before), 0, len(after))]
    effort = _Effort(MOST_STEPS)
    while waiting:
        low, high, start, end = waiting.pop()
        if size := _alike(before, after, (low, high, start, end)):
            yield low, start, size
        low, start = low + size, start + size
        tail = _alike_at_the_end(before, after, (low, high, start, end))
        if tail:
            waiting.append((high - tail, high, end - tail, end))
        inner = (low, high - tail, start, end - tail)
        if inner[0] == inner[1] or inner[2] == inner[3]:
            continue
        anchors = _anchors(before, after, inner) or _shortest(before, after, inner, effort)
        edges = [(low, start), *anchors, (high - tail, end - tail)]
        if anchors:
            waiting += [
                (one, next_one, other, next_other)
                for (one, other), (next_one, next_other) in zip(edges[-2::-1], edges[:0:-1], strict=True)
            ]


def _alike(before: Sequence[str], after: Sequence[str], part: Part) -> int:
    low, high, start, end = part
    size = 0
    while low + size < high and start + size < end and before[low + size] == after[start + size]:
        size += 1
    return size


def _alike_at_the_end(before: Sequence[str], after: Sequence[str], part: Part) -> int:
    low, high, start, end = part
    size = 0
    while high - size > low and end - size > start and before[high - size - 1] == after[end - size - 1]:
        size += 1
    return size


def _anchors(before: Sequence[str], after: Sequence[str], part: Part) -> list[Place]:
    """Return the places of pieces found just once in both parts, as many as stand in the same order."""
    low, high, start, end = part
    once = _once(after, start, end)
    places = [(at, once[piece]) for piece, at in _once(before, low, high).items() if piece in once]
    tops: list[int] = []
    top_of: list[int] = []
    previous: list[int] = []
    for number, (_, place) in enumerate(places):
        pile = bisect_left(tops, place)
        previous.append(top_of[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(place)
            top_of.append(number)
        else:
            tops[pile], top_of[pile] = place, number
    chain: list[Place] = []
    number = top_of[-1] if top_of else -1
    while number >= 0:
        chain.append(places[number])
        number = previous[number]
    return chain[::-1]


def _once(pieces: Sequence[str], low: int, high: int) -> dict[str, int]:
    counts = Counter(pieces[low:high])
    return {pieces[at]: at for at in range(low, high) if counts[pieces[at]] == 1 and not pieces[at].isspace()}


def _shortest(before: Sequence[str], after: Sequence[str], part: Part, effort: _Effort) -> list[Place]:
    """Return the places of equal pieces with the fewest differences (Myers 1986), [] where those are too many."""
    low, high, start, end = part
    one, other = high - low, end - start
    furthest = {1: 0}
    trace: list[dict[int, int]] = []
    for differences in range(min(one + other, MOST_DIFFERENCES) + 1):
        effort.left -= differences + 1
        if effort.left < 0:
            break
        trace.append(dict(furthest))
        for diagonal in range(-differences, differences + 1, 2):
            x = _from_where(furthest, differences, diagonal)[0] + (not _goes_down(furthest, differences, diagonal))
            while x < one and x - diagonal < other and before[low + x] == after[start + x - diagonal]:
                x += 1
            furthest[diagonal] = x
            if x >= one and x - diagonal >= other:
                return [(low + x, start + y) for x, y in _walked_back(trace, one, other)]
    return []


def _goes_down(furthest: dict[int, int], differences: int, diagonal: int) -> bool:
    return diagonal == -differences or (diagonal != differences and furthest[diagonal - 1] < furthest[diagonal + 1])


def _from_where(furthest: dict[int, int], differences: int, diagonal: int) -> Place:
    before = diagonal + 1 if _goes_down(furthest, differences, diagonal) else diagonal - 1
    return furthest[before], furthest[before] - before


def _walked_back(trace: Sequence[dict[int, int]], x: int, y: int) -> list[Place]:
    pairs: list[Place] = []
    for differences in range(len(trace) - 1, -1, -1):
        from_x, from_y = _from_where(trace[differences], differences, x - y)
        while x > max(from_x, 0) and y > max(from_y, 0):
            x, y = x - 1, y - 1
            pairs.append((x, y))
        x, y = from_x, from_y
    return pairs[::-1]


def _readable(blocks: Iterator[Block], before: Sequence[str], ends: tuple[int, int]) -> Iterator[Block]:
    """Join blocks that touch, leave out blank ones between two changes, and end with an empty one at `ends`."""
    joined: list[Block] = []
    for one, other, size in blocks:
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (one, other):
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
        else:
            joined.append((one, other, size))
    for one, other, size in joined:
        stands_between = (one, other) != (0, 0) and (one + size, other + size) != ends
        if not (stands_between and not "".join(before[one : one + size]).strip(" ")):
            yield one, other, size
    yield *ends, 0
