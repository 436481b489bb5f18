"""A row of widgets that breaks into further lines where the panel is narrow. Follows the layout direction."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from typing_extensions import override


class FlowRow(QLayout):
    """A layout for chips, labels and small buttons; used like a `QHBoxLayout`."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(QMargins())
        self.setSpacing(spacing)

    def clear(self) -> None:
        """Take every widget out and delete it."""
        while self._items:
            item = self._items.pop()
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.invalidate()

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), is_trial=True)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, is_trial=False)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _place(self, rect: QRect, *, is_trial: bool) -> int:
        """Put each item into its line, on its middle or over its whole height; return the height of all in pixels."""
        area = rect.marginsRemoved(self.contentsMargins())
        parent = self.parentWidget()
        is_mirrored = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        y = area.y()
        for line in self._lines(area.width()):
            height = max(size.height() for _item, size, _x in line)
            for item, size, x in [] if is_trial else line:
                if item.expandingDirections() & Qt.Orientation.Vertical:
                    size.setHeight(height)
                left = area.right() + 1 - x - size.width() if is_mirrored else area.x() + x
                item.setGeometry(QRect(QPoint(left, y + (height - size.height()) // 2), size))
            y += height + self.spacing()
        return max(y - self.spacing(), area.y()) - rect.y() + self.contentsMargins().bottom()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize, int]]]:
        """Return what stands in each line of so many pixels: the item, its size, and how far in it begins."""
        lines: list[list[tuple[QLayoutItem, QSize, int]]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 1 << 20))
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((item, size, x))
            x += size.width() + self.spacing()
        return lines
