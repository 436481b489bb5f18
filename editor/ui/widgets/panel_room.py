"""Where a panel stands inside its dock: on a small screen it asks for no more than its share, and scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayoutItem, QScrollArea, QStackedLayout, QWidget
from typing_extensions import override

from editor.ui.widgets.tab_order import stops_in

_BY_KEY = Qt.FocusReason.ShortcutFocusReason
_SHARE = 3  # three stand side by side
_LEAST = QSize(960, 600)  # the least window on a screen that has room for one


class PanelRoom(QScrollArea):
    """Made by a dock, which puts its panel in by `take`."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)  # opaque, it would count as covering its dock
        self._floor = _Floor(self)
        self.setWidget(self._floor)
        self._floor.setAutoFillBackground(False)
        self._veil: QWidget | None = None

    def take(self, panel: QWidget) -> None:
        """Show `panel`: as large as the room, and never smaller than it can be."""
        self._floor.take(panel)

    def cover(self) -> None:
        """Put the panel out of sight: what it shows holds no longer. Its size and the keyboard stay as they are."""
        if self._veil is None:
            self._veil = QWidget(self)
            self._veil.setBackgroundRole(QPalette.ColorRole.Base)
            self._veil.setAutoFillBackground(True)
        self._veil.setGeometry(self.rect())
        self._veil.raise_()
        self._veil.show()

    def uncover(self) -> None:
        """Show the panel again."""
        if self._veil is not None:
            self._veil.hide()

    @property
    def is_covered(self) -> bool:
        """Say whether the panel is out of sight."""
        return self._veil is not None and not self._veil.isHidden()

    def enter(self) -> None:
        """Give the keyboard to the panel, else to its first control in sight; where there is none yet, keep it here.

        What a panel names as the place for it may be hidden just now, as a list that is empty.
        """
        panel = self._floor.panel
        if panel is None:
            return
        panel.setFocus(_BY_KEY)
        holder = self.window().focusWidget()
        if holder is None or holder is panel or not (panel.isAncestorOf(holder) and holder.isVisibleTo(panel)):
            stops = (one for one in stops_in(panel) if one.isVisibleTo(panel) and one.isEnabledTo(panel))
            next(stops, self).setFocus(_BY_KEY)

    def go_on(self) -> None:
        """Give the keyboard that was kept here to the panel, once it has a control to take it."""
        if self.hasFocus():
            self.enter()

    @override
    def focusNextPrevChild(self, is_next: bool) -> bool:
        if is_next and self.hasFocus():
            self.enter()
            if not self.hasFocus():
                return True
        return super().focusNextPrevChild(is_next)

    @override
    def sizeHint(self) -> QSize:
        panel = self._floor.panel
        return panel.sizeHint() if panel is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        panel = self._floor.panel
        share = self.screen().availableGeometry().size().boundedTo(_LEAST) / _SHARE
        return panel.minimumSizeHint().boundedTo(share) if panel is not None else QSize(0, 0)


class _Floor(QWidget):
    """What the room scrolls. Asked itself, Qt gives a panel whose words wrap the height that it would like, not needs.

    What scrolls inside such a panel would then be scrolled twice: by bars of its own and by the room's.
    """

    def __init__(self, room: PanelRoom) -> None:
        super().__init__()
        self._room = room
        self.panel: QWidget | None = None

    def take(self, panel: QWidget) -> None:
        self.panel = panel
        panel.setParent(self)
        panel.setAutoFillBackground(False)
        panel.resize(self.size())

    @override
    def minimumSizeHint(self) -> QSize:
        if self.panel is None:
            return QSize(0, 0)
        least = self.panel.minimumSizeHint().expandedTo(self.panel.minimumSize())
        whole = self._room.maximumViewportSize()
        height = _least_height(self.panel, max(least.width(), whole.width()))
        if height > whole.height():  # there will be a bar, and less width beside it
            height = _least_height(self.panel, max(least.width(), self._room.viewport().width()))
        return QSize(least.width(), max(self.panel.minimumHeight(), height))

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        if self.panel is not None:
            self.panel.resize(event.size())

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # the panel needs another room than before
            self._room.go_on()
        return super().event(event)


def _least_height(widget: QWidget, width: int) -> int:
    """Return the height in pixels that `widget` cannot do without where it is `width` wide."""
    layout = widget.layout()
    if layout is None:
        return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.minimumSizeHint().height()
    margins = layout.contentsMargins()
    inside = width - margins.left() - margins.right()
    if isinstance(layout, QStackedLayout):
        page = layout.currentWidget()
        heights = [_least_height(page, inside)] if page is not None else []
    elif isinstance(layout, QBoxLayout) and layout.direction() is QBoxLayout.Direction.TopToBottom:
        items = [item for at in range(layout.count()) if (item := layout.itemAt(at)) is not None]
        heights = [_height_in_column(item, inside) for item in items if not item.isEmpty()]
    elif layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    else:
        return layout.totalMinimumSize().height()
    return sum(heights) + layout.spacing() * max(len(heights) - 1, 0) + margins.top() + margins.bottom()


def _height_in_column(item: QLayoutItem, width: int) -> int:
    widget = item.widget()
    if widget is not None and widget.layout() is not None:
        return min(max(_least_height(widget, width), widget.minimumHeight()), widget.maximumHeight())
    return item.minimumHeightForWidth(width) if item.hasHeightForWidth() else item.minimumSize().height()
