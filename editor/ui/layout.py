"""Where the docks stand: the arrangement a window begins with, and how a remembered one is put back."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRect, QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from editor.core.registry import by_id
from editor.ui.dock_tabs import DockTabs
from editor.ui.docks import PanelDock
from editor.ui.panel import Area, PanelSpec

if TYPE_CHECKING:
    from editor.ui.jobs import Jobs
    from editor.ui.page_look import PageLook
    from editor.ui.workspace import Workspace

VERSION = 1  # raise when the arrangement of old windows no longer fits
LEAST = QSize(960, 600)
FIRST = QSize(1440, 900)
FRAME = 32  # room for the frame that the system draws above the window
NARROW = 760  # below, three panels side by side leave no room for words
_SHARES = {Area.LEFT: 22, Area.CENTRE: 44, Area.RIGHT: 34}
_SHARES_OF_TWO = {Area.CENTRE: 52, Area.LEFT: 48, Area.RIGHT: 48}


class DockSet:
    """All docks of one window, by panel id in the order of the registry.

    Made by the window, which calls `put_back` or `reset` before it shows: until then they stand nowhere.
    """

    def __init__(self, window: QMainWindow, specs: Iterable[PanelSpec], workspace: Workspace, jobs: Jobs) -> None:
        self._window = window
        options = QMainWindow.DockOption
        window.setDockOptions(options.AllowNestedDocks | options.AllowTabbedDocks | options.GroupedDragging)
        window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        docks = [PanelDock(spec, workspace, jobs, window) for spec in specs]
        self.by_id: Mapping[str, PanelDock] = by_id(docks, lambda dock: dock.spec.id)
        self._tabs = DockTabs(window, docks)
        self._direction = window.layoutDirection()

    def retranslate(self) -> None:
        """Put every dock's words into the interface language; one that runs the other way begins on the other side."""
        for dock in self.by_id.values():
            dock.retranslate()
        if self._direction is not self._window.layoutDirection():
            self._direction = self._window.layoutDirection()
            self.reset()

    def reset(self) -> None:
        """Put every dock where a new window has it; in a narrow one the list is the first of the tabs."""
        is_narrow = self._window.width() < NARROW
        areas = [[Area.CENTRE], [Area.LEFT, Area.RIGHT]] if is_narrow else [[area] for area in Area]
        columns = [[dock for dock in self.by_id.values() if dock.spec.area in some] for some in areas]
        columns = [column for column in columns if column]
        if self._window.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            columns.reverse()  # Qt mirrors what is inside a dock, not where the docks stand
        for dock in self.by_id.values():
            dock.setFloating(False)
            self._window.removeDockWidget(dock)
        heads = [column[0] for column in columns]
        self._window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, heads[0])
        for one, other in pairwise(heads):  # before any has tabs: beside tabs Qt makes one more tab of it
            self._window.splitDockWidget(one, other, Qt.Orientation.Horizontal)
        for column in columns:
            for dock in column[1:]:
                self._window.tabifyDockWidget(column[0], dock)
            for dock in column:
                dock.show()
            column[0].raise_()
        shares = _SHARES_OF_TWO if is_narrow else _SHARES
        widths = [shares[dock.spec.area] * self._window.width() // 100 for dock in heads]
        self._window.resizeDocks(heads, widths, Qt.Orientation.Horizontal)

    def give_width(self, panel_id: str, pixels: int) -> None:
        """Let a docked panel that is narrower be so wide, as far as the widest beside it can be narrower."""
        dock = self.by_id[panel_id]
        beside = [one for one in self.by_id.values() if one is not dock and not one.visibleRegion().isEmpty()]
        beside = [one for one in beside if not one.isFloating()]
        if dock.isFloating() or dock.width() >= pixels or not beside:
            return
        widest = max(beside, key=QWidget.width)
        less = max(widest.width() - (pixels - dock.width()), 1)
        self._window.resizeDocks([dock, widest], [pixels, less], Qt.Orientation.Horizontal)

    def build(self, area: Area) -> None:
        """Build the panels of `area` now; others are built when they are seen after `release`."""
        for dock in self.by_id.values():
            if dock.spec.area is area:
                dock.build()

    def release(self) -> None:
        """Let the panels that are seen be built."""
        for dock in self.by_id.values():
            dock.release()

    def begin_writing(self) -> None:
        """Put the cursor into the panels in the middle, where they are on show."""
        for dock in self.by_id.values():
            if dock.spec.area is Area.CENTRE and dock.isVisible():
                dock.build().setFocus(Qt.FocusReason.OtherFocusReason)

    def set_look(self, look: PageLook) -> None:
        """Show what is written the way the person likes it."""
        for dock in self.by_id.values():
            dock.set_look(look)

    def focused(self) -> PanelDock | None:
        """Return the dock that has the focus, or None."""
        focus = self._window.focusWidget()
        return next((dock for dock in self.by_id.values() if focus is not None and dock.isAncestorOf(focus)), None)

    def kept(self) -> str:
        """Return the arrangement as text, for this machine to remember."""
        return _text(self._window.saveState(VERSION))

    def put_back(self, kept: str) -> None:
        """Arrange the docks as `kept` says; what cannot be understood gives the arrangement of a new window.

        Never one after the other: Qt leaves the tabs of the first arrangement standing over the menus.
        """
        state = _bytes(kept)
        if state is None or not self._window.restoreState(state, VERSION) or self._is_any_lost():
            self.reset()

    def _is_any_lost(self) -> bool:
        """Say whether a panel has no place: one that the kept arrangement did not know."""
        nowhere = Qt.DockWidgetArea.NoDockWidgetArea
        return any(self._window.dockWidgetArea(dock) == nowhere for dock in self.by_id.values())


def kept_as(window: QMainWindow) -> str:
    """Return the field of `Machine` that holds the arrangement of a window as wide as this one is.

    A narrow one has an arrangement of its own: columns made for a wide screen would leave no room for words there.
    """
    return "narrow_layout" if window.width() < NARROW else "layout"


def kept_geometry(window: QMainWindow) -> str:
    """Return place and size of `window` as text."""
    return _text(window.saveGeometry())


def put_back_geometry(window: QMainWindow, kept: str) -> None:
    """Give `window` the place and size of `kept`, made to fit the screens there are, now and when one goes away."""
    state = _bytes(kept)
    if state is None or not window.restoreGeometry(state):
        window.resize(FIRST)
    fit_to_screens(window, [screen.availableGeometry() for screen in window.screen().virtualSiblings()])
    StayOnScreen(window)


def fit_to_screens(window: QMainWindow, screens: list[QRect]) -> None:
    """Move and shrink `window` so that all of it lies on one of `screens`: its own may have been unplugged.

    A screen smaller than the least size of a window makes that smaller too.
    """
    if not screens:
        return
    rooms = [screen.adjusted(0, FRAME, 0, 0) for screen in screens]
    window.setMinimumSize(LEAST.boundedTo(_nearest(window.geometry(), rooms).size()))
    if not window.isMaximized() and not window.isFullScreen():
        window.setGeometry(fitted(window.geometry(), rooms))
    for dock in window.findChildren(QDockWidget):
        if dock.isFloating():
            dock.setGeometry(fitted(dock.geometry(), rooms))


class StayOnScreen(QObject):
    """Keeps a window where it can be seen when a screen is unplugged. Its parent is the window."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            # Later: Qt moves the windows of a lost screen itself first, as large as they were.
            app.screenRemoved.connect(self._on_removed, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _on_removed(self) -> None:
        fit_to_screens(self._window, [screen.availableGeometry() for screen in QGuiApplication.screens()])


def fitted(wanted: QRect, screens: list[QRect]) -> QRect:
    """Return `wanted` moved into the screen it overlaps most (else the first), no larger than that screen."""
    screen = _nearest(wanted, screens)
    size = wanted.size().boundedTo(screen.size())
    left = min(max(wanted.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(wanted.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(left, top, size.width(), size.height())


def _nearest(wanted: QRect, screens: list[QRect]) -> QRect:
    """Return the screen that `wanted` overlaps most, else the first."""

    def overlap(screen: QRect) -> int:
        common = screen.intersected(wanted)
        return common.width() * common.height() if common.isValid() else 0

    return max(screens, key=overlap)


def _text(state: QByteArray) -> str:
    return base64.b64encode(state.data()).decode("ascii")


def _bytes(kept: str) -> QByteArray | None:
    if not kept:
        return None
    try:
        return QByteArray(base64.b64decode(kept, validate=True))
    except (binascii.Error, ValueError):
        return None
