"""The sheet of keys: everything that can be done, by group, to be searched, and each key to be changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QTreeWidgetItemIterator,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.i18n.interface import tr, words
from editor.ui import theme
from editor.ui.command_palette import matches
from editor.ui.file_dialogs import ask_new_file, ask_printer
from editor.ui.key_rows import Chosen, KeyRow, given, holder, key_rows, refusal, swapped, without
from editor.ui.key_sheet_page import page_of, put_on_paper, save
from editor.ui.keys import keys
from editor.ui.widgets.naming import named
from editor.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from editor.ui.actions import Actions
    from editor.ui.studio import Studio

_ID = Qt.ItemDataRole.UserRole


class ShortcutSheet(QWidget):
    """Made by the window for one use; what is chosen holds at once and is kept on this machine."""

    def __init__(self, actions: Actions, studio: Studio, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("shortcuts")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, min(680, parent.height()))
        self._rows = {row.id: row for row in key_rows(actions)}
        self._wanted: tuple[KeyRow, KeyRow, QKeySequence] | None = None
        self.notice = NoticeBar()
        self.notice.action_requested.connect(self._on_swap)
        self.search = named(QLineEdit(), "shortcuts.search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._on_search)
        self.tree = named(QTreeWidget(), "shortcuts.list")
        self.tree.setColumnCount(2)
        self.tree.setRootIsDecorated(False)
        self.tree.setHeaderHidden(True)
        self.tree.setItemsExpandable(False)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(self._on_chosen)
        self.keys = named(QKeySequenceEdit(), "shortcuts.keys")
        self.keys.setMaximumSequenceLength(1)
        self.keys.editingFinished.connect(self._on_keys)
        self._asked = QLabel()
        self._asked.setBuddy(self.keys)
        self.none = named(QPushButton(), "shortcuts.none")
        self.none.clicked.connect(self._on_none)
        self.usual = named(QPushButton(), "shortcuts.usual")
        self.usual.clicked.connect(self._on_usual)
        self.all_usual = named(QPushButton(), "shortcuts.all_usual")
        self.all_usual.clicked.connect(self._on_all_usual)
        self.save = named(QPushButton(), "shortcuts.save")
        self.save.clicked.connect(self._on_save)
        self.paper = named(QPushButton(), "shortcuts.print")
        self.paper.clicked.connect(self._on_print)
        self._lay_out()
        studio.language_changed.connect(self.retranslate)
        self.retranslate()
        self.choose(next(iter(self._rows)))

    def shown(self) -> list[tuple[str, str]]:
        """Return what each line on show says, with its keys."""
        return [(item.text(0), item.text(1)) for item in self._items() if not item.isHidden()]

    def choose(self, action_id: str) -> None:
        """Select the line of this action."""
        for item in self._items():
            if item.data(0, _ID) == action_id:
                self.tree.setCurrentItem(item)

    @Slot()
    def retranslate(self) -> None:
        """Put every word, and the keys as they are now, into the interface language."""
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.search.setPlaceholderText(tr("Search actions and keys"))
        self.search.setAccessibleName(tr("Search actions and keys"))
        self.tree.setAccessibleName(tr("Keyboard shortcuts"))
        self.keys.setAccessibleName(tr("New keys"))
        self.none.setText(tr("No keys"))
        self.usual.setText(tr("Usual keys"))
        self.all_usual.setText(tr("All as usual"))
        self.save.setText(tr("Save the sheet…"))
        self.paper.setText(tr("Print…"))
        self.notice.retranslate()
        self._fill()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        for widget, stretch in ((self._asked, 1), (self.keys, 0), (self.none, 0), (self.usual, 0)):
            row.addWidget(widget, stretch)
        self._asked.setWordWrap(True)
        inside = QVBoxLayout()
        inside.setContentsMargins(2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID)
        inside.setSpacing(theme.GRID)
        inside.addWidget(self.search)
        inside.addWidget(self.tree, 1)
        inside.addLayout(row)
        last = QHBoxLayout()
        last.addWidget(self.save)
        last.addWidget(self.paper)
        last.addStretch(1)
        last.addWidget(self.all_usual)
        inside.addLayout(last)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addLayout(inside)

    def _fill(self) -> None:
        chosen = self._row()
        self.tree.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        bold = theme.font(is_bold=True)
        for row in self._rows.values():
            title = words(row.group)
            if title not in groups:
                groups[title] = QTreeWidgetItem(self.tree, [title])
                groups[title].setFont(0, bold)
                groups[title].setFlags(Qt.ItemFlag.ItemIsEnabled)
            item = QTreeWidgetItem(groups[title], [words(row.text), row.shown])
            item.setData(0, _ID, row.id)
            if row.id in keys().chosen:
                item.setFont(1, bold)
        self.tree.expandAll()
        self._on_search(self.search.text())
        if chosen is not None:
            self.choose(chosen.id)

    def _items(self) -> list[QTreeWidgetItem]:
        found = []
        walk = QTreeWidgetItemIterator(self.tree)
        while item := walk.value():
            if item.parent() is not None:
                found.append(item)
            walk += 1
        return found

    def _row(self) -> KeyRow | None:
        item = self.tree.currentItem()
        return self._rows.get(item.data(0, _ID)) if item is not None else None

    @Slot(str)
    def _on_search(self, text: str) -> None:
        for item in self._items():
            is_found = matches(text, item.text(0)) or text.strip().casefold() in item.text(1).casefold()
            item.setHidden(not is_found)
        for number in range(self.tree.topLevelItemCount()):
            group = self.tree.topLevelItem(number)
            if group is not None:
                group.setHidden(all(item.isHidden() for item in self._items() if item.parent() is group))

    @Slot()
    def _on_chosen(self) -> None:
        row = self._row()
        self.notice.dismiss()
        can_change = row is not None and not row.is_fixed
        for widget in (self.keys, self.none, self.usual):
            widget.setEnabled(can_change)
        self.keys.setKeySequence(row.keys[0] if row is not None and row.keys else QKeySequence())
        if row is None:
            self._asked.setText("")
        elif row.is_fixed:
            self._asked.setText(tr("These keys belong to every text and list, and cannot be changed."))
        else:
            self._asked.setText(tr("Keys for “{action}”", action=words(row.text)))

    @Slot()
    def _on_keys(self) -> None:
        row, sequence = self._row(), self.keys.keySequence()
        if row is not None and sequence.count() and sequence not in row.keys:
            self._give(row, sequence)

    @Slot()
    def _on_none(self) -> None:
        if (row := self._row()) is not None:
            self._take(given(keys().chosen, row, None))

    @Slot()
    def _on_usual(self) -> None:
        if (row := self._row()) is None:
            return
        if row.usual:
            self._give(row, QKeySequence(row.usual[0]))
        else:
            self._take(without(keys().chosen, row))

    @Slot()
    def _on_all_usual(self) -> None:
        self._take({})

    @Slot()
    def _on_save(self) -> None:
        kinds = tr("Web page (*.html);;PDF (*.pdf)")
        start = Path.home() / (tr("Keyboard shortcuts") + ".html")
        path = ask_new_file(self, say("Save the sheet of keys"), start, kinds)
        if path is None:
            return
        try:
            save(page_of(self._rows.values()), path)
        except (UserError, Fault) as error:
            self.notice.show_notice(error)
        else:
            self.notice.show_notice(say("The sheet is saved: {file}", file=path.name), kind="done")

    @Slot()
    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrinter

        printer = QPrinter()
        if ask_printer(printer, self):
            put_on_paper(page_of(self._rows.values()), printer)

    def _give(self, row: KeyRow, sequence: QKeySequence) -> None:
        """Give `row` these keys; where another has them, say so and offer to swap."""
        if error := refusal(sequence):
            self._refuse(row, error)
            return
        other = holder(self._rows.values(), row, sequence)
        if other is None:
            self._take(given(keys().chosen, row, sequence))
        elif other.is_fixed:
            hint = say("Every text and list knows them by itself. Take other keys.")
            self._refuse(row, UserError(say("These keys mean “{action}”.", action=other.text), hint))
        else:
            self._wanted = (row, other, sequence)
            self.notice.show_notice(
                say("These keys mean “{action}”.", action=other.text), kind="warn", action=say("Swap the keys")
            )

    def _refuse(self, row: KeyRow, error: UserError) -> None:
        self.keys.setKeySequence(row.keys[0] if row.keys else QKeySequence())
        self.notice.show_notice(error)

    @Slot()
    def _on_swap(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            row, other, sequence = wanted
            self._take(swapped(keys().chosen, row, other, sequence))

    def _take(self, chosen: Chosen) -> None:
        self.notice.dismiss()
        keys().choose(chosen)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)
