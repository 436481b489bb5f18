"""Progress, its slices, and the stop that comes with it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.core.errors import Cancelled
from editor.core.jobs import JobContext, quiet
from editor.core.messages import Message, say


class Listener:
    """Keeps what a job reports."""

    def __init__(self) -> None:
        self.heard: list[tuple[float, str]] = []

    def hear(self, fraction: float, message: Message) -> None:
        self.heard.append((fraction, str(message)))

    @property
    def fractions(self) -> list[float]:
        return [fraction for fraction, _ in self.heard]


def test_the_first_and_the_last_report_are_heard() -> None:
    listener = Listener()
    context = JobContext(listener.hear)
    for step in range(1001):
        context.report(step / 1000, say("step {n}", n=step))
    assert listener.heard[0] == (0.0, "step 0")
    assert listener.heard[-1] == (1.0, "step 1000")
    assert len(listener.heard) < 100


def test_many_parts_that_end_do_not_flood_the_listener() -> None:
    listener = Listener()
    for part in JobContext(listener.hear).split(*[1.0] * 1000):
        part.report(1.0, say("a part"))
    assert len(listener.heard) < 100
    assert listener.fractions[-1] == pytest.approx(1.0)


def test_a_fraction_outside_is_held_inside() -> None:
    listener = Listener()
    context = JobContext(listener.hear)
    context.report(-3, say("too early"))
    context.report(7, say("too late"))
    assert listener.fractions == [0.0, 1.0]


def test_stop_is_met_at_the_next_report() -> None:
    context = quiet()
    context.report(0.1, say("on"))
    context.cancel()
    with pytest.raises(Cancelled):
        context.report(0.2, say("on"))


def test_stop_reaches_the_parts() -> None:
    context = quiet()
    first, second = context.split(1, 1)
    first.check()
    context.cancel()
    with pytest.raises(Cancelled):
        second.check()


@given(st.lists(st.floats(0.01, 100), min_size=1, max_size=20))
def test_parts_cover_the_whole_in_order(weights: list[float]) -> None:
    parts = list(JobContext().split(*weights))
    assert parts[0].start == 0.0
    for before, after in pairwise(parts):
        assert before.start + before.share == pytest.approx(after.start)
    assert parts[-1].start + parts[-1].share == pytest.approx(1.0)


def test_parts_of_parts_stay_inside_their_part() -> None:
    _, second = JobContext().split(1, 3)
    inner = list(second.split(1, 1))
    assert [(part.start, part.share) for part in inner] == [(0.25, 0.375), (0.625, 0.375)]


def test_what_nobody_waits_for_is_done_afterwards_where_somebody_sees_to_it() -> None:
    done: list[str] = []
    later: list[Callable[[], None]] = []
    for part in JobContext(later=later).split(1, 1):
        part.afterwards(lambda: done.append("later"))
    assert (done, len(later)) == ([], 2)
    quiet().afterwards(lambda: done.append("at once"))
    assert done == ["at once"]
