"""What a panel shows while it has nothing: an icon, what belongs here, and the one thing to do about it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.messages import Message, say
from editor.i18n.interface import words
from editor.ui import icons, theme

NO_EDITION = say("No edition yet")
SAY_LANGUAGE = say(
    "An edition is the site in one language. Say in which your readers read: under the menus, or in Newsroom settings."
)

_SIDE = 40
_WIDTH = 320


class EmptyState(QWidget):
    """Made by panels. `action_requested` says that its one button was pressed; without `action` there is none.

    `paste_asked` says that the person pasted here: a click gives it the keyboard where its focus policy allows.
    """

    action_requested = Signal()
    paste_asked = Signal()

    def __init__(
        self, icon: str, title: Message, text: Message, action: Message | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("empty_state")
        self._name = icon
        self._words = (title, text, action or Message())
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel()
        self._title.setProperty("role", "lead")
        self._text = QLabel()
        self._text.setProperty("role", "muted")
        self._button = QPushButton()
        self._button.setObjectName("empty_state.action")
        self._button.setProperty("kind", "primary")
        self._button.clicked.connect(self.action_requested)
        self._lay_out()
        self._paint_icon()
        self.retranslate()

    def show_words(self, title: Message, text: Message, action: Message | None = None) -> None:
        """Say something else: nothing found is not the same as nothing there."""
        self._words = (title, text, action or Message())
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        title, text, action = self._words
        self._title.setText(words(title))
        self._text.setText(words(text))
        self._text.setVisible(bool(text))
        self._button.setText(words(action))
        self._button.setAccessibleName(words(action))
        self._button.setVisible(bool(action))

    def _lay_out(self) -> None:
        # A wrapping label has its height from its width: it must fill its column, and the column is centred.
        middle = QWidget()
        middle.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        column.addStretch(2)
        column.addWidget(self._icon)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        column.addSpacing(theme.GRID)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addWidget(middle, 1000)
        row.addStretch(1)

    def _paint_icon(self) -> None:
        self._icon.setPixmap(icons.pixmap(self._name, _SIDE, "muted", self.devicePixelRatioF()))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._button.isVisible():
            self._button.setFocus(event.reason())
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit()
        super().keyPressEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()
        super().changeEvent(event)
