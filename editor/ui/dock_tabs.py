"""The tabs of docks that stand behind one another: each says in its tooltip by which keys its panel comes forward."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMainWindow, QTabBar, QToolTip
from typing_extensions import override

from editor.ui.keys import tip

if TYPE_CHECKING:
    from editor.ui.docks import PanelDock


class DockTabs(QObject):
    """Made with the docks of a window. Qt makes and words such tabs by itself, whenever docks are moved."""

    def __init__(self, window: QMainWindow, docks: Iterable[PanelDock]) -> None:
        super().__init__(window)
        self._docks = tuple(docks)
        window.installEventFilter(self)

    def words(self, bar: QTabBar, index: int) -> str:
        """Return what the tooltip of a tab says: the panel's name and keys."""
        title = bar.tabText(index)
        found = next((dock for dock in self._docks if dock.windowTitle() == title), None)
        return tip(title, f"panel.{found.spec.id}", found.spec.shortcut) if found is not None else title

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ChildPolished and isinstance(event, QChildEvent):
            if isinstance(bar := event.child(), QTabBar):
                bar.installEventFilter(self)
        elif event.type() is QEvent.Type.ToolTip and isinstance(watched, QTabBar) and isinstance(event, QHelpEvent):
            index = watched.tabAt(event.pos())
            if index >= 0:
                QToolTip.showText(event.globalPos(), self.words(watched, index), watched, watched.tabRect(index))
                return True
        return False
