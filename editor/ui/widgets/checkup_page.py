"""The full check of the newsroom: asked for by a button, its results in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor.i18n.interface import tr, words
from editor.ui.widgets.marked_list import MarkedList, MarkedRow
from editor.ui.widgets.naming import named

if TYPE_CHECKING:
    from editor.services.soundness import Finding

_LEAST_HEIGHT = 280


class CheckupPage(QWidget):
    """Made by the safekeeping window. `asked`: the check is to be made."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._findings: Sequence[Finding] = ()
        self._lead = QLabel()
        self._lead.setWordWrap(True)
        self._lead.setProperty("role", "muted")
        self.button = named(QPushButton(), "safekeeping.check")
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.asked)
        self.list = MarkedList("safekeeping.findings")
        self.list.setMinimumHeight(_LEAST_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._lead)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list)
        self.retranslate()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found, what is not good first."""
        self._findings = findings
        self.list.show_rows(finding_rows(findings))

    def set_busy(self, *, is_busy: bool) -> None:
        """Say that the check is under way."""
        self.button.setEnabled(not is_busy)
        self.button.setText(tr("Checking…") if is_busy else tr("Check the newsroom"))

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._lead.setText(
            tr(
                "Reads everything there is: every page of the newsroom's file, what refers to what, each picture byte "
                "for byte, the search, and the newest backup. You can go on writing."
            )
        )
        self.list.setAccessibleName(tr("What was found"))
        self.set_busy(is_busy=not self.button.isEnabled())
        self.button.setAccessibleName(tr("Check the newsroom"))
        self.show_findings(self._findings)


def finding_rows(findings: Sequence[Finding]) -> list[MarkedRow]:
    """Return the rows of what was found, what is not good first, each with what to do."""
    return [
        MarkedRow(
            said=" ".join(filter(None, (words(one.message), words(one.hint)))),
            mark="done" if one.is_good else "warn",
            spoken=tr("All is well") if one.is_good else tr("Look at this"),
        )
        for one in sorted(findings, key=lambda one: one.is_good)
    ]
