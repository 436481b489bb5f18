"""What the buttons over the body do to the Markdown, each as one step of undo. Must not know any widget."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtGui import QTextCursor

from editor.ui.widgets import block_lines
from editor.ui.widgets.plain_text import utf16_length

_HEADING = re.compile(r"(#{1,6})[ \t]+")
_BULLET = re.compile(r"([-*+])[ \t]+")
_NUMBER = re.compile(r"(\d{1,9})[.)][ \t]+")
_QUOTE = re.compile(r">[ \t]?")
_ADDRESS = re.compile(r"(?i)^(https?://|mailto:)\S+$")


def link(cursor: QTextCursor, address: str = "") -> None:
    """Make the selection a link; what is to be typed next, the address or the words, is left selected."""
    words = cursor.selectedText().replace(block_lines.PARAGRAPH_END, " ")
    if _ADDRESS.match(words) and not address:
        words, address = "", words
    start = cursor.selectionStart()
    block_lines.rewrite(cursor, f"[{words}]({address})")
    place = start + 1 if not words else start + utf16_length(words) + 3
    cursor.setPosition(place)


def heading(cursor: QTextCursor) -> None:
    """Turn the paragraphs into headings of the second level, those into the third, those back into paragraphs."""

    def turned(line: str, _: int) -> str:
        found = _HEADING.match(line)
        if not found:
            return f"## {line}"
        words = line[found.end() :]
        return f"### {words}" if len(found[1]) == 2 else words

    _each_line(cursor, turned)


def bullets(cursor: QTextCursor) -> None:
    """Turn the lines into a list, or a list back into lines."""
    _toggle(cursor, _BULLET, lambda _: "- ", other=_NUMBER)


def numbers(cursor: QTextCursor) -> None:
    """Turn the lines into a numbered list, or such a list back into lines."""
    _toggle(cursor, _NUMBER, lambda index: f"{index + 1}. ", other=_BULLET)


def quote(cursor: QTextCursor) -> None:
    """Turn the lines into a quotation, or a quotation back into lines."""
    _toggle(cursor, _QUOTE, lambda _: "> ", keeps_empty=True)


def picture(cursor: QTextCursor, path: str, alt: str, caption: str = "") -> None:
    """Put the picture at `path` into a paragraph of its own after the cursor's."""
    title = f' "{_escaped(caption, chr(34))}"' if caption else ""
    markdown = f"![{_escaped(alt, '[]')}]({path}{title})"
    cursor.beginEditBlock()
    cursor.setPosition(cursor.selectionEnd())
    if not cursor.atBlockStart() or cursor.block().text():
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertText("\n\n")
    cursor.insertText(markdown)
    if not cursor.atEnd() and cursor.block().next().text():
        cursor.insertText("\n")
    cursor.endEditBlock()


def _toggle(
    cursor: QTextCursor,
    mark: re.Pattern[str],
    make: Callable[[int], str],
    *,
    other: re.Pattern[str] | None = None,
    keeps_empty: bool = False,
) -> None:
    lines = [line for line in block_lines.texts(*block_lines.spanned(cursor)) if line.strip()]
    is_all = bool(lines) and all(mark.match(line) for line in lines)
    count = 0

    def turned(line: str, _: int) -> str:
        nonlocal count
        if is_all:
            found = mark.match(line)
            return line[found.end() :] if found else line
        if not line.strip() and not keeps_empty and len(lines) > 0:
            return line
        if mark.match(line):
            count += 1
            return line
        bare = line[found.end() :] if other and (found := other.match(line)) else line
        count += 1
        return make(count - 1) + bare

    _each_line(cursor, turned)


def _each_line(cursor: QTextCursor, turned: Callable[[str, int], str]) -> None:
    had_selection = cursor.hasSelection()
    first, last = block_lines.spanned(cursor)
    start, lines = first.position(), block_lines.texts(first, last)
    cursor.beginEditBlock()
    block_lines.put(first, [turned(line, index) for index, line in enumerate(lines)])
    cursor.endEditBlock()
    end = last.position() + last.length() - 1
    if had_selection:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    else:
        cursor.setPosition(end)


def _escaped(text: str, characters: str) -> str:
    one_line = " ".join(text.split())
    return re.sub(rf"([\\{re.escape(characters)}])", r"\\\1", one_line)
