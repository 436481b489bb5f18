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
from editor.ui.widgets.breaking_label import BreakingLabel

Kind = Literal["info", "done", "warn", "fault"]
Notice = Message | UserError | Fault

_ICONS: dict[Kind, str] = {"info": "info", "done": "done", "warn": "warn", "fault": "fault"}
TRY_AGAIN = say("Try again")


class NoticeBar(QFrame):
    """Hidden until `show_notice`; made by whoever holds a panel.

    `told`: it says something now. `action_requested`: its button was pressed.
    """

    told = Signal()
    action_requested = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._first = Message()
        self._second = Message()
        self._action_words = Message()
        self._kind: Kind = "info"
        self._parts: _Parts | None = None
        self.hide()

    @property
    def text(self) -> str:
        """Return what the bar says, on screen or not."""
        return "\n".join(words(part) for part in (self._first, self._second) if part)

    def says(self, message: Message) -> bool:
        """Say whether `message` is what happened, as the bar has it on screen."""
        return not self.isHidden() and self._first == message

    def show_notice(
        self,
        notice: Notice,
        *,
        kind: Kind | None = None,
        action: Message | None = None,
        is_lasting: bool = False,
        can_retry: bool = True,
    ) -> None:
        """Say `notice`; a lasting one cannot be dismissed.

        A `Fault` that can be tried again gets that button, unless whoever holds the bar cannot do it (`can_retry`).
        """
        match notice:
            case UserError():
                self._first, self._second, found = notice.message, notice.hint, "warn"
            case Fault():
                self._first, self._second, found = notice.what, notice.cause, "fault"
                action = action or (TRY_AGAIN if notice.can_retry and can_retry else None)
            case _:
                self._first, self._second, found = notice, Message(), "info"
        self._kind = kind or found  # type: ignore[assignment]
        self._action_words = action or Message()
        parts = self._made()
        self._paint_icon()
        self.setProperty("kind", self._kind)
        self.style().unpolish(self)
        self.style().polish(self)
        parts.close.setVisible(not is_lasting)
        self.retranslate()
        self.show()
        self.told.emit()

    @Slot()
    def dismiss(self) -> None:
        """Take the notice away."""
        if self.isHidden():
            return
        self.hide()
        self.dismissed.emit()

    @Slot()
    def dismiss_fault(self) -> None:
        """Take the notice away if it says that something did not work: it did after all."""
        if self._kind == "fault":
            self.dismiss()

    def retranslate(self) -> None:
        """Put the notice and the buttons into the interface language."""
        parts = self._parts
        if parts is None:
            return
        parts.text.show_text(words(self._first))
        parts.hint.show_text(words(self._second))
        parts.hint.setVisible(bool(self._second))
        parts.action.setText(words(self._action_words))
        parts.action.setVisible(bool(self._action_words))
        parts.close.setAccessibleName(tr("Dismiss this notice"))
        parts.close.setToolTip(tr("Dismiss this notice"))
        self.setAccessibleName(tr("Notice"))
        self.setAccessibleDescription(self.text)

    @Slot()
    def _on_action(self) -> None:
        self.hide()
        self.action_requested.emit()

    def _paint_icon(self) -> None:
        if self._parts is not None:
            tint = "accent" if self._kind == "info" else self._kind
            picture = icons.pixmap(_ICONS[self._kind], icons.NORMAL, tint, self.devicePixelRatioF())
            self._parts.icon.setPixmap(picture)

    def _made(self) -> _Parts:
        """Return the parts; most bars never say anything, and none of them shall slow the start."""
        if self._parts is None:
            self._parts = _Parts(self)
            self._parts.action.clicked.connect(self._on_action)
            self._parts.close.clicked.connect(self.dismiss)
        return self._parts

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()
        super().changeEvent(event)


class _Parts:
    """What a bar is made of, once it has something to say."""

    def __init__(self, bar: NoticeBar) -> None:
        self.icon = QLabel()
        self.icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text = BreakingLabel()
        self.text.setObjectName("notice.text")
        self.hint = BreakingLabel()
        self.action = QPushButton()
        self.action.setObjectName("notice.action")
        self.close = QToolButton()
        self.close.setObjectName("notice.close")
        self.close.setIcon(icons.icon("close"))
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.text)
        said.addWidget(self.hint)
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(said, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.close, 0, Qt.AlignmentFlag.AlignTop)
