"""What AI wrote stays marked wherever its words go within Makala: copied, dragged, moved, into another article too."""

from __future__ import annotations

import json

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QTextCursor, QTextDocument

from editor.domain.ai_ranges import AiRanges, tidy
from editor.domain.content import ranges_from_plain, ranges_to_plain
from editor.ui.widgets.ai_marks import AiMarks
from editor.ui.widgets.plain_text import Utf16

# Beside the text that is copied: which of its characters AI wrote.
AI_MIME = "application/x-makala-ai-ranges"
_PARAGRAPH_END = "\u2029"


def copied(cursor: QTextCursor) -> QMimeData:
    """Return the words that `cursor` selects for the clipboard or a drag, with their marks."""
    words = cursor.selectedText().replace(_PARAGRAPH_END, "\n")
    found = QMimeData()
    found.setText(words)
    if spots := taken(cursor.document(), cursor.selectionStart(), cursor.selectionEnd()):
        units = Utf16(words)
        ranges = tuple((units.character(start), units.character(end)) for start, end in spots)
        found.setData(AI_MIME, QByteArray(json.dumps(ranges_to_plain(ranges)).encode()))
    return found


def put(cursor: QTextCursor, words: str, source: QMimeData) -> None:
    """Put `words`, which `source` carried, in the place of what `cursor` selects, with their marks."""
    units = Utf16(words)
    start = cursor.selectionStart()
    cursor.beginEditBlock()
    cursor.insertText(words)
    ranges = tidy(_ranges(source), len(words))
    lay(cursor.document(), tuple((units.unit(low), units.unit(high)) for low, high in ranges), start)
    cursor.endEditBlock()


def move(selected: QTextCursor, target: QTextCursor, carried: QMimeData) -> bool:
    """Move what `selected` selects, which is `carried`, to `target` in the same text, as one step of undo.

    `target` selects it then. Nothing happens, and False is returned, where that is within the selection.
    """
    if selected.selectionStart() <= target.position() <= selected.selectionEnd():
        return False
    target.beginEditBlock()
    selected.removeSelectedText()
    start = target.position()
    put(target, carried.text(), carried)
    target.endEditBlock()
    target.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
    return True


def are_lost(document: QTextDocument, source: QMimeData) -> bool:
    """Say whether `source` carries marks that a text in `document` cannot bear."""
    return marks_over(document) is None and bool(_ranges(source))


def taken(document: QTextDocument, start: int, end: int) -> AiRanges:
    """Return what is marked from `start` to `end`, in UTF-16 units counted from `start`."""
    marks = marks_over(document)
    return marks.within(start, end) if marks is not None else ()


def lay(document: QTextDocument, spots: AiRanges, at: int) -> None:
    """Mark at `at` what `taken` returned, within the step of undo that puts the words there."""
    marks = marks_over(document)
    if marks is not None:
        marks.lay(spots, at)


def marks_over(document: QTextDocument) -> AiMarks | None:
    """Return the marks over a text, None for a text that bears none."""
    found = document.findChild(AiMarks)
    return found if isinstance(found, AiMarks) else None


def _ranges(source: QMimeData) -> AiRanges:
    """Return the ranges beside the text of `source`; what another program left there is none."""
    if not source.hasFormat(AI_MIME):
        return ()
    try:
        return ranges_from_plain(
            [(int(low), int(high)) for low, high in json.loads(bytes(source.data(AI_MIME).data()))]
        )
    except (ValueError, TypeError, OverflowError):
        return ()
