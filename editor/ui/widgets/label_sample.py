"""A small piece of the page with one label in it, so that who writes the label sees it where it will stand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from editor.core.messages import Message
from editor.i18n.direction import direction
from editor.i18n.interface import words
from editor.i18n.label_places import Look, place_of
from editor.i18n.wording import places_of
from editor.ui import icons, theme
from editor.ui.widgets import text_lines

_HEIGHT = 104
_PAD = 2 * theme.GRID
_BAR = 7  # of the grey lines that stand for text
_NOTICE = ("cookie_title", "cookie_body", "cookie_policy", "decline", "accept")


class LabelSample(QWidget):
    """Made by the form of a label. Drawn as readers will see it, the way the edition's language runs."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("labels.sample")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._key = ""
        self._texts: Mapping[str, str] = {}
        self._locale = ""

    @property
    def text(self) -> str:
        """Return the label with its places filled, as the sample shows it."""
        return filled(self._key, self._texts.get(self._key, ""))

    def show_label(self, key: str, texts: Mapping[str, str], locale: str) -> None:
        """Show the label `key` among `texts`, every label of `locale` by its key."""
        self._key, self._texts, self._locale = key, texts, locale
        is_rtl = direction(locale) == "rtl"
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(self.text)
        self.update()

    def _draw(self, painter: QPainter, area: QRect) -> None:
        match place_of(self._key).look:
            case Look.NOTICE:
                self._notice(painter, area)
            case Look.PICTURE:
                self._picture(painter, area)
            case Look.PLATE:
                self._bars(painter, self._below(area, self._plate(painter, area)), 3)
            case Look.HEADING:
                painter.setPen(theme.color("ink"))
                taken = text_lines.draw(
                    painter, area, self.text, theme.font(theme.TITLE, is_serif=True, is_bold=True), 2, self._locale
                )
                self._bars(painter, self._below(area, taken), 2)
            case look:
                self._bars(painter, area, 2)
                painter.setPen(theme.color("accent" if look is Look.LINK else "muted"))
                text_lines.draw(painter, self._below(area, 2 * 2 * _BAR), self.text, theme.font(), 3, self._locale)

    def _picture(self, painter: QPainter, area: QRect) -> None:
        frame = self._leading(area, 88)
        painter.fillRect(frame, theme.color("line"))
        icon = QRect(0, 0, icons.NORMAL, icons.NORMAL)
        icon.moveCenter(frame.center())
        icons.icon("images", "muted").paint(painter, icon)
        gap = _PAD if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else -_PAD
        beside = area.adjusted(88 + gap, 0, 0, 0) if gap > 0 else area.adjusted(0, 0, -88 + gap, 0)
        self._bars(painter, self._below(beside, self._plate(painter, beside)), 2)

    def _notice(self, painter: QPainter, area: QRect) -> None:
        """Draw the whole notice, the label that is being written in ink and the others muted."""
        bold = theme.font(theme.NORMAL, is_bold=True)
        title, *rest = (filled(key, self._texts.get(key, "")) for key in _NOTICE)
        painter.setPen(self._ink("cookie_title"))
        top = text_lines.draw(painter, area, title, bold, 1, self._locale)
        painter.setPen(self._ink("cookie_body", "cookie_policy"))
        top += text_lines.draw(
            painter, self._below(area, top, 2), " ".join(rest[:2]), theme.font(theme.SMALL), 2, self._locale
        )
        place = self._below(area, top, theme.GRID)
        for key, text in zip(_NOTICE[3:], rest[2:], strict=True):
            ink, plate = (theme.color("on_accent"), theme.color("accent")) if key == self._key else (
                theme.color("ink"), theme.color("selection"))  # fmt: skip
            drawn = text_lines.draw_plate(painter, place, text, theme.font(theme.SMALL, is_bold=True), ink, plate)
            taken = drawn.width() + theme.GRID
            is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            place = place.adjusted(0, 0, -taken, 0) if is_rtl else place.adjusted(taken, 0, 0, 0)

    def _ink(self, *keys: str) -> QColor:
        return theme.color("ink" if self._key in keys else "muted")

    def _plate(self, painter: QPainter, area: QRect) -> int:
        font = theme.font(theme.SMALL, is_bold=True)
        plate = text_lines.draw_plate(painter, area, self.text, font, theme.color("ai_ink"), theme.color("ai_plate"))
        return plate.height()

    def _bars(self, painter: QPainter, area: QRect, count: int) -> None:
        """Draw grey lines where the text of an article would be."""
        for number in range(count):
            width = area.width() if number < count - 1 else area.width() * 3 // 5
            bar = self._leading(QRect(area.left(), area.top() + number * 2 * _BAR, area.width(), _BAR), width)
            if bar.bottom() <= self.height() - _PAD // 2:
                painter.fillRect(bar, theme.color("line"))

    def _leading(self, area: QRect, width: int) -> QRect:
        """Return the part of `area` this wide at the side where lines begin."""
        width = min(width, area.width())
        is_rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return QRect(area.right() + 1 - width if is_rtl else area.left(), area.top(), width, area.height())

    @staticmethod
    def _below(area: QRect, taken: int, gap: int = theme.GRID) -> QRect:
        return area.adjusted(0, taken + gap, 0, 0)

    @override
    def sizeHint(self) -> QSize:
        # As high for every label, so that nothing jumps while one goes through them.
        return QSize(240, max(_HEIGHT, 5 * QFontMetrics(theme.font()).lineSpacing() + 2 * _PAD))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setLayoutDirection(self.layoutDirection())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(theme.color("line"))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)
            self._draw(painter, self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD))


def filled(key: str, text: str) -> str:
    """Return `text` with samples in its places; a place that the label does not have stays as it is typed."""
    for place in places_of(text):
        value = place_of(key).values.get(place.strip("{}"))
        if value is not None:
            text = text.replace(place, words(value) if isinstance(value, Message) else value)
    return text
