"""The record of a withdrawal: when an article was taken back, why, and whether readers are told."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from editor.domain.article import Withdrawal
from editor.i18n.interface import tr
from editor.ui.widgets.instant_field import InstantField
from editor.ui.widgets.text_area import TextArea


class WithdrawalForm(QWidget):
    """Shows the record of the withdrawn article. `committed` carries it after a change; `refused` a `UserError`."""

    committed = Signal(object)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: Withdrawal | None = None
        self.at = InstantField("draft.withdrawal.at")
        self.at.setMaximumWidth(190)
        self.note = TextArea("draft.withdrawal.note")
        self.is_told = QCheckBox()
        self.is_told.setObjectName("draft.withdrawal.told")
        self.at.chosen.connect(self._on_at)
        self.at.refused.connect(self.refused)
        self.note.committed.connect(self._on_note)
        self.is_told.clicked.connect(self._on_told)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.at, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.is_told)
        self.retranslate()

    def show_withdrawal(self, withdrawal: Withdrawal | None, zone: str) -> None:
        """Show what is stored; nothing where there is no record."""
        self._shown = withdrawal
        self.at.show_instant(withdrawal.at if withdrawal else None, zone)
        self.note.show_stored(withdrawal.note if withdrawal else "")
        self.is_told.setChecked(bool(withdrawal and withdrawal.is_told))

    def settle(self) -> None:
        """Hand out what is typed."""
        self.at.settle()
        self.note.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.at.retranslate()
        self.at.setAccessibleName(tr("When it was withdrawn"))
        self.note.setAccessibleName(tr("Why it was withdrawn"))
        self.note.setPlaceholderText(tr("Why it was withdrawn"))
        self.is_told.setText(tr("Readers who come to its address see why"))

    def _on_at(self, instant: object) -> None:
        if instant is not None:
            self._commit(at=instant)

    def _on_note(self, note: str) -> None:
        self._commit(note=note)

    def _on_told(self, is_told: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self._commit(is_told=is_told)

    def _commit(self, **said: object) -> None:
        if self._shown is not None and (after := replace(self._shown, **said)) != self._shown:  # type: ignore[arg-type]
            self.committed.emit(after)
