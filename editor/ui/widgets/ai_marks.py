"""The passages of one text that AI wrote: they lie over the words, move with them, and undo knows them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent, QTextBlock, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QMenu, QTextEdit, QToolTip
from typing_extensions import override

from editor.domain.ai_ranges import AiRanges, is_within, range_at, tidy, with_range, without_range
from editor.i18n.interface import ntr, tr
from editor.ui import theme
from editor.ui.widgets.plain_text import Utf16

if TYPE_CHECKING:
    from editor.ui.widgets.writing_field import WritingField

KIND = "ai"
# Says nothing: a change of it is a step of undo that changes no word.
_STEP = QTextFormat.Property.UserProperty + 71


class AiMarks(QObject):
    """Made by the page for the body; a child of the field's document, where a text tool finds it.

    Each range is two cursors of Qt's own, so that every edit moves it, however many places one step changes: what is
    typed between them is inside, what is typed at them is not. What undo and redo come back to is told by the number of
    steps that can be undone: Qt's text is the same whenever that number is, until something new is done.

    Places here are Qt's, in UTF-16 units; `ranges` speaks of characters. Every field over the text shows them.
    """

    def __init__(self, field: WritingField) -> None:
        super().__init__(field.document())
        self._document = field.document()
        self._fields: list[WritingField] = []
        self._ends: list[tuple[QTextCursor, QTextCursor]] = []
        self._lit: list[QTextCursor] = []
        self._steps: dict[int, AiRanges] = {}  # empty while nothing was ever marked: a key costs nothing then
        self._step = 0
        self._is_new = False
        self._asked: AiRanges | None = None
        self._marked = 0
        self._document.undoCommandAdded.connect(self._on_step)
        self._document.contentsChange.connect(self._on_changed)
        theme.look().changed.connect(self._light)

    def serve(self, field: WritingField) -> None:
        """Show the marks in this field too, which is over the same text."""
        self._fields.append(field)
        field.menu_opening.connect(partial(self._on_menu, field))
        field.viewport().installEventFilter(self)
        self._light()

    def show(self, ranges: AiRanges, text: str) -> None:
        """Mark these ranges of `text`, which the field shows; there is nothing to undo in them yet."""
        self._steps = {}
        self.take(ranges, text)

    def take(self, ranges: AiRanges, text: str) -> None:
        """Mark what was marked elsewhere in `text`, which the field shows by now."""
        units = Utf16(text if ranges else "")
        self._step = self._document.availableUndoSteps()
        self._put(tuple((units.unit(start), units.unit(end)) for start, end in ranges))
        if ranges or self._steps:
            self._steps.pop(self._step, None)  # the steps stand in their order
            self._steps[self._step] = self._spots()

    def ranges(self, text: str) -> AiRanges:
        """Return what is marked in `text`, which the field shows."""
        if not self._ends:
            return ()
        units = Utf16(text)
        return tidy(((units.character(start), units.character(end)) for start, end in self._spots()), len(text))

    def toggle(self, cursor: QTextCursor) -> None:
        """Mark what `cursor` selects, or take its marks away where all of it is marked; one step of undo.

        Without a selection it is the passage that the cursor stands in, or else its paragraph.
        """
        spots = self._spots()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        if start == end:
            start, end = range_at(spots, start) or _paragraph(cursor.block())
        if start == end:
            return
        is_marked = is_within(spots, start, end)
        self._asked = without_range(spots, start, end) if is_marked else with_range(spots, start, end)
        if not self._steps:
            self._steps[self._step] = ()
        step = QTextCharFormat()
        step.setProperty(_STEP, self._step + 1)
        over = QTextCursor(cursor)
        over.setPosition(start)
        over.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        over.mergeCharFormat(step)

    def within(self, start: int, end: int) -> AiRanges:
        """Return what is marked from `start` to `end`, counted from `start`."""
        return tuple(
            (max(low, start) - start, min(high, end) - start)
            for low, high in self._spots()
            if low < end and high > start
        )

    def lay(self, spots: AiRanges, at: int) -> None:
        """Mark words that are being put into the text at `at`, within the step of undo that puts them there."""
        if spots and not self._steps:
            self._steps[self._step] = ()
        self._ends += [self._between(at + start, at + end) for start, end in spots]

    def retranslate(self) -> None:
        """Say in the interface language how much is marked, to those who cannot see it."""
        count = len(self._ends)
        said = ntr("{n} passage is marked as written by AI.", "{n} passages are marked as written by AI.", count)
        for field in self._fields:
            field.setAccessibleDescription(said if count else "")

    def _spots(self) -> AiRanges:
        last = self._document.characterCount() - 1
        return tidy(((start.position(), end.position()) for start, end in self._ends), last)

    def _put(self, spots: AiRanges) -> None:
        last = self._document.characterCount() - 1
        self._ends = [self._between(place, until) for place, until in tidy(spots, last)]
        self._light()

    def _between(self, place: int, until: int) -> tuple[QTextCursor, QTextCursor]:
        start, end = QTextCursor(self._document), QTextCursor(self._document)
        start.setPosition(place)
        end.setPosition(until)
        end.setKeepPositionOnInsert(True)
        return start, end

    def _light(self) -> None:
        """Lay the colour of the AI label over the words, and a line under them for those who do not see colours."""
        self._lit = []
        marks = []
        for start, end in self._spots():
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._document)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setBackground(theme.color("ai_plate"))
            mark.format.setForeground(theme.color("ai_ink"))
            mark.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            mark.format.setUnderlineColor(theme.color("ai_ink"))
            self._lit.append(cursor)
            marks.append(mark)
        for field in self._fields:
            field.mark(KIND, marks)
        if len(marks) != self._marked:
            self._marked = len(marks)
            self.retranslate()

    def _on_step(self) -> None:
        self._is_new = True

    def _on_changed(self) -> None:
        step, was = self._document.availableUndoSteps(), self._step
        is_new, self._is_new, self._step = self._is_new, False, step
        if not self._steps:
            return
        if self._asked is not None:
            self._put(self._asked)
            self._asked = None
        elif step != was and not is_new:  # undone, or done again
            self._put(self._steps.get(step, ()))
            return
        while self._steps and next(reversed(self._steps)) >= step:
            self._steps.popitem()
        spots = self._steps[step] = self._spots()
        if [(lit.selectionStart(), lit.selectionEnd()) for lit in self._lit] != list(spots):
            self._put(spots)

    def _on_menu(self, field: WritingField, menu: QMenu, cursor: QTextCursor) -> None:
        if field.isReadOnly():
            return
        here = field.textCursor() if field.textCursor().hasSelection() else cursor
        is_marked = range_at(self._spots(), here.selectionStart()) is not None
        action = menu.addAction(tr("Not written by AI") if is_marked else tr("Written by AI"))
        action.setObjectName("text.ai_written")
        action.triggered.connect(partial(self.toggle, here))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            field = next(one for one in self._fields if one.viewport() is watched)
            place = field.cursorForPosition(event.pos()).position()
            if range_at(self._spots(), place) is not None:
                QToolTip.showText(event.globalPos(), tr("Marked as written by AI"), field.viewport())
                return True
        return super().eventFilter(watched, event)


def _paragraph(block: QTextBlock) -> tuple[int, int]:
    """Return where the words of the paragraph begin and end."""
    text = block.text()
    lead = len(text) - len(text.lstrip())
    units = Utf16(text)
    return block.position() + lead, block.position() + units.unit(len(text.rstrip()))
