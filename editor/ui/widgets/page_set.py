"""The pages of the articles that were shown last, each with its own cursor, selection, scrolling and undo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from editor.domain.article import Article
from editor.ui.widgets.autosave import Autosave
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.typing_pace import Timers, TypingPace

KEPT = 12


@dataclass(slots=True)
class _Open:
    """One page, what saves it, and the article that it shows ("" while it is blank)."""

    page: DraftPage
    autosave: Autosave
    article: str = ""


class PageSet(QStackedWidget):
    """Made by the draft. Going from one article to another shows another page: no text is laid out again.

    A page of its own costs some megabytes at most, where swapping the document of one page lays 20,000 words out anew
    (0.2 s, against 10 ms). `KEPT` articles keep theirs; of the others only the place of the cursor is known.
    The signals are those of `Autosave`, whichever page they come from; `prepare` is called with each page once.
    """

    edit_ready = Signal(object)
    typed = Signal(object)
    collided = Signal(object)

    def __init__(self, prepare: Callable[[DraftPage], None], timers: Timers | None = None) -> None:
        super().__init__()
        self._prepare = prepare
        self._timers = timers
        self._places: dict[str, int] = {}  # where the cursor stood, by article, in pages that show another one now
        self._kept: list[_Open] = []  # the one shown last comes first
        self._make()

    @property
    def page(self) -> DraftPage:
        """Return the page of the article that was shown last."""
        return self._kept[0].page

    @property
    def articles(self) -> frozenset[str]:
        """Return the ids of the articles that have their page."""
        return frozenset(one.article for one in self._kept if one.article)

    def show_article(self, article: Article) -> None:
        """Turn to the page of `article`; what changed while another was shown is taken over into it.

        The keyboard comes along where it was in another page: to where it was in this one, at first to the body.
        """
        found = next((one for one in self._kept if one.article == article.id), None)
        is_new = found is None
        if found is None:
            found = self._free()
            found.article = article.id
            found.autosave.show(article)
            found.page.begin_at(self._places.pop(article.id, None))
        elif found is not self._kept[0]:
            found.page.keep_scroll()
        self._kept.remove(found)
        self._kept.insert(0, found)
        self.setCurrentWidget(found.page)
        if is_new and found.page.isAncestorOf(QApplication.focusWidget() or self):
            found.page.first_field().setFocus()
        found.page.lower()  # the pages' fields share their names: who looks for one by name finds this page's first
        found.autosave.take(article)

    def take(self, article: Article) -> None:
        """Take in the article as it is stored now, where it has a page."""
        for one in self._kept:
            if one.article == article.id:
                one.autosave.take(article)

    def settle(self) -> None:
        """Send out everything that is typed and not stored, on every page."""
        for one in self._kept:
            one.autosave.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for one in self._kept:
            one.page.retranslate()

    def _free(self) -> _Open:
        """Return a page to show another article on: the first that was blank, a new one, or the longest unseen."""
        if not self._kept[0].article:
            return self._kept[0]
        if len(self._kept) < KEPT:
            return self._make()
        for one in reversed(self._kept[1:]):
            if not one.autosave.unsaved():
                self._places[one.article] = one.page.body.textCursor().position()
                return one
        return self._make()  # nothing that the disk refused is given up for room

    def _make(self) -> _Open:
        page = DraftPage()
        made = _Open(page, Autosave(page.fields(), TypingPace(self, self._timers), self))
        made.autosave.edit_ready.connect(self.edit_ready)
        made.autosave.typed.connect(self.typed)
        made.autosave.collided.connect(self.collided)
        self._kept.append(made)
        self.addWidget(page)
        self._prepare(page)
        return made
