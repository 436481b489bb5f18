"""The Checks panel: what is found, the way there, what is accepted, and how it follows the work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Status
from editor.domain.check_choices import Level
from editor.domain.edits import EditSettings, change_article
from editor.domain.problem import Problem
from editor.services.judging import rules
from editor.ui.registry import CHECKS
from editor.ui.widgets.check_head import ACCEPTED, CheckHead
from editor.ui.widgets.check_list import CheckList
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.segments import Segments
from tests.builders import NOON, a_link, an_article
from tests.ui.stage import Stage

Kind = TypeVar("Kind", bound=QWidget)

ARTICLE = an_article(
    id="1" * 32, headline="Drums", body="Words.", links=(a_link(pending="later"),), status=Status.PUBLISHED
)
OTHER = an_article(id="2" * 32, headline="", slug="other")


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(desk, qtbot)
    made.hold(CHECKS.build(desk, made.jobs))
    made.put(ARTICLE, OTHER)
    yield made
    made.stop()


def _find(stage: Stage, kind: type[Kind], name: str = "") -> Kind:
    found = stage.panel.findChild(kind, name) if name else stage.panel.findChild(kind)
    assert isinstance(found, kind)
    return found


def _found(stage: Stage) -> list[str]:
    shown = _find(stage, CheckList)
    return [shown.item(row).text() for row in range(shown.count())]


def _choose(stage: Stage, check: str) -> Problem:
    shown = _find(stage, CheckList)
    for row in range(shown.count()):
        shown.setCurrentRow(row)
        problem = shown.chosen_problem()
        if problem is not None and problem.check == check:
            return problem
    raise AssertionError(_found(stage))


def test_the_open_article_is_looked_at_and_counted(desk: Desk, qtbot: QtBot) -> None:
    stage = Stage(desk, qtbot)
    stage.hold(CHECKS.build(desk, stage.jobs))
    assert _find(stage, EmptyState).isVisible()  # nothing is open
    stage.put(ARTICLE, OTHER)
    assert "The linked article “later” is not in the newsroom yet." in _found(stage)
    count = len(desk.checking.problems(ARTICLE.id))
    assert _find(stage, QLabel, "checks.said").text() == f"{count} things to look at"
    stage.stop()


def test_nothing_open_leads_to_the_whole_newsroom(stage: Stage) -> None:
    stage.workspace.open("")
    stage.wait()
    _find(stage, QPushButton, "empty_state.action").click()
    stage.wait()
    assert "This article has no headline." in _found(stage)
    shown = _find(stage, CheckList)
    spoken = [str(shown.item(row).data(Qt.ItemDataRole.AccessibleTextRole)) for row in range(shown.count())]
    assert any(". Drums. The linked article" in one for one in spoken)
    assert any(". Newsroom settings. " in one for one in spoken)


def test_enter_and_the_button_go_to_the_place(stage: Stage) -> None:
    asked: list[Problem] = []
    stage.panel.problem_chosen.connect(asked.append)
    problem = _choose(stage, "links")
    QTest.keyClick(_find(stage, CheckList), Qt.Key.Key_Return)
    _find(stage, QPushButton, "checks.go").click()
    assert asked == [problem, problem]
    _find(stage, QPushButton, "checks.rules").click()
    assert asked[-1].field == "rules"


def test_accepting_takes_a_reason_and_is_undone_and_taken_back(stage: Stage) -> None:
    _choose(stage, "links")
    said = "The linked article “later” is not in the newsroom yet."
    QTest.keyClicks(_find(stage, QLineEdit, "checks.reason"), "It comes tonight")
    _find(stage, QPushButton, "checks.accept").click()
    stage.wait()
    assert said not in _found(stage)
    (accepted,) = stage.desk.newsroom.settings.checks.accepted
    assert (accepted.reason, accepted.by, accepted.article) == ("It comes tonight", stage.desk.person, ARTICLE.id)
    stage.undo()
    assert said in _found(stage)
    stage.workspace.redo()
    stage.wait()
    _find(stage, CheckHead).filter.committed.emit(ACCEPTED)
    stage.wait()
    assert _found(stage) == ["Accepted", said]
    _choose(stage, "links")
    _find(stage, QPushButton, "checks.take_back").click()
    stage.wait()
    assert stage.desk.newsroom.settings.checks.accepted == ()


def test_it_follows_edits_and_waits_for_a_pause_in_the_typing(stage: Stage) -> None:
    assert "This article has no headline." not in _found(stage)
    stage.workspace.request(change_article(stage.article, say("x"), headline=" "))
    stage.wait()
    assert "This article has no headline." not in _found(stage)  # somebody is typing
    stage.workspace.request(change_article(stage.article, say("x"), published=NOON))
    stage.wait()
    assert "This article has no headline." in _found(stage)


def test_an_article_with_nothing_to_look_at_says_so(stage: Stage) -> None:
    before = stage.desk.newsroom.settings
    checks = replace(before.checks, levels={rule.id: Level.OFF for rule in rules()})
    stage.workspace.request(EditSettings(before, replace(before, checks=checks), say("x")))
    stage.wait()
    assert _find(stage, EmptyState).isVisible()
    _find(stage, CheckHead).filter.committed.emit(ACCEPTED)
    stage.wait()
    assert _find(stage, EmptyState).isVisible()


def test_a_newsroom_that_cannot_be_read_says_so_and_offers_another_try(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise Fault(say("It cannot be read."))

    monkeypatch.setattr(type(stage.desk.checking), "of_article", broken)
    stage.workspace.open(OTHER.id)
    stage.wait()
    assert isinstance(stage.notices[-1], Fault)
    assert _find(stage, QPushButton, "empty_state.action").text() == "Try again"
    monkeypatch.undo()
    _find(stage, QPushButton, "empty_state.action").click()
    stage.wait()
    assert "This article has no headline." in _found(stage)


def test_the_scope_is_switched_by_hand(stage: Stage) -> None:
    scope = _find(stage, Segments)
    scope.show_value("whole")
    scope.chosen.emit("whole")
    stage.wait()
    assert "This article has no headline." in _found(stage)


def test_while_it_looks_at_something_else_nothing_is_said_to_be_well(stage: Stage) -> None:
    scope = _find(stage, Segments)
    scope.show_value("whole")
    scope.chosen.emit("whole")
    state = _find(stage, EmptyState)
    assert state.isVisible()
    said = [label.text() for label in stage.panel.findChildren(QLabel) if label.isVisible()]
    assert [words for words in said if words.startswith("Looking")] == ["Looking for what is to check"]
    stage.wait()
    assert not state.isVisible()
