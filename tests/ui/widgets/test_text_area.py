"""A field of several lines that hands out its words when it is left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.ui.widgets.text_area import TextArea


@pytest.fixture
def area(qtbot: QtBot) -> TextArea:
    made = TextArea("caption", lines=2)
    qtbot.addWidget(made)
    made.show_stored("one\ntwo")
    return made


def _leave(area: TextArea, reason: Qt.FocusReason) -> None:
    QApplication.sendEvent(area, QFocusEvent(QEvent.Type.FocusOut, reason))


def test_leaving_hands_out_what_is_typed(area: TextArea, qtbot: QtBot) -> None:
    QTest.keyClicks(area, "x")
    with qtbot.waitSignal(area.committed) as said:
        _leave(area, Qt.FocusReason.TabFocusReason)
    assert said.args == ["xone\ntwo"]


def test_a_menu_over_it_is_not_leaving(area: TextArea, qtbot: QtBot) -> None:
    QTest.keyClicks(area, "x")
    with qtbot.assertNotEmitted(area.committed):
        _leave(area, Qt.FocusReason.PopupFocusReason)


def test_escape_brings_back_what_is_stored(area: TextArea, qtbot: QtBot) -> None:
    QTest.keyClicks(area, "x")
    QTest.keyClick(area, Qt.Key.Key_Escape)
    assert area.text() == "one\ntwo"
    with qtbot.assertNotEmitted(area.committed):
        area.settle()


def test_a_refresh_follows_the_store(area: TextArea) -> None:
    area.show_stored("three")
    assert area.text() == "three"
    area.reset_stored("")
    assert area.text() == ""


def test_it_is_two_lines_high_at_least(area: TextArea) -> None:
    assert area.minimumHeight() >= 2 * area.fontMetrics().lineSpacing()
