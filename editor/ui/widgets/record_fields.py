"""Lines of an image's record as a form made of a list: each under its name, what must have a form judged below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from editor.core.errors import UserError
from editor.core.messages import Message
from editor.domain.image import Image
from editor.i18n.interface import words
from editor.ui import theme
from editor.ui.widgets.field_change import FieldChange
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.naming import named
from editor.ui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordField:
    """One line: the field of an image, its name, what stands there while it is empty, the step's name in Undo.

    `read` returns what is kept of what was typed, and raises `UserError` for what is none; `is_half` puts two such
    lines beside each other.
    """

    name: str
    title: Message
    example: Message
    label: Message
    read: Callable[[str], str] = str
    is_half: bool = False


class RecordFields(QWidget):
    """Made by forms about images. `changed` carries a `FieldChange`; what cannot be kept is said below its line."""

    changed = Signal(object)

    def __init__(self, lines: Sequence[RecordField]) -> None:
        super().__init__()
        self._lines = {line.name: line for line in lines}
        self.fields = {name: TextField(f"images.{name}") for name in self._lines}
        self._labels = {name: Labelled(field) for name, field in self.fields.items()}
        self.faults = {name: named(QLabel(), f"images.{name}.fault") for name in self._lines}
        self._lay_out()
        for field in self.fields.values():
            field.committed.connect(self._on_committed)
            field.textChanged.connect(self._on_typed)
        self.retranslate()

    def show_image(self, image: Image, *, is_other: bool) -> None:
        """Show what is stored of `image`; of another one than before, whatever was typed."""
        for name, field in self.fields.items():
            value = getattr(image, name)
            field.reset_text(value) if is_other else field.show_text(value)
            self._judge(name)

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person write, or only read."""
        for field in self.fields.values():
            field.setReadOnly(not is_writable)

    def settle(self) -> None:
        """Hand out what is typed."""
        for field in self.fields.values():
            field.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for name, line in self._lines.items():
            self._labels[name].set_name(words(line.title))
            self.fields[name].setPlaceholderText(words(line.example))
            self._judge(name)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GRID)
        grid.setVerticalSpacing(theme.GRID)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row, column = -1, 1
        for name, line in self._lines.items():
            if line.is_half and column == 0:
                column = 1
            else:
                row, column = row + 2, 0
            grid.addWidget(self._labels[name], row, column, 1, 1 if line.is_half else 2)
            fault = self.faults[name]
            fault.setProperty("role", "warn")
            fault.setTextFormat(Qt.TextFormat.PlainText)
            fault.setWordWrap(True)
            fault.setVisible(False)
            grid.addWidget(fault, row + 1, 0, 1, 2)
            if not line.is_half:
                column = 1

    def _judge(self, name: str) -> None:
        """Say below a line that what stands there cannot be kept."""
        said = ""
        try:
            self._lines[name].read(self.fields[name].text())
        except UserError as error:
            said = f"{words(error.message)} {words(error.hint)}"
        self.faults[name].setText(said)
        self.faults[name].setVisible(bool(said))
        self.fields[name].setAccessibleDescription(said)

    def _name_of(self, field: object) -> str:
        return next(name for name, one in self.fields.items() if one is field)

    def _on_typed(self) -> None:
        name = self._name_of(self.sender())
        if self.faults[name].isVisible():
            self._judge(name)

    def _on_committed(self, text: str) -> None:
        name = self._name_of(self.sender())
        self._judge(name)
        if not self.faults[name].text():
            line = self._lines[name]
            self.changed.emit(FieldChange(line.label, {name: line.read(text)}))
