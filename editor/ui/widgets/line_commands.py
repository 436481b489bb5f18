"""What is done to whole lines: moved up and down, doubled, joined. Each as one step of undo; knows no widget."""

from __future__ import annotations

import re
from itertools import pairwise

from PySide6.QtGui import QTextBlock, QTextCursor

from editor.ui.widgets import block_lines, carried_marks, list_commands
from editor.ui.widgets.list_lines import line_of

# Between letters of these scripts no space stands where two lines become one.
_SPACELESS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
Run = tuple[QTextBlock, QTextBlock]
_HEADING = re.compile(r"#{1,6}[ \t]+")


def move_up(cursor: QTextCursor) -> None:
    """Put the lines that the selection touches before what stands above them: an item, or a whole paragraph."""
    first, last = _taken(cursor)
    above = first.previous()
    gap = 0
    while above.isValid() and not above.text().strip():
        above, gap = above.previous(), gap + 1
    if not above.isValid():
        return
    upper = _start(above, first) if not gap else block_lines.run(above, above, _is_full)[0]
    if upper is not None:
        _swap(cursor, (upper, above), (first, last), gap, is_up=True)


def move_down(cursor: QTextCursor) -> None:
    """Put the lines that the selection touches behind what stands below them: an item, or a whole paragraph."""
    first, last = _taken(cursor)
    below = last.next()
    gap = 0
    while below.isValid() and not below.text().strip():
        below, gap = below.next(), gap + 1
    if not below.isValid() or (not gap and line_of(below.text()).depth < line_of(first.text()).depth):
        return
    lower = list_commands.branch(below) if not gap else block_lines.run(below, below, _is_full)[1]
    _swap(cursor, (first, last), (below, lower), gap, is_up=False)


def duplicate(cursor: QTextCursor) -> None:
    """Put a copy of the lines that the selection touches below them and go there."""
    first, last = block_lines.spanned(cursor)
    lines = block_lines.texts(first, last)
    places = (cursor.anchor() - first.position(), cursor.position() - first.position())
    start = last.position() + last.length()
    marks = carried_marks.taken(cursor.document(), first.position(), start)
    cursor.setPosition(start - 1)
    cursor.insertText("\n" + "\n".join(lines))
    carried_marks.lay(cursor.document(), marks, start)
    list_commands.renumber(cursor.block())
    _select(cursor, start, places)


def join(cursor: QTextCursor) -> None:
    """Make one line of those that the selection touches, of the cursor's and the next with any where it is one."""
    first, last = block_lines.spanned(cursor)
    if first == last:
        last = last.next()
        while last.isValid() and not last.text().strip():
            last = last.next()
    if not last.isValid():
        return
    head, *others = (line for line in block_lines.texts(first, last) if line.strip())
    place = cursor.block().position()
    for other in others:
        words = _HEADING.sub("", line_of(other).words, count=1).strip()
        head = head.rstrip()
        is_close = bool(_SPACELESS.match(head[-1:]) or _SPACELESS.match(words[:1]))
        place = first.position() + len(head.encode("utf-16-le")) // 2
        head = f"{head}{words}" if is_close or not words else f"{head} {words}"
    block_lines.select(cursor, first, last)
    block_lines.rewrite(cursor, head)
    cursor.setPosition(place)


def _taken(cursor: QTextCursor) -> tuple[QTextBlock, QTextBlock]:
    """Return the lines that are moved: those touched, and what hangs on the last item of them."""
    first, last = block_lines.spanned(cursor)
    return first, list_commands.branch(last) if line_of(last.text()).marker else last


def _is_full(text: str) -> bool:
    return bool(text.strip())


def _start(above: QTextBlock, first: QTextBlock) -> QTextBlock | None:
    """Return where that begins which ends right above `first` at its depth; None where its own parent stands there."""
    depth = line_of(first.text()).depth
    for _ in range(block_lines.MOST):
        line = line_of(above.text())
        if line.depth <= depth or not above.previous().isValid() or not _is_full(above.previous().text()):
            break
        above = above.previous()
    return above if line_of(above.text()).depth >= depth else None


def _swap(cursor: QTextCursor, upper: Run, lower: Run, gap: int, *, is_up: bool) -> None:
    """Let two runs of lines, `gap` empty lines between them, change places; the selection goes with what is moved.

    Whoever leaves a list or paragraph behind takes an empty line along: else what changes places joins what is left.
    """
    above, below = block_lines.texts(*upper), block_lines.texts(*lower)
    moved = lower[0] if is_up else upper[0]
    places = (cursor.anchor() - moved.position(), cursor.position() - moved.position())
    left_above = [""] if gap and not is_up and _is_full(upper[0].previous().text()) else []
    left_below = [""] if gap and is_up and _is_full(lower[1].next().text()) else []
    start, number = upper[0].position(), line_of(above[0]).number
    ends = (start, _end(upper), lower[0].position(), _end(lower))
    marks = [carried_marks.taken(cursor.document(), *stretch) for stretch in pairwise(ends)]
    block_lines.select(cursor, upper[0], lower[1])
    cursor.insertText("\n".join([*left_above, *below, *[""] * gap, *above, *left_below]))
    at = start + len(left_above)
    for spots, (low, high) in reversed(list(zip(marks, pairwise(ends), strict=True))):
        carried_marks.lay(cursor.document(), spots, at)
        at += high - low
    first = now = cursor.document().findBlock(start)
    for _ in range(0 if is_up else len(left_above) + len(below) + gap):
        now = now.next()
    if number is not None and not gap:
        is_top = list_commands.around(first)[0] == first
        list_commands.renumber(first, min(number, line_of(below[0]).number or number) if is_top else None)
    _select(cursor, now.position(), places)


def _end(run: Run) -> int:
    return run[1].position() + run[1].length() - 1


def _select(cursor: QTextCursor, start: int, places: tuple[int, int]) -> None:
    last = cursor.document().characterCount() - 1
    cursor.setPosition(min(start + places[0], last))
    cursor.setPosition(min(start + places[1], last), QTextCursor.MoveMode.KeepAnchor)
