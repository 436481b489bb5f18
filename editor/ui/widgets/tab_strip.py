"""The open articles as tabs: chosen, closed and put in order by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QTabBar, QToolButton
from typing_extensions import override

from editor.i18n.direction import isolate
from editor.i18n.interface import tr
from editor.ui import icons

_WIDEST, _NARROWEST = 220, 128
_SIDE = QTabBar.ButtonPosition.RightSide


@dataclass(frozen=True, slots=True)
class Tab:
    """One open article. `is_passing`: the next one that is looked at takes this tab."""

    article: str
    title: str
    is_passing: bool = False


class TabStrip(QTabBar):
    """Made by the window over the draft. `chosen`, `close_asked`, `keep_asked` carry an article id.

    `beside_asked` carries the one that shall stand beside the open one, `moved` an article id and its new place. With
    fewer than two tabs there is nothing to choose, so nothing shows.
    """

    chosen = Signal(str)
    close_asked = Signal(str)
    keep_asked = Signal(str)
    beside_asked = Signal(str)
    moved = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        self._is_alone = False
        self.setObjectName("draft.tabs")
        self.setProperty("kind", "articles")
        self.setExpanding(False)
        self.setMovable(True)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.currentChanged.connect(self._on_current)
        self.tabMoved.connect(self._on_moved)
        self.setVisible(False)
        self.retranslate()

    def show_tabs(self, tabs: Sequence[Tab], current: str) -> None:
        """Show these tabs, the one of `current` chosen; tabs that are there already are left where they are."""
        with QSignalBlocker(self):
            self._hand_over({tab.article for tab in tabs})
            for index, tab in enumerate(tabs):
                at = next((n for n in range(self.count()) if self.tabData(n) == tab.article), None)
                if at is None:
                    self._insert(index, tab.article)
                elif at != index:
                    self.moveTab(at, index)
                self._word(index, tab)
                if tab.article == current:
                    self.setCurrentIndex(index)
        self._show_or_hide()

    def show_alone(self, *, is_alone: bool) -> None:
        """Step aside while the page fills the screen."""
        self._is_alone = is_alone
        self._show_or_hide()

    def articles(self) -> list[str]:
        """Return the articles in the order of their tabs."""
        return [self.tabData(index) for index in range(self.count())]

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.setAccessibleName(tr("Open articles"))
        for index in range(self.count()):
            self._name_button(index)

    def _show_or_hide(self) -> None:
        self.setVisible(self.count() > 1 and not self._is_alone)

    def _hand_over(self, wanted: set[str]) -> None:
        """Let tabs that go show articles that come: another label on a tab is sooner there than another tab."""
        come = sorted(wanted.difference(self.articles()))
        for index in reversed(range(self.count())):
            if self.tabData(index) in wanted:
                continue
            if come:
                self.setTabData(index, come.pop())
            else:
                self.removeTab(index)

    def _insert(self, index: int, article: str) -> None:
        self.insertTab(index, "")
        self.setTabData(index, article)
        button = QToolButton()
        button.setIcon(icons.icon("close", "muted"))
        button.setIconSize(QSize(14, 14))
        button.setFixedSize(24, 24)
        button.setProperty("kind", "tab-close")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keyboard: View > Close this article
        button.clicked.connect(self._on_close)
        self.setTabButton(index, _SIDE, button)

    def _word(self, index: int, tab: Tab) -> None:
        title = tab.title or tr("No headline yet")
        shown = (f"{title} …" if tab.is_passing else title).replace("&", "&&")
        self.setTabText(index, isolate(shown) if self.isRightToLeft() else shown)  # its end stays at its end
        tip = tr("{headline}\nOnly looked at: the next article takes this tab, unless you write here.", headline=title)
        self.setTabToolTip(index, tip if tab.is_passing else title)
        self._name_button(index)

    def _name_button(self, index: int) -> None:
        if (button := self.tabButton(index, _SIDE)) is not None:
            said = tr("Close “{headline}”", headline=self.tabText(index).replace("&&", "&"))
            button.setAccessibleName(said)
            button.setToolTip(said)

    @Slot(int)
    def _on_current(self, index: int) -> None:
        if index >= 0:
            self.chosen.emit(self.tabData(index))

    @Slot(int, int)
    def _on_moved(self, _from: int, to: int) -> None:
        self.moved.emit(self.tabData(to), to)

    @Slot()
    def _on_close(self) -> None:
        button = self.sender()
        for index in range(self.count()):
            if self.tabButton(index, _SIDE) is button:
                self.close_asked.emit(self.tabData(index))
                return

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        is_keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_keyboard else self.tabAt(event.pos())
        if index < 0:
            return
        article = self.tabData(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        beside = menu.addAction(tr("Open beside"), partial(self.beside_asked.emit, article))
        beside.setEnabled(index != self.currentIndex())
        menu.addAction(tr("Close"), partial(self.close_asked.emit, article))
        menu.popup(self.mapToGlobal(self.tabRect(index).bottomLeft()) if is_keyboard else event.globalPos())

    @override
    def tabSizeHint(self, index: int) -> QSize:
        return super().tabSizeHint(index).boundedTo(QSize(_WIDEST, 1000))

    @override
    def minimumTabSizeHint(self, index: int) -> QSize:
        # Tabs that say too little of a headline help nobody: beyond that, arrows lead to the others.
        return self.tabSizeHint(index).boundedTo(QSize(_NARROWEST, 1000))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.MiddleButton and index >= 0:
            self.close_asked.emit(self.tabData(index))
            return
        super().mouseReleaseEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.tabAt(event.position().toPoint())
        if index >= 0:
            self.keep_asked.emit(self.tabData(index))
        super().mouseDoubleClickEvent(event)
