"""Problems in groups; the chosen one stays chosen while it is there."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.overview import Overview
from editor.domain.problem import Problem
from editor.ui.widgets.check_list import CheckList

ONE, TWO, THREE = (Problem(check="links", message=say("{n}", n=n), article="1", field="links") for n in (1, 2, 3))
WORSE = replace(ONE, check="headline", blocks=True)


@pytest.fixture
def shown(qtbot: QtBot) -> CheckList:
    made = CheckList("checks.list")
    qtbot.addWidget(made)
    made.show()
    made.show_overview(Overview(problems=(WORSE, ONE, TWO, THREE), matching=9), {"1": "Drums"})
    return made


def test_groups_have_headings_that_are_not_chosen(shown: CheckList) -> None:
    said = [shown.item(row).text() for row in range(shown.count())]
    assert said == ["Stops the export", "1", "To look at", "1", "2", "3", "and 5 more"]
    assert shown.chosen_problem() == WORSE
    assert shown.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Stops the export. Drums. 1"
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown.chosen_problem() == ONE


def test_the_chosen_one_stays_so_and_else_the_place(shown: CheckList) -> None:
    shown.setCurrentRow(4)
    shown.show_overview(Overview(problems=(TWO, THREE), matching=2), {})
    assert shown.chosen_problem() == TWO
    shown.setCurrentRow(2)
    shown.keep_place()
    shown.show_overview(Overview(problems=(ONE, TWO), matching=2), {})
    assert shown.chosen_problem() == TWO
    shown.show_overview(Overview(), {})
    assert shown.chosen_problem() is None


def test_a_click_chooses_and_enter_goes(shown: CheckList) -> None:
    rows: list[int] = []
    shown.entered.connect(rows.append)
    place = shown.visualItemRect(shown.item(4)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (rows, shown.chosen_problem()) == ([], TWO)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert rows == [4]
