"""A finder above what it fills: while it offers nothing, it takes no more room than its words need."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget
from typing_extensions import override

from editor.ui.widgets.article_finder import ArticleFinder

_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX


class FinderSplit(QSplitter):
    """Made by panels that link. The person's own place of the divider comes back with the offers."""

    def __init__(self, finder: ArticleFinder, below: QWidget, shares: tuple[int, int]) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._finder = finder
        self._shares = list(shares)
        self._is_empty = False
        self.addWidget(finder)
        self.addWidget(below)
        self.setChildrenCollapsible(False)
        self.setSizes(self._shares)
        finder.settled.connect(self._on_settled)

    @Slot(bool)
    def _on_settled(self, has_offers: bool) -> None:  # noqa: FBT001 - a signal's own value
        if has_offers is not self._is_empty:
            return
        self._is_empty = not has_offers
        if self._is_empty:
            self._shares = self.sizes() if all(self.sizes()) else self._shares
            self._fit()
        else:
            self._finder.setMaximumHeight(_NO_LIMIT)
            self.setSizes(self._shares)

    def _fit(self) -> None:
        if self._is_empty:
            layout = self._finder.layout()
            assert layout is not None  # noqa: S101 - the finder lays itself out when it is made
            self._finder.setMaximumHeight(layout.totalHeightForWidth(self.width()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
