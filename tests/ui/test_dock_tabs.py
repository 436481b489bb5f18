"""The tabs of docks say in their tooltips by which keys a panel comes forward."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QToolTip
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.ui.jobs import Jobs
from editor.ui.keys import keys
from editor.ui.layout import DockSet
from editor.ui.registry import PANELS
from editor.ui.workspace import Workspace


@pytest.fixture
def bar(qtbot: QtBot, desk: Desk) -> Iterator[QTabBar]:
    window = QMainWindow()
    qtbot.addWidget(window)
    jobs = Jobs(window)
    docks = DockSet(window, PANELS, Workspace(desk, window), jobs)
    docks.reset()
    window.resize(1400, 800)
    window.show()
    found = next(bar for bar in window.findChildren(QTabBar) if bar.count() > 2)
    qtbot.waitUntil(found.isVisible)
    yield found
    keys().choose({})
    window.close()
    jobs.stop_all()


def _tip(bar: QTabBar, title: str) -> str:
    index = next(index for index in range(bar.count()) if bar.tabText(index) == title)
    place = bar.tabRect(index).center()
    QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, place, bar.mapToGlobal(place)))
    return QToolTip.text()


def test_a_tab_names_the_keys_of_its_panel_as_they_are_now(bar: QTabBar) -> None:
    assert _tip(bar, "Images") == "Images (Alt+4)"
    keys().choose({"panel.images": ("F9",)})
    assert _tip(bar, "Images") == "Images (F9)"
    assert _tip(bar, "History") == "History (Alt+9)"
