"""Two places of the draft at once: side by side, or one above the other where that is wanted or there is no room.

Knows pages as widgets only, nothing of articles.
"""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSplitter, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from editor.i18n.interface import tr
from editor.ui import icons, theme
from editor.ui.widgets.elided_label import ElidedLabel

# Fewer letters than these pixels hold are no line to read: then one half stands above the other.
NARROWEST = 340


class Half(QWidget):
    """Shows one page at a time, under a head that names it while there are two. Made by `Halves`."""

    close_asked = Signal()
    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._pages = _Pages()
        self._head = _Head()
        self._title = ElidedLabel()
        self._close = QToolButton()
        self._close.setObjectName(f"{name}.close")
        self._close.setIcon(icons.icon("close", "muted"))
        self._close.setIconSize(QSize(14, 14))
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.clicked.connect(self.close_asked)
        self._head.pressed.connect(self.chosen)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(2 * theme.GRID, 2, theme.GRID, 2)
        row.addWidget(self._title, 1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._pages, 1)
        self._head.hide()
        self.show_title("")

    @property
    def page(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._pages.current

    def hold(self, page: QWidget) -> None:
        """Take a page in without showing it."""
        self._pages.hold(page)

    def show_page(self, page: QWidget) -> None:
        """Show this page."""
        self._pages.hold(page)
        self._pages.turn_to(page)

    def show_title(self, title: str) -> None:
        """Name the half by the article in it."""
        self._title.show_text(title or tr("No headline yet"))
        self._close.setAccessibleName(tr("Close this half: {headline}", headline=title or tr("No headline yet")))
        self._close.setToolTip(tr("Close this half"))

    def show_state(self, *, has_head: bool, is_active: bool) -> None:
        """Show the head while there are two halves, and whether this is the one that is written in."""
        self._head.setVisible(has_head)
        if self._head.property("active") is not is_active:
            self._head.setProperty("active", is_active)
            for part in (self._head, self._title):
                part.style().unpolish(part)
                part.style().polish(part)


class Halves(QSplitter):
    """One half, or two. `active` is the one that is written in; the base of the draft's pages, which say what is shown.

    `placed` says that the halves have other sizes now.
    """

    placed = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setOpaqueResize(False)  # while the divider moves nothing is laid out anew
        self.setHandleWidth(1)
        self.halves = (Half("draft.half"), Half("draft.half.other"))
        self.active = self.halves[0]
        self.is_split = False
        self._wants_stacked = False
        for half in self.halves:
            self.addWidget(half)
        self.halves[1].hide()
        self.splitterMoved.connect(self._on_moved)

    @property
    def other(self) -> Half:
        """Return the half that is not written in."""
        return self.halves[1] if self.active is self.halves[0] else self.halves[0]

    def stack(self, *, is_stacked: bool) -> None:
        """Let the halves stand one above the other, or side by side where there is room for that."""
        self._wants_stacked = is_stacked
        self._orient()

    def swap(self) -> None:
        """Let the halves change their places."""
        if self.is_split:
            sizes = self.sizes()
            first, second = self.halves
            self.insertWidget(0, second if self.indexOf(first) == 0 else first)
            self.setSizes(sizes)
            self.placed.emit()

    def put_second(self) -> None:
        """Let the half that is written in be the second one."""
        if self.indexOf(self.active) == 0:
            self.swap()

    def _turn_to(self, half: Half) -> None:
        """Write in this half from now on."""
        self.active = half
        half.lower()  # the fields of both share their names: who looks for one by name finds this half's first
        self._show_state()

    def _set_split(self, *, is_split: bool) -> None:
        """Show both halves evenly, or the active one alone."""
        if is_split == self.is_split:
            return
        self.is_split = is_split
        self._orient()
        for half in self.halves:
            half.setVisible(is_split or half is self.active)
        self._show_state()
        if is_split:
            side = self.width() if self.orientation() is Qt.Orientation.Horizontal else self.height()
            self.setSizes([side // 2, side // 2])
        self.placed.emit()

    def _show_state(self) -> None:
        for half in self.halves:
            half.show_state(has_head=self.is_split, is_active=half is self.active)

    def _orient(self) -> None:
        is_stacked = self._wants_stacked or self.width() < 2 * NARROWEST
        wanted = Qt.Orientation.Vertical if is_stacked else Qt.Orientation.Horizontal
        if wanted is not self.orientation():
            self.setOrientation(wanted)
            if self.is_split:
                self.setSizes([1000, 1000])
                self.placed.emit()

    @Slot()
    def _on_moved(self) -> None:
        self.placed.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._orient()
        super().resizeEvent(event)


class _Head(QFrame):
    """The line above a half; pressed, the half is written in."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "half")
        self.setProperty("active", False)  # noqa: FBT003 - Qt's signature

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.pressed.emit()


class _Pages(QWidget):
    """The pages of a half, one of them on show; the first that comes, and another one when that goes.

    Qt's own stack goes through all that is in all of its pages, whenever it turns to another one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.current: QWidget | None = None

    def hold(self, page: QWidget) -> None:
        """Take a page in, hidden unless it is the only one."""
        if page.parentWidget() is not self:
            page.setParent(self)
            if self.current is None:
                self.turn_to(page)
            else:
                page.hide()

    def turn_to(self, page: QWidget) -> None:
        """Show this one, which is held; the keyboard comes along where it was in the other."""
        before, self.current = self.current, page
        if before is page:
            return
        page.setGeometry(self.rect())
        page.show()
        if before is not None:
            focus: QWidget | None = self.window().focusWidget()
            if focus is not None and before.isAncestorOf(focus):
                _first_field(page).setFocus()
            before.hide()

    @override
    def childEvent(self, event: QChildEvent) -> None:
        # One that is deleted is its old self no more by now.
        if event.removed() and (event.child() is self.current or not (self.current is None or isValid(self.current))):
            self.current = None
            others = [one for one in self.children() if isinstance(one, QWidget)]
            if others:
                self.turn_to(others[-1])
        super().childEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.current is not None:
            self.current.setGeometry(self.rect())

    @override
    def sizeHint(self) -> QSize:
        return self.current.sizeHint() if self.current is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.current.minimumSizeHint() if self.current is not None else super().minimumSizeHint()


def _first_field(page: QWidget) -> QWidget:
    """Return where the keyboard was on this page, else the first place for it."""
    last: QWidget | None = page.focusWidget()
    if last is not None:
        return last
    found = page.nextInFocusChain()
    while found is not None and found is not page:
        takes_tab = found.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        if takes_tab and page.isAncestorOf(found) and found.isVisibleTo(page) and found.isEnabled():
            return found
        found = found.nextInFocusChain()
    return page
