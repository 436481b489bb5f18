"""The bar at a panel's head that says what happened: an icon, a sentence, what to do, and at most one button."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.i18n.interface import tr, words
from editor.ui import icons

Kind = Literal["info", "done", "warn", "fault"]
Notice = Message | UserError | Fault

_ICONS: dict[Kind, str] = {"info": "info", "done": "done", "warn": "warn", "fault": "fault"}
TRY_AGAIN = say("Try again")


class NoticeBar(QFrame):
    """Hidden until `show_notice`; made by whoever holds a panel. `action_requested`: its button was pressed."""

    action_requested = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._first = Message()
        self._second = Message()
        self._action_words = Message()
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setObjectName("notice.text")
        self._hint = QLabel()
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._action = QPushButton()
        self._action.setObjectName("notice.action")
        self._action.clicked.connect(self._on_action)
        self._close = QToolButton()
        self._close.setObjectName("notice.close")
        self._close.setIcon(icons.icon("close"))
        self._close.clicked.connect(self.dismiss)
        self._lay_out()
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """Return what the bar says, on screen or not."""
        return "\n".join(part for part in (self._text.text(), self._hint.text()) if part)

    def show_notice(
        self, notice: Notice, *, kind: Kind | None = None, action: Message | None = None, is_lasting: bool = False
    ) -> None:
        """Say `notice`; a `Fault` that can be tried again gets that button, a lasting notice cannot be dismissed."""
        match notice:
            case UserError():
                self._first, self._second, found = notice.message, notice.hint, "warn"
            case Fault():
                self._first, self._second, found = notice.what, notice.cause, "fault"
                action = action or (TRY_AGAIN if notice.can_retry else None)
            case _:
                self._first, self._second, found = notice, Message(), "info"
        shown: Kind = kind or found  # type: ignore[assignment]
        self._action_words = action or Message()
        self._icon.setPixmap(icons.pixmap(_ICONS[shown], icons.NORMAL, _tint(shown), self.devicePixelRatioF()))
        self.setProperty("kind", shown)
        self.style().unpolish(self)
        self.style().polish(self)
        self._close.setVisible(not is_lasting)
        self.retranslate()
        self.show()

    @Slot()
    def dismiss(self) -> None:
        """Take the notice away."""
        if self.isHidden():
            return
        self.hide()
        self.dismissed.emit()

    def retranslate(self) -> None:
        """Put the notice and the buttons into the interface language."""
        self._text.setText(words(self._first))
        self._hint.setText(words(self._second))
        self._hint.setVisible(bool(self._second))
        self._action.setText(words(self._action_words))
        self._action.setVisible(bool(self._action_words))
        self._close.setAccessibleName(tr("Dismiss this notice"))
        self._close.setToolTip(tr("Dismiss this notice"))
        self.setAccessibleName(tr("Notice"))
        self.setAccessibleDescription(self.text)

    @Slot()
    def _on_action(self) -> None:
        self.hide()
        self.action_requested.emit()

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self._text)
        said.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self._action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _tint(kind: Kind) -> str:
    return "accent" if kind == "info" else kind
