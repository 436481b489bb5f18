"""What a person should look at, each line leading to where it is put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from editor.domain.problem import Problem
from editor.i18n.interface import ntr, tr, words
from editor.ui.widgets.marked_list import MarkedList, MarkedRow

MOST = 200
ROWS = 6  # as many are seen at once


class ProblemList(MarkedList):
    """Made by panels; as high as its rows. `chosen` carries the `Problem` that was clicked, or entered with Enter."""

    chosen = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._problems: tuple[Problem, ...] = ()
        self.entered.connect(self._on_entered)

    def show_problems(self, problems: Sequence[Problem], headline: Callable[[str], str]) -> None:
        """Show these; `headline` says what the article with an id is called, "" where it is not needed."""
        self._problems = tuple(problems)
        rows = [_row(problem, headline) for problem in self._problems[:MOST]]
        if (more := len(self._problems) - MOST) > 0:
            rows.append(MarkedRow(ntr("and {n} more", "and {n} more", more), is_silent=True))
        self.show_rows(rows, tr("Enter goes there") if any(one.field for one in self._problems) else "")
        self._fit()

    @Slot(int)
    def _on_entered(self, row: int) -> None:
        self.chosen.emit(self._problems[row])

    def _fit(self) -> None:
        """Be as high as the rows, six of them at most."""
        fits = self.count() <= ROWS
        policies = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAsNeeded)
        self.setFixedHeight(self.height_of_rows(ROWS) + 2 if self.count() else 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _row(problem: Problem, headline: Callable[[str], str]) -> MarkedRow:
    return MarkedRow(
        said=words(problem.message),
        about=headline(problem.article) if problem.article else "",
        mark="fault" if problem.blocks else "warn",
        spoken=tr("Must be put right") if problem.blocks else tr("To look at"),
    )
