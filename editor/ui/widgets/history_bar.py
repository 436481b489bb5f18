"""The controls over the history: which versions are listed, what one is compared with, how, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import say
from editor.domain.version import VersionHead
from editor.i18n.interface import tr
from editor.ui import icons, theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.naming import named
from editor.ui.widgets.segments import Segment, Segments
from editor.ui.widgets.version_list import AT_ONCE
from editor.ui.widgets.version_words import short_words

PRESENT, BEFORE = "present", "before"
INLINE, BESIDE = "inline", "beside"


class HistoryBar(QWidget):
    """Made by the history panel.

    `compare_asked`: something else shall be compared with; `look_changed`: the same shall be shown otherwise;
    `asked_only` says whether only versions that somebody asked for are listed; `restore_asked` carries "" for all.
    """

    compare_asked = Signal()
    look_changed = Signal()
    asked_only = Signal(bool)
    restore_asked = Signal(str)

    def __init__(self, *, can_write: bool) -> None:
        super().__init__()
        self._can_write = can_write
        self._offered: tuple[tuple[VersionHead, ...], str] = ((), "UTC")
        self._filter = named(QCheckBox(), "history.asked_only")
        self._filter.toggled.connect(self.asked_only)
        self._with = ChoiceField("history.with")
        self._with.committed.connect(self._on_with)
        self._look = Segments(
            "history.look",
            say("How the difference shows"),
            (Segment(INLINE, "", say("Inline")), Segment(BESIDE, "", say("Side by side"))),
        )
        self._look.show_value(INLINE)
        self._look.chosen.connect(self._on_look)
        self._restore = named(QPushButton(icons.icon("undo", "accent"), ""), "history.restore")
        self._restore.setProperty("kind", "quiet")
        self._restore.clicked.connect(self._on_restore)
        self._lay_out()
        self.show_chosen(None, can_restore=False)
        self.retranslate()

    @property
    def compared_with(self) -> str:
        """Return `PRESENT`, `BEFORE`, or the id of the version that the chosen one is compared with."""
        return self._with.value() or PRESENT

    @property
    def is_side_by_side(self) -> bool:
        """Say whether the two stand beside one another."""
        return self._look.value == BESIDE

    def offer(self, heads: Sequence[VersionHead], zone: str) -> None:
        """Offer to compare with the newest of these versions; one that is no more gives way to the present."""
        self._offered = (tuple(heads[:AT_ONCE]), zone)
        choices = [(PRESENT, tr("The present")), (BEFORE, tr("The version before it"))]
        choices += [(head.id, short_words(head, zone)) for head in self._offered[0]]
        known = {value for value, _ in choices}
        stays = self.compared_with if self.compared_with in known else PRESENT
        self._with.show_value(stays)
        self._with.set_choices(choices)
        self._with.show_value(stays)

    def show_chosen(self, head: VersionHead | None, *, can_restore: bool) -> None:
        """Let the chosen version be restored, where that would change anything."""
        self._restore.setEnabled(head is not None and can_restore and self._can_write)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._filter.setText(tr("Named only"))
        self._filter.setToolTip(tr("Only versions with a name, a status or a signature"))
        self._with.setAccessibleName(tr("Compare with"))
        self._with.setToolTip(tr("What the chosen version is compared with"))
        self._look.retranslate()
        self._restore.setText(tr("Restore"))
        self._restore.setToolTip(
            tr("Bring back all its words, pictures and links. Status, dates, address and sign-off stay as they are.")
        )
        self.offer(*self._offered)

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.GRID)
        first.addWidget(self._filter)
        first.addStretch(1)
        first.addWidget(self._restore)
        second.addWidget(self._with, 1)
        second.addWidget(self._look)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        column.setSpacing(theme.GRID)
        column.addLayout(first)
        column.addLayout(second)

    @Slot(str)
    def _on_with(self, value: str) -> None:
        self._with.show_value(value)
        self.compare_asked.emit()

    @Slot(str)
    def _on_look(self, _value: str) -> None:
        self.look_changed.emit()

    @Slot()
    def _on_restore(self) -> None:
        self.restore_asked.emit("")
