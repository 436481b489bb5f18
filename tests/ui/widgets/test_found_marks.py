"""Marks of what is found: those in sight, which move with the text."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.found_marks import FoundMarks
from editor.ui.widgets.page_search import Hit

BODY, LINES = 2, 400


@pytest.fixture
def page(qtbot: QtBot) -> DraftPage:
    made = DraftPage()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.body.show_text("\n".join("word" for _ in range(LINES)))
    made.show()
    return made


def _marked(page: DraftPage) -> list[int]:
    return [mark.cursor.selectionStart() for mark in page.body.extraSelections()]


def test_the_marks_follow_the_scrolling_and_go_with_the_page(page: DraftPage, qtbot: QtBot) -> None:
    marks = FoundMarks(page)
    marks.serve(page)
    marks.turn_to(page)
    marks.show([Hit(BODY, 5 * line, 5 * line + 4, "") for line in range(LINES)], None)
    first = _marked(page)
    assert first[0] == 0
    assert len(first) < 60
    bar = page.verticalScrollBar()

    def shows_the_end() -> bool:
        bar.setValue(bar.maximum())  # again while the page is laid out
        return _marked(page)[-1] == 5 * (LINES - 1)

    qtbot.waitUntil(shows_the_end)
    marks.turn_to(None)
    assert _marked(page) == []


def test_the_stretch_that_is_looked_through_is_marked_too(page: DraftPage) -> None:
    marks = FoundMarks(page)
    marks.serve(page)
    marks.turn_to(page)
    marks.show([Hit(BODY, 5, 9, "")], (BODY, 3, 12))
    assert _marked(page) == [3, 5]
    page.body.put_cursor(0)
    page.body.textCursor().insertText("xx")
    assert _marked(page) == [5, 7]


def test_a_second_view_of_the_text_shows_them_where_it_is(page: DraftPage, qtbot: QtBot) -> None:
    second = DraftPage(page)
    qtbot.addWidget(second)
    second.resize(600, 400)
    second.show()
    marks = FoundMarks(page)
    marks.serve(page)
    marks.serve(second)
    marks.turn_to(second)
    marks.show([Hit(BODY, 5 * line, 5 * line + 4, "") for line in range(LINES)], None)
    assert _marked(page)[0] == _marked(second)[0] == 0
    bar = page.verticalScrollBar()

    def shows_the_end() -> bool:
        bar.setValue(bar.maximum())
        return _marked(page)[-1] == 5 * (LINES - 1)

    qtbot.waitUntil(shows_the_end)
    assert _marked(second)[0] == 0
    marks.turn_to(None)
    assert _marked(page) == _marked(second) == []
