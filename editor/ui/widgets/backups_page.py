"""The backups of a newsroom in a list, with what each holds, what can be done with one, and the place outside."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.errors import Fault
from editor.core.messages import nsay, say
from editor.domain.keeping import RULE
from editor.i18n.interface import tr, words
from editor.ui.file_dialogs import ask_folder
from editor.ui.widgets.backup_rows import backup_row
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.marked_list import MarkedList
from editor.ui.widgets.naming import named

if TYPE_CHECKING:
    from editor.services.safekeeping import BackupReport

_LEAST_HEIGHT = 220


class BackupsPage(QWidget):
    """Made by the safekeeping window. What is asked for carries the chosen backup, a place its folder or None."""

    back_up_asked = Signal()
    into_folder_asked = Signal(object)
    in_place_asked = Signal(object)
    place_asked = Signal(object)

    def __init__(self, zone: str, *, can_write: bool) -> None:
        super().__init__()
        self._zone = zone
        self._can_write = can_write
        self._found: Sequence[tuple[BackupReport, Path | None]] = ()
        self._now: datetime | None = None
        self._place: Path | None = None
        self._trouble: Fault | None = None
        self._is_busy = False
        self._age = named(QLabel(), "safekeeping.age")
        self._age.setProperty("role", "lead")
        self.list = MarkedList("safekeeping.list")
        self.list.setMinimumHeight(_LEAST_HEIGHT)
        self.list.currentRowChanged.connect(self._allow)
        self._rule = QLabel()
        self._place_label = named(QLabel(), "safekeeping.place_said")
        self._trouble_label = named(QLabel(), "safekeeping.trouble")
        self._trouble_label.setProperty("role", "warn")
        self._now_button = self._button("safekeeping.now", self.back_up_asked.emit)
        self._into = self._button("safekeeping.into_folder", self._on_into)
        self._here = self._button("safekeeping.in_place", self._on_here)
        self._choose = self._button("safekeeping.choose", self._on_choose)
        self._none = self._button("safekeeping.none", self._on_none)
        self._now_button.setProperty("kind", "primary")
        self._lay_out()
        self.show_trouble(None)
        self.retranslate()

    def show_backups(self, found: Sequence[tuple[BackupReport, Path | None]], now: datetime) -> None:
        """Show these backups, newest first; those that lie in the place outside alone come with it."""
        kept = self.list.currentRow()
        self._found, self._now = found, now
        self.list.show_rows([backup_row(*one, self._zone) for one in found])
        if found:
            self.list.setCurrentRow(min(max(kept, 0), len(found) - 1))
        self._say_age()
        self._allow()

    def show_place(self, place: Path | None) -> None:
        """Show where backups are kept too."""
        self._place = place
        self.retranslate()

    def show_trouble(self, trouble: Fault | None) -> None:
        """Show what kept the last backup from that place."""
        self._trouble = trouble
        again = tr("It is tried again.")
        self._trouble_label.setText(f"{words(trouble.cause)} {again}" if trouble else "")
        self._trouble_label.setVisible(trouble is not None)

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nothing be asked for while something is under way."""
        self._is_busy = is_busy
        self._allow()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for button, said in (
            (self._now_button, tr("Back up now")),
            (self._into, tr("Bring back into a new folder")),
            (self._here, tr("Bring back here…")),
            (self._choose, tr("Choose a place…")),
            (self._none, tr("Keep none there")),
        ):
            button.setText(said)
            button.setAccessibleName(said)
        self.list.setAccessibleName(tr("Backups"))
        made = tr("A backup is made on closing and after every hour of work, and read back.")
        pictures = tr(
            "Pictures stay in the folder “media” while any of them needs them; once a week all are packed in too."
        )
        self._rule.setText(f"{made} {words(RULE)} {pictures}")
        self._place_label.setText(
            tr("Copies are kept in {place} too.", place=str(self._place))
            if self._place
            else tr("Name a place on another disk, and a copy of each goes there: a stick may come and go.")
        )
        self._none.setVisible(self._place is not None)
        self.show_trouble(self._trouble)
        if self._now is not None:
            self.show_backups(self._found, self._now)

    def _lay_out(self) -> None:
        for label in (self._rule, self._place_label, self._trouble_label):
            label.setWordWrap(True)
        self._rule.setProperty("role", "muted")
        head = QHBoxLayout()
        head.addWidget(self._age, 1)
        head.addWidget(self._now_button)
        doing = QWidget()
        flow = FlowRow(doing, spacing=8)
        flow.addWidget(self._into)
        flow.addWidget(self._here)
        places = QWidget()
        second = FlowRow(places, spacing=8)
        second.addWidget(self._choose)
        second.addWidget(self._none)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        for widget in (self.list, doing, self._rule, self._place_label, self._trouble_label, places):
            column.addWidget(widget)

    def _button(self, name: str, slot: object) -> QPushButton:
        button = named(QPushButton(), name)
        button.clicked.connect(slot)
        return button

    def _say_age(self) -> None:
        if not self._found or self._now is None:
            self._age.setText(tr("There is no backup yet."))
            return
        minutes = max(int((self._now - self._found[0][0].at).total_seconds() // 60), 0)
        if minutes == 0:
            said = say("Backed up just now.")
        elif minutes < 120:
            said = nsay("Backed up {n} minute ago.", "Backed up {n} minutes ago.", minutes)
        elif minutes < 48 * 60:
            said = nsay("Backed up {n} hour ago.", "Backed up {n} hours ago.", minutes // 60)
        else:
            said = nsay("Backed up {n} day ago.", "Backed up {n} days ago.", minutes // (24 * 60))
        self._age.setText(words(said))

    def _chosen(self) -> BackupReport | None:
        row = self.list.currentRow()
        return self._found[row][0] if 0 <= row < len(self._found) else None

    def _allow(self, _row: int = 0) -> None:
        has_one = self._chosen() is not None and not self._is_busy
        self._into.setEnabled(has_one)
        self._here.setEnabled(has_one and self._can_write)
        for button in (self._now_button, self._choose, self._none):
            button.setEnabled(self._can_write and not self._is_busy)

    @Slot()
    def _on_into(self) -> None:
        self.into_folder_asked.emit(self._chosen())

    @Slot()
    def _on_here(self) -> None:
        self.in_place_asked.emit(self._chosen())

    @Slot()
    def _on_choose(self) -> None:
        start = self._place if self._place is not None and self._place.is_dir() else Path.home()
        if chosen := ask_folder(self.window(), say("Where copies of the backups are kept"), start):
            self.place_asked.emit(chosen)

    @Slot()
    def _on_none(self) -> None:
        self.place_asked.emit(None)
