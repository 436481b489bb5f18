"""All but the words that are written on step back; the text itself is not touched."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui import theme
from editor.ui.page_look import Lit, PageLook
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.lit_words import lit_span
from editor.ui.widgets.markdown_edit import MarkdownEdit

TEXT = "One went. Two stayed! 😀 Three?\n\nAnother paragraph."


@pytest.fixture
def page(qtbot: QtBot) -> DraftPage:
    made = DraftPage()
    qtbot.addWidget(made)
    made.resize(800, 500)
    made.body.show_text(TEXT)
    made.headline.show_text("Headline")
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.body.setFocus()
    qtbot.waitUntil(made.body.hasFocus)
    return made


def _lit(body: MarkdownEdit, lit: Lit) -> str:
    start, end = lit_span(body, lit)
    return body.text().encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@pytest.mark.parametrize(
    ("position", "sentence", "paragraph"),
    [
        (0, "One went. ", "One went. Two stayed! 😀 Three?"),
        (4, "One went. ", "One went. Two stayed! 😀 Three?"),
        (10, "Two stayed! ", "One went. Two stayed! 😀 Three?"),
        (31, "😀 Three?", "One went. Two stayed! 😀 Three?"),
        (32, "", ""),
        (40, "Another paragraph.", "Another paragraph."),
    ],
)
def test_the_sentence_and_the_paragraph_at_the_cursor(
    page: DraftPage, position: int, sentence: str, paragraph: str
) -> None:
    page.body.put_cursor(position)
    assert (_lit(page.body, Lit.SENTENCE), _lit(page.body, Lit.PARAGRAPH)) == (sentence, paragraph)


def test_what_is_not_written_on_steps_back_in_every_field(page: DraftPage) -> None:
    page.body.put_cursor(12)
    page.set_look(PageLook(lit=Lit.SENTENCE))
    marks = page.body.extraSelections()
    assert [(mark.cursor.selectionStart(), mark.cursor.selectionEnd()) for mark in marks] == [(0, 10), (22, 51)]
    assert len(page.headline.extraSelections()) == 1
    page.set_look(PageLook())
    assert page.body.extraSelections() == page.headline.extraSelections() == []


def test_it_follows_the_typing_and_leaves_text_and_undo(page: DraftPage) -> None:
    page.set_look(PageLook(lit=Lit.PARAGRAPH))
    page.body.put_cursor(None)
    QTest.keyClicks(page.body, " More.")
    (mark,) = page.body.extraSelections()
    assert mark.cursor.selectedText().startswith("One went.")
    assert mark.cursor.selectionEnd() == 33
    page.body.undo()
    assert page.body.text() == TEXT
    theme.look().changed.emit()
    assert len(page.body.extraSelections()) == 1
