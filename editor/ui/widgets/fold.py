"""A section that folds away behind its name."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from editor.ui import icons


class Fold(QWidget):
    """Shows or hides `content`; starts folded. `toggled` says whether it is open now."""

    toggled = Signal(bool)

    def __init__(self, name: str, content: QWidget, beside: QWidget | None = None) -> None:
        """`beside` stands at the end of the line of the section's name."""
        super().__init__()
        self.setObjectName(name)
        self.button = QToolButton()
        self.button.setObjectName(f"{name}.button")
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.toggled.connect(self._on_toggled)
        self._content = content
        content.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.button)
        head.addStretch(1)
        if beside is not None:
            head.addWidget(beside)
        column.addLayout(head)
        column.addWidget(content)
        self._paint()

    @property
    def is_open(self) -> bool:
        """Say whether the content shows."""
        return self.button.isChecked()

    def set_title(self, title: str) -> None:
        """Name the section."""
        self.button.setText(title)
        self.button.setAccessibleName(title)

    def set_open(self, *, is_open: bool) -> None:
        """Show or hide the content."""
        self.button.setChecked(is_open)

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self._content.setVisible(is_open)
        self._paint()
        self.toggled.emit(is_open)

    def _paint(self) -> None:
        self.button.setIcon(icons.icon("down" if self.is_open else "next", "muted"))
