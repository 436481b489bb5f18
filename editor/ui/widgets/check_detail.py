"""One problem: of which rule it is, what to do, the way there, and why it may stay as it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.domain.check_choices import fingerprint
from editor.domain.problem import Problem
from editor.i18n.interface import tr, words
from editor.services.judging import Rule
from editor.ui import theme
from editor.ui.widgets.naming import named
from editor.ui.widgets.wall_time import short_time


class CheckDetail(QWidget):
    """Made by the checks panel. `go_asked`: to the place where it is put right; `accepted` carries the reason.

    `take_back_asked`: it is accepted no longer.
    """

    go_asked = Signal()
    accepted = Signal(str)
    take_back_asked = Signal()

    def __init__(self, rules: Sequence[Rule], *, can_write: bool) -> None:
        super().__init__()
        self._rules = {rule.id: rule for rule in rules}
        self._can_write = can_write
        self._problem: Problem | None = None
        self._zone = "UTC"
        self._rule = named(QLabel(), "checks.rule")
        self._rule.setProperty("role", "section")
        self._advice = named(QLabel(), "checks.advice")
        self._standing = named(QLabel(), "checks.standing")
        self._standing.setProperty("role", "muted")
        for label in (self._rule, self._advice, self._standing):
            label.setWordWrap(True)
        self.go = named(QPushButton(), "checks.go")
        self.go.setProperty("kind", "primary")
        self.take_back = named(QPushButton(), "checks.take_back")
        self.reason = named(QLineEdit(), "checks.reason")
        self.accept = named(QPushButton(), "checks.accept")
        self.go.clicked.connect(self.go_asked)
        self.take_back.clicked.connect(self.take_back_asked)
        self.reason.textChanged.connect(self._allow)
        self.reason.returnPressed.connect(self._on_accept)
        self.accept.clicked.connect(self._on_accept)
        self._lay_out()

    def show_problem(self, problem: Problem | None, zone: str) -> None:
        """Show `problem`; instants are those of `zone`. A reason that is being typed stays with its problem."""
        was, self._problem, self._zone = self._problem, problem, zone
        if was is None or problem is None or fingerprint(was) != fingerprint(problem):
            self.reason.clear()
        self._show()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self.go.setText(tr("Go there"))
        self.take_back.setText(tr("Accept it no longer"))
        self.reason.setPlaceholderText(tr("Why it can stay as it is"))
        self.reason.setAccessibleName(tr("Why it can stay as it is"))
        self.accept.setText(tr("Accept"))
        self.accept.setToolTip(tr("It is listed with your name and your reason, and comes back when it changes."))
        self._show()

    def _show(self) -> None:
        problem = self._problem
        self.setVisible(problem is not None)
        if problem is None:
            return
        rule = self._rules[problem.check]
        self._rule.setText(words(rule.title))
        self._advice.setText(words(problem.hint))
        self._standing.setText(self._said(problem))
        self._standing.setVisible(problem.accepted is not None)
        is_open = problem.accepted is None and not rule.is_fixed and self._can_write
        self.reason.setVisible(is_open)
        self.accept.setVisible(is_open)
        self.take_back.setVisible(problem.accepted is not None and self._can_write)
        self._allow()

    def _said(self, problem: Problem) -> str:
        one = problem.accepted
        if one is None:
            return ""
        time = short_time(one.at, self._zone, None)
        who = tr("Accepted by {name}, {time}:", name=one.by or tr("somebody"), time=time)
        return f"{who} {one.reason}"

    def _allow(self) -> None:
        self.accept.setEnabled(bool(self.reason.text().strip()))

    def _on_accept(self) -> None:
        if reason := self.reason.text().strip():
            self.accepted.emit(reason)

    def _lay_out(self) -> None:
        line = QFrame()
        line.setProperty("role", "hairline")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(line)
        column = QVBoxLayout()
        column.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        column.setSpacing(theme.GRID)
        whole.addLayout(column)
        for label in (self._rule, self._advice, self._standing):
            column.addWidget(label)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self.take_back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        accepting = QHBoxLayout()
        accepting.addWidget(self.reason, 1)
        accepting.addWidget(self.accept)
        column.addLayout(accepting)
