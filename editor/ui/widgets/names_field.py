"""A field for several short texts: tags, or the people of a byline. Each is a chip that can be taken out again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMoveEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QScrollArea, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.i18n.direction import isolate
from editor.i18n.interface import tr
from editor.ui import icons
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.plain_text import as_line

_ENDS = re.compile("[,،、，\\n\u2028\u2029]")
_LEAST_WIDTH = 80  # a long name ends in dots where the form is narrow, and is whole in its tool tip


class NamesField(QWidget):
    """Shows texts in their order; `committed` carries them as a tuple when the person added or took out one.

    Enter adds what is typed, and so do commas where `comma_ends` is set: a list that is pasted becomes as many chips.
    Backspace in the empty line takes the last one out. A text that is there already and holds a comma stays whole.
    """

    committed = Signal(object)

    def __init__(self, name: str, *, comma_ends: bool = True) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._comma_ends = comma_ends
        self._hint = ""
        self.setObjectName(name)
        self._line = _Line(f"{name}.line")
        self._line.emptied_backward.connect(self._on_backspace)
        self._line.returnPressed.connect(self.settle)
        self._line.editingFinished.connect(self.settle)
        self._line.textEdited.connect(self._on_edited)
        self._choices = QStringListModel(self)
        completer = QCompleter(self._choices, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._on_completed, Qt.ConnectionType.QueuedConnection)
        self._line.setCompleter(completer)
        self._chips = QWidget()
        self._row = FlowRow(self._chips, spacing=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._chips)
        column.addWidget(self._line)
        self.setFocusProxy(self._line)
        self._fill()

    def names(self) -> tuple[str, ...]:
        """Return the texts that are shown as chips."""
        return self._names

    def show_names(self, names: Iterable[str]) -> None:
        """Show what is stored; what is being typed stays."""
        if self._names != (names := tuple(names)):
            self._names = names
            self._fill()

    def set_choices(self, choices: Iterable[str]) -> None:
        """Offer these while typing."""
        self._choices.setStringList(list(choices))

    def set_hint(self, text: str, accessible_name: str) -> None:
        """Say in the empty line what belongs there."""
        self._line.setPlaceholderText(text)
        self._line.setAccessibleName(accessible_name)

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person change the texts, or only read them."""
        self._line.setVisible(is_writable)
        self._chips.setEnabled(is_writable)

    def settle(self) -> None:
        """Add what is typed in the line."""
        typed = self._line.text()
        self._line.clear()
        self._add(*self._parts(typed))

    def _on_edited(self, text: str) -> None:
        if len(parts := _ENDS.split(text)) > 1 and self._comma_ends:
            self._line.setText(parts[-1].lstrip())
            self._add(*self._parts(",".join(parts[:-1])))

    def _on_completed(self, text: str) -> None:
        self._line.clear()
        self._add(text)

    def _on_backspace(self) -> None:
        if self._names:
            self._change(self._names[:-1])

    def _on_remove(self) -> None:
        chip = self.sender()
        if chip is not None:
            self._line.setFocus()
            self._change(tuple(name for name in self._names if name != chip.property("name")))

    def _parts(self, typed: str) -> list[str]:
        pieces = _ENDS.split(typed) if self._comma_ends else [as_line(typed)]
        return [part for piece in pieces if (part := piece.strip().rstrip(",").strip())]

    def _add(self, *names: str) -> None:
        known = {name.casefold(): name for name in self._names}
        count = len(known)
        for name in names:
            known.setdefault(name.casefold(), name)
        if len(known) > count:
            self._change((*self._names, *list(known.values())[count:]))

    def _change(self, names: tuple[str, ...]) -> None:
        self._names = names
        self._fill()
        self.committed.emit(names)

    def _fill(self) -> None:
        self._row.clear()
        for name in self._names:
            chip = QToolButton()
            chip.setProperty("name", name)
            chip.setProperty("kind", "chip")
            chip.setText(isolate(name).replace("&", "&&"))
            chip.setIcon(icons.icon("close", "muted"))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setAccessibleName(tr("Remove {name}", name=name))
            chip.setToolTip(tr("Remove {name}", name=name))
            chip.clicked.connect(self._on_remove)
            chip.setMinimumWidth(min(_LEAST_WIDTH, chip.sizeHint().width()))
            self._row.addWidget(chip)
        self._chips.setVisible(bool(self._names))
        self.updateGeometry()


class _Line(QLineEdit):
    emptied_backward = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)

    @Slot()
    def _on_moved(self) -> None:
        holder: QWidget | None = self.parentWidget() if self.hasFocus() else None
        while holder is not None and not isinstance(holder, QScrollArea):
            holder = holder.parentWidget()
        if holder is not None:
            holder.ensureWidgetVisible(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text() and not self.isReadOnly():
            self.emptied_backward.emit()
            return
        super().keyPressEvent(event)

    @override
    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        # The chips above it have become more: what is being typed stays in sight, once the area knows its new height.
        QTimer.singleShot(0, self, self._on_moved)
