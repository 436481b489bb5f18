"""What one looks at in a long text stays where it is when the theme changes while its height comes and goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.held_scroll import HeldScroll


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    made = HeldScroll()
    inside = QWidget()
    inside.setFixedSize(200, 5000)
    made.setWidget(inside)
    qtbot.addWidget(made)
    made.resize(240, 300)
    made.show()
    made.verticalScrollBar().setValue(2000)
    return made


def _change_theme(area: QScrollArea) -> None:
    """Give the area another palette; what is in it has no height for a moment."""
    palette = QPalette(area.palette())
    palette.setColor(QPalette.ColorRole.Window, QColor("#123456"))
    area.setPalette(palette)
    _grow(area, 400)
    assert area.verticalScrollBar().value() < 2000


def _grow(area: QScrollArea, height: int) -> None:
    inside = area.widget()
    assert inside is not None
    inside.setFixedHeight(height)
    QApplication.sendPostedEvents(area, QEvent.Type.LayoutRequest)
    QApplication.processEvents()


def test_it_comes_back_as_soon_as_there_is_room(qtbot: QtBot, area: QScrollArea) -> None:
    _change_theme(area)
    _grow(area, 1500)
    _grow(area, 5000)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() == 2000)


def test_whoever_goes_elsewhere_meanwhile_stays_there(qtbot: QtBot, area: QScrollArea) -> None:
    _change_theme(area)
    QTest.keyClick(area, Qt.Key.Key_Home)
    _grow(area, 5000)
    qtbot.wait(60)  # as long as it looks two times
    assert area.verticalScrollBar().value() < 2000
