"""Earlier articles that could join the timeline, by links and tags: what would come, each of it left out at will."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout
from typing_extensions import override

from editor.domain.earlier import Earlier
from editor.i18n.dates import format_instant
from editor.i18n.direction import isolate
from editor.i18n.interface import interface_language, ntr, tr, words
from editor.ui import theme
from editor.ui.widgets.naming import named

MOST = 200  # rows; whoever needs more chooses them by words


class EarlierList(QFrame):
    """Made by the timeline panel. `taken` carries the tuple of `Earlier` that a person wants; `closed`, that none."""

    taken = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeline.earlier")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._found: tuple[Earlier, ...] = ()
        self._is_busy = False
        self._zone = "UTC"
        self._state = named(QLabel(), "timeline.earlier.state")
        self._state.setProperty("role", "section")
        self._state.setWordWrap(True)
        self._list = named(QListWidget(), "timeline.earlier.list")
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setWordWrap(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._list.itemChanged.connect(self._on_ticked)
        self._take = named(QPushButton(), "timeline.earlier.take")
        self._take.setProperty("kind", "primary")
        self._take.clicked.connect(self._on_take)
        self._close = named(QPushButton(), "timeline.earlier.close")
        self._close.setProperty("kind", "quiet")
        self._close.clicked.connect(self.closed)
        self._lay_out()
        self.retranslate()

    def wait(self) -> None:
        """Say that earlier articles are being looked for."""
        self._is_busy = True
        self._show(())

    def show_found(self, found: Sequence[Earlier], zone: str) -> None:
        """Show what could come, the newest first, all of it ticked; dates as clocks in `zone` show them."""
        self._is_busy, self._zone = False, zone
        self._show(tuple(found[:MOST]))
        self._list.setCurrentRow(0)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason) if found else self._close.setFocus()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._list.setAccessibleName(tr("Earlier articles that would come; Space leaves one out"))
        self._close.setText(tr("Cancel"))
        kept = self._kept()
        self._show(self._found)
        for row, one in enumerate(self._found):
            if one not in kept:
                self._list.item(row).setCheckState(Qt.CheckState.Unchecked)

    @Slot(QListWidgetItem)
    def _on_ticked(self, _item: QListWidgetItem) -> None:
        self._say_count()

    @Slot()
    def _on_take(self) -> None:
        if kept := self._kept():
            self.taken.emit(kept)

    def _kept(self) -> tuple[Earlier, ...]:
        is_ticked = Qt.CheckState.Checked
        return tuple(one for row, one in enumerate(self._found) if self._list.item(row).checkState() is is_ticked)

    def _show(self, found: tuple[Earlier, ...]) -> None:
        self._found = found
        self._list.blockSignals(True)  # noqa: FBT003 - Qt's own; each tick set here would be counted anew
        self._list.clear()
        for one in found:
            self._list.addItem(self._item(one))
        self._list.blockSignals(False)  # noqa: FBT003
        self._list.setVisible(bool(found))
        self._take.setVisible(bool(found))
        if self._is_busy:
            self._state.setText(tr("Looking for earlier articles…"))
        elif found:
            self._state.setText(tr("By links and tags. What is ticked joins the timeline; one undo takes it back."))
        else:
            self._state.setText(tr("No earlier article is linked or has the same tags and is not here yet."))
        self._say_count()

    def _item(self, one: Earlier) -> QListWidgetItem:
        date = format_instant(one.instant, self._zone, interface_language(), form="date")
        headline, reason = one.headline or tr("No headline yet"), words(one.reason)
        item = QListWidgetItem(f"{isolate(headline)}\n{isolate(date)} · {isolate(reason)}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ". ".join((headline, date, reason)))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked)
        return item

    def _say_count(self) -> None:
        count = len(self._kept())
        self._take.setText(ntr("Pull in {n} article", "Pull in {n} articles", count))
        self._take.setEnabled(count > 0)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        column.setSpacing(theme.GRID)
        column.addWidget(self._state)
        column.addWidget(self._list, 1)
        column.addLayout(buttons)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_take()
        else:
            super().keyPressEvent(event)
