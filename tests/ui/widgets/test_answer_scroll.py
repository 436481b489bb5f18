"""An answer comes into view, and stays there until the person goes elsewhere."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractSlider, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.answer_scroll import AnswerScroll


@pytest.fixture
def above() -> QLabel:
    return QLabel("Things to check")


@pytest.fixture
def area(qtbot: QtBot, above: QLabel) -> AnswerScroll:
    inside = QWidget()
    column = QVBoxLayout(inside)
    above.setFixedHeight(300)
    column.addWidget(above)
    answer = QLabel("Exported.")
    answer.setObjectName("answer")
    answer.setFixedHeight(40)
    column.addWidget(answer)
    made = AnswerScroll("scroll", inside)
    qtbot.addWidget(made)
    made.resize(200, 200)
    with qtbot.waitExposed(made):
        made.show()
    return made


def _answer(area: AnswerScroll) -> QLabel:
    found = area.findChild(QLabel, "answer")
    assert isinstance(found, QLabel)
    return found


def _is_whole(answer: QLabel) -> bool:
    return answer.visibleRegion().boundingRect() == answer.rect()


def test_what_grows_above_it_does_not_push_it_out(area: AnswerScroll, above: QLabel, qtbot: QtBot) -> None:
    answer = _answer(area)
    assert not _is_whole(answer)
    area.bring(answer)
    assert _is_whole(answer)
    above.setFixedHeight(600)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 400)
    qtbot.waitUntil(lambda: _is_whole(answer))


def test_who_scrolls_away_is_not_called_back(area: AnswerScroll, above: QLabel, qtbot: QtBot) -> None:
    area.bring(_answer(area))
    area.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderToMinimum)
    above.setFixedHeight(600)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 400)
    assert area.verticalScrollBar().value() == 0
