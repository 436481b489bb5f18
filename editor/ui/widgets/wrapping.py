"""What a sign typed, or an address pasted, over selected words does: it goes around them. Knows no widget."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor

from editor.ui.widgets import block_lines
from editor.ui.widgets.block_lines import PARAGRAPH_END

# The signs that go around the selection, and what closes them.
PAIRS = {"(": ")", "[": "]", "{": "}", "*": "*", "_": "_", "`": "`"}
# These mark words within one paragraph, so that each paragraph gets its own.
_MARKS = frozenset("*_`")
_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s<>]+", re.IGNORECASE)
_IN_ADDRESS = {"(": "%28", ")": "%29", "\\": "%5C"}


def wrap(cursor: QTextCursor, opening: str, closing: str) -> bool:
    """Put two signs around the selected words, which stay selected; say whether there were any."""
    selected = cursor.selectedText()
    if not selected.strip():
        return False
    parts = selected.split(PARAGRAPH_END) if opening in _MARKS else [selected]
    wrapped = PARAGRAPH_END.join(f"{opening}{part}{closing}" if part.strip() else part for part in parts)
    start = cursor.selectionStart()
    block_lines.rewrite(cursor, wrapped.replace(PARAGRAPH_END, "\n"))
    end = cursor.position()
    is_one = len(parts) == 1
    cursor.setPosition(start + len(opening) if is_one else start)
    cursor.setPosition(end - len(closing) if is_one else end, QTextCursor.MoveMode.KeepAnchor)
    return True


def link_over(cursor: QTextCursor, pasted: str) -> bool:
    """Make the selected words a link to the address that `pasted` is, in one step of undo; say whether it was done.

    Nothing is done when `pasted` is no single address, when nothing is selected, or when the selection spans
    paragraphs or is an address or holds a link itself: then a paste is a paste.
    """
    address, words = pasted.strip(), cursor.selectedText()
    if not _ADDRESS.fullmatch(address) or not words.strip() or PARAGRAPH_END in words:
        return False
    if _ADDRESS.match(words.strip()) or "](" in words:
        return False
    inner = words.strip()
    lead, tail = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    safe = "".join(_IN_ADDRESS.get(sign, sign) for sign in address)
    block_lines.rewrite(cursor, f"{lead}[{_bracketed(inner)}]({safe}){tail}")
    return True


def _bracketed(words: str) -> str:
    """Return words that may stand between brackets: those in them that have no partner are escaped."""
    return words if words.count("[") == words.count("]") else re.sub(r"(?<!\\)([\[\]])", r"\\\1", words)
