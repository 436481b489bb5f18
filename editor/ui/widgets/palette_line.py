"""One line of the command palette: its words at the beginning, the quieter ones (keys, status) at the end."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from editor.ui import theme

ASIDE = Qt.ItemDataRole.UserRole + 1
ROW = 34
_GAP = 2 * theme.GRID
_ICON = 36  # from the line's edge to its words


class PaletteLine(QStyledItemDelegate):
    """Made by the palette for its list."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, ROW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = QStyleOptionViewItem(option)
        self.initStyleOption(line, index)
        said, line.text = line.text, ""
        style = line.widget.style() if line.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, line, painter, line.widget)
        metrics = QFontMetrics(line.font)
        aside = str(index.data(ASIDE) or "")
        room = metrics.horizontalAdvance(aside) + _GAP if aside else 0
        inside = line.rect.adjusted(_ICON, 0, -_GAP, 0)
        words = metrics.elidedText(said, Qt.TextElideMode.ElideRight, inside.width() - room)
        painter.save()
        painter.setFont(line.font)
        _draw(painter, line, inside, words, "ink", Qt.AlignmentFlag.AlignLeft)
        _draw(painter, line, inside, aside, "muted", Qt.AlignmentFlag.AlignRight)
        painter.restore()


def _draw(
    painter: QPainter, line: QStyleOptionViewItem, inside: QRect, text: str, ink: str, side: Qt.AlignmentFlag
) -> None:
    place = QStyle.visualRect(line.direction, line.rect, inside)
    towards = QStyle.visualAlignment(line.direction, side | Qt.AlignmentFlag.AlignVCenter)
    painter.setPen(theme.color(ink))
    painter.drawText(place, int(towards) if isinstance(towards, int) else towards.value, text)
