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
    assert len(stage.pages.articles) == len(stage.prepared) == KEPT
    assert ONE.id not in stage.pages.articles
    stage.show(ONE)
    assert stage.body.textCursor().position() == 7
    assert stage.pages.page.headline.text() == "One"


def test_a_blank_page_is_ready_for_the_next_article(stage: Stage) -> None:
    stage.show(ONE)
    assert len(stage.prepared) == 1
    stage.timers.forward(1_000)
    assert len(stage.prepared) == 2
    assert stage.pages.findChild(MarkdownEdit, "draft.body") is stage.body  # and not that of the blank page
    assert stage.prepared[1].size() == stage.pages.page.size()
    assert stage.pages.articles == {ONE.id}
    stage.show(TWO)
    assert stage.pages.page is stage.prepared[1]
    assert stage.body.text() == TWO.body
    for number in range(KEPT):
        stage.show(an_article(headline=str(number)))
        stage.timers.forward(1_000)
    assert len(stage.pages.articles) == KEPT
    assert len(stage.prepared) == KEPT + 1
    stage.show(ONE)  # on the blank page, which was emptied before
    assert stage.body.text() == ONE.body
    assert len(stage.prepared) == KEPT + 1


def test_a_long_text_comes_to_a_page_that_has_its_bar_already(stage: Stage) -> None:
    stage.show(TWO)
    stage.timers.forward(1_000)
    blank = stage.prepared[-1]
    width = blank.viewport().width()
    stage.show(replace(ONE, body="All of these words.\n\n" * 2000))
    assert stage.pages.page is blank
    assert blank.viewport().width() == width  # else its lines were broken twice before they are seen


def test_a_long_text_is_seen_before_it_is_coloured_throughout_but_where_it_is_read_from_further_down(
    stage: Stage,
) -> None:
    long = an_article(headline="Long", body="**Some** words, and more of them.\n\n" * 1000)
    stage.show(long)
    assert stage.body.highlighter.is_under_way
    stage.body.put_cursor(20_000)
    for number in range(KEPT):
        stage.show(an_article(headline=str(number)))
    stage.show(long)
    assert stage.body.textCursor().position() == 20_000
    assert not stage.body.highlighter.is_under_way


def test_the_page_on_show_is_the_one_found_by_name(stage: Stage) -> None:
    for article in (ONE, TWO, ONE):
        stage.show(article)
        assert stage.pages.findChild(MarkdownEdit, "draft.body") is stage.body
        assert [page.isVisible() for page in stage.prepared].count(True) == 1
        assert stage.pages.page.isVisible()


def test_a_new_page_begins_at_its_top_with_the_cursor_at_the_end(stage: Stage) -> None:
    stage.show(ONE)
    assert stage.pages.page.verticalScrollBar().value() == 0
    assert stage.body.textCursor().atEnd()
    stage.body.moveCursor(QTextCursor.MoveOperation.Start)


def _views(stage: Stage) -> tuple[MarkdownEdit, MarkdownEdit]:
    one, other = stage.pages.page.views
    return one.body, other.body


def test_one_article_twice_is_one_text_with_one_undo_and_two_cursors(stage: Stage, qtbot: QtBot) -> None:
    stage.pages.resize(1000, 400)
    stage.show(ONE)
    stage.body.put_cursor(5)
    stage.pages.split()
    first, second = _views(stage)
    assert stage.body is second
    assert second.textCursor().position() == 5
    first.put_cursor(0)
    QTest.keyClicks(second, "[two]")
    QTest.keyClicks(first, "[one]")
    assert first.text() == second.text() == "[one]First[two]" + ONE.body[5:]
    assert (first.textCursor().position(), second.textCursor().position()) == (5, 15)
    stage.timers.forward(2000)
    assert stage.stored[ONE.id].body == first.text()
    qtbot.waitUntil(lambda: first.viewport().width() == second.viewport().width())
    assert first.document().textWidth() == first.viewport().width()
    second.undo()
    second.undo()
    assert first.text() == second.text() == ONE.body
    first.redo()
    assert second.text() == "First[two]" + ONE.body[5:]
    stage.pages.settle()
    assert stage.stored[ONE.id].body == second.text()
    assert stage.said == []


