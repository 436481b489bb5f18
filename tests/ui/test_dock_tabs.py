"""The tabs of docks: icons, names where there is room, and in the tooltips the keys of their panels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QSignalBlocker, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QTabBar, QToolTip
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.ui import icons, theme
from editor.ui.dock_tabs import Fit
from editor.ui.docks import PanelDock
from editor.ui.jobs import Jobs
from editor.ui.keys import keys
from editor.ui.layout import DockSet
from editor.ui.registry import PANELS
from editor.ui.workspace import Workspace


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication, desk: Desk) -> Iterator[QTabBar]:
    window = QMainWindow()
    qtbot.addWidget(window)
    jobs = Jobs(window)
    docks = DockSet(window, PANELS, Workspace(desk, window), jobs)
    window.resize(1400, 800)
    docks.reset()
    theme.apply(qapp)
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


def test_back_among_tabs_without_a_word_no_name_stands_twice(bar: QTabBar, qtbot: QtBot) -> None:
    # As Qt does it to a window that turns to the other side.
    window = bar.window()
    assert isinstance(window, QMainWindow)
    first, other, *_ = [dock for dock in window.findChildren(PanelDock) if dock.windowTitle() in _titles(bar)]
    other.setFloating(True)
    head = other.titleBarWidget()
    qtbot.waitUntil(head.isVisible)
    with QSignalBlocker(other):
        other.setFloating(False)
        window.tabifyDockWidget(first, other)
    first.windowTitleChanged.emit(first.windowTitle())
    qtbot.waitUntil(head.isHidden)


def _titles(bar: QTabBar) -> set[str]:
    return {bar.tabText(index) for index in range(bar.count())}


def _chosen_words(bar: QTabBar) -> int:
    return bar.fontMetrics().horizontalAdvance(bar.tabText(bar.currentIndex()))


def _is_whole(bar: QTabBar) -> bool:
    """Say whether every tab lies in the bar, so that there is nothing to scroll."""
    return bar.tabRect(bar.count() - 1).right() < bar.width() and bar.tabRect(0).left() >= 0


def test_where_the_names_have_no_room_each_tab_is_an_icon_and_the_chosen_one_says_its_name(
    qtbot: QtBot, bar: QTabBar
) -> None:
    qtbot.waitUntil(lambda: bar.property("fit") == Fit.CHOSEN.value)
    qtbot.waitUntil(lambda: _is_whole(bar))
    for index in range(bar.count()):
        assert not bar.tabIcon(index).isNull()
        assert bar.accessibleTabName(index) == bar.tabText(index)
        bar.setCurrentIndex(index)
        assert bar.tabRect(index).width() >= _chosen_words(bar) + icons.SMALL, bar.tabText(index)
        assert _is_whole(bar)


def test_names_come_with_the_room_and_go_with_it(qtbot: QtBot, bar: QTabBar) -> None:
    window = bar.parentWidget()
    assert isinstance(window, QMainWindow)
    docks = {dock.spec.id: dock for dock in window.findChildren(PanelDock)}
    pair, beside = [docks["preview"], docks["draft"]], Qt.Orientation.Horizontal
    window.resize(2400, 800)
    window.resizeDocks(pair, [1500, 500], beside)
    qtbot.waitUntil(lambda: bar.property("fit") == Fit.FULL.value)
    window.resizeDocks(pair, [420, 1580], beside)
    qtbot.waitUntil(lambda: bar.property("fit") in {Fit.CHOSEN.value, Fit.ICONS.value})
    qtbot.waitUntil(lambda: _is_whole(bar))


def test_a_tab_that_joins_others_later_has_its_icon_too(qtbot: QtBot, bar: QTabBar) -> None:
    window = bar.parentWidget()
    assert isinstance(window, QMainWindow)
    dock = next(dock for dock in window.findChildren(PanelDock) if dock.spec.id == "history")
    other = next(dock for dock in window.findChildren(PanelDock) if dock.spec.id == "images")
    window.removeDockWidget(dock)
    window.tabifyDockWidget(other, dock)
    dock.show()
    now = next(one for one in window.findChildren(QTabBar) if one.isVisible() and one.count() > 2)
    qtbot.waitUntil(lambda: not any(now.tabIcon(index).isNull() for index in range(now.count())))
    names = [now.tabText(index) for index in range(now.count())]
    assert names[-1] == "History"
    assert names == [now.accessibleTabName(index) for index in range(now.count())]
