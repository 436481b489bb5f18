"""Puts Markdown of whole blocks where the cursor stands, so that they stay the blocks they are. Knows no widget."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextBlock, QTextCursor

from editor.ui.widgets.markdown_ink import PLAIN

_STARTS_BLOCK = re.compile(r" {0,3}(?:#{1,6} |[-*+] |\d{1,9}[.)] |>|\||```|~~~|!\[|---$)", re.MULTILINE)


def put_in(cursor: QTextCursor, markdown: str) -> None:
    """Put `markdown` in the place of the selection, as one step of undo.

    A heading, list, table or picture gets empty lines around it; words of a paragraph join those that stand there, and
    on an empty line, where nothing stood, they are a paragraph of their own. In fenced code all is put in as it is.
    """
    is_apart = not cursor.hasSelection() and not cursor.block().text().strip()
    is_literal = _is_within_code(cursor.document().findBlock(cursor.selectionStart()))
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if is_literal:
        cursor.insertText(markdown)
        cursor.endEditBlock()
        return
    cursor.insertText(f"{_gap_before(cursor, markdown, is_apart=is_apart)}{markdown}")
    end = cursor.position()
    if gap := _gap_after(cursor, markdown, is_apart=is_apart):
        cursor.insertText(gap)
        cursor.setPosition(end)
    cursor.endEditBlock()


def _is_within_code(block: QTextBlock) -> bool:
    """Say whether a line that was coloured is one of fenced code; its fences are not."""
    return min(block.previous().userState(), block.userState()) > PLAIN


def _gap_before(cursor: QTextCursor, markdown: str, *, is_apart: bool) -> str:
    if not is_apart and not _STARTS_BLOCK.match(markdown):
        return ""
    block = cursor.block()
    if block.text()[: cursor.positionInBlock()].strip():
        return "\n\n"
    return "\n" if block.previous().text().strip() else ""


def _gap_after(cursor: QTextCursor, markdown: str, *, is_apart: bool) -> str:
    if not is_apart and not _STARTS_BLOCK.match(markdown.rpartition("\n\n")[2]):
        return ""
    block = cursor.block()
    if block.text()[cursor.positionInBlock() :].strip():
        return "\n\n"
    return "\n" if block.next().text().strip() else ""
