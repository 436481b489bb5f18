"""Blocks stay blocks where they are put, and words join the words around them."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

from editor.ui.widgets.fitting_in import put_in
from editor.ui.widgets.highlighter import MarkdownHighlighter


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "markdown", "expected"),
    [
        ("one | two", "**bold**", "one **bold** two"),
        ("one |two", "a\n\nb", "one a\n\nbtwo"),
        ("one |two", "- a\n- b", "one \n\n- a\n- b\n\ntwo"),
        ("one\n|\ntwo", "## head", "one\n\n## head\n\ntwo"),
        ("one\n\n|", "| a |\n| --- |", "one\n\n| a |\n| --- |"),
        ("|", "![alt](images/1)", "![alt](images/1)"),
        ("one\n|\ntwo", "words", "one\n\nwords\n\ntwo"),
        ("one\n\n|\n\ntwo", "words", "one\n\nwords\n\ntwo"),
        ("one\n\ntwo\n|", "words", "one\n\ntwo\n\nwords"),
        ("one |two", "words\n\n1. a", "one words\n\n1. a\n\ntwo"),
        ("one |two", "> q\n\nafter ", "one \n\n> q\n\nafter two"),
    ],
)
def test_what_is_put_in_fits(text: str, markdown: str, expected: str) -> None:
    document = QTextDocument(text.replace("|", "", 1))
    cursor = QTextCursor(document)
    cursor.setPosition(text.index("|"))
    put_in(cursor, markdown)
    assert document.toPlainText() == expected
    document.undo()
    assert document.toPlainText() == text.replace("|", "", 1)


def test_a_selection_gives_way_in_the_same_step(qapp: QApplication) -> None:
    del qapp
    document = QTextDocument("one two")
    cursor = QTextCursor(document)
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
    put_in(cursor, "three ")
    assert document.toPlainText() == "three two"
    document.undo()
    assert document.toPlainText() == "one two"


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "markdown", "expected"),
    [
        ("one\n|two|\nthree", "2", "one\n2\nthree"),
        ("one\n\n|two|\n\nthree", "2", "one\n\n2\n\nthree"),
        ("one\n|two|\nthree", "- 2", "one\n\n- 2\n\nthree"),
        ("|one\n\ntwo|", "3", "3"),
    ],
)
def test_words_in_the_place_of_a_line_stay_in_its_paragraph(text: str, markdown: str, expected: str) -> None:
    before, chosen, after = text.split("|")
    document = QTextDocument(before + chosen + after)
    cursor = QTextCursor(document)
    cursor.setPosition(len(before))
    cursor.setPosition(len(before + chosen), QTextCursor.MoveMode.KeepAnchor)
    put_in(cursor, markdown)
    assert document.toPlainText() == expected


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("text", "markdown", "expected"),
    [
        ("```\ncode\n|\nmore\n```", "x", "```\ncode\nx\nmore\n```"),
        ("```\ncode |\n```", "- x", "```\ncode - x\n```"),
        ("```\ncode\n```|\n\nmore", "- x", "```\ncode\n```\n\n- x\n\nmore"),
        ("```\ncode\n```\n\n|\nmore", "x", "```\ncode\n```\n\nx\n\nmore"),
    ],
)
def test_in_fenced_code_no_lines_are_added(text: str, markdown: str, expected: str) -> None:
    document = QTextDocument(text.replace("|", "", 1))
    colours = MarkdownHighlighter(document)
    colours.rehighlight()
    cursor = QTextCursor(document)
    cursor.setPosition(text.index("|"))
    put_in(cursor, markdown)
    assert document.toPlainText() == expected
