"""Spelling in the draft: which words are accepted, the menu over a misspelled one, and the way to the next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from editor.core.messages import Message, say
from editor.domain.edits import EditSettings
from editor.domain.spelling import (
    ignored_words,
    is_listed,
    newsroom_words,
    plain_word,
    with_ignored,
    with_word,
    without_word,
)
from editor.i18n.interface import tr, words
from editor.services.prose_words import words_in
from editor.ui import dictionary_shelf
from editor.ui.speller import Speller
from editor.ui.spelling_worker import SuggestionsMade
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.field_spelling import FieldSpelling

if TYPE_CHECKING:
    from editor.domain.article import Article
    from editor.domain.settings import NewsroomSettings


# Where the body stands among a page's fields.
_BODY = 2


@dataclass(slots=True)
class _Seeking:
    """The way to the next misspelled word: in which field, from where on, and whether it went round once."""

    one: FieldSpelling
    at: int
    is_round: bool = False


class DraftSpelling(QObject):
    """Made by the draft; serves all of its pages with one process.

    `edit_requested` carries the edit that adds a word to the newsroom's, `notice` what there is to say.
    """

    edit_requested = Signal(object)
    notice = Signal(object)

    def __init__(self, settings: NewsroomSettings, parent: QObject, speller: Speller | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._article: Article | None = None
        self._speller = speller or Speller(self)
        self._pages: dict[DraftPage, list[FieldSpelling]] = {}
        self._articles: dict[DraftPage, Article] = {}  # by the first view of each page
        self._page: DraftPage | None = None
        self._menu: QMenu | None = None
        self._asked = ("", "")
        self._replaced = QTextCursor()
        self._seeking: _Seeking | None = None
        self._speller.suggested.connect(self._on_suggested)
        self._speller.judged.connect(self._on_judged)
        shelf = dictionary_shelf.shelf()
        shelf.dictionaries_changed.connect(self._speller.forget)
        shelf.switched.connect(self._show)
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._speller.close)
        self.destroyed.connect(self._speller.close)

    def serve(self, page: DraftPage) -> None:
        """Mind the spelling of a page's fields; those of a second view have that of the first."""
        views = list(page.fields().values())
        fields = self._pages.get(page.views[0])
        if fields is None:
            fields = [FieldSpelling(field, self._speller) for field in views]
        else:
            for one, view in zip(fields, views, strict=True):
                one.add(view)
        self._pages[page] = fields
        for one, view in zip(fields, views, strict=True):
            view.menu_opening.connect(partial(self._on_menu, one))
            page.verticalScrollBar().valueChanged.connect(one.look_again)

    def show_article(self, page: DraftPage, article: Article, settings: NewsroomSettings) -> None:
        """Judge the words of `page` by the language of its article and the newsroom's own words."""
        is_new = (page, article.id, article.language) != (
            self._page,
            self._article.id if self._article else "",
            self._article.language if self._article else "",
        )
        self._page, self._article, self._settings = page, article, settings
        self._articles[page.views[0]] = article
        self._speller.accept(
            article.language, newsroom_words(settings, article.language) | self._names(article.language)
        )
        self._speller.ignore(article.id, ignored_words(settings, article.id))
        if is_new:
            self._show()

    def next_misspelled(self) -> None:
        """Select the next misspelled word from the cursor on, round to the beginning, and offer what may be meant."""
        fields = self._pages.get(self._page, []) if self._page is not None else []
        if not dictionary_shelf.shelf().is_on or not fields:
            self.notice.emit(say("The spelling is not checked now. The Edit menu switches it on."))
            return
        one = next((one for one in fields if one.field.hasFocus()), fields[_BODY])
        self._seeking = _Seeking(one, one.field.textCursor().selectionEnd())
        self._seek()

    def _names(self, language: str) -> frozenset[str]:
        """Return the words that the articles on show in this language name themselves by: there may be two."""
        shown = [
            article
            for page, article in self._articles.items()
            if article is self._article or any(view.isVisible() for view in page.views)
        ]
        return frozenset().union(*(_names(article) for article in shown if article.language == language))

    def _show(self) -> None:
        if self._page is None or self._article is None:
            return
        language = self._article.language if dictionary_shelf.shelf().is_on else ""
        for one in self._pages.get(self._page, []):
            one.show(language, self._article.id)

    def _seek(self) -> None:
        """Look on for the next misspelled word, until it is found or words must be judged first."""
        seeking = self._seeking
        while seeking is not None:
            found, at = seeking.one.next_misspelled(seeking.at)
            if self._speller.is_asking:
                seeking.at = at
                return  # the answer goes on with it
            if found is not None:
                self._seeking = None
                self._offer(seeking.one, found)
                return
            if at == seeking.at or (at < 0 and seeking.is_round):
                self._seeking = None
                self.notice.emit(say("No misspelled word was found here."))
                return
            seeking.is_round = seeking.is_round or at < 0
            seeking.at = max(at, 0)

    def _offer(self, one: FieldSpelling, found: QTextCursor) -> None:
        one.field.setFocus()
        one.field.setTextCursor(found)
        one.field.ensureCursorVisible()
        self._open_menu(one, found)

    def _open_menu(self, one: FieldSpelling, cursor: QTextCursor) -> None:
        menu = QMenu(one.field)
        menu.aboutToHide.connect(menu.deleteLater)
        self._on_menu(one, menu, cursor)
        menu.popup(one.field.viewport().mapToGlobal(one.field.cursorRect().bottomLeft()))

    def _on_judged(self) -> None:
        for page, fields in self._pages.items():
            if page.isVisible():
                for one in fields:
                    one.look_again()
        if self._seeking is not None and not self._speller.is_asking:
            self._seek()

    def _on_menu(self, one: FieldSpelling, menu: QMenu, cursor: QTextCursor) -> None:
        """Put at the head of a menu what concerns the word that it was asked for."""
        article = self._article
        if article is None or one.field.isReadOnly():
            return
        first = menu.actions()[0] if menu.actions() else None
        wrong = one.misspelled_at(cursor)
        if wrong is None:
            word = one.word_at(cursor)
            if word and is_listed(word, newsroom_words(self._settings, article.language)):
                taken = say("Take “{word}” out of the newsroom's words", word=word)
                self._add(menu, first, taken, partial(self._change_words, word, adds=False))
            if plain_word(word) in ignored_words(self._settings, article.id):
                again = say("Look at “{word}” again in this article", word=word)
                self._add(menu, first, again, partial(self._ignore, word, again, is_ignored=False))
            return
        word = wrong.selectedText()
        self._menu, self._asked, self._replaced = menu, (article.language, word), wrong
        waiting = QAction(tr("Looking for suggestions…"), menu)
        waiting.setObjectName("spelling.waiting")
        waiting.setEnabled(False)
        menu.insertAction(first, waiting) if first else menu.addAction(waiting)
        added = say("Add “{word}” to the newsroom's words", word=word)
        self._add(menu, first, added, partial(self._change_words, word, adds=True))
        ignored = say("Ignore “{word}” in this article", word=word)
        self._add(menu, first, ignored, partial(self._ignore, word, ignored, is_ignored=True))
        if first is not None:
            menu.insertSeparator(first)
        self._speller.suggest(article.language, word)

    def _add(self, menu: QMenu, before: QAction | None, text: Message, slot: partial[None]) -> None:
        action = QAction(words(text).replace("&", "&&"), menu)
        action.triggered.connect(slot)
        menu.insertAction(before, action) if before else menu.addAction(action)

    def _on_suggested(self, made: SuggestionsMade) -> None:
        menu = self._menu
        if menu is None or not isValid(menu) or (made.language, made.word) != self._asked:
            return
        waiting = menu.findChild(QAction, "spelling.waiting")
        if waiting is None:
            return
        if not made.suggestions:
            waiting.setText(tr("No suggestion"))
            return
        for suggestion in made.suggestions:
            action = QAction(suggestion.replace("&", "&&"), menu)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(partial(self._replace, suggestion))
            menu.insertAction(waiting, action)
        menu.setActiveAction(menu.actions()[0])
        menu.removeAction(waiting)

    def _replace(self, suggestion: str) -> None:
        self._replaced.insertText(suggestion)

    def _ignore(self, word: str, label: Message, *, is_ignored: bool) -> None:
        if self._article is not None:
            after = with_ignored(self._settings, self._article.id, word, is_ignored=is_ignored)
            self.edit_requested.emit(EditSettings(self._settings, after, label))

    def _change_words(self, word: str, *, adds: bool) -> None:
        if self._article is None:
            return
        change = with_word if adds else without_word
        after = change(self._settings, self._article.language, word)
        label = say("Add “{word}” to the newsroom's words", word=word)
        taken = say("Take “{word}” out of the newsroom's words", word=word)
        self.edit_requested.emit(EditSettings(self._settings, after, label if adds else taken))


def _names(article: Article) -> frozenset[str]:
    """Return the words that the article names itself by: of its tags, its section and who wrote it."""
    named = " ".join((*article.tags, article.section, *article.byline))
    return frozenset(plain_word(word.text) for word in words_in(named))
