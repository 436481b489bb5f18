"""A label that wraps its words over a few lines and cuts the last with an ellipsis, in any script."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from editor.ui import theme
from editor.ui.widgets import text_lines


class LinesLabel(QWidget):
    """Shows plain text in a token's colour; all of it is in the tooltip and for screen readers."""

    def __init__(self, font: QFont, lines: int, tint: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._font = font
        self._lines = lines
        self._tint = tint
        self._text = ""
        self._language = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """Return the words, whole."""
        return self._text

    def show_text(self, text: str, language: str = "", tint: str = "") -> None:
        """Show `text`, which is in `language`."""
        self._text, self._language = text, language
        self._tint = tint or self._tint
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return text_lines.height_of(self._text, self._font, width, self._lines, self._language)

    @override
    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(48, text_lines.height_of("", self._font, 48, 1))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            painter.setPen(theme.color(self._tint))
            area = QRect(0, 0, self.width(), self.height())
            text_lines.draw(painter, area, self._text, self._font, self._lines, self._language)
