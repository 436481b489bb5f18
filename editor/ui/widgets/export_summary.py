"""What will go out, and what is to be looked at first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import Message
from editor.domain.problem import Problem
from editor.i18n.direction import isolate
from editor.i18n.interface import ntr, tr
from editor.ui.widgets.problem_list import ProblemList
from editor.ui.widgets.wall_time import wall_text


class ExportSummary(QWidget):
    """Made by the export panel. `chosen` carries the `Problem` to put right; `check_asked`: look again."""

    chosen = Signal(object)
    check_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._counts = (0, 0)
        self._is_alone = False
        self._waiting: tuple[Sequence[datetime], str] = ((), "")
        self._problems: Sequence[Problem] | None = None
        self._headlines: Mapping[str, str] = {}
        self._goes_out = QLabel()
        self._goes_out.setObjectName("export.goes_out")
        self._goes_out.setProperty("role", "lead")
        self._goes_out.setWordWrap(True)
        self._waits = QLabel()
        self._waits.setObjectName("export.waits")
        self._waits.setProperty("role", "muted")
        self._waits.setWordWrap(True)
        self._to_check = QLabel()
        self._to_check.setObjectName("export.to_check")
        self._to_check.setProperty("role", "muted")
        self._to_check.setWordWrap(True)
        self._check = QPushButton()
        self._check.setObjectName("export.check")
        self._check.setProperty("kind", "quiet")
        self._check.clicked.connect(self.check_asked)
        self._settings = QPushButton()
        self._settings.setObjectName("export.settings")
        self._settings.setProperty("kind", "quiet")
        self._settings.clicked.connect(self._on_settings)
        self._list = ProblemList("export.problems")
        self._list.chosen.connect(self.chosen)
        line = QHBoxLayout()
        line.addWidget(self._to_check, 1)
        line.addWidget(self._check)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._goes_out)
        column.addWidget(self._waits)
        column.addLayout(line)
        column.addWidget(self._list)
        column.addWidget(self._settings, 0, Qt.AlignmentFlag.AlignLeading)

    def said(self) -> list[Message]:
        """Return what is said here."""
        return [problem.message for problem in self._problems or ()]

    def show_counts(self, articles: int, editions: int, *, is_alone: bool = False) -> None:
        """Say how much will go out; `is_alone`: the open article and nothing else, whatever is published."""
        self._counts = (articles, editions)
        self._is_alone = is_alone
        self._waits.setVisible(bool(self._waiting[0]) and not is_alone)
        if is_alone:
            self._goes_out.setText(ntr("{n} article", "{n} articles", 1))
            return
        if not articles:
            self._goes_out.setText(tr("Nothing is published yet, and only published articles go out."))
            return
        articles -= len(self._waiting[0])
        if articles <= 0:
            self._goes_out.setText(tr("Nothing goes out yet"))
            return
        self._goes_out.setText(
            tr(
                "{articles} in {editions}",
                articles=ntr("{n} article", "{n} articles", articles),
                editions=ntr("{n} edition", "{n} editions", editions),
            )
        )

    def show_waiting(self, hours: Sequence[datetime], zone: str) -> None:
        """Say how many published articles are held back, and until when the next one, by the clocks of `zone`."""
        self._waiting = (hours, zone)
        if hours:
            self._waits.setText(
                tr(
                    "{articles}; the next at {time} ({zone})",
                    articles=ntr("{n} article waits for its hour", "{n} articles wait for their hour", len(hours)),
                    time=isolate(wall_text(hours[0], zone)),
                    zone=isolate(zone),
                )
            )
        self.show_counts(*self._counts, is_alone=self._is_alone)

    def show_problems(self, problems: Sequence[Problem] | None, headlines: Mapping[str, str]) -> None:
        """List what is to check, under the headlines of the articles; None while it is being looked for."""
        self._problems, self._headlines = problems, headlines
        if problems is None:
            self._to_check.setText(tr("Looking for what is to check…"))
        elif problems:
            self._to_check.setText(ntr("{n} thing to check first", "{n} things to check first", len(problems)))
        else:
            self._to_check.setText(tr("Nothing stands in the way"))
        self._list.show_problems(problems or (), lambda article: headlines.get(article, ""))
        self._list.setVisible(bool(problems))
        self._settings.setVisible(any(not problem.article for problem in problems or ()))

    def show_unknown(self) -> None:
        """Say that looking did not succeed."""
        self.show_problems((), {})
        self._to_check.setText(tr("What is to check could not be found out"))

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._check.setText(tr("Check again"))
        self._settings.setText(tr("Newsroom settings…"))
        self._settings.setToolTip(tr("Put right there what is about the newsroom and not about one article"))
        self._list.setAccessibleName(tr("What to look at before it goes out"))
        self.show_waiting(*self._waiting)
        self.show_problems(self._problems, self._headlines)

    @Slot()
    def _on_settings(self) -> None:
        self.chosen.emit(next(problem for problem in self._problems or () if not problem.article))
