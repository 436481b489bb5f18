"""Spelling in the draft, by keyboard: the next misspelled word, its suggestions, the newsroom's own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.domain.article import Article
from editor.domain.edits import EditSettings
from editor.domain.spelling import ignored_words, newsroom_words
from editor.ui.dictionary_shelf import OFF_VARIABLE
from editor.ui.speller import Speller
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.draft_spelling import DraftSpelling
from tests.builders import an_article
from tests.ui.panel_host import until
from tests.ui.spelling_by_ending import judge_by_ending

# The offscreen platform, of every menu that opens.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


class _Draft:
    """A page and its spelling, as the draft ties them."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.qtbot = qtbot
        self.page = DraftPage()
        qtbot.addWidget(self.page)
        self.speller = Speller(self.page, judge_by_ending)
        self.spelling = DraftSpelling(desk.newsroom.settings, self.page, self.speller)
        self.spelling.serve(self.page)
        self.article = an_article()
        self.edits: list[EditSettings] = []
        self.notices: list[str] = []
        self.spelling.edit_requested.connect(self._on_edit)
        self.spelling.notice.connect(lambda notice: self.notices.append(str(notice)))
        self.page.resize(800, 600)
        self.page.show()

    def show(self, article: Article) -> None:
        self.article = article
        self.page.body.show_text(article.body)
        self.page.body.put_cursor(0)
        self.page.body.setFocus()
        self.spelling.show_article(self.page, article, self.desk.newsroom.settings)

    def menu(self) -> QMenu:
        """Return the menu that is open, once its suggestions came."""
        until(self.qtbot, lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=20_000)
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        until(self.qtbot, lambda: not any(one.text().startswith("Looking") for one in found.actions()), timeout=20_000)
        return found

    def choose(self, start: str) -> None:
        menu = self.menu()
        self._of(menu, start).trigger()
        menu.close()

    def _of(self, menu: QMenu, start: str) -> QAction:
        return next(action for action in menu.actions() if action.text().startswith(start))

    def _on_edit(self, edit: EditSettings) -> None:
        self.edits.append(edit)
        self.desk.articles.apply(edit)
        self.spelling.show_article(self.page, self.article, self.desk.newsroom.settings)


@pytest.fixture
def draft(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Draft]:
    monkeypatch.delenv(OFF_VARIABLE)
    made = _Draft(desk, qtbot)
    yield made
    made.speller.close()


def test_a_suggestion_takes_the_place_of_the_word_in_one_step(draft: _Draft) -> None:
    draft.show(an_article(body="good badx here"))
    draft.spelling.next_misspelled()
    draft.choose("bady")
    assert draft.page.body.text() == "good bady here"
    draft.page.body.undo()
    assert draft.page.body.text() == "good badx here"


def test_the_way_to_the_next_goes_round_once(draft: _Draft) -> None:
    draft.show(an_article(body="onex and twox"))
    for word in ("onex", "twox", "onex"):
        draft.spelling.next_misspelled()
        menu = draft.menu()
        assert draft.page.body.textCursor().selectedText() == word
        menu.close()


def test_a_word_becomes_the_newsroom_s_and_can_be_taken_out_again(draft: _Draft) -> None:
    draft.show(an_article(body="Lumumbax spoke", language="en"))
    draft.spelling.next_misspelled()
    draft.choose("Add “Lumumbax”")
    assert newsroom_words(draft.desk.newsroom.settings, "en") == {"Lumumbax"}
    assert draft.speller.verdict("en", "Lumumbax") is True
    menu = QMenu(draft.page)
    draft.page.body.put_cursor(2)
    draft.page.body.menu_opening.emit(menu, draft.page.body.textCursor())
    assert menu.actions()[0].text() == "Take “Lumumbax” out of the newsroom's words"
    draft.desk.articles.apply(draft.edits[0].inverse())
    assert newsroom_words(draft.desk.newsroom.settings, "en") == frozenset()


def test_a_word_may_be_ignored_in_one_article(draft: _Draft) -> None:
    draft.show(an_article(body="oddx"))
    draft.spelling.next_misspelled()
    draft.choose("Ignore “oddx”")
    assert ignored_words(draft.desk.newsroom.settings, draft.article.id) == {"oddx"}
    draft.spelling.next_misspelled()
    until(draft.qtbot, lambda: bool(draft.notices))
    assert draft.notices == ["No misspelled word was found here."]


def test_an_ignored_word_stays_so_and_is_looked_at_again_when_asked(draft: _Draft) -> None:
    draft.show(an_article(body="oddx"))
    draft.spelling.next_misspelled()
    draft.choose("Ignore “oddx”")
    again = DraftSpelling(draft.desk.newsroom.settings, draft.page, Speller(draft.page, judge_by_ending))
    again.serve(draft.page)
    again.show_article(draft.page, draft.article, draft.desk.newsroom.settings)
    again.edit_requested.connect(draft.desk.articles.apply)
    said: list[str] = []
    again.notice.connect(lambda notice: said.append(str(notice)))
    again.next_misspelled()
    until(draft.qtbot, lambda: bool(said), timeout=20_000)
    assert said == ["No misspelled word was found here."]
    menu = QMenu(draft.page)
    draft.page.body.put_cursor(2)
    draft.page.body.menu_opening.emit(menu, draft.page.body.textCursor())
    [action for action in menu.actions() if action.text().startswith("Look at “oddx” again")][-1].trigger()
    assert ignored_words(draft.desk.newsroom.settings, draft.article.id) == frozenset()


def test_the_names_that_an_article_is_tagged_with_are_right(draft: _Draft) -> None:
    draft.show(an_article(body="Narax and Leex spoke", tags=("Narax",), byline=("Jo Leex",)))
    draft.spelling.next_misspelled()
    until(draft.qtbot, lambda: bool(draft.notices), timeout=20_000)
    assert draft.notices == ["No misspelled word was found here."]


def test_the_names_of_an_article_beside_the_open_one_are_right_too(draft: _Draft, qtbot: QtBot) -> None:
    draft.show(an_article(body="Narax spoke", tags=("Narax",), language="en"))
    other = DraftPage()
    qtbot.addWidget(other)
    draft.spelling.serve(other)
    draft.spelling.show_article(other, an_article(tags=("Leex",), language="en"), draft.desk.newsroom.settings)
    draft.speller.ask("en", ["Narax", "Leex"])
    until(draft.qtbot, lambda: not draft.speller.is_asking, timeout=20_000)
    assert [draft.speller.verdict("en", word) for word in ("Narax", "Leex")] == [True, True]
    draft.page.hide()
    draft.spelling.show_article(other, an_article(tags=("Leex",), language="en"), draft.desk.newsroom.settings)
    assert [draft.speller.verdict("en", word) for word in ("Narax", "Leex")] == [False, True]


def test_nothing_wrong_is_said_and_so_is_spelling_that_is_off(draft: _Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    draft.show(an_article(body="all good"))
    draft.spelling.next_misspelled()
    until(draft.qtbot, lambda: bool(draft.notices), timeout=20_000)
    monkeypatch.setenv(OFF_VARIABLE, "1")
    draft.spelling.next_misspelled()
    assert "not checked now" in draft.notices[-1]
