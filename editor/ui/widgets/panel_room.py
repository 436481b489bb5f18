"""Where a panel stands inside its dock: on a small screen it asks for no more than its share, and scrolls."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget
from typing_extensions import override

_SHARE = 3  # three stand side by side
_LEAST = QSize(960, 600)  # the least window on a screen that has room for one


class PanelRoom(QScrollArea):
    """Made by a dock, which puts its panel in by `take`."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)  # opaque, it would count as covering its dock

    def take(self, panel: QWidget) -> None:
        """Show `panel`: as large as the room, and never smaller than it can be."""
        self.setWidget(panel)
        panel.setAutoFillBackground(False)

    @override
    def sizeHint(self) -> QSize:
        panel: QWidget | None = self.widget()
        return panel.sizeHint() if panel is not None else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        panel: QWidget | None = self.widget()
        share = self.screen().availableGeometry().size().boundedTo(_LEAST) / _SHARE
        return panel.minimumSizeHint().boundedTo(share) if panel is not None else QSize(0, 0)
