"""Pages of several articles: going from one to another loses neither words nor cursor, selection, scrolling or undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.article import Article
from editor.domain.edits import EditArticle
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.page_set import KEPT, PageSet
from tests.builders import an_article
from tests.ui.manual_timers import ManualTimers


class Stage(QObject):
    """Pages, and the store that their words go to."""

    def __init__(self) -> None:
        super().__init__()
        self.timers = ManualTimers()
        self.prepared: list[DraftPage] = []
        self.is_full = False
        self.stored: dict[str, Article] = {}
        self.said: list[object] = []
        self.pages = PageSet(self.prepared.append, self.timers)
        self.pages.edit_ready.connect(self._on_edit)
        self.pages.collided.connect(self.said.append)

    def show(self, article: Article) -> None:
        self.pages.settle()
        self.pages.show_article(self.stored.setdefault(article.id, article))

    def _on_edit(self, edit: EditArticle) -> None:
        if not self.is_full:
            self.stored[edit.article_id] = edit.on(self.stored[edit.article_id])
            self.pages.take(self.stored[edit.article_id])

    @property
    def body(self) -> MarkdownEdit:
        return self.pages.page.body


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    made = Stage()
    qtbot.addWidget(made.pages)
    made.pages.resize(700, 400)
    made.pages.show()
    yield made
    made.pages.close()


ONE = an_article(headline="One", body="First words.\n\n" * 100)
TWO = an_article(headline="Two", body="Second words.")


def test_pitfall_6_text_cursor_selection_scroll_and_undo_survive_another_article(stage: Stage, qtbot: QtBot) -> None:
    stage.show(ONE)
    stage.body.put_cursor(5)
    QTest.keyClicks(stage.body, " own")
    stage.body.select(2, 7)
    bar = stage.pages.page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(300)
    stage.show(TWO)
    assert stage.body.text() == "Second words."
    assert not stage.body.document().isUndoAvailable()
    QTest.keyClicks(stage.body, "x")
    stage.show(ONE)
    stage.pages.page.body.setFocus()
    qtbot.wait(0)
    assert (stage.body.textCursor().anchor(), stage.body.textCursor().position()) == (2, 7)
    assert stage.pages.page.verticalScrollBar().value() == 300
    stage.body.undo()
    assert stage.body.text() == ONE.body
    stage.show(TWO)
    stage.body.undo()
    assert stage.body.text() == "Second words."


def test_what_was_changed_elsewhere_is_taken_over_and_undo_stays(stage: Stage) -> None:
    stage.show(TWO)
    QTest.keyClicks(stage.body, "!")
    stage.show(ONE)
    changed = replace(stage.stored[TWO.id], body=stage.stored[TWO.id].body.replace("Second", "Other"))
    stage.stored[TWO.id] = changed
    stage.show(changed)
    assert stage.body.text() == "Other words.!"
    stage.body.undo()
    stage.body.undo()
    assert stage.body.text() == "Second words."


def test_words_that_the_disk_refused_wait_on_their_page_and_are_saved_in_the_end(stage: Stage) -> None:
    stage.show(TWO)
    stage.is_full = True
    QTest.keyClicks(stage.body, "!")
    for number in range(KEPT + 2):
        stage.show(an_article(headline=str(number)))
    stage.is_full = False
    stage.timers.forward(60_000)
    assert stage.stored[TWO.id].body == "Second words.!"
    stage.show(TWO)
    assert stage.body.text() == "Second words.!"
    assert stage.said == []


def test_only_so_many_pages_are_kept_and_of_the_others_the_cursor(stage: Stage) -> None:
    stage.show(ONE)
    stage.body.put_cursor(7)
    for number in range(KEPT):
        stage.show(an_article(headline=str(number)))
    assert stage.pages.count() == len(stage.prepared) == KEPT
    assert ONE.id not in stage.pages.articles
    stage.show(ONE)
    assert stage.body.textCursor().position() == 7
    assert stage.pages.page.headline.text() == "One"


def test_the_page_on_show_is_the_one_found_by_name(stage: Stage) -> None:
    for article in (ONE, TWO, ONE):
        stage.show(article)
        assert stage.pages.findChild(MarkdownEdit, "draft.body") is stage.body
        assert stage.pages.currentWidget() is stage.pages.page


def test_a_new_page_begins_at_its_top_with_the_cursor_at_the_end(stage: Stage) -> None:
    stage.show(ONE)
    assert stage.pages.page.verticalScrollBar().value() == 0
    assert stage.body.textCursor().atEnd()
    stage.body.moveCursor(QTextCursor.MoveOperation.Start)
