"""What the buttons over the body do to the Markdown, each as one step of undo. Must not know any widget."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtGui import QTextCursor

_PARAGRAPH_END = "\u2029"
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_BULLET = re.compile(r"([-*+])[ \t]+")
_NUMBER = re.compile(r"(\d{1,9})[.)][ \t]+")
_QUOTE = re.compile(r">[ \t]?")
# Marks that open or close; one inside a word ("file_name") or after a backslash does neither.
_MARKS = {
    "**": re.compile(r"(?<!\\)\*\*"),
    "_": re.compile(r"(?<![^\W_])(?<!\\)_|(?<!\\)_(?![^\W_])"),
}
_ADDRESS = re.compile(r"(?i)^(https?://|mailto:)\S+$")


def bold(cursor: QTextCursor) -> None:
    """Put the selection between two pairs of stars, or take them away; with none, go into bold words or out of them."""
    _wrap(cursor, "**")


def italic(cursor: QTextCursor) -> None:
    """Put the selection between underscores, or take them away; with none, go into such words or out of them."""
    _wrap(cursor, "_")


def link(cursor: QTextCursor, address: str = "") -> None:
    """Make the selection a link; what is to be typed next, the address or the words, is left selected."""
    words = cursor.selectedText().replace(_PARAGRAPH_END, " ")
    if _ADDRESS.match(words) and not address:
        words, address = "", words
    start = cursor.selectionStart()
    cursor.insertText(f"[{words}]({address})")
    place = start + 1 if not words else start + len(words.encode("utf-16-le")) // 2 + 3
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


def next_line(cursor: QTextCursor) -> None:
    """Begin a new line: a list or quotation goes on by itself, and ends when its last item is left empty.

    What comes after the end stands apart by an empty line: without it Markdown takes it into the last item.
    """
    cursor.beginEditBlock()
    _leave_marks(cursor)
    line = cursor.block().text()
    before = line[: cursor.positionInBlock()]
    found = re.match(
        r"([ \t]*)(?:(?P<bullet>[-*+])[ \t]+|(?P<number>\d{1,9})(?P<dot>[.)])[ \t]+|(?P<quote>>[ \t]?))", line
    )
    if cursor.hasSelection() or not found or len(before) < found.end():
        cursor.insertBlock()
    elif not line[found.end() :].strip():
        _end_list(cursor)
    else:
        cursor.insertBlock()
        marker = found[0]
        if found["number"]:
            marker = f"{found[1]}{int(found['number']) + 1}{found['dot']} "
        cursor.insertText(marker)
    cursor.endEditBlock()


def _end_list(cursor: QTextCursor) -> None:
    """Turn the empty item that the cursor is in into a paragraph apart from what is above and below."""
    above, below = cursor.block().previous(), cursor.block().next()
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    if above.isValid() and above.text().strip():
        cursor.insertBlock()
    if below.isValid() and below.text().strip():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)


def _leave_marks(cursor: QTextCursor) -> None:
    """Go out of bold or slanted words that end the line, so that breaking it does not part their marks."""
    for mark in _MARKS:
        after = cursor.block().text()[cursor.positionInBlock() :]
        if not cursor.hasSelection() and after == mark and _is_within(cursor, mark):
            _switch(cursor, mark)


def _is_within(cursor: QTextCursor, mark: str) -> bool:
    before = cursor.block().text()[: cursor.positionInBlock()]
    return len(_MARKS[mark].findall(before)) % 2 == 1


def _switch(cursor: QTextCursor, mark: str) -> None:
    """Go over the mark that ends what the cursor is in, or back into what ends here; else make room for words."""
    line, place = cursor.block().text(), cursor.positionInBlock()
    ends_after, ends_before = line.startswith(mark, place), line[:place].endswith(mark)
    if ends_after and _is_within(cursor, mark):
        if ends_before:
            cursor.setPosition(cursor.position() - len(mark))
            cursor.setPosition(cursor.position() + 2 * len(mark), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            cursor.setPosition(cursor.position() + len(mark))
    elif ends_before and _MARKS[mark].search(line[:place]) and not _is_within(cursor, mark):
        cursor.setPosition(cursor.position() - len(mark))
    else:
        cursor.insertText(mark * 2)
        cursor.setPosition(cursor.position() - len(mark))


def _wrap(cursor: QTextCursor, mark: str) -> None:
    if not cursor.hasSelection():
        _switch(cursor, mark)
        return
    _take_in_marks(cursor, mark)
    start, selected = cursor.selectionStart(), cursor.selectedText()
    words = selected.strip()
    lead, tail = selected[: len(selected) - len(selected.lstrip())], selected[len(selected.rstrip()) :]
    is_wrapped = len(words) > 2 * len(mark) and words.startswith(mark) and words.endswith(mark)
    inner = words[len(mark) : -len(mark)] if is_wrapped else mark.join(("", words, ""))
    # Emphasis ends with its paragraph: each one gets its own marks.
    if not is_wrapped:
        inner = _PARAGRAPH_END.join(
            f"{mark}{part}{mark}" if part.strip() else part for part in words.split(_PARAGRAPH_END)
        )
    text = f"{lead}{inner}{tail}"
    cursor.insertText(text.replace(_PARAGRAPH_END, "\n"))
    end = cursor.position()
    cursor.setPosition(start + len(lead))
    cursor.setPosition(end - len(tail), QTextCursor.MoveMode.KeepAnchor)


def _take_in_marks(cursor: QTextCursor, mark: str) -> None:
    """Let the selection reach over the marks right around it: a double click selects the words alone."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    around = QTextCursor(cursor)
    around.setPosition(max(start - len(mark), 0))
    around.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
    before = around.selectedText()
    around.setPosition(end)
    around.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len(mark))
    if before == mark and around.selectedText() == mark and not cursor.selectedText().startswith(mark):
        cursor.setPosition(start - len(mark))
        cursor.setPosition(end + len(mark), QTextCursor.MoveMode.KeepAnchor)


def _toggle(
    cursor: QTextCursor,
    mark: re.Pattern[str],
    make: Callable[[int], str],
    *,
    other: re.Pattern[str] | None = None,
    keeps_empty: bool = False,
) -> None:
    lines = [line for line in _lines(cursor) if line.strip()]
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


def _lines(cursor: QTextCursor) -> list[str]:
    return _spanned(cursor).selectedText().split(_PARAGRAPH_END)


def _spanned(cursor: QTextCursor) -> QTextCursor:
    """Return a cursor over the whole of every paragraph that the selection touches."""
    whole = QTextCursor(cursor)
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    whole.setPosition(start)
    whole.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    last = QTextCursor(cursor)
    last.setPosition(end)
    if end > start and last.atBlockStart():
        last.movePosition(QTextCursor.MoveOperation.Left)
    last.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    whole.setPosition(last.position(), QTextCursor.MoveMode.KeepAnchor)
    return whole


def _each_line(cursor: QTextCursor, turned: Callable[[str, int], str]) -> None:
    had_selection = cursor.hasSelection()
    whole = _spanned(cursor)
    start = whole.selectionStart()
    lines = whole.selectedText().split(_PARAGRAPH_END)
    whole.insertText("\n".join(turned(line, index) for index, line in enumerate(lines)))
    end = whole.position()
    if had_selection:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    else:
        cursor.setPosition(end)


def _escaped(text: str, characters: str) -> str:
    one_line = " ".join(text.split())
    return re.sub(rf"([\\{re.escape(characters)}])", r"\\\1", one_line)
