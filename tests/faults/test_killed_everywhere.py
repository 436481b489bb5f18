"""Pitfall 2: the process dies at statements and changes of files; nothing accepted is lost, nothing half-done."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from tests.faults.points import count_of, killed_at
from tests.faults.works import WORKS, Work, copied
from tests.processes import needs_fork

pytestmark = needs_fork
# How many points of each work are tried among the tests, spread evenly; `dev.py soak` tries every single one.
TRIED = {
    "save": 48,
    "migration": 32,
    "backup": 32,
    "restore": 24,
    "restore in place": 32,
    "export": 24,
    "amending a bundle": 16,
    "delivery": 12,
    "live folder": 6,
    "report": 3,
    "book": 3,
    "certificate": 3,
    "emptying the trash": 10,
    "replacing in many": 24,
    "ingest": 24,
}
_TRIED_AGAIN = 6
ALL = pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)


def test_enough_points_are_tried_to_mean_something() -> None:
    assert sum(TRIED.values()) >= 200


@ALL
def test_pitfall_2_killed_at_points_all_over_it_is_whole(quick_place: Path, work: Work) -> None:
    _kill(quick_place, work, lambda total: range(0, total, max(1, total // TRIED[work.name])))


@ALL
@pytest.mark.soak
def test_pitfall_2_killed_at_every_single_point_it_is_whole(quick_place: Path, work: Work) -> None:
    _kill(quick_place, work, range)


def _kill(scratch: Path, work: Work, chosen: Callable[[int], Iterable[int]]) -> None:
    prepared, place = scratch / "prepared", scratch / "place"
    prepared.mkdir()
    work.prepare(prepared)
    before = work.look(copied(prepared, place))
    total = count_of(lambda: work.do(place), scratch / "count")
    after = work.look(place)
    assert after != before
    assert total >= TRIED[work.name], total
    seen = set()
    for tried, number in enumerate(chosen(total)):
        copied(prepared, place)
        killed_at(lambda: work.do(place), number)
        state = work.look(place)
        assert work.has_parts or state in (before, after), f"half-done at point {number} of {total}"
        seen.add(repr(state))
        if tried % _TRIED_AGAIN == 0 and (work.has_parts or state == before):
            work.do(place)  # what was left behind is in nobody's way
            assert work.has_parts or work.look(place) == after
    assert repr(before) in seen
