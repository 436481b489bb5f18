"""A label of one line that gives way: what does not fit ends in an ellipsis, and never widens what it stands in."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStyle
from typing_extensions import override

from editor.i18n.direction import isolate

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f٬]\d+)*")


class ElidedLabel(QLabel):
    """Shows plain text; all of it is in the tooltip where it does not fit, and always for screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str) -> None:
        """Show `text` in as much room as there is."""
        self.setText(text)
        self.setAccessibleName(text)

    def shown(self) -> str:
        """Return what can be read now: nothing, where there is no room for a letter beside the ellipsis.

        A number is shown whole or not at all: what is left of 19 would say 1.
        """
        text = self.text()
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.contentsRect().width())
        end = shown.find("…")
        if shown != text and end > 0:
            number = next((one for one in _NUMBER.finditer(text) if one.start() < end < one.end()), None)
            shown = f"{text[: number.start()].rstrip()}…" if number else shown
        return "" if shown == "…" else shown

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        shown = self.shown()
        self.setToolTip("" if shown == self.text() else self.text())
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            shown = isolate(shown)  # else a number that it begins with would go to its end
        with QPainter(self) as painter:
            side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
            role = self.foregroundRole()
            self.style().drawItemText(
                painter, self.contentsRect(), int(side), self.palette(), self.isEnabled(), shown, role
            )
