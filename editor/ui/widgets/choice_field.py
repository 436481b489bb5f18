"""A box of choices that speaks in values: what is shown is words, what goes out is what they stand for."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox
from typing_extensions import override

_LINES = 24  # of a list on show at once: what has to be scrolled for is not seen to be there
_SCROLLER = 32  # more than the arrow at the end of a list is high
_BESIDE = 16  # what stands beside the words of a list
_WIDEST = 480  # of a list that is wider than its field


class ChoiceField(QComboBox):
    """One of several values, or, when editable, any text. `committed` carries the value that the person chose.

    `pointed` carries the value that would be chosen while the list is open, None once it is closed.
    """

    committed = Signal(str)
    pointed = Signal(object)

    def __init__(self, name: str, *, is_editable: bool = False) -> None:
        super().__init__()
        self._stored = ""
        self.setObjectName(name)
        self.setEditable(is_editable)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(_LINES)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._offered: tuple[list[tuple[str, list[tuple[str, str]]]], int] = ([], 0)  # and how many lines that makes
        self.activated.connect(self._on_activated)
        self.highlighted.connect(self._on_highlighted)
        line = self.lineEdit()
        if line is not None:
            line.setObjectName(f"{name}.line")
            line.editingFinished.connect(self.settle)

    def set_choices(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these (value, words), and go on showing the value that is shown; nothing is handed out."""
        self.set_groups([("", choices)])

    def set_groups(self, groups: Iterable[tuple[str, Iterable[tuple[str, str]]]]) -> None:
        """Offer these (heading, choices); a heading cannot be chosen, "" is none."""
        offered = [(heading, list(choices)) for heading, choices in groups]
        with QSignalBlocker(self):
            typed = self.currentText()
            if (offered, self.count()) != self._offered:  # as when another article of the same newsroom is shown
                self.clear()
                for heading, choices in offered:
                    if heading:
                        self._add_heading(heading)
                    for value, words in choices:
                        self.addItem(words, value)
                self._offered = (offered, self.count())
                self._show()
                if self.isEditable() and typed and typed != self._stored:
                    self.setEditText(typed)

    def show_value(self, value: str) -> None:
        """Show what is stored; a value that is no choice is added as it is."""
        self._stored = value
        with QSignalBlocker(self):
            self._show()

    def value(self) -> str:
        """Return the value that is shown."""
        if self.isEditable():
            index = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive)
            return str(self.itemData(index)) if index >= 0 else self.currentText().strip()
        data = self.currentData()
        return str(data) if data is not None else ""

    def settle(self) -> None:
        """Hand out what is chosen or typed and not handed out yet."""
        value = self.value()
        if value != self._stored:
            self.committed.emit(value)

    def _add_heading(self, heading: str) -> None:
        self.insertSeparator(self.count())
        self.addItem(heading)
        model = self.model()
        item = model.item(self.count() - 1) if isinstance(model, QStandardItemModel) else None
        if item is not None:
            item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _show(self) -> None:
        index = self.findData(self._stored)
        if self.isEditable():
            self.setCurrentIndex(index)
            self.setEditText(self.itemText(index) if index >= 0 else self._stored)
            line = self.lineEdit()
            if line is not None:
                line.setCursorPosition(0)
            return
        if index < 0 and self._stored:
            self.addItem(self._stored, self._stored)
            index = self.count() - 1
        self.setCurrentIndex(index)

    def _on_activated(self, _index: int) -> None:
        self.settle()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # Qt cuts long words off in the middle of a letter.
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        with QPainter(self) as painter:
            self.style().drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option, painter, self)
            if not self.isEditable():
                option.currentText = self.shown_words(option)
                self.style().drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option, painter, self)

    def shown_words(self, option: QStyleOptionComboBox) -> str:
        """Return the words of the choice as far as the field has room for them."""
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width() - 2)

    def _on_highlighted(self, index: int) -> None:
        data = self.itemData(index)
        self.pointed.emit(None if data is None else str(data))

    def _fit_list(self) -> None:
        """Make the open list as high as its lines where the screen has room: Qt leaves out some of what frames them."""
        lines = self.view()
        popup = lines.window()
        around = lines.height() - lines.viewport().height() + 2 * lines.y()
        wanted = sum(lines.sizeHintForRow(row) for row in range(self.count())) + around
        room = self.screen().availableGeometry().bottom() - popup.y()
        if self.count() <= _LINES and popup.height() < wanted <= room:
            popup.resize(popup.width(), wanted + _SCROLLER)  # so that the arrow goes, which takes a line's place
            popup.resize(popup.width(), wanted)

    @override
    def showPopup(self) -> None:
        lines = self.view()
        widths = [lines.sizeHintForIndex(self.model().index(row, 0)).width() for row in range(self.count())]
        lines.setMinimumWidth(min(max(widths, default=0) + _BESIDE, _WIDEST))
        super().showPopup()
        self._fit_list()

    @override
    def hidePopup(self) -> None:
        super().hidePopup()
        self.pointed.emit(None)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling past a box must not change what it says.
        event.ignore()
