"""The bar in which one says what is looked for in the article, and what shall stand there instead."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget
from typing_extensions import override

from editor.core.messages import Message
from editor.domain.passages import Instead, Sought
from editor.i18n.interface import tr, words
from editor.ui import icons, theme
from editor.ui.keys import tip
from editor.ui.widgets.naming import named
from editor.ui.widgets.sought_fields import SoughtFields, switch


class FindBar(QWidget):
    """Hidden until `open`. Made by `PageSearch`, which does what it asks for.

    `changed`: what is sought, or what shall take its place, is another; the rest are wishes.
    """

    changed = Signal()
    selection_toggled = Signal(bool)
    next_asked = Signal()
    previous_asked = Signal()
    replace_asked = Signal()
    replace_all_asked = Signal()
    undo_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("find")
        self._told = Message()
        self._fields = SoughtFields("find", self)
        self._selection = switch("find.selection", "[…]")
        self._count = named(QLabel(), "find.count")
        self._trouble = named(QLabel(), "find.trouble")
        self._previous = _tool("find.previous", "up")
        self._next = _tool("find.next", "down")
        self._close = _tool("find.close", "close")
        self._replace = named(QPushButton(), "find.replace")
        self._replace_all = named(QPushButton(), "find.replace_all")
        self._undo = named(QPushButton(), "find.undo")
        self._undo.setProperty("kind", "quiet")
        self._lay_out()
        self._connect()
        self._show_second_row(is_shown=False)
        self.show_undo(is_possible=False)
        self.retranslate()
        self.hide()

    @property
    def sought(self) -> Sought:
        """Return what is looked for."""
        return self._fields.sought

    @property
    def instead(self) -> Instead | None:
        """Return what shall take its place; None while the bar only finds."""
        return None if self._fields.instead_words.isHidden() else self._fields.instead

    def open(self, words: str, *, replaces: bool) -> None:
        """Show the bar, looking for `words` where there are any, and begin to type into it."""
        was = (self.sought, self.instead)
        if words:
            self._fields.words.setText(words)
        self._show_second_row(is_shown=replaces)
        self.show()
        self._fields.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._fields.words.selectAll()
        if was != (self.sought, self.instead):
            self.changed.emit()

    def tell(self, told: Message, *, is_trouble: bool = False) -> None:
        """Say how many there are and which one this is, or what is wrong with the pattern."""
        self._told = told
        self._count.setText("" if is_trouble else words(told))
        self._trouble.setText(words(told) if is_trouble else "")
        self._trouble.setVisible(is_trouble)
        self._fields.show_trouble(is_trouble=is_trouble)
        self.setAccessibleDescription(words(told))

    def allow(self, *, has_found: bool, can_write: bool) -> None:
        """Let the buttons work, or not."""
        self._next.setEnabled(has_found)
        self._previous.setEnabled(has_found)
        for button in (self._replace, self._replace_all):
            button.setEnabled(has_found and can_write)
        self._fields.instead_words.setEnabled(can_write)

    def show_undo(self, *, is_possible: bool) -> None:
        """Offer to take back the last replacing of all, or do not."""
        self._undo.setVisible(is_possible)

    def show_selection(self, *, is_on: bool) -> None:
        """Show whether only the selection is looked through; nothing is handed out."""
        self._selection.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._selection.setChecked(is_on)
        self._selection.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.setAccessibleName(tr("Find in the article"))
        self._fields.retranslate()
        for widget, said in (
            (self._selection, tr("In the selection only")),
            (self._previous, tip(tr("Find previous"), "find.previous", "Shift+F3")),
            (self._next, tip(tr("Find next"), "find.next", "F3")),
            (self._close, tr("Close (Esc)")),
        ):
            widget.setAccessibleName(said)
            widget.setToolTip(said)
        self._replace.setText(tr("Replace"))
        self._replace_all.setText(tr("Replace all"))
        self._undo.setText(tr("Take it back"))
        self.tell(self._told, is_trouble=not self._trouble.isHidden())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * theme.GRID + 4, 2, theme.GRID, theme.GRID)
        grid.setHorizontalSpacing(theme.GRID)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        fields = self._fields
        grid.addWidget(fields.words, 0, 0)
        grid.addLayout(_row(fields.case, fields.whole, fields.pattern, self._selection), 0, 1)
        grid.addLayout(_row(self._count, None, self._previous, self._next, self._close), 0, 2)
        grid.addWidget(fields.instead_words, 1, 0)
        grid.addLayout(_row(fields.keeps_case, None), 1, 1)
        grid.addLayout(_row(self._replace, self._replace_all, None), 1, 2)
        grid.addWidget(self._trouble, 2, 0, 1, 2)
        grid.addWidget(self._undo, 2, 2, Qt.AlignmentFlag.AlignLeading)
        self._count.setMinimumWidth(11 * self.fontMetrics().averageCharWidth())
        self._count.setProperty("role", "muted")
        self._trouble.setProperty("role", "fault")
        self._trouble.setWordWrap(True)
        for label in (self._count, self._trouble):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def _connect(self) -> None:
        self._fields.changed.connect(self.changed)
        self._selection.toggled.connect(self.selection_toggled)
        self._previous.clicked.connect(self.previous_asked)
        self._next.clicked.connect(self.next_asked)
        self._replace.clicked.connect(self.replace_asked)
        self._replace_all.clicked.connect(self.replace_all_asked)
        self._undo.clicked.connect(self.undo_asked)
        self._close.clicked.connect(self._on_close)

    def _show_second_row(self, *, is_shown: bool) -> None:
        for widget in (self._fields.instead_words, self._fields.keeps_case, self._replace, self._replace_all):
            widget.setVisible(is_shown)

    def _on_close(self) -> None:
        self.closed.emit()  # first: what is hidden gives the keyboard to whatever comes next
        self.hide()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self._fields.instead_words.hasFocus():
                self.replace_asked.emit()
            elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self.previous_asked.emit()
            else:
                self.next_asked.emit()
        else:
            super().keyPressEvent(event)


def _tool(name: str, icon: str) -> QToolButton:
    tool = named(QToolButton(), name)
    tool.setIcon(icons.icon(icon, "muted"))
    tool.setIconSize(QSize(icons.SMALL, icons.SMALL))
    tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return tool


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Return the widgets in a row; None takes what room is left."""
    row = QHBoxLayout()
    row.setSpacing(2)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
