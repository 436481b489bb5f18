"""Words replaced in many articles while the window lives: its own saves wait for a moment and lose nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Cancelled, Fault
from editor.core.jobs import JobContext, quiet
from editor.core.messages import say
from editor.domain.edits import EditArticle, Several, change_article
from editor.services.replacing import Replaced
from editor.ui.jobs import Jobs
from editor.ui.long_writing import LongSteps, LongWriting
from editor.ui.workspace import Workspace
from tests.builders import an_article, an_id, created

COUNT = 12
NONE = Replaced(edits=(), changed_since=frozenset())


class Room(QWidget):
    """A newsroom of twelve articles with a workspace, and a place where long things are written."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        super().__init__()
        self.desk, self._qtbot = desk, qtbot
        desk.articles.apply(created(*(an_article(id=an_id(n + 1), slug=f"a{n}", body="ferry") for n in range(COUNT))))
        self.workspace, self.jobs = Workspace(desk, self), Jobs(self)
        self.writing = LongWriting(self.workspace, self.jobs, self)
        self.steps = LongSteps(self.workspace, self.jobs, self)
        self.ended: list[tuple[Replaced | None, Exception | None]] = []
        self.writing.ended.connect(lambda replaced, error: self.ended.append((replaced, error)))

    def wait(self) -> None:
        self._qtbot.waitUntil(
            lambda: not (self.writing.is_running or self.steps.is_running) and self.jobs.is_idle(), timeout=60_000
        )

    def write(self, work: Callable[[JobContext, Callable[[], object]], Replaced]) -> None:
        self.writing.start(work, say("Replacing"))
        self.wait()

    def replaced(self) -> Several:
        """Replace in all articles and put it on the undo stack."""
        edits = [change_article(one, say("x"), body="boat") for one in self.desk.articles.all()]
        made = self.desk.replacing.rewrite(edits, quiet())
        edit = Several(made.edits, say("Replace everywhere"))
        self.workspace.taken(edit, made.joined, made.fields)
        return edit

    def bodies(self) -> set[str]:
        return {one.body for one in self.desk.articles.all()}

    def type_(self, number: int, words: str) -> None:
        self.workspace.request(change_article(self.desk.articles.get(an_id(number)), say("Typing"), body=words))


@pytest.fixture
def room(desk: Desk, qtbot: QtBot) -> Iterator[Room]:
    made = Room(desk, qtbot)
    qtbot.addWidget(made)
    yield made
    made.jobs.stop_all()


def test_what_is_typed_waits_while_others_write_and_is_handed_in_after(room: Room) -> None:
    settled: list[str] = []
    room.workspace.settling.connect(lambda: settled.append(room.desk.articles.get(an_id(1)).body))
    is_typed = threading.Event()

    def on_held() -> None:
        room.type_(1, "typed")
        is_typed.set()

    def work(_context: JobContext, wait: Callable[[], object]) -> Replaced:
        wait()
        assert is_typed.wait(20)
        return NONE

    hold = room.workspace.hold

    def held_then_typed(*, is_held: bool) -> None:
        hold(is_held=is_held)
        if is_held:
            on_held()

    room.workspace.hold = held_then_typed  # type: ignore[method-assign]
    room.write(work)
    assert settled == ["ferry"] * 3  # before it began, before it wrote, and after: typed words were not let through
    room.type_(1, "typed")
    assert room.desk.articles.get(an_id(1)).body == "typed"
    assert room.ended == [(NONE, None)]


def test_trouble_is_told_and_saves_go_on(room: Room) -> None:
    fault = Fault(say("The disk is full."))

    def work(_context: JobContext, wait: Callable[[], object]) -> Replaced:
        wait()
        raise fault

    room.write(work)
    assert room.ended == [(None, fault)]
    room.type_(1, "typed")
    assert "typed" in room.bodies()


def test_stopped_while_it_is_made_ready_it_ends_with_nothing(room: Room, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(context: JobContext, wait: Callable[[], object]) -> Replaced:
        begun.set()
        if context.stop.wait(20):
            raise Cancelled
        wait()
        return NONE

    room.writing.start(work, say("Replacing"))
    qtbot.waitUntil(begun.is_set)
    room.writing.stop()
    room.wait()
    assert room.ended == [(None, None)]


def test_undo_and_redo_of_many_are_written_beside_the_window(room: Room) -> None:
    edit = room.replaced()
    assert room.bodies() == {"boat"}
    told: list[str] = []
    room.workspace.done.connect(lambda message: told.append(str(message)))
    room.workspace.undo()
    assert room.steps.is_running
    room.workspace.undo()  # once more while it goes on: nothing
    room.wait()
    assert room.bodies() == {"ferry"}
    assert told[-1] == "Taken back: Replace everywhere"
    assert room.workspace.stack.undo_label() is None
    assert room.workspace.stack.redo_label() == edit.label
    room.workspace.redo()
    room.wait()
    assert room.bodies() == {"boat"}
    assert room.workspace.stack.undo_label() == edit.label


def test_what_moved_on_since_stays_and_the_rest_is_taken_back(room: Room) -> None:
    room.replaced()
    room.desk.articles.apply(change_article(room.desk.articles.get(an_id(3)), say("x"), body="Mine"))
    refused: list[str] = []
    room.workspace.refused.connect(lambda error: refused.append(str(error)))
    room.workspace.undo()
    room.wait()
    assert room.bodies() == {"ferry", "Mine"}
    assert refused == ["1 article was changed since, and stays as it is."]
    room.workspace.redo()
    room.wait()
    assert sorted(one.body for one in room.desk.articles.all()) == ["Mine", *["boat"] * (COUNT - 1)]


def test_few_articles_are_taken_back_at_once(room: Room) -> None:
    article = room.desk.articles.get(an_id(1))
    edits: tuple[EditArticle, ...] = (change_article(article, say("x"), body="boat"),)
    room.workspace.request(Several(edits, say("x")))
    room.workspace.undo()
    assert not room.steps.is_running
    assert room.bodies() == {"ferry"}


def test_what_is_done_while_many_are_taken_back_can_be_taken_back_itself(room: Room) -> None:
    stack = room.workspace.stack

    def tag(words: str) -> None:
        article = room.desk.articles.get(an_id(40))
        room.workspace.request(change_article(article, say("Change tags"), tags=(words,)))

    room.replaced()
    room.desk.articles.apply(created(an_article(id=an_id(40), slug="other", body="other")))
    room.workspace.undo()
    tag("sea")
    room.wait()
    assert room.bodies() == {"ferry", "other"}
    assert [str(stack.undo_label()), str(stack.redo_label())] == ["Change tags", "Replace everywhere"]
    room.workspace.redo()
    tag("lake")  # which forgets what could be made again
    room.wait()
    assert room.bodies() == {"boat", "other"}
    assert [str(stack.undo_label()), str(stack.redo_label())] == ["Replace everywhere", "None"]
    room.workspace.undo()
    room.wait()
    room.workspace.undo()
    assert room.bodies() == {"ferry", "other"}
    assert "lake" not in room.desk.articles.get(an_id(40)).tags