def test_a_view_that_stays_when_the_first_shows_another_article_is_written_on(stage: Stage) -> None:
    stage.pages.resize(1000, 400)
    stage.show(ONE)
    stage.pages.split()
    first, second = _views(stage)
    stage.pages.go_to_other()
    assert stage.body is first
    stage.show(TWO)
    assert [page.body.isVisible() for page in stage.pages.shown] == [True, True]
    assert second.isVisible()
    assert not first.isVisible()
    QTest.keyClicks(second, "!")
    QTest.keyClicks(stage.body, "?")
    stage.pages.settle()
    assert (stage.stored[ONE.id].body, stage.stored[TWO.id].body) == (first.text(), "Second words.?")
    assert "!" in first.text()


def test_both_views_show_what_was_changed_elsewhere_and_only_once(stage: Stage) -> None:
    stage.show(TWO)
    stage.pages.split()
    stage.stored[TWO.id] = replace(TWO, body="Second, other words.")
    stage.pages.take(stage.stored[TWO.id])
    first, second = _views(stage)
    assert first.text() == second.text() == "Second, other words."
    first.undo()
    assert second.text() == "Second words."


def test_an_article_beside_another_asks_to_be_the_open_one_when_the_keyboard_comes(stage: Stage) -> None:
    stage.pages.resize(1000, 400)
    asked: list[str] = []
    stage.pages.article_asked.connect(asked.append)
    stage.show(ONE)
    stage.show(TWO)
    stage.pages.article_asked.connect(lambda article_id: stage.show(stage.stored[article_id]))
    stage.pages.put_beside(ONE.id)
    assert asked == [ONE.id]
    assert len(stage.pages.shown) == 2
    assert stage.pages.page.headline.text() == "One"
    stage.pages.go_to_other()
    assert asked == [ONE.id, TWO.id]
    assert stage.pages.page.headline.text() == "Two"
    stage.pages.split()
    assert len(stage.pages.shown) == 1
    assert stage.pages.page.headline.text() == "Two"
    stage.show(ONE)
    assert [page.headline.text() for page in stage.pages.shown] == ["One"]


def test_an_article_that_cannot_be_opened_is_never_written_on_as_the_open_one(stage: Stage) -> None:
    """Whoever hears `article_asked` may be refused by the disk: the draft goes on with the article that it knows."""
    stage.show(TWO)
    stage.show(ONE)

    def open_it(article_id: str) -> None:
        stage.show(stage.stored[article_id])

    stage.pages.article_asked.connect(open_it)
    stage.pages.put_beside(TWO.id)
    stage.pages.article_asked.disconnect(open_it)
    stage.pages.go_to_other()
    assert stage.pages.page.headline.text() == "Two"
    other = stage.pages.shown[1].body
    QTest.keyClicks(other, "!")
    stage.pages.settle()
    assert stage.stored[TWO.id].body == "Second words."
    assert "!" in stage.stored[ONE.id].body


def test_a_half_whose_article_is_gone_closes(stage: Stage) -> None:
    stage.pages.article_asked.connect(lambda article_id: stage.show(stage.stored[article_id]))
    stage.show(TWO)
    stage.show(ONE)
    stage.pages.put_beside(TWO.id)
    stage.pages.leave(TWO.id)
    assert [page.headline.text() for page in stage.pages.shown] == ["One"]
    stage.pages.split()
    stage.pages.leave(ONE.id)
    assert [page.headline.text() for page in stage.pages.shown] == ["One"]


def test_pages_on_show_are_not_given_to_other_articles(stage: Stage) -> None:
    stage.pages.article_asked.connect(lambda article_id: stage.show(stage.stored[article_id]))
    stage.show(ONE)
    stage.show(TWO)
    stage.pages.put_beside(ONE.id)
    stage.pages.go_to_other()
    for number in range(2 * KEPT):
        stage.show(an_article(headline=str(number)))
    assert [page.headline.text() for page in stage.pages.shown] == [str(2 * KEPT - 1), "One"]
    QTest.keyClicks(stage.pages.shown[1].body, "!")
    stage.pages.settle()
    assert stage.stored[ONE.id].body.count("!") == 1


def test_a_page_that_goes_to_the_other_half_keeps_the_place_of_the_keyboard(stage: Stage, qtbot: QtBot) -> None:
    for article in (TWO, ONE):
        stage.show(article)
        stage.body.setFocus()
        qtbot.waitUntil(stage.body.hasFocus)
    stage.pages.split()
    stage.show(TWO)
    assert [page.headline.text() for page in stage.pages.shown] == ["Two", "One"]
    assert stage.body.hasFocus()
