"""A field under its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget


class Labelled(QWidget):
    """Shows `field` with its name above it; `beside` stands at the end of the name's line."""

    def __init__(self, field: QWidget, beside: QWidget | None = None) -> None:
        super().__init__()
        self._label = QLabel()
        self._label.setProperty("role", "section")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setBuddy(field)
        self.field = field
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._label, 1)
        if beside is not None:
            head.addWidget(beside)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addLayout(head)
        self.column.addWidget(field)
        self.column.addStretch(1)

    def set_name(self, name: str) -> None:
        """Name the field, on screen and for a screen reader."""
        self._label.setText(name)
        self.field.setAccessibleName(name)
