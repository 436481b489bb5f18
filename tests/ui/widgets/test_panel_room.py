"""A panel in its dock: as large as the dock, and reached by scrolling where the screen is small."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor.ui.widgets.panel_room import PanelRoom


def _panel(least: QSize) -> QWidget:
    panel = QWidget()
    column = QVBoxLayout(panel)
    for text in ("First", "Last"):
        column.addWidget(QPushButton(text))
    panel.setMinimumSize(least)
    return panel


def test_a_panel_that_fits_is_as_large_as_its_room(qtbot: QtBot) -> None:
    room = PanelRoom()
    qtbot.addWidget(room)
    panel = _panel(QSize(100, 80))
    room.take(panel)
    room.resize(300, 200)
    room.show()
    assert panel.size() == QSize(300, 200)
    assert room.minimumSizeHint().width() <= 100


def test_a_large_panel_asks_for_its_share_of_the_screen_and_is_scrolled(qtbot: QtBot) -> None:
    room = PanelRoom()
    qtbot.addWidget(room)
    panel = _panel(QSize(4000, 3000))
    room.take(panel)
    room.resize(300, 200)
    room.show()
    screen = room.screen().availableGeometry()
    assert room.minimumSizeHint().width() * 3 <= screen.width()
    assert room.minimumSizeHint().height() * 3 <= screen.height()
    last = panel.findChildren(QPushButton)[-1]
    room.ensureWidgetVisible(last)
    assert not last.visibleRegion().isEmpty()


def test_a_room_without_a_panel_asks_for_nothing(qtbot: QtBot) -> None:
    room = PanelRoom()
    qtbot.addWidget(room)
    assert room.minimumSizeHint() == QSize(0, 0)
