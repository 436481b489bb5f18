"""Draws one line of what was found: the words around it, what goes struck out, what comes on a plate of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from editor.i18n.direction import direction
from editor.ui import theme
from editor.ui.widgets.found_model import LANGUAGE_ROLE, SEGMENTS_ROLE, Segment
from editor.ui.widgets.plain_text import utf16_length

_PAD = 6
_Index = QModelIndex | QPersistentModelIndex


class FoundDelegate(QStyledItemDelegate):
    """Belongs to the view of a `FoundModel`. What goes is struck out and what comes underlined, not coloured alone."""

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.text = ""
        style = own.widget.style() if own.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        own.text = " "  # without words there is no room for them
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, own, own.widget)
        segments: Sequence[Segment] = index.data(SEGMENTS_ROLE)
        is_rtl = direction(str(index.data(LANGUAGE_ROLE))) == "rtl"
        _draw(painter, room.adjusted(2, 0, -2, 0), own.font, segments, is_rtl=is_rtl)

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, option.fontMetrics.lineSpacing() + 2 * _PAD)


def _draw(painter: QPainter, room: QRect, font: QFont, segments: Sequence[Segment], *, is_rtl: bool) -> None:
    layout = QTextLayout("".join(text for text, _kind in segments), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.setFormats(_formats(segments))
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width())
    layout.endLayout()
    over = max(0.0, line.naturalTextWidth() - room.width()) if is_rtl else 0.0
    painter.save()
    painter.setClipRect(room)
    painter.setPen(theme.color("ink"))
    layout.draw(painter, QPointF(room.left() - over, room.top() + (room.height() - line.height()) / 2))
    painter.restore()


def _formats(segments: Sequence[Segment]) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for text, kind in segments:
        one = QTextLayout.FormatRange()
        one.start, one.length = start, utf16_length(text)
        one.format = _format(kind)
        ranges.append(one)
        start += one.length
    return ranges


def _format(kind: str) -> QTextCharFormat:
    made = QTextCharFormat()
    match kind:
        case "found":
            made.setBackground(theme.color("found"))
        case "gone":
            made.setForeground(theme.color("fault"))
            made.setBackground(theme.color("fault_plate"))
            made.setFontStrikeOut(True)
        case "come":
            made.setForeground(theme.color("done"))
            made.setBackground(theme.color("done_plate"))
            made.setFontUnderline(True)
        case "lead":
            made.setFontWeight(QFont.Weight.DemiBold)
        case "muted" | "warn":
            made.setForeground(theme.color(kind))
        case _:
            made.setForeground(theme.color("ink"))
    return made
