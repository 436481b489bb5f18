"""What to look at: each line leads somewhere, blocking ones say so, many are counted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.problem import Problem
from editor.ui.widgets.problem_list import MOST, ProblemList


@pytest.fixture
def problems(qtbot: QtBot) -> ProblemList:
    made = ProblemList("problems")
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    return made


def a_problem(number: int, *, blocks: bool = False) -> Problem:
    return Problem(check="c", message=say("Wrong {n}", n=number), article=f"a{number}", blocks=blocks)


def test_a_line_carries_its_problem(qtbot: QtBot, problems: ProblemList) -> None:
    found = [a_problem(1, blocks=True), a_problem(2)]
    problems.show_problems(found, lambda article: f"Headline of {article}")
    assert "Must be put right. Headline of a1" in str(problems.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    problems.setCurrentRow(1)
    with qtbot.waitSignal(problems.chosen) as chosen:
        QTest.keyClick(problems, Qt.Key.Key_Return)
    assert chosen.args == [found[1]]


def test_it_is_as_high_as_its_lines_and_no_higher_than_six(problems: ProblemList) -> None:
    problems.show_problems([a_problem(1)], lambda _: "")
    one = problems.height()
    problems.show_problems([a_problem(number) for number in range(6)], lambda _: "")
    six = problems.height()
    problems.show_problems([a_problem(number) for number in range(60)], lambda _: "")
    assert problems.height() == six > one
    problems.show_problems([], lambda _: "")
    assert problems.height() == 0


def test_more_than_can_be_read_are_counted(problems: ProblemList) -> None:
    problems.show_problems([a_problem(number) for number in range(MOST + 5)], lambda _: "")
    assert problems.item(MOST).text() == "and 5 more"
