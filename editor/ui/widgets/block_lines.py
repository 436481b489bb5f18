"""Lines of a text document as commands see them: read near the cursor, replaced in place. Never the whole text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtGui import QTextBlock, QTextCursor

from editor.domain.difference import Fate, compare
from editor.ui.widgets.plain_text import difference, utf16_length

# A run of lines longer than this is left as it is: no list or table of an article is, and a key must stay quick.
MOST = 2000
PARAGRAPH_END = "\u2029"
_PIECES = re.compile(r"[^\W_]+|[\W_]")


def spanned(cursor: QTextCursor) -> tuple[QTextBlock, QTextBlock]:
    """Return the first and last paragraph that the selection touches; one that it only ends before is not touched."""
    document = cursor.document()
    first, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    if last != first and last.position() == cursor.selectionEnd():
        last = last.previous()
    return first, last


def run(first: QTextBlock, last: QTextBlock, belongs: Callable[[str], bool]) -> tuple[QTextBlock, QTextBlock]:
    """Return the two grown up and down over the paragraphs around them that belong."""
    for _ in range(MOST):
        above = first.previous()
        if not above.isValid() or not belongs(above.text()):
            break
        first = above
    for _ in range(MOST):
        below = last.next()
        if not below.isValid() or not belongs(below.text()):
            break
        last = below
    return first, last


def texts(first: QTextBlock, last: QTextBlock) -> list[str]:
    """Return the texts of the paragraphs from `first` to `last`."""
    found = [first.text()]
    block = first
    while block != last:
        block = block.next()
        found.append(block.text())
    return found


def put(first: QTextBlock, lines: Sequence[str]) -> None:
    """Give the paragraphs from `first` on these texts.

    Only the letters that differ are touched, so that cursors stay where they are.
    """
    block = first
    for line in lines:
        start, end, words = difference(block.text(), line)
        if words or end > start:
            changing = QTextCursor(block)
            changing.setPosition(block.position() + start)
            changing.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
            changing.insertText(words)
        block = block.next()


def rewrite(cursor: QTextCursor, text: str) -> None:
    """Put `text` in the place of what `cursor` selects and go behind it.

    Only what differs is touched, to the word, so that cursors and marks stay on the letters that they are over.
    """
    old, place = cursor.selectedText().replace(PARAGRAPH_END, "\n"), cursor.selectionStart()
    cursor.beginEditBlock()
    for stretch in compare(_PIECES.findall(old), _PIECES.findall(text)):
        length = utf16_length(stretch.text)
        cursor.setPosition(place)
        if stretch.fate is Fate.GONE:
            cursor.setPosition(place + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            continue
        if stretch.fate is Fate.NEW:
            cursor.insertText(stretch.text)
        place += length
    cursor.setPosition(place)
    cursor.endEditBlock()


def select(cursor: QTextCursor, first: QTextBlock, last: QTextBlock) -> None:
    """Let `cursor` select the paragraphs from `first` to `last` whole."""
    cursor.setPosition(first.position())
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)


def before(cursor: QTextCursor) -> str:
    """Return the letters of the paragraph that stand before the cursor."""
    return _between(cursor, cursor.position() - cursor.positionInBlock(), cursor.position())


def after(cursor: QTextCursor) -> str:
    """Return the letters of the paragraph that stand after the cursor."""
    block = cursor.block()
    return _between(cursor, cursor.position(), block.position() + block.length() - 1)


def _between(cursor: QTextCursor, start: int, end: int) -> str:
    taken = QTextCursor(cursor)
    taken.setPosition(start)
    taken.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return taken.selectedText()
