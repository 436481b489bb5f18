"""Pasted tables: those that hold figures stay tables, those that only place things on a page become what they hold."""

from __future__ import annotations

from bs4 import Tag

# A Markdown table wider than this is no table that anybody reads.
_MOST_COLUMNS = 60
_BLOCK = "div"


def settle_table(table: Tag) -> None:
    """Make `table` (its children tr, theirs td and th) even, every cell in one column; or a plain block of its cells.

    Mails and old pages lay themselves out in tables: one row, one column, tables in tables, or the role that says so.
    """
    rows = [row for row in table.contents if isinstance(row, Tag) and row.name == "tr" and row.contents]
    width = max((_width(row) for row in rows), default=0)
    is_layout = table.get("role") in {"presentation", "none"} or table.find(["table", _BLOCK]) is not None
    if is_layout or len(rows) < 2 or not 2 <= width <= _MOST_COLUMNS:
        for part in (table, *rows, *(cell for row in rows for cell in _cells(row))):
            part.name = _BLOCK
            part.attrs.clear()
        return
    below: dict[int, int] = {}
    for row in rows:
        _settle_row(row, width, below)


def _settle_row(row: Tag, width: int, below: dict[int, int]) -> None:
    """Give `row` a cell in each column; `below` says for how many more rows a cell above reaches into a column."""
    cells = _cells(row)
    row.clear()
    column = 0
    while column < width:
        if below.get(column):
            below[column] -= 1
            row.append(Tag(name="td"))
            column += 1
        elif cells:
            cell = cells.pop(0)
            spans, deep = _number(cell, "colspan"), _number(cell, "rowspan")
            cell.attrs.clear()
            row.append(cell)
            for extra in range(spans):
                if extra and column + extra < width:
                    row.append(Tag(name="td"))
                below[column + extra] = deep - 1
            column += spans
        else:
            row.append(Tag(name="td"))
            column += 1


def _cells(row: Tag) -> list[Tag]:
    return [cell for cell in row.contents if isinstance(cell, Tag)]


def _width(row: Tag) -> int:
    return sum(_number(cell, "colspan") for cell in _cells(row))


def _number(cell: Tag, name: str) -> int:
    said = str(cell.get(name, ""))
    return max(1, min(int(said), 1000)) if said.isascii() and said.isdigit() and len(said) < 6 else 1
