"""Moving in one of two articles of a set shows the answering paragraph in the other, at the same height."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import change_article
from editor.ui.studio import Studio
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.page_set import PageSet
from tests.ui.test_typing_through_everything import Writer

BODY = "\n\n".join(f"Paragraph {number}. " + "Words that fill some lines of the page. " * 12 for number in range(14))


@pytest.fixture
def writer(qtbot: QtBot, studio: Studio, desk: Desk) -> Iterator[Writer]:
    made = Writer(qtbot, studio, desk)
    made.window.resize(1600, 900)
    made.window.workspace.request(change_article(_article(made), say("x"), headline="Ferry", section="World"))
    edit = change_article(desk.articles.get(made.articles[0].id), say("x"), body=BODY)
    made.window.workspace.request(edit)
    yield made
    made.rest()
    made.window.close()
    made.window.deleteLater()


def _article(writer: Writer) -> Article:
    article = writer.window.workspace.article
    assert article is not None
    return article


def _pages(writer: Writer) -> PageSet:
    found = writer.window.findChild(PageSet)
    assert found is not None
    return found


def _begin(writer: Writer) -> tuple[DraftPage, DraftPage]:
    """Begin the Swahili translation; return (the page of the translation, that of its source)."""
    writer.window.run("translation.new.sw")
    writer.qtbot.waitUntil(lambda: _article(writer).language == "sw" and writer.body.hasFocus())
    writer.timers.forward(2000)
    translation, source = _pages(writer).shown
    return translation, source


def _marked(page: DraftPage) -> list[str]:
    marks = [mark for mark in page.body.extraSelections() if mark.cursor.hasSelection()]
    return [mark.cursor.selectedText()[:13].strip() for mark in marks]


def _put_cursor(page: DraftPage, block: int) -> None:
    page.body.setTextCursor(QTextCursor(page.body.document().findBlockByNumber(block)))


def _apart(one: DraftPage, other: DraftPage) -> float:
    """Return how many pixels apart the tenth paragraphs of the two begin on the screen."""
    tops = []
    for page in (one, other):
        block = page.body.document().findBlockByNumber(20)
        inside = page.body.document().documentLayout().blockBoundingRect(block).top()
        tops.append(page.body.mapToGlobal(page.body.rect().topLeft()).y() + inside)
    return abs(tops[0] - tops[1])


def test_moving_in_one_shows_the_answering_paragraph_in_the_other(writer: Writer) -> None:
    translation, source = _begin(writer)
    _put_cursor(translation, 20)
    QApplication.processEvents()  # the page follows its own cursor first
    writer.timers.forward(200)
    assert _marked(translation) == _marked(source) == ["Paragraph 10."]

    def is_level() -> bool:
        writer.timers.forward(200)
        return _apart(translation, source) <= 4

    writer.qtbot.waitUntil(is_level)
    translation.headline.setFocus()
    writer.timers.forward(200)
    assert _marked(source) == []
    writer.window.run("split.twice")
    writer.timers.forward(200)
    assert _marked(translation) == []


def test_articles_of_different_sets_answer_nothing(writer: Writer) -> None:
    writer.window.view.halves.put_beside(writer.articles[1].id)
    writer.qtbot.waitUntil(lambda: _article(writer).headline == "Bridge" and writer.body.hasFocus())
    writer.timers.forward(2000)
    assert [_marked(page) for page in _pages(writer).shown] == [[], []]
