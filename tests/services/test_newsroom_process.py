"""The process with the newsroom open beside the window: asked, stopped, killed, closed."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from editor.core.errors import Cancelled, Fault, UserError
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.services.newsroom_process import MakeIndexAnew, NewsroomProcess, Sign, catch_up, is_stopped
from editor.storage import search
from editor.storage.database import Database
from tests.builders import NOON, a_database, an_article


@dataclass(frozen=True)
class Count:
    """Says numbers until it is stopped, or has said so many."""

    most: int

    def answer(self, database: Database, person: str, connection: Connection) -> None:
        connection.send((database.folder.name, person))
        for number in range(self.most):
            if is_stopped(connection):
                return
            connection.send(number)
            time.sleep(0.001)


@dataclass(frozen=True)
class Break:
    """Raises what it is made with, or ends the process."""

    error: Exception | None

    def answer(self, database: Database, person: str, connection: Connection) -> None:  # noqa: ARG002
        if self.error is None:
            raise SystemExit
        raise self.error


@dataclass(frozen=True)
class Sleep:
    """Says nothing."""

    def answer(self, database: Database, person: str, connection: Connection) -> None:  # noqa: ARG002
        time.sleep(60)


def _listen_to(process: NewsroomProcess, context: JobContext) -> None:
    with process.asked(Count(1_000_000), context) as conversation:
        while conversation.hear() != 3:
            pass
        context.cancel()
        while True:
            conversation.hear()


@pytest.fixture
def process(tmp_path: Path) -> Iterator[NewsroomProcess]:
    a_database(tmp_path / "desk").close()
    made = NewsroomProcess(tmp_path / "desk", "Amina")
    yield made
    made.close()


def _counted(process: NewsroomProcess, most: int) -> list[object]:
    with process.asked(Count(most), quiet()) as conversation:
        said = []
        while (one := conversation.hear()) is not Sign.OVER:
            said.append(one)
    return said


def test_answers_come_in_order_and_it_knows_the_newsroom(process: NewsroomProcess) -> None:
    process.warm()
    assert _counted(process, 3) == [("desk", "Amina"), 0, 1, 2]
    assert _counted(process, 1) == [("desk", "Amina"), 0]


def test_what_it_raises_is_raised_here_and_it_lives_on(process: NewsroomProcess) -> None:
    for error in (UserError(say("No.")), Fault(say("The disk is full."))):
        with (
            pytest.raises(type(error), match=str(error)),
            process.asked(Break(error), quiet()) as conversation,
        ):
            conversation.hear()
    assert len(_counted(process, 2)) == 3


def test_stopped_it_says_no_more_and_the_next_question_is_answered(process: NewsroomProcess) -> None:
    context = JobContext()
    with pytest.raises(Cancelled):
        _listen_to(process, context)
    assert _counted(process, 2) == [("desk", "Amina"), 0, 1]


def test_it_may_die_and_another_takes_its_place(process: NewsroomProcess) -> None:
    with pytest.raises(Fault, match="ended before it was done"), process.asked(Break(None), quiet()) as conversation:
        conversation.hear()
    assert len(_counted(process, 2)) == 3


def test_one_that_says_nothing_in_time_is_ended(process: NewsroomProcess) -> None:
    _counted(process, 1)
    with pytest.raises(TimeoutError), process.asked(Sleep(), quiet()) as conversation:
        conversation.hear(0.1)
    assert len(_counted(process, 2)) == 3


def test_closed_it_answers_nothing(process: NewsroomProcess) -> None:
    process.close()
    with pytest.raises(Cancelled), process.asked(Count(1), quiet()):
        pass


def test_the_index_is_brought_up_to_what_waits(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        for number in range(110):
            transaction.insert_article(an_article(slug=f"a{number}", body="ferry"), NOON, "Amina")
    left = []
    while catch_up(database):
        with database.reading() as connection:
            left.append(search.waiting(connection))
    assert left == [102, 94]
    database.close()


def test_pitfall_10_where_nobody_may_write_the_index_is_left_as_it_is(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    with database.writing() as transaction:
        for number in range(110):
            transaction.insert_article(an_article(slug=f"a{number}", body="ferry"), NOON, "Amina")
    process = NewsroomProcess(tmp_path / "desk", "Amina", read_only=say("Another window has it."))
    try:
        assert len(_counted(process, 2)) == 3  # what it does meanwhile it has done by then
        time.sleep(0.3)
        with database.reading() as connection:
            assert search.waiting(connection) == 110
        with pytest.raises(Fault), process.asked(MakeIndexAnew(), quiet()) as conversation:
            conversation.hear()
    finally:
        process.close()
        database.close()


@dataclass(frozen=True)
class Leave:
    """Answers at once and leaves work for when nobody asks: three lines in a file."""

    place: Path

    def answer(self, database: Database, person: str, connection: Connection) -> None:
        """Say nothing."""

    def spare(self, database: Database) -> bool:  # noqa: ARG002 - the protocol's
        with self.place.open("a", encoding="utf-8") as stream:
            stream.write("done\n")
        return len(self.place.read_text(encoding="utf-8").splitlines()) < 3


def test_work_that_is_left_is_done_while_nobody_asks(process: NewsroomProcess, tmp_path: Path) -> None:
    place = tmp_path / "spare"
    with process.asked(Leave(place), quiet()) as conversation:
        assert conversation.hear() is Sign.OVER
    assert _counted(process, 2)[1:] == [0, 1]
    until = time.monotonic() + 60
    while (not place.exists() or place.read_text(encoding="utf-8").count("done") < 3) and time.monotonic() < until:
        assert _counted(process, 1)[1:] == [0], "it answers meanwhile"
    assert place.read_text(encoding="utf-8").splitlines()[:3] == ["done"] * 3
