"""The notes to readers about what was put right: each with its instant, added and taken out here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.domain.article import Correction
from editor.i18n.interface import tr
from editor.ui import icons
from editor.ui.widgets.instant_field import InstantField
from editor.ui.widgets.text_area import TextArea


class CorrectionsForm(QWidget):
    """Shows corrections in their order.

    `committed` carries the whole tuple after a change; `add_asked` is a wish for one more; `refused` carries the
    `UserError` of what is no time.
    """

    committed = Signal(object)
    add_asked = Signal()
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Correction, ...] = ()
        self._zone = ""
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._add = QPushButton()
        self._add.setObjectName("draft.corrections.add")
        self._add.setProperty("kind", "quiet")
        self._add.setIcon(icons.icon("add", "accent"))
        self._add.clicked.connect(self.add_asked)
        bottom = QHBoxLayout()
        bottom.addWidget(self._add)
        bottom.addStretch(1)
        self._column.addLayout(bottom)
        self.retranslate()

    def show_corrections(self, corrections: tuple[Correction, ...], zone: str) -> None:
        """Show what is stored; rows that stay keep the keyboard."""
        self._shown, self._zone = corrections, zone
        while len(self._rows) > len(corrections):
            row = self._rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(corrections):
            row = _Row(len(self._rows))
            row.changed.connect(self._on_changed)
            row.removed.connect(self._on_removed)
            row.refused.connect(self.refused)
            self._column.insertWidget(len(self._rows), row)
            self._rows.append(row)
        for row, correction in zip(self._rows, corrections, strict=True):
            row.show_correction(correction, zone)

    def focus_last(self) -> None:
        """Put the keyboard into the newest note."""
        if self._rows:
            self._rows[-1].note.setFocus()

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person change the notes, or only read them."""
        self.setEnabled(is_writable)

    def settle(self) -> None:
        """Hand out what is typed."""
        for row in self._rows:
            row.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._add.setText(tr("Add a correction"))
        self._add.setAccessibleName(tr("Add a correction"))
        for row in self._rows:
            row.retranslate()

    def _on_changed(self, index: int, correction: Correction) -> None:
        self.committed.emit((*self._shown[:index], correction, *self._shown[index + 1 :]))

    def _on_removed(self, index: int) -> None:
        self.committed.emit((*self._shown[:index], *self._shown[index + 1 :]))


class _Row(QWidget):
    changed = Signal(int, object)
    removed = Signal(int)
    refused = Signal(object)

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self._correction: Correction | None = None
        self.at = InstantField(f"draft.correction.{index}.at")
        self.at.setMaximumWidth(190)
        self.note = TextArea(f"draft.correction.{index}.note")
        self._remove = QToolButton()
        self._remove.setObjectName(f"draft.correction.{index}.remove")
        self._remove.setIcon(icons.icon("trash", "muted"))
        self.at.chosen.connect(self._on_at)
        self.at.refused.connect(self.refused)
        self.note.committed.connect(self._on_note)
        self._remove.clicked.connect(self._on_remove)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.at, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.note, 1)
        row.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def show_correction(self, correction: Correction, zone: str) -> None:
        self._correction = correction
        self.at.show_instant(correction.at, zone)
        self.note.show_stored(correction.note)

    def settle(self) -> None:
        self.at.settle()
        self.note.settle()

    def retranslate(self) -> None:
        self.at.retranslate()
        self.at.setAccessibleName(tr("When it was put right"))
        self.note.setAccessibleName(tr("What was put right"))
        self.note.setPlaceholderText(tr("What was wrong, and what is right"))
        self._remove.setAccessibleName(tr("Remove this correction"))
        self._remove.setToolTip(tr("Remove this correction"))

    def _on_at(self, instant: datetime | None) -> None:
        if self._correction is not None and instant is not None:
            self.changed.emit(self._index, replace(self._correction, at=instant))

    def _on_note(self, note: str) -> None:
        if self._correction is not None:
            self.changed.emit(self._index, replace(self._correction, note=note))

    def _on_remove(self) -> None:
        self.removed.emit(self._index)
