"""The versions of an article in a list, newest first, under the days they were made on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal, Slot

from editor.domain.version import VersionHead, VersionKind
from editor.i18n.interface import ntr, tr
from editor.ui.widgets.marked_list import MarkedList, MarkedRow
from editor.ui.widgets.version_words import ICONS, changes_of, day_of, day_words, reason_of, time_words

AT_ONCE = 200
UNASKED = frozenset({VersionKind.PAUSE, VersionKind.LEFT})


class VersionList(MarkedList):
    """Made by the history panel. `chosen` carries the id of the version that the person walks to."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._heads: tuple[VersionHead, ...] = ()
        self._shown = AT_ONCE
        self._is_asked_only = False
        self._zone = "UTC"
        self._now: datetime | None = None
        self._ids: list[str] = []
        self._is_filling = False
        self.currentRowChanged.connect(self._on_row)
        self.entered.connect(self._on_entered)

    @property
    def current(self) -> str:
        """Return the id of the version that is chosen, "" when none is."""
        return self._ids[self.currentRow()] if 0 <= self.currentRow() < len(self._ids) else ""

    def show_versions(self, heads: Sequence[VersionHead], zone: str, now: datetime, *, is_new: bool) -> None:
        """Show these versions, newest first; `is_new` says that they are another article's."""
        known = (self._heads, self._zone, self._now and day_of(self._now, zone))
        self._heads, self._zone, self._now = tuple(heads), zone, now
        if known == (self._heads, zone, day_of(now, zone)) and not is_new:
            return  # typing goes on; the list stays where it was scrolled to
        if is_new:
            self._shown = AT_ONCE
            self.setCurrentRow(-1)
        self._fill()

    def show_asked_only(self, *, is_asked_only: bool) -> None:
        """Leave out the versions that were kept without anybody asking, or show them too."""
        self._is_asked_only = is_asked_only
        self._fill()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.setAccessibleName(tr("Versions"))
        self._fill()

    def count_of_versions(self) -> int:
        """Return how many versions the filter lets through."""
        return len(self._filtered())

    def _filtered(self) -> list[VersionHead]:
        return [head for head in self._heads if not (self._is_asked_only and head.kind in UNASKED)]

    def _fill(self) -> None:
        if self._now is None:
            return
        chosen, self._is_filling = self.current, True
        heads = self._filtered()
        first = self._heads[-1].id if self._heads else ""
        rows: list[MarkedRow] = []
        self._ids = []
        day = None
        for head in heads[: self._shown]:
            if day != (day := day_of(head.at, self._zone)):
                rows.append(MarkedRow(day_words(day, day_of(self._now, self._zone)), is_silent=True))
                self._ids.append("")
            rows.append(self._row(head, is_first=head.id == first))
            self._ids.append(head.id)
        if (more := len(heads) - self._shown) > 0:
            rows.append(MarkedRow(ntr("Show {n} older version", "Show {n} older versions", more), mark="down"))
            self._ids.append("")
        self.show_rows(rows)
        if chosen in self._ids and chosen:
            self.setCurrentRow(self._ids.index(chosen))
        self._is_filling = False

    def _row(self, head: VersionHead, *, is_first: bool) -> MarkedRow:
        about = " · ".join(part for part in (time_words(head.at, self._zone), head.by) if part)
        said = " · ".join(part for part in (reason_of(head), changes_of(head, is_first=is_first)) if part)
        return MarkedRow(said, about=about, mark=ICONS[head.kind])

    @Slot(int)
    def _on_row(self, _row: int) -> None:
        if not self._is_filling and self.current:
            self.chosen.emit(self.current)

    @Slot(int)
    def _on_entered(self, row: int) -> None:
        if row == len(self._ids) - 1 and not self._ids[row]:
            self._shown += AT_ONCE
            self._fill()
            self.setCurrentRow(row)
