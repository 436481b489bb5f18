"""The head of the checks panel: of what, which of them, how many there are, and how far the looking is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import Message, say
from editor.domain.overview import Overview, Wanted
from editor.i18n.interface import ntr, tr, words
from editor.ui import theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.naming import named
from editor.ui.widgets.segments import Segment, Segments

ARTICLE, WHOLE = "article", "whole"
ACCEPTED = "accepted"  # no rule can be called so: it has its own words


class CheckHead(QWidget):
    """Made by the checks panel. `changed`: something else is wanted; `stopped`: the looking shall end.

    `rules_asked`: the newsroom's rules shall be shown.
    """

    changed = Signal()
    stopped = Signal()
    rules_asked = Signal()

    def __init__(self, titles: Mapping[str, Message]) -> None:
        super().__init__()
        self._titles = titles
        self._seen: Overview | None = None
        self._is_busy = False
        segments = (Segment(ARTICLE, "", say("This article")), Segment(WHOLE, "", say("Whole newsroom")))
        self.scope = Segments("checks.scope", say("What is looked at"), segments)
        self.scope.show_value(ARTICLE)
        self.filter = ChoiceField("checks.filter")
        self.rules = named(QPushButton(), "checks.rules")
        self.rules.setProperty("kind", "quiet")
        self.said = named(QLabel(), "checks.said")
        self.said.setProperty("role", "muted")
        self.said.setWordWrap(True)
        self.bar = named(QProgressBar(), "checks.progress")
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.stop = named(QPushButton(), "checks.stop")
        self.stop.setProperty("kind", "quiet")
        self._lay_out()
        self.scope.chosen.connect(self._on_scope)
        self.filter.committed.connect(self._on_filter)
        self.rules.clicked.connect(self.rules_asked)
        self.stop.clicked.connect(self.stopped)
        self.setFocusProxy(self.scope)

    @property
    def is_whole(self) -> bool:
        """Say whether the whole newsroom is looked at."""
        return self.scope.value == WHOLE

    @property
    def has_seen(self) -> bool:
        """Say whether it is known how many there are; they may have changed since."""
        return self._seen is not None

    @property
    def wanted(self) -> Wanted:
        """Return what is to be listed."""
        value = self.filter.value()
        return Wanted(is_accepted=True) if value == ACCEPTED else Wanted(check=value)

    def show_whole(self) -> None:
        """Look at the whole newsroom from now on."""
        self.scope.show_value(WHOLE)

    def forget_filter(self) -> None:
        """List the problems of every rule again."""
        self.filter.show_value("")

    def show_busy(self) -> None:
        """Say that it is being looked; what was found stays in sight meanwhile."""
        self._is_busy = True
        self._say()

    def show_progress(self, fraction: float, _message: Message) -> None:
        """Show how far the looking is, and let it be stopped: it takes a while."""
        if self._is_busy:
            self.bar.setValue(round(fraction * 1000))
            self._show_work(is_shown=True)

    def show_seen(self, seen: Overview) -> None:
        """Say how many there are, and offer the rules that have any."""
        self._seen, self._is_busy = seen, False
        self._show_work(is_shown=False)
        self._offer()
        self._say()

    def show_nothing(self) -> None:
        """Say nothing: there is nothing to look at, or it could not be found out."""
        self._seen, self._is_busy = None, False
        self._show_work(is_shown=False)
        self._say()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self.scope.retranslate()
        self.filter.setAccessibleName(tr("Which of them"))
        self.rules.setText(tr("Rules…"))
        self.rules.setToolTip(tr("Say which rules the newsroom keeps to, and which stop an export"))
        self.stop.setText(tr("Stop"))
        self.bar.setAccessibleName(tr("Progress"))
        self._offer()
        self._say()

    def _offer(self) -> None:
        seen = self._seen or Overview()
        value = self.filter.value()
        choices = [("", tr("All to look at ({n})", n=seen.open))]
        if not self.wanted.is_accepted:
            choices += [
                (check, tr("{rule} ({n})", rule=words(title), n=seen.checks.get(check, 0)))
                for check, title in self._titles.items()
                if seen.checks.get(check) or check == value
            ]
        choices.append((ACCEPTED, tr("Accepted ({n})", n=seen.accepted)))
        self.filter.set_choices(choices)
        self.filter.show_value(value)
        self.filter.setVisible(bool(seen.open or seen.accepted or value))

    def _say(self) -> None:
        seen = self._seen
        if seen is None or not seen.open:
            said = ""  # the panel says it, large, where the list would be
        else:
            said = ntr("{n} thing to look at", "{n} things to look at", seen.open)
            if seen.blocking:
                stops = ntr("{n} stops the export", "{n} stop the export", seen.blocking)
                said = tr("{first} · {second}", first=said, second=stops)
        if seen is not None and seen.unseen:
            later = ntr(
                "The page of {n} article is looked at while you work",
                "The pages of {n} articles are looked at while you work",
                seen.unseen,
            )
            said = tr("{first} · {second}", first=said, second=later) if said else later
        self.said.setText(said)
        self.said.setVisible(bool(said))

    def _show_work(self, *, is_shown: bool) -> None:
        self.bar.setVisible(is_shown)
        self.stop.setVisible(is_shown)

    def _on_scope(self, _value: str) -> None:
        self.forget_filter()
        self._seen = None
        self.changed.emit()

    def _on_filter(self, value: str) -> None:
        self.filter.show_value(value)
        self.changed.emit()

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.addWidget(self.scope)
        first.addStretch(1)
        first.addWidget(self.rules)
        work = QHBoxLayout()
        work.addWidget(self.bar, 1)
        work.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        column.setSpacing(theme.GRID)
        column.addLayout(first)
        column.addWidget(self.filter)
        column.addWidget(self.said)
        column.addLayout(work)
        self._show_work(is_shown=False)
