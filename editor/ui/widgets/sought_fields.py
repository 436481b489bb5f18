"""The fields and switches that say what is looked for and what shall stand there: of the bar and of the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QToolButton

from editor.domain.passages import Instead, Sought
from editor.i18n.interface import tr
from editor.ui.widgets.naming import named


class SoughtFields(QObject):
    """The widgets, for their holder to lay out; all are called after `name`. `changed`: they say something else now."""

    changed = Signal()

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.words = _line(f"{name}.words")
        self.instead_words = _line(f"{name}.instead")
        self.case = switch(f"{name}.case", "Aa")
        self.whole = switch(f"{name}.whole", "|ab|")
        self.pattern = switch(f"{name}.pattern", ".*")
        self.keeps_case = switch(f"{name}.keeps_case", "AB")
        for line in (self.words, self.instead_words):
            line.textChanged.connect(self.changed)
        for one in (self.case, self.whole, self.pattern, self.keeps_case):
            one.toggled.connect(self.changed)

    @property
    def sought(self) -> Sought:
        """Return what is looked for."""
        return Sought(
            words=self.words.text(),
            is_pattern=self.pattern.isChecked(),
            is_whole=self.whole.isChecked(),
            matches_case=self.case.isChecked(),
        )

    @property
    def instead(self) -> Instead:
        """Return what shall take its place."""
        return Instead(words=self.instead_words.text(), keeps_case=self.keeps_case.isChecked())

    def show_trouble(self, *, is_trouble: bool) -> None:
        """Show whether something is wrong with what is looked for."""
        self.words.setProperty("trouble", is_trouble)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.words.setPlaceholderText(tr("Find"))
        self.instead_words.setPlaceholderText(tr("Replace with"))
        for widget, said in (
            (self.words, tr("Find")),
            (self.instead_words, tr("Replace with")),
            (self.case, tr("Match case")),
            (self.whole, tr("Whole words only")),
            (self.pattern, tr("Pattern (regular expression)")),
            (self.keeps_case, tr("Keep capitals as they stand")),
        ):
            widget.setAccessibleName(said)
            widget.setToolTip(said)
        self.instead_words.setToolTip(tr("With a pattern, \\1 stands for its first group"))


def switch(name: str, sign: str) -> QToolButton:
    """Return a button that stays pressed, called `name`, with a sign on it."""
    made = named(QToolButton(), name)
    made.setText(sign)
    made.setCheckable(True)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def _line(name: str) -> QLineEdit:
    line = named(QLineEdit(), name)
    line.setClearButtonEnabled(True)
    line.setMinimumWidth(120)
    return line
