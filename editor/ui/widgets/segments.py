"""A few choices side by side, one of them on: icons with their words in the tooltip, walked through with the arrows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from editor.core.messages import Message
from editor.i18n.interface import words
from editor.ui import icons


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice: what it stands for, its icon ("" shows the words), its words and how it is reached by key."""

    value: str
    icon: str
    title: Message
    shortcut: str = ""


class Segments(QWidget):
    """Made by panels. `chosen` carries the value of the choice that a person switched on."""

    chosen = Signal(str)

    def __init__(self, name: str, title: Message, segments: Sequence[Segment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._title = title
        self._segments = tuple(segments)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, segment in enumerate(self._segments):
            row.addWidget(self._button(number, segment))
        self._group.buttonClicked.connect(self._on_clicked)
        self.retranslate()

    @property
    def value(self) -> str:
        """Return the value of the choice that is on, "" when none is."""
        number = self._group.checkedId()
        return self._segments[number].value if number >= 0 else ""

    def show_value(self, value: str) -> None:
        """Switch the choice for `value` on without saying so."""
        with QSignalBlocker(self._group):
            for number, segment in enumerate(self._segments):
                self._group.button(number).setChecked(segment.value == value)

    def retranslate(self) -> None:
        """Put the words into the interface language again."""
        self.setAccessibleName(words(self._title))
        for number, segment in enumerate(self._segments):
            button = self._group.button(number)
            button.setAccessibleName(words(segment.title))
            button.setText(words(segment.title))
            tip = words(segment.title)
            button.setToolTip(f"{tip} ({segment.shortcut})" if segment.shortcut else tip)

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        self.chosen.emit(self._segments[self._group.id(button)].value)

    def _button(self, number: int, segment: Segment) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"{self.objectName()}.{segment.value}")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if segment.icon:
            button.setIcon(icons.icon(segment.icon))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        else:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        if segment.shortcut:
            button.setShortcut(segment.shortcut)
        self._group.addButton(button, number)
        return button

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        (self._group.checkedButton() or self._group.button(0)).setFocus(event.reason())

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
