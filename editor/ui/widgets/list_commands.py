"""What keys do in lists and quotations: go on, end, nest, count. Each as one step of undo; knows no widget."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QTextBlock, QTextCursor

from editor.ui.widgets import block_lines
from editor.ui.widgets.emphasis import leave_marks
from editor.ui.widgets.list_lines import Line, line_of, renumbered


def next_line(cursor: QTextCursor) -> None:
    """Begin a new line: a list or quotation goes on by itself, and ends when its last item is left empty.

    An empty item inside another list comes out of that one first. What comes after the end stands apart by an empty
    line: without it Markdown takes it into the last item.
    """
    cursor.beginEditBlock()
    leave_marks(cursor)
    line = line_of(cursor.block().text())
    if cursor.hasSelection() or not (line.marker or line.quote) or cursor.positionInBlock() < len(line.lead):
        cursor.insertBlock()
    elif line.words.strip():
        cursor.insertText(f"\n{line.following()}")
        renumber(cursor.block())
    elif line.marker and line.depth:
        _put(cursor.block(), line.raised())
        renumber(cursor.block())
    elif line.marker and line.quote:
        _put(cursor.block(), replace(line, indent="", marker="", gap="", task=""))
    else:
        _end_list(cursor)
    cursor.endEditBlock()


def nest(cursor: QTextCursor) -> bool:
    """Put the items that the selection touches, and what hangs on them, one level deeper; say whether there are any.

    An item goes no deeper than one level below the item above it.
    """
    first, last = _touched(cursor)
    if first is None:
        return False
    above = _item_above(first)
    if above is not None and line_of(first.text()).depth <= above.depth:
        _shift(cursor, first, [_moved(line, deeper=True) for line in _lines(first, last)])
    return True


def unnest(cursor: QTextCursor) -> bool:
    """Put the items that the selection touches, and what hangs on them, one level further out; say whether any are."""
    first, last = _touched(cursor)
    if first is None:
        return False
    _shift(cursor, first, [_moved(line, deeper=False) for line in _lines(first, last)])
    return True


def take_marker(cursor: QTextCursor) -> bool:
    """Take the marker away that the cursor stands right behind, of an item or a quotation; say whether it did."""
    line = line_of(cursor.block().text())
    if cursor.hasSelection() or not line.lead.strip() or cursor.positionInBlock() != len(line.lead):
        return False
    bare = replace(line, marker="", gap="", task="") if line.marker else replace(line, quote=_one_less(line.quote))
    cursor.beginEditBlock()
    block = cursor.block()
    _put(block, bare)
    if line.number is not None and line_of(block.next().text()).number is not None:
        renumber(block.next(), line.number)
    cursor.endEditBlock()
    return True


def renumber(block: QTextBlock, start: int | None = None) -> None:
    """Count the list on that `block` is in, `start` being the number of its first item; nothing outside a list."""
    first, last = around(block)
    lines = block_lines.texts(first, last)
    if line_of(lines[0]).marker:
        block_lines.put(first, renumbered(lines, start))


def branch(block: QTextBlock) -> QTextBlock:
    """Return the last paragraph of what hangs on the item in `block`: the deeper lines right below it."""
    depth, last = line_of(block.text()).depth, block
    for _ in range(block_lines.MOST):
        below = line_of(last.next().text()) if last.next().isValid() else None
        if below is None or below.is_blank or below.depth <= depth:
            break
        last = last.next()
    return last


def around(block: QTextBlock) -> tuple[QTextBlock, QTextBlock]:
    """Return the first and last paragraph of the list around `block`, its empty lines inside included."""
    first, last = block_lines.run(block, block, _goes_on)
    while last != first and line_of(last.text()).is_blank:
        last = last.previous()
    while first != last and not line_of(first.text()).marker:
        first = first.next()
    return first, last


def _goes_on(text: str) -> bool:
    """Say whether a line can lie within a list: an item, an empty line, or what is indented below an item."""
    line = line_of(text)
    return bool(line.marker) or line.is_blank or bool(line.indent)


def _end_list(cursor: QTextCursor) -> None:
    """Turn the empty item that the cursor is in into a paragraph apart from what is above and below."""
    above, below = cursor.block().previous(), cursor.block().next()
    block_lines.select(cursor, cursor.block(), cursor.block())
    cursor.removeSelectedText()
    if above.isValid() and above.text().strip():
        cursor.insertBlock()
    if below.isValid() and below.text().strip():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)


def _touched(cursor: QTextCursor) -> tuple[QTextBlock | None, QTextBlock]:
    """Return the first item that the selection touches, else None, and the last paragraph that goes with it."""
    first, last = block_lines.spanned(cursor)
    while first != last and not line_of(first.text()).marker:
        first = first.next()
    if not line_of(first.text()).marker:
        return None, last
    return first, branch(last) if line_of(last.text()).marker else last


def _item_above(block: QTextBlock) -> Line | None:
    """Return the item of the same list right above `block`, or None."""
    for _ in range(block_lines.MOST):
        block = block.previous()
        if not block.isValid() or not _goes_on(block.text()):
            return None
        if (line := line_of(block.text())).marker:
            return line
    return None


def _moved(line: Line, *, deeper: bool) -> Line:
    if line.is_blank or not (line.marker or line.indent):
        return line
    return line.deepened() if deeper else line.raised()


def _lines(first: QTextBlock, last: QTextBlock) -> list[Line]:
    return [line_of(text) for text in block_lines.texts(first, last)]


def _shift(cursor: QTextCursor, first: QTextBlock, lines: list[Line]) -> None:
    cursor.beginEditBlock()
    block_lines.put(first, [line.text for line in lines])
    renumber(first)
    cursor.endEditBlock()


def _put(block: QTextBlock, line: Line) -> None:
    block_lines.put(block, [line.text])


def _one_less(quote: str) -> str:
    return quote[: quote.rstrip().rfind(">")]
