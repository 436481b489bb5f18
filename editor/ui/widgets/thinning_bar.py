"""Lets a person thin out old versions by the newsroom's rule: first it says what would go, then it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.version import VersionRule
from editor.i18n.interface import ntr, tr
from editor.ui import theme
from editor.ui.jobs import Latest
from editor.ui.widgets.naming import named

if TYPE_CHECKING:
    from editor.services.history import History, Thinning
    from editor.services.newsroom import Newsroom
    from editor.ui.jobs import Jobs


class ThinningBar(QWidget):
    """Made by the history panel; hidden while the rule is to keep everything.

    `thinned` says that versions are gone, `refused` carries what stood in the way.
    """

    thinned = Signal()
    refused = Signal(object)

    def __init__(self, history: History, newsroom: Newsroom, jobs: Jobs) -> None:
        super().__init__()
        self._history = history
        self._newsroom = newsroom
        self._looking = Latest(jobs, self)
        self._thinning: Thinning | None = None
        self._said = named(QLabel(), "history.thinning")
        self._said.setWordWrap(True)
        self._look = named(QPushButton(), "history.thin_out")
        self._go = named(QPushButton(), "history.let_go")
        self._keep = named(QPushButton(), "history.keep_all")
        for button in (self._look, self._keep):
            button.setProperty("kind", "quiet")
        self._look.clicked.connect(self._on_look)
        self._go.clicked.connect(self._on_go)
        self._keep.clicked.connect(self._on_keep)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        row.setSpacing(theme.GRID)
        row.addWidget(self._said, 1)
        for button in (self._look, self._keep, self._go):
            row.addWidget(button)
        self.show_rule()

    def show_rule(self) -> None:
        """Show the way to thin out where the newsroom has a rule for it."""
        self._thinning = None
        self.setVisible(self._newsroom.settings.version_rule is not VersionRule.ALL)
        self.retranslate()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        thinning = self._thinning
        self._look.setText(tr("Thin out old versions…"))
        self._go.setText(tr("Let them go"))
        self._keep.setText(tr("Keep them"))
        has_some = thinning is not None and thinning.count > 0
        self._look.setVisible(not has_some)
        self._go.setVisible(has_some)
        self._keep.setVisible(has_some)
        if thinning is None:
            self._said.setText("")
        elif not has_some:
            self._said.setText(tr("No version is old enough to go."))
        else:
            self._said.setText(
                ntr(
                    "{n} version would go for good, out of all articles. {kept} would stay.",
                    "{n} versions would go for good, out of all articles. {kept} would stay.",
                    thinning.count,
                    kept=thinning.kept,
                )
            )

    @Slot()
    def _on_look(self) -> None:
        self._looking.submit(self._history.thinning, title=say("Looking through old versions"), done=self._on_looked)

    @Slot(object)
    def _on_looked(self, thinning: Thinning) -> None:
        self._thinning = thinning
        self.retranslate()
        if thinning.count:
            self._keep.setFocus()

    @Slot()
    def _on_go(self) -> None:
        if self._thinning is None:
            return
        try:
            self._history.thin_out(self._thinning)
        except Fault as error:
            self.refused.emit(error)
            return
        self.show_rule()
        self.thinned.emit()

    @Slot()
    def _on_keep(self) -> None:
        self.show_rule()
        self._look.setFocus()
