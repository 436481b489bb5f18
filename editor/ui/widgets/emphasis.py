"""Bold and slanted words: put on, taken off, gone into and out of, each as one step of undo. Knows no widget."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor

from editor.ui.widgets import block_lines
from editor.ui.widgets.block_lines import PARAGRAPH_END
from editor.ui.widgets.plain_text import utf16_length

# The marks that we write, and those that others write for the same; one inside a word ("file_name") or after a
# backslash is no mark.
_BOLD = {"**": re.compile(r"(?<!\\)\*\*"), "__": re.compile(r"(?<!\\)(?:(?<![^\W_])__|__(?![^\W_]))")}
_ITALIC = {
    "_": re.compile(r"(?<![\\_])(?:(?<![^\W_])_(?!_)|_(?!\w))"),
    "*": re.compile(r"(?<![\\*])(?:(?<=\S)\*(?!\*)|\*(?=[^\s*]))"),
}
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff]")
Marks = dict[str, re.Pattern[str]]
# Part of a word on either side of the cursor; in scripts without spaces its ends cannot be seen.
_WORD_START, _WORD_END = re.compile(r"[\w'\u2019]+"), re.compile(r"[\w'\u2019]{1,60}\Z")


def bold(cursor: QTextCursor) -> None:
    """Make the selection bold, or no longer bold; with none, the word around the cursor, or what is typed next."""
    _turn(cursor, _BOLD)


def italic(cursor: QTextCursor) -> None:
    """Make the selection slanted, or no longer slanted; with none, the word around the cursor, or what comes next."""
    _turn(cursor, _ITALIC)


def leave_marks(cursor: QTextCursor) -> None:
    """Go out of bold or slanted words that end the line, so that breaking it does not part their marks."""
    if cursor.hasSelection():
        return
    for marks in (_BOLD, _ITALIC):
        mark = next(iter(marks))
        if block_lines.after(cursor) == mark and _is_within(cursor, marks[mark]):
            _switch(cursor, mark, marks[mark])


def _turn(cursor: QTextCursor, marks: Marks) -> None:
    if cursor.hasSelection():
        _wrap(cursor, marks)
        return
    mark = next(iter(marks))
    before, after = block_lines.before(cursor), block_lines.after(cursor)
    is_at_edge = any(after.startswith(one) or before.endswith(one) for one in marks)
    if not is_at_edge and (_take_off_around(cursor, marks) or _wrap_word(cursor, mark)):
        return
    _switch(cursor, mark, marks[mark])


def _is_within(cursor: QTextCursor, pattern: re.Pattern[str]) -> bool:
    return len(pattern.findall(block_lines.before(cursor))) % 2 == 1


def _switch(cursor: QTextCursor, mark: str, pattern: re.Pattern[str]) -> None:
    """Go over the mark that ends what the cursor is in, or back into what ends here; else make room for words."""
    before, after = block_lines.before(cursor), block_lines.after(cursor)
    ends_after, ends_before = after.startswith(mark), before.endswith(mark)
    if ends_after and _is_within(cursor, pattern):
        if ends_before:
            cursor.setPosition(cursor.position() - len(mark))
            cursor.setPosition(cursor.position() + 2 * len(mark), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            cursor.setPosition(cursor.position() + len(mark))
    elif ends_before and pattern.search(before) and not _is_within(cursor, pattern):
        cursor.setPosition(cursor.position() - len(mark))
    else:
        cursor.insertText(mark * 2)
        cursor.setPosition(cursor.position() - len(mark))


def _take_off_around(cursor: QTextCursor, marks: Marks) -> bool:
    """Take the marks away that stand on both sides of the cursor in its line; say whether there were any."""
    line, place = cursor.block().text(), len(block_lines.before(cursor))
    for pattern in marks.values():
        found = list(pattern.finditer(line))
        for opening, closing in zip(found[::2], found[1::2], strict=False):
            if opening.end() <= place <= closing.start():
                for one in (closing, opening):
                    _remove(cursor, utf16_length(line[: one.start()]), len(one[0]))
                return True
    return False


def _remove(cursor: QTextCursor, start: int, length: int) -> None:
    removing = QTextCursor(cursor.block())
    removing.setPosition(removing.position() + start)
    removing.setPosition(removing.position() + length, QTextCursor.MoveMode.KeepAnchor)
    removing.removeSelectedText()


def _wrap_word(cursor: QTextCursor, mark: str) -> bool:
    """Put the mark around the word that the cursor stands inside of; say whether there is one."""
    before, after = block_lines.before(cursor), block_lines.after(cursor)
    tail = _WORD_START.match(after)
    head = _WORD_END.search(before)
    if head is None or tail is None or _SPACELESS.search(head[0] + tail[0]):
        return False
    place = cursor.position()
    start, end = place - utf16_length(head[0]), place + utf16_length(tail[0])
    for at in (end, start):
        cursor.setPosition(at)
        cursor.insertText(mark)
    cursor.setPosition(place + len(mark))
    return True


def _wrap(cursor: QTextCursor, marks: Marks) -> None:
    for mark in marks:
        _take_in_marks(cursor, mark)
    start, selected = cursor.selectionStart(), cursor.selectedText()
    words = selected.strip()
    lead, tail = selected[: len(selected) - len(selected.lstrip())], selected[len(selected.rstrip()) :]
    # Emphasis ends with its paragraph: each one gets its own marks.
    parts = words.split(PARAGRAPH_END)
    bare = [_bare(part, marks) for part in parts]
    if not all(part in _worn(inner, marks) for part, inner in zip(parts, bare, strict=True) if part.strip()):
        mark = next(iter(marks))
        bare = [f"{mark}{inner}{mark}" if inner.strip() else inner for inner in bare]
    text = f"{lead}{PARAGRAPH_END.join(bare)}{tail}"
    block_lines.rewrite(cursor, text.replace(PARAGRAPH_END, "\n"))
    end = cursor.position()
    cursor.setPosition(start + len(lead))
    cursor.setPosition(end - len(tail), QTextCursor.MoveMode.KeepAnchor)


def _bare(text: str, marks: Marks) -> str:
    for pattern in marks.values():
        text = pattern.sub("", text)
    return text


def _worn(inner: str, marks: Marks) -> list[str]:
    return [f"{mark}{inner}{mark}" for mark in marks]


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
