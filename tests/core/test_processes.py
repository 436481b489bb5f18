"""Work in processes: in order, within a weight, stopped at once, and outliving a process that dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from functools import partial

import pytest

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.messages import say
from editor.core.processes import Crew, Died


def double(number: int) -> int:
    return 2 * number


def hard(number: int) -> int:
    if number == 1:
        raise UserError(say("Task {number}", number=number), say("Another one"))
    if number == 2:
        raise Fault(say("The disk"))
    if number == 3:
        os.kill(os.getpid(), signal.SIGTERM)
    if number == 4:
        raise KeyError(number)
    time.sleep(60)
    return number


def is_alone(seconds: float) -> tuple[float, float]:
    began = time.monotonic()
    time.sleep(seconds)
    return began, time.monotonic()


def test_answers_come_in_the_order_of_the_tasks() -> None:
    assert list(Crew(double, 2).each(range(9), lambda: None)) == [0, 2, 4, 6, 8, 10, 12, 14, 16]
    assert list(Crew(double, 2).each([], lambda: None)) == []


def added(common: list[int], number: int) -> int:
    return common[0] + number


def test_what_all_must_know_is_given_once_and_comes_first() -> None:
    assert list(Crew(partial(added, [10]), 2, may_fork=True).each([1, 2, 3], lambda: None)) == [11, 12, 13]


def who(number: int) -> tuple[int, int]:
    time.sleep(0.01)
    return number, os.getpid()


def test_where_processes_are_forked_this_one_works_too() -> None:
    crew = Crew(who, 2, may_fork=True)
    found = list(crew.each(range(20), lambda: None))
    assert [number for number, _ in found] == list(range(20))
    workers = {process for _, process in found}
    assert len(workers) == 2
    assert (os.getpid() in workers) == crew.can_fork
    assert multiprocessing.active_children() == []


@pytest.mark.skipif(not Crew(who, 1, may_fork=True).can_fork, reason="this system forks no process")
def test_what_stops_this_ones_own_share_stops_all() -> None:
    with pytest.raises(UserError, match="Task 1"):
        list(Crew(hard, 2, may_fork=True).each([0, 0, 1], lambda: None))
    assert multiprocessing.active_children() == []
    assert list(Crew(double, 1, may_fork=True).each(range(3), lambda: None)) == [0, 2, 4]


def test_a_program_with_threads_is_never_forked() -> None:
    ready = threading.Event()
    other = threading.Thread(target=ready.wait)
    other.start()
    try:
        assert not Crew(double, 2, may_fork=True).can_fork
    finally:
        ready.set()
        other.join()
    assert not Crew(double, 2).can_fork


def test_what_is_heavy_is_worked_on_alone() -> None:
    crew = Crew(is_alone, 2, weight=lambda _: 3.0, most=5.0)
    (_, first), (second, _) = crew.each([0.1, 0.1], lambda: None)
    assert first <= second


def test_the_works_own_refusals_come_through() -> None:
    with pytest.raises(UserError, match="Task 1") as refused:
        list(Crew(hard, 1).each([1], lambda: None))
    assert str(refused.value.hint) == "Another one"
    with pytest.raises(Fault, match="The disk"):
        list(Crew(hard, 1).each([2], lambda: None))


@pytest.mark.skipif(os.name == "nt", reason="signals end a process otherwise there")
def test_a_process_that_dies_is_said() -> None:
    with pytest.raises(Died):
        list(Crew(hard, 1).each([3], lambda: None))


def test_a_bug_in_the_work_is_no_death(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError, match="last words"):
        list(Crew(hard, 1).each([4], lambda: None))
    assert "KeyError: 4" in capfd.readouterr().err


def test_stop_does_not_wait_for_the_work() -> None:
    stop = threading.Event()

    def check() -> None:
        if stop.is_set():
            raise Cancelled

    threading.Timer(0.5, stop.set).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        list(Crew(hard, 2).each([9, 9, 9], check))
    assert time.monotonic() - began < 30


def doubled_beside(number: int) -> int:
    (answer,) = Crew(double, 1).each([number], lambda: None)
    return answer


def test_work_may_have_a_crew_itself_where_that_is_said() -> None:
    assert list(Crew(doubled_beside, 1, has_crews=True).each([4], lambda: None)) == [8]
    with pytest.raises(RuntimeError, match="failed in its process"):
        list(Crew(doubled_beside, 1).each([4], lambda: None))
