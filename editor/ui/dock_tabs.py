"""The tabs of docks that stand behind one another: an icon each, words where there is room, keys in the tooltip."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QCoreApplication, QEvent, QObject, QSize, QTimer, Slot
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMainWindow, QTabBar, QToolTip
from typing_extensions import override

from editor.ui import icons
from editor.ui.keys import tip

if TYPE_CHECKING:
    from editor.ui.docks import PanelDock

# What the style sheet puts around the icon of a tab, and what Qt leaves between icon and name.
_AROUND, _BETWEEN = 14, 10
_CHANGES = frozenset({QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange, QEvent.Type.LayoutRequest})


class Fit(StrEnum):
    """How much the tabs of one bar say: all their names, the chosen one's, or none."""

    FULL = "full"
    CHOSEN = "chosen"
    ICONS = "icons"


class DockTabs(QObject):
    """Made with the docks of a window. Qt makes and words such tabs by itself, whenever docks are moved."""

    def __init__(self, window: QMainWindow, docks: Iterable[PanelDock]) -> None:
        super().__init__(window)
        self._window = window
        self._docks = tuple(docks)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.dress)
        for dock in self._docks:
            dock.visibilityChanged.connect(self._on_moved)
            dock.dockLocationChanged.connect(self._on_moved)
            dock.topLevelChanged.connect(self._on_moved)
            dock.windowTitleChanged.connect(self._on_moved)
        window.installEventFilter(self)

    def words(self, bar: QTabBar, index: int) -> str:
        """Return what the tooltip of a tab says: the panel's name and keys."""
        title = bar.tabText(index)
        found = self._dock(title)
        return tip(title, f"panel.{found.spec.id}", found.spec.shortcut) if found is not None else title

    @Slot()
    def dress(self) -> None:
        """Give every tab its icon, each bar as many names as it has room for, and a head to docks without a tab.

        Only now: while Qt turns the window to the other side, docks leave their tabs and come back without a word.
        """
        for dock in self._docks:
            dock.fit_head()
        for bar in self._window.findChildren(QTabBar):
            if bar.property("kind") == "panels":
                self._put_icons(bar)
                self._fit(bar)

    def _put_icons(self, bar: QTabBar) -> None:
        for index in range(bar.count()):
            found = self._dock(bar.tabText(index))
            if found is not None and bar.accessibleTabName(index) != found.windowTitle():
                bar.setAccessibleTabName(index, found.windowTitle())
                bar.setTabIcon(index, icons.icon(found.spec.icon, "muted"))

    def _fit(self, bar: QTabBar) -> None:
        names = [bar.fontMetrics().horizontalAdvance(bar.tabText(index)) + _BETWEEN for index in range(bar.count())]
        bare = len(names) * (icons.SMALL + _AROUND)
        room = bar.width()
        fit = Fit.FULL if bare + sum(names) <= room else Fit.CHOSEN
        fit = Fit.ICONS if bare + max(names, default=0) > room else fit
        if bar.property("fit") != fit.value:
            bar.setProperty("fit", fit.value)
            bar.style().unpolish(bar)
            bar.style().polish(bar)
            QCoreApplication.sendEvent(bar, QEvent(QEvent.Type.StyleChange))  # it measures its tabs anew

    def _dock(self, title: str) -> PanelDock | None:
        return next((dock for dock in self._docks if dock.windowTitle() == title), None)

    @Slot()
    def _on_moved(self) -> None:
        self._soon.start()

    def _adopt(self, bar: QTabBar) -> None:
        bar.setProperty("kind", "panels")
        bar.setIconSize(QSize(icons.SMALL, icons.SMALL))
        bar.installEventFilter(self)
        self._soon.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            bar = event.child()
            if isinstance(bar, QTabBar) and bar.property("kind") is None:
                self._adopt(bar)
        elif event.type() in _CHANGES and isinstance(watched, QTabBar):
            self._soon.start()
        elif event.type() is QEvent.Type.ToolTip and isinstance(watched, QTabBar) and isinstance(event, QHelpEvent):
            index = watched.tabAt(event.pos())
            if index >= 0:
                QToolTip.showText(event.globalPos(), self.words(watched, index), watched, watched.tabRect(index))
                return True
        return False
