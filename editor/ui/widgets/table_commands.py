"""What keys do in a table, all of it in the text itself: from cell to cell, one more row, columns under one another.

Each as one step of undo; knows no widget. A table is two rows of bars or more, the second one of dashes.
"""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCursor

from editor.ui.widgets import block_lines
from editor.ui.widgets.plain_text import utf16_length
from editor.ui.widgets.table_lines import aligned, cell_at, cell_span, cells, is_row, is_rule

_NEW = ("|     |     |     |", "| --- | --- | --- |", "|     |     |     |")
# A row longer than this is no table that anyone could look at; its paragraph is not read at every key.
_MOST_LETTERS = 4000


def insert(cursor: QTextCursor) -> None:
    """Put an empty table of three columns after the cursor's paragraph and go into its first cell."""
    cursor.beginEditBlock()
    cursor.setPosition(cursor.selectionEnd())
    if cursor.block().text().strip():
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        cursor.insertText("\n\n")
    elif cursor.block().previous().text().strip():
        cursor.insertText("\n")
    start = cursor.position()
    cursor.insertText("\n".join(_NEW))
    if cursor.block().next().isValid() and cursor.block().next().text().strip():
        cursor.insertText("\n")
    cursor.setPosition(start + 2)
    cursor.endEditBlock()


def next_cell(cursor: QTextCursor) -> bool:
    """Go to the end of the words of the next cell, into a new row after the last; say whether this is a table."""
    return _step(cursor, 1)


def previous_cell(cursor: QTextCursor) -> bool:
    """Go to the end of the words of the cell before; say whether this is a table."""
    return _step(cursor, -1)


def next_row(cursor: QTextCursor) -> bool:
    """Begin a row below; out of an empty last row, end the table instead. Say whether this is a table."""
    table = _table(cursor.block())
    if table is None or cursor.hasSelection():
        return False
    first, last = table
    cursor.beginEditBlock()
    block = cursor.block()
    if block == last and block.blockNumber() > first.blockNumber() + 1 and not any(cells(block.text())):
        is_followed = block.next().isValid() and bool(block.next().text().strip())
        block_lines.select(cursor, block, block)
        cursor.insertText("\n\n" if is_followed else "\n")
        if is_followed:
            cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    else:
        # The head has the dashes below it: a row that begins there begins below them.
        _add_row(cursor, first.next() if block == first else block)
    cursor.endEditBlock()
    return True


def align(cursor: QTextCursor) -> None:
    """Set the columns of the table that `cursor` stands in under one another."""
    if table := _table(cursor.block()):
        cursor.beginEditBlock()
        block_lines.put(table[0], aligned(block_lines.texts(*table)))
        cursor.endEditBlock()


def _table(block: QTextBlock) -> tuple[QTextBlock, QTextBlock] | None:
    """Return the first and last row of the table around `block`, or None."""
    if block.length() > _MOST_LETTERS or not is_row(block.text()):
        return None
    first, last = block_lines.run(block, block, is_row)
    if first == last or is_rule(first.text()) or not is_rule(first.next().text()):
        return None
    return first, last


def _step(cursor: QTextCursor, by: int) -> bool:
    table = _table(cursor.block())
    if table is None:
        return False
    first, last = table
    cursor.beginEditBlock()
    block = cursor.block()
    cell = cell_at(block.text(), len(block_lines.before(cursor))) + by
    align(cursor)
    columns = len(cells(first.text()))
    if is_rule(block.text()) and block == first.next():
        cell = columns if by > 0 else -1
    if cell < 0 or cell >= columns:
        row = block.next() if by > 0 else block.previous()
        if row == first.next():
            row = row.next() if by > 0 else row.previous()
        if by < 0 and block == first:
            cell, row = 0, first
        elif by > 0 and (block == last or not row.isValid() or row.blockNumber() > last.blockNumber()):
            _add_row(cursor, last)
            cell, row = 0, cursor.block()
        else:
            cell = 0 if by > 0 else columns - 1
        block = row
    _go_to(cursor, block, cell)
    cursor.endEditBlock()
    return True


def _add_row(cursor: QTextCursor, above: QTextBlock) -> None:
    """Put an empty row below `above` and go into its first cell."""
    cursor.setPosition(above.position() + above.length() - 1)
    cursor.insertText("\n|" + "  |" * len(cells(above.text())))
    align(cursor)
    _go_to(cursor, cursor.block(), 0)


def _go_to(cursor: QTextCursor, block: QTextBlock, cell: int) -> None:
    line = block.text()
    cursor.setPosition(block.position() + utf16_length(line[: cell_span(line, cell)[1]]))
