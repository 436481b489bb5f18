"""Problems under what they do: those that stop an export, those to look at, those that are accepted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker

from editor.domain.check_choices import fingerprint
from editor.domain.overview import Overview
from editor.domain.problem import Problem
from editor.i18n.interface import ntr, tr, words
from editor.ui.widgets.marked_list import MarkedList, MarkedRow


class CheckList(MarkedList):
    """Made by the checks panel. A click chooses a row; a double click or Enter goes there (`entered`)."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.itemClicked.disconnect(self._on_item)
        self.itemDoubleClicked.connect(self._on_item)
        self._rows: list[Problem | None] = []  # None: a line between them
        self._shown: tuple[Overview, Mapping[str, str]] = (Overview(), {})
        self._place = -1

    def chosen_problem(self) -> Problem | None:
        """Return the problem of the row that is chosen."""
        row = self.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def keep_place(self) -> None:
        """Choose, when others are shown next, the row where the chosen one stands now: it goes from here."""
        self._place = self.currentRow()

    def show_overview(self, seen: Overview, headlines: Mapping[str, str]) -> None:
        """Show the problems of `seen` under the headlines of their articles; the chosen one stays so while it is there.

        `headlines` maps the ids of articles to what they are called; without, the article is not named.
        """
        chosen = self.chosen_problem()
        before = fingerprint(chosen) if chosen is not None else ""
        self._shown = (seen, headlines)
        self._rows, rows = [], []
        heading = ""
        for problem in seen.problems:
            if (over := _heading(problem)) != heading:
                heading = over
                self._rows.append(None)
                rows.append(MarkedRow(over, is_silent=True))
            self._rows.append(problem)
            rows.append(_row(problem, headlines))
        if (more := seen.matching - len(seen.problems)) > 0:
            self._rows.append(None)
            rows.append(MarkedRow(ntr("and {n} more", "and {n} more", more), is_silent=True))
        with QSignalBlocker(self):
            self.show_rows(rows, tr("Enter goes there"))
            self._choose(before)

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self.setAccessibleName(tr("What to look at"))
        self.show_overview(*self._shown)

    def _choose(self, before: str) -> None:
        """Choose the problem called `before`, else the one nearest to the place that was kept, else the first."""
        there = [row for row, problem in enumerate(self._rows) if problem is not None]
        place, self._place = self._place, -1
        if not there:
            return
        same = next((row for row in there if before and fingerprint(self._problem(row)) == before), None)
        if same is None:
            same = next((row for row in there if row >= place), there[-1]) if place >= 0 else there[0]
        self.setCurrentRow(same)

    def _problem(self, row: int) -> Problem:
        problem = self._rows[row]
        assert problem is not None  # noqa: S101 - only rows of problems are asked for
        return problem


def _heading(problem: Problem) -> str:
    if problem.accepted is not None:
        return tr("Accepted")
    return tr("Stops the export") if problem.blocks else tr("To look at")


def _row(problem: Problem, headlines: Mapping[str, str]) -> MarkedRow:
    about = headlines.get(problem.article, "")
    if headlines and not about:
        about = tr("Newsroom settings") if not problem.article else tr("Without a headline")
    if problem.accepted is not None:
        return MarkedRow(words(problem.message), about, "done", tr("Accepted"))
    spoken = tr("Stops the export") if problem.blocks else tr("To look at")
    return MarkedRow(words(problem.message), about, "fault" if problem.blocks else "warn", spoken)
