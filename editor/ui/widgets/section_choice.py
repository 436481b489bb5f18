"""Which sections an edition carries: those that are ticked, all of them when none is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from editor.domain.edition import empty_sections
from editor.domain.settings import Edition
from editor.i18n.interface import tr
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.naming import named


class SectionChoice(QWidget):
    """Made by the card of an edition. `committed` carries the sections that are ticked, in the order they stand in.

    A section that the edition names and no article stands in stays in the list, and is said to be empty.
    """

    committed = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.boxes: dict[str, QCheckBox] = {}
        self._chosen: tuple[str, ...] = ()
        self._empty: tuple[str, ...] = ()
        inside = QWidget()
        self._row = FlowRow(inside, spacing=16)
        self.note = named(QLabel(), f"{name}.note")
        self.note.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(inside)
        column.addWidget(self.note)

    def show_sections(self, edition: Edition, used: Sequence[str]) -> None:
        """Offer the sections `used` in the newsroom and those that `edition` names, which are ticked."""
        offered = list(dict.fromkeys([*(name for name in used if name), *(one for one in edition.sections if one), ""]))
        if list(self.boxes) != offered:
            self._row.clear()
            self.boxes = {name: self._box(name) for name in offered}
        self._chosen = edition.sections
        self._empty = empty_sections(edition, used)
        for name, box in self.boxes.items():
            box.setChecked(name in edition.sections)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        if "" in self.boxes:
            self.boxes[""].setText(tr("Articles without a section"))
        said = tr("None is ticked: it carries all of them.") if not self._chosen else ""
        if self._empty:
            said = tr("No article stands in: {names}.", names=", ".join(f"“{name}”" for name in self._empty))
        role = "warn" if self._empty else "muted"
        if self.note.property("role") != role:
            self.note.setProperty("role", role)
            self.note.style().unpolish(self.note)
            self.note.style().polish(self.note)
        self.note.setText(said)
        self.note.setVisible(bool(said))

    def _box(self, name: str) -> QCheckBox:
        box = named(QCheckBox(name.replace("&", "&&")), f"{self.objectName()}.{name or 'none'}")
        box.clicked.connect(self._on_ticked)
        self._row.addWidget(box)
        return box

    @Slot()
    def _on_ticked(self) -> None:
        self.committed.emit(tuple(name for name, box in self.boxes.items() if box.isChecked()))
