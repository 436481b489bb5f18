"""What can be done at the timeline's current entry: what mends each mark, and the date of an outside article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.domain.concern import Concern, Mark
from editor.domain.link import Link
from editor.i18n.interface import tr, words
from editor.ui import icons, theme
from editor.ui.widgets.instant_field import InstantField
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.naming import named
from editor.ui.widgets.timeline_rows import icon_of, mending

_DATED_HERE = {Concern.FUTURE, Concern.NO_DATE}


class TimelineDetail(QWidget):
    """Made by the timeline panel. `mend_asked` carries the `Mark` to put right, `dated` a new instant or None.

    `refused` is that of the field for the date. It shows nothing where there is nothing to do.
    """

    mend_asked = Signal(object)
    dated = Signal(object)
    refused = Signal(object)

    def __init__(self, *, can_write: bool) -> None:
        super().__init__()
        self.setObjectName("timeline.detail")
        self._can_write = can_write
        self._zone = ""
        self._marks: tuple[Mark, ...] = ()
        self._date = InstantField("timeline.date")
        self._date.set_writable(is_writable=can_write)
        self._date.chosen.connect(self.dated)
        self._date.refused.connect(self.refused)
        self._date_label = Labelled(self._date)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.GRID // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        column.setSpacing(theme.GRID)
        column.addLayout(self._rows)
        column.addWidget(self._date_label)
        self.retranslate()

    def show_entry(self, link: Link | None, marks: Sequence[Mark], zone: str) -> None:
        """Show what there is to do at the entry of `link`; its date is typed as clocks in `zone` show it."""
        outside = link.external if link else None
        self._zone = zone
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self._fill()
        self._date_label.setVisible(outside is not None)
        if outside is not None:
            self._date.show_instant(outside.published, zone)
        self._name_date()
        self.setVisible(bool(marks) or outside is not None)

    def settle(self) -> None:
        """Hand out a date that is typed and not handed out yet."""
        if self._date_label.isVisibleTo(self):
            self._date.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._date.retranslate()
        self._name_date()
        self._fill()

    @Slot()
    def _on_mend(self, mark: Mark) -> None:
        if not mark.article and mark.concern in _DATED_HERE:
            self._date.setFocus(Qt.FocusReason.OtherFocusReason)
            self._date.selectAll()
        else:
            self.mend_asked.emit(mark)

    def _name_date(self) -> None:
        self._date_label.set_name(tr("Date of this outside article, by clocks in {zone}", zone=self._zone))

    def _fill(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()  # and no more: it may be its own button's press that fills this anew
                old.deleteLater()
        for place, mark in enumerate(self._marks):
            row = self._row(mark, place)
            self._rows.addWidget(row)
            row.show()

    def _row(self, mark: Mark, place: int) -> QWidget:
        tint = "muted" if mark.concern.is_news else "warn"
        sign, said = QLabel(), QLabel(words(mark.message))
        sign.setPixmap(icons.pixmap(icon_of(mark), icons.SMALL, tint, self.devicePixelRatioF()))
        said.setProperty("role", tint)
        said.setWordWrap(True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.GRID)
        line.addWidget(sign)
        line.addWidget(said, 1)
        if self._can_write or mark.article:
            button = named(QPushButton(words(mending(mark))), f"timeline.mend.{place}")
            button.setProperty("kind", "quiet")
            button.setAccessibleDescription(words(mark.message))
            button.clicked.connect(partial(self._on_mend, mark))
            line.addWidget(button)
        return row
