"""Pitfalls 3 and 11: each write in turn meets a full disk or an I/O error; that is said, and nothing is spoilt."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from editor.core.errors import Fault
from editor.storage.database import DATABASE_NAME
from tests.faults.points import CODES, count_of, limited_to, refused_at
from tests.faults.works import WORKS, Work, copied, sound
from tests.processes import DONE, end_of_child, needs_fork

pytestmark = needs_fork
_TRIED = 12
_PAGES = 10
ALL = pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
SAVE = next(work for work in WORKS if work.name == "save")


def _prepared(scratch: Path, work: Work) -> tuple[Path, Path, object, object]:
    """Return (the prepared folder, one to work in, the state before, the state after)."""
    prepared, place = scratch / "prepared", scratch / "place"
    prepared.mkdir()
    work.prepare(prepared)
    before = work.look(copied(prepared, place))
    work.do(place)
    return prepared, place, before, work.look(place)


@ALL
def test_pitfall_11_a_write_that_fails_is_a_fault_and_nothing_is_half_done(quick_place: Path, work: Work) -> None:
    prepared, place, before, after = _prepared(quick_place, work)
    copied(prepared, place)
    total = count_of(lambda: work.do(place), quick_place / "count")
    refused = 0
    for tried, number in enumerate(range(0, total, max(1, total // _TRIED))):
        copied(prepared, place)
        refused += refused_at(lambda: work.do(place), number, CODES[tried % len(CODES)], Fault)
        state = work.look(place)
        assert work.has_parts or state in (before, after), f"half-done at point {number} of {total}"
    assert refused or work.has_parts or work.is_database_only


@pytest.mark.parametrize(
    "work", [one for one in WORKS if one.name in {"save", "ingest"} or one.is_database_only], ids=lambda w: w.name
)
def test_pitfall_11_where_the_files_can_grow_no_more_every_page_may_be_the_last(quick_place: Path, work: Work) -> None:
    prepared, place, before, after = _prepared(quick_place, work)
    size = (prepared / "desk" / DATABASE_NAME).stat().st_size
    refused = 0
    for number in range(_PAGES):
        copied(prepared, place)
        refused += limited_to(lambda: work.do(place), 512 + number * size // _PAGES, Fault)
        state = work.look(place)
        assert work.has_parts or state in (before, after)
    assert refused


def test_pitfall_3_an_error_at_each_statement_of_a_save_leaves_no_half_saved_article(quick_place: Path) -> None:
    prepared, place, before, after = _prepared(quick_place, SAVE)
    number = 0
    while True:
        copied(prepared, place)
        if _with_error_at(place, number) == DONE:
            break
        assert SAVE.look(place) == before, number
        number += 1
    assert number > 15
    assert SAVE.look(place) == after
    assert len(sound(place / "desk")) == 2


def _with_error_at(place: Path, number: int) -> int:
    """Save in a child whose statement `number` fails in SQLite; 0 when there was no such statement, 1 when refused."""

    def saving() -> None:
        import os

        left = [number]

        def fail(*_of_the_event: object) -> None:
            left[0] -= 1
            if left[0] < 0:
                error = sqlite3.OperationalError("disk I/O error")
                error.sqlite_errorcode = sqlite3.SQLITE_IOERR
                raise error

        event.listen(Engine, "before_cursor_execute", fail)
        try:
            SAVE.do(place)
        except Fault as fault:
            os._exit(1 if "This change was not saved" in str(fault.what) else 2)

    end = end_of_child(saving)
    assert end in {DONE, 1}
    return end
