"""Shows what differs between two versions; fields are given back and copied out through links within the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QTextBrowser
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.i18n.interface import tr
from editor.ui import theme
from editor.ui.widgets.comparing import Compared
from editor.ui.widgets.difference_page import AT_ONCE, COPY, MORE, RESTORE, PageLook, difference_page
from editor.ui.widgets.empty_state import EmptyState

_CHOOSE = (say("Choose a version"), say("What differs from the present shows here: what is gone, and what is new."))
_SAME = (say("No difference"), say("The two say the same."))
_BUSY = (say("Comparing…"), say("Looking for what differs, word by word."))


class DifferenceView(QStackedWidget):
    """Made by the history panel. `restore_asked` and `copy_asked` carry the id of a group of fields."""

    restore_asked = Signal(str)
    copy_asked = Signal(str)

    def __init__(self, *, can_restore: bool) -> None:
        super().__init__()
        self.setObjectName("history.difference")
        self._can_restore = can_restore
        self._most = AT_ONCE
        self._shown: tuple[Compared, bool] | None = None
        self._state = EmptyState("history", *_CHOOSE)
        self._page = QTextBrowser()
        self._page.setObjectName("history.page")
        self._page.setProperty("kind", "sheet")
        self._page.setOpenLinks(False)
        self._page.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._page.document().setDocumentMargin(2 * theme.GRID)
        self._page.anchorClicked.connect(self._on_link)
        self.addWidget(self._state)
        self.addWidget(self._page)
        self.retranslate()

    def show_nothing(self) -> None:
        """Say that a version can be chosen."""
        self._say(*_CHOOSE)

    def show_busy(self) -> None:
        """Say that the two are being compared."""
        self._say(*_BUSY)

    def show_fault(self, error: UserError | Fault) -> None:
        """Say why a version cannot be shown."""
        match error:
            case Fault():
                self._say(error.what, error.cause)
            case _:
                self._say(error.message, error.hint)

    def show_differences(self, compared: Compared, *, is_side_by_side: bool) -> None:
        """Show what differs; the place that was scrolled to stays where the same two are shown again."""
        if not compared.differences:
            self._say(*_SAME)
            return
        is_same = self._shown is not None and self._shown[0].comparison.chosen == compared.comparison.chosen
        if not is_same:
            self._most = AT_ONCE
        self._shown = (compared, is_side_by_side)
        look = PageLook(
            tokens=theme.tokens(),
            language=compared.then.language,
            is_side_by_side=is_side_by_side,
            can_restore=self._can_restore,
            most_changes=self._most,
        )
        bar = self._page.verticalScrollBar()
        place = bar.value()
        self._page.document().setDefaultFont(theme.font(theme.NORMAL))
        self._page.setHtml(difference_page(compared.differences, look))
        bar.setValue(place if is_same else 0)
        self.setCurrentWidget(self._page)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._page.setAccessibleName(tr("What differs"))
        self._page.setAccessibleDescription(tr("A minus stands before what is gone, a plus before what is new."))
        self._state.retranslate()
        self._show_again()

    def _say(self, *said: object) -> None:
        self._shown = None
        self._state.show_words(*said)  # type: ignore[arg-type]
        self.setCurrentWidget(self._state)

    def _show_again(self) -> None:
        if self._shown is not None:
            compared, is_side_by_side = self._shown
            self.show_differences(compared, is_side_by_side=is_side_by_side)

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        if url.scheme() == RESTORE:
            self.restore_asked.emit(url.path())
        elif url.scheme() == COPY:
            self.copy_asked.emit(url.path())
        elif url.scheme() == MORE:
            self._most *= 4
            self._show_again()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._show_again()
        super().changeEvent(event)
