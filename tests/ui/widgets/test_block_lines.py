"""Lines near the cursor: found, read, replaced where they differ."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor, QTextDocument

from editor.ui.widgets import block_lines


def _document(text: str) -> QTextDocument:
    document = QTextDocument()
    document.setPlainText(text)
    return document


def test_a_paragraph_that_a_selection_only_ends_before_is_not_touched() -> None:
    document = _document("one\ntwo\nthree")
    cursor = QTextCursor(document)
    cursor.setPosition(1)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    assert block_lines.texts(*block_lines.spanned(cursor)) == ["one", "two"]
    cursor.clearSelection()
    assert block_lines.texts(*block_lines.spanned(cursor)) == ["three"]


def test_a_run_ends_where_lines_no_longer_belong_and_at_its_limit() -> None:
    document = _document("\n".join(["x", *["a"] * (3 * block_lines.MOST), "x"]))
    block = document.findBlockByNumber(2)
    first, last = block_lines.run(block, block, lambda text: text == "a")
    assert (first.blockNumber(), last.blockNumber()) == (1, 2 + block_lines.MOST)


def test_only_letters_that_differ_are_touched() -> None:
    document = _document("1. 😀 one\nsame")
    cursor = QTextCursor(document)
    cursor.setPosition(7)
    block_lines.put(document.firstBlock(), ["10. 😀 one", "same"])
    assert document.toPlainText() == "10. 😀 one\nsame"
    assert (block_lines.before(cursor), block_lines.after(cursor)) == ("10. 😀 o", "ne")
