"""Earlier articles that would come: shown first, left out at will, taken together."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.earlier import Earlier
from editor.ui.widgets.earlier_list import MOST, EarlierList
from tests.builders import NOON


def some(count: int) -> tuple[Earlier, ...]:
    return tuple(
        Earlier(
            instant=NOON - timedelta(days=number),
            headline=f"Day {number}",
            language="en",
            reason=say("Linked as a card"),
            article=f"{number}",
        )
        for number in range(count)
    )


@pytest.fixture
def earlier(qtbot: QtBot) -> EarlierList:
    made = EarlierList()
    qtbot.addWidget(made)
    made.show()
    return made


def rows(earlier: EarlierList) -> QListWidget:
    found = earlier.findChild(QListWidget)
    assert found is not None
    return found


def state(earlier: EarlierList) -> str:
    found = earlier.findChild(QLabel, "timeline.earlier.state")
    assert found is not None
    return found.text()


def take(earlier: EarlierList) -> QPushButton:
    found = earlier.findChild(QPushButton, "timeline.earlier.take")
    assert found is not None
    return found


def test_one_is_left_out_by_space_and_the_others_are_taken_by_enter(qtbot: QtBot, earlier: EarlierList) -> None:
    earlier.wait()
    assert "Looking" in state(earlier)
    found = some(3)
    earlier.show_found(found, "UTC")
    assert take(earlier).text() == "Pull in 3 articles"
    assert rows(earlier).item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Day 0. 14 January 2026. Linked as a card"
    QTest.keyClick(rows(earlier), Qt.Key.Key_Down)
    QTest.keyClick(rows(earlier), Qt.Key.Key_Space)
    assert take(earlier).text() == "Pull in 2 articles"
    earlier.retranslate()
    with qtbot.waitSignal(earlier.taken) as taken:
        QTest.keyClick(rows(earlier), Qt.Key.Key_Return)
    assert taken.args == [(found[0], found[2])]


def test_escape_leaves(qtbot: QtBot, earlier: EarlierList) -> None:
    earlier.show_found(some(1), "UTC")
    with qtbot.waitSignal(earlier.closed):
        QTest.keyClick(rows(earlier), Qt.Key.Key_Escape)


def test_nothing_found_is_said(qtbot: QtBot, earlier: EarlierList) -> None:
    earlier.show_found((), "UTC")
    assert "No earlier article" in state(earlier)
    assert not take(earlier).isVisible()
    with qtbot.assertNotEmitted(earlier.taken):
        QTest.keyClick(earlier, Qt.Key.Key_Return)


def test_nothing_ticked_takes_nothing(earlier: EarlierList) -> None:
    earlier.show_found(some(1), "UTC")
    rows(earlier).item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not take(earlier).isEnabled()


def test_of_very_many_the_newest_are_offered(earlier: EarlierList) -> None:
    earlier.show_found(some(MOST + 5), "UTC")
    assert rows(earlier).count() == MOST
