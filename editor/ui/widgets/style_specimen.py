"""The samples of a house style: how dates, numbers and lists come out on the pages, in a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from editor.i18n.direction import direction
from editor.i18n.interface import words
from editor.i18n.specimen import Shown
from editor.ui.widgets.naming import named

DATES = ("long", "medium", "date", "month", "midnight", "forward", "back")
WORDS = ("quotes", "numbers", "lists")


class StyleSpecimen(QFrame):
    """One line for each sample, its name before it. Greyed while what is typed cannot be used."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.samples = {name: named(QLabel(), f"styles.sample.{name}") for name in names}
        self._titles = {name: QLabel() for name in names}
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate(names):
            title, sample = self._titles[name], self.samples[name]
            title.setProperty("role", "muted")
            sample.setTextFormat(Qt.TextFormat.PlainText)
            sample.setWordWrap(True)
            sample.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(title, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(sample, row, 1)

    def show_samples(self, samples: Iterable[Shown], locale: str) -> None:
        """Show those of the samples, in the language of `locale`, that have their line here."""
        runs = Qt.LayoutDirection.RightToLeft if direction(locale) == "rtl" else Qt.LayoutDirection.LeftToRight
        # Whichever way the words run, they begin beside their names.
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        shown = {one.name: one for one in samples}
        for name, sample in self.samples.items():
            one = shown.get(name)
            for label in (sample, self._titles[name]):
                label.setVisible(one is not None)
            if one is not None:
                self._titles[name].setText(words(one.title))
                sample.setText(one.text)
                sample.setAccessibleName(words(one.title))
                sample.setAccessibleDescription(one.text)
                sample.setLayoutDirection(runs)
                sample.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop)

    def set_current(self, *, is_current: bool) -> None:
        """Show whether the samples are of what is typed, or of the last that could be used."""
        for sample in self.samples.values():
            sample.setEnabled(is_current)
