"""Which rules the newsroom keeps to: each with a sentence, and whether it is looked at, shown, or stops an export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from editor.domain.check_choices import LEVEL_WORDS, Level
from editor.domain.settings import NewsroomSettings
from editor.i18n.interface import tr, words
from editor.services.judging import Rule
from editor.ui import theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.naming import named
from editor.ui.widgets.text_field import TextField

_CHOICE_WIDTH = 200
_WEIGHT_WIDTH = 120


class RulesPage(QWidget):
    """A page of the settings window. `committed` carries the `NewsroomSettings` as they would be."""

    committed = Signal(object)

    def __init__(self, rules: Sequence[Rule]) -> None:
        super().__init__()
        self._rules = tuple(rules)
        self._settings = NewsroomSettings(name="")
        self._has_asked = False  # for another weight, which may have been refused
        self._intro = QLabel()
        self._intro.setProperty("role", "muted")
        self._intro.setWordWrap(True)
        self.levels = {rule.id: ChoiceField(f"rules.{rule.id}") for rule in self._rules}
        self._titles = {rule.id: QLabel() for rule in self._rules}
        self._advice = {rule.id: QLabel() for rule in self._rules}
        self.weight = TextField("rules.page_weight")
        self.weight.setMaximumWidth(_WEIGHT_WIDTH)
        self.weight.committed.connect(self._on_weight)
        self.weight.textChanged.connect(self._on_weight_changed)
        self._weight = Labelled(self.weight)
        self._lay_out()

    def show_settings(self, settings: NewsroomSettings) -> None:
        """Show the level of every rule."""
        self._settings = settings
        for rule in self._rules:
            level = rule.usual if rule.is_fixed else settings.checks.level(rule.id, rule.usual)
            self.levels[rule.id].show_value(level.value)
        held = str(settings.checks.page_weight)
        self.weight.show_text(held)
        self._has_asked = self._has_asked and self.weight.text() != held

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        self.weight.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._intro.setText(
            tr(
                "What is looked at before anything goes out. A rule that stops the export does so here and on the "
                "command line, until the problem is put right or accepted with a reason in the Checks panel."
            )
        )
        levels = [(level.value, words(said)) for level, said in LEVEL_WORDS.items()]
        for rule in self._rules:
            self._titles[rule.id].setText(words(rule.title))
            self._advice[rule.id].setText(words(rule.advice))
            self.levels[rule.id].set_choices(levels)
            self.levels[rule.id].setAccessibleName(words(rule.title))
            self.levels[rule.id].setAccessibleDescription(words(rule.advice))
            if rule.is_fixed:
                self.levels[rule.id].setToolTip(tr("Without this nothing can be exported."))
        self._weight.set_name(tr("What a page may weigh on a telephone (kB)"))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID)
        grid.setVerticalSpacing(theme.GRID)
        grid.setColumnStretch(0, 1)
        for row, rule in enumerate(self._rules):
            line = QFrame()
            line.setProperty("role", "hairline")
            grid.addWidget(line, 2 * row, 0, 1, 2)
            grid.addWidget(self._said(rule), 2 * row + 1, 0)
            field = self.levels[rule.id]
            field.setFixedWidth(_CHOICE_WIDTH)
            field.setEnabled(not rule.is_fixed)
            field.committed.connect(partial(self._on_level, rule))
            grid.addWidget(field, 2 * row + 1, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID)
        column.addWidget(self._intro)
        column.addLayout(grid)
        column.addWidget(self._weight)
        column.addStretch(1)

    def _said(self, rule: Rule) -> QWidget:
        advice = self._advice[rule.id]
        advice.setProperty("role", "muted")
        both = named(QWidget(), f"rules.{rule.id}.said")
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for label in (self._titles[rule.id], advice):
            label.setWordWrap(True)
            column.addWidget(label)
        return both

    def _on_level(self, rule: Rule, value: str) -> None:
        checks = self._settings.checks.with_level(rule.id, Level(value), rule.usual)
        self.committed.emit(replace(self._settings, checks=checks))

    def _on_weight(self, typed: str) -> None:
        self._has_asked, said = True, typed.strip()
        # What is no number is refused like a number that is too small: in the same words, by the same door.
        weight = int(said) if said.isdecimal() else 0
        self.committed.emit(replace(self._settings, checks=replace(self._settings.checks, page_weight=weight)))

    def _on_weight_changed(self, text: str) -> None:
        """Hand out what holds, once it stands there again in the place of what was asked for."""
        if self._has_asked and text == str(self._settings.checks.page_weight):
            self._has_asked = False
            self.committed.emit(self._settings)
