"""Which editions are shown side by side: a button that names them, with a menu to choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from editor.i18n.interface import ntr, tr
from editor.ui import icons
from editor.ui.widgets.language_words import language_words


class EditionMenu(QToolButton):
    """Made by the timeline panel. `changed` says that a person chose other editions; at least one stays chosen."""

    changed = Signal()

    def __init__(self, name: str, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._most = most
        self._offered: tuple[str, ...] = ()
        self._chosen: tuple[str, ...] = ()
        self._first = ""
        self._is_own_choice = False
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(self.toolButtonStyle().ToolButtonTextBesideIcon)
        self.setIcon(icons.icon("language"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.retranslate()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Return the locales of the chosen editions; one that was added later stands after those that were there."""
        return self._chosen

    def offer(self, locales: Sequence[str], first: str = "") -> None:
        """Offer these editions; until a person chooses, the one in `first` is shown, or else the first.

        More or fewer editions leave those on screen that are still there.
        """
        self._offered = tuple(locales)
        is_kept = self._is_own_choice or first == self._first
        self._first = first
        kept = tuple(locale for locale in self._chosen if locale in locales) if is_kept else ()
        self._chosen = kept or ((first,) if first in locales else tuple(locales[:1]))
        self._menu.clear()
        for locale in self._offered:
            action = self._menu.addAction(language_words(locale))
            action.setCheckable(True)
            action.setData(locale)
            action.triggered.connect(self._on_triggered)
        self.retranslate()

    def choose(self, locales: Sequence[str]) -> None:
        """Show these editions as if a person had chosen them just now, as far as they are offered."""
        kept = tuple(locale for locale in locales if locale in self._offered)[: self._most]
        if kept:
            self._chosen, self._is_own_choice = kept, True
            self.retranslate()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        names = [language_words(locale) for locale in self._chosen]
        shown = ", ".join(names[:2])
        if len(names) > 2:
            shown = ntr("{names} and {n} more", "{names} and {n} more", len(names) - 2, names=shown)
        self.setText(shown)
        self.setVisible(len(self._offered) > 1)
        self.setAccessibleName(tr("Editions shown: {names}", names=", ".join(names)))
        self.setToolTip(tr("Choose up to {n} editions to see side by side", n=self._most))
        self._mark()

    @Slot()
    def _on_triggered(self) -> None:
        action = self.sender()
        if not isinstance(action, QAction):
            return
        locale = str(action.data())
        rest = tuple(one for one in self._chosen if one != locale)
        chosen = rest if locale in self._chosen else (*rest, locale)
        self._is_own_choice = True
        if chosen and len(chosen) <= self._most and chosen != self._chosen:
            self._chosen = chosen
            self.changed.emit()
        self.retranslate()

    def _mark(self) -> None:
        """Check what is chosen; where no more fit, the others cannot be chosen."""
        is_full = len(self._chosen) >= self._most
        for action in self._menu.actions():
            is_chosen = action.data() in self._chosen
            action.setChecked(is_chosen)
            action.setEnabled(is_chosen or not is_full)
