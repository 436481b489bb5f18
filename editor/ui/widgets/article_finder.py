"""Finds an article to link to: a search line, suggestions while it is empty, and the rows to take from."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain.article import Article, ArticleHead
from editor.domain.authorship import Authorship
from editor.domain.labels import IMAGE_BY_AI, REPORTED_BY_AI
from editor.domain.one_language import is_one_language
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.dates import format_instant
from editor.i18n.interface import interface_language, ntr, tr, words
from editor.ui import icons, theme
from editor.ui.jobs import Latest
from editor.ui.offers import Offer
from editor.ui.widgets.ai_label import label_words
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.offer_list import OfferList, OfferRow

if TYPE_CHECKING:
    from editor.ui.jobs import Jobs
    from editor.ui.offers import Offers

SEARCH_MS = 120  # after the last key in the search line
REFRESH_MS = 1500  # after the last change of the article
AT_LATEST_MS = 6000  # after the first one, while somebody writes on and on


class ArticleFinder(QWidget):
    """Made by panels that link. `picked` carries the id of the article to link; `settled` whether any is offered now.

    Searching and suggesting are jobs, the newest wish wins; typing in the draft never waits for either. `for_set` finds
    what can come to the article's translation set: suggested is then what is in another language.
    """

    picked = Signal(str)
    closed = Signal()
    settled = Signal(bool)

    def __init__(
        self, name: str, offers: Offers, jobs: Jobs, *, needs_date: bool = False, for_set: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self._offers_of = offers
        self._needs_date = needs_date
        self._for_set = for_set
        self._article: Article | None = None
        self._zone = "UTC"
        self._offers: list[Offer] = []
        self._asked = ""
        self._answered = ""  # what the offers on screen were asked with
        self._is_busy = False
        self._trouble: Exception | None = None
        self._lane = Latest(jobs, self)
        self._search_timer = self._timer(SEARCH_MS)
        self._refresh_timer = self._timer(REFRESH_MS)
        self._latest_timer = self._timer(AT_LATEST_MS)
        self._search_timer.timeout.connect(self.look)
        for timer in (self._refresh_timer, self._latest_timer):
            timer.timeout.connect(self._on_due)
        self._build(name)
        self.retranslate()

    def show_article(self, article: Article | None, zone: str) -> None:
        """Find for another article, showing dates in `zone`."""
        is_another = article is None or self._article is None or article.id != self._article.id
        self._zone = zone
        if is_another:
            self._article = article
            self._offers = []
            self._line.clear()
            self.look()
        elif article is not None:
            self.follow(article)

    def follow(self, article: Article) -> None:
        """Take in that the article changed; suggestions come anew in a quiet moment, or after six seconds."""
        taken_before = _linked(self._article)
        self._article = article
        if _linked(article) != taken_before:
            self._show()
        self._refresh_timer.start()
        if not self._latest_timer.isActive():
            self._latest_timer.start()

    @Slot()
    def look(self) -> None:
        """Ask for what the search line says, or for suggestions."""
        for timer in (self._search_timer, self._refresh_timer, self._latest_timer):
            timer.stop()
        article, asked = self._article, self._line.text().strip()
        if article is None or not self.isVisible():
            return
        self._is_busy, self._trouble = True, None
        self._asked = asked
        work = partial(self._offers_of.found, article, asked) if asked else partial(self._offers_of.suggested, article)
        self._lane.submit(work, title=say("Finding articles"), done=self._on_found, failed=self._on_failed)
        self._say_state()

    def focus_search(self) -> None:
        """Put the cursor into the search line, its words selected."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._line.setPlaceholderText(tr("Find an article to link"))
        self._line.setAccessibleName(tr("Find an article to link"))
        self._list.setAccessibleName(tr("Articles that can be linked"))
        self._list.setToolTip(tr("Enter links the chosen article"))
        self._show()

    @Slot(object)
    def _on_found(self, offers: list[Offer]) -> None:
        self._is_busy, self._answered = False, self._asked
        self._offers = offers if self._asked else [offer for offer in offers if self._is_suggested(offer.head)]
        self._show()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._is_busy, self._trouble = False, error
        self._offers = []
        self._show()
        if not isinstance(error, UserError | Fault):
            raise error

    @Slot()
    def _on_due(self) -> None:
        if self._list.is_in_use():
            self._refresh_timer.start()  # nothing moves under a hand that is about to choose
        else:
            self.look()

    @Slot()
    def _on_edited(self) -> None:
        self._search_timer.start()

    @Slot()
    def _on_entered(self) -> None:
        self._list.choose_first()
        if self._list.current_id():
            self._list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_left_upward(self) -> None:
        self._line.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _show(self) -> None:
        linked = _linked(self._article)
        self._list.show_rows([self._row(offer, linked) for offer in self._offers])
        self._say_state()

    def _is_suggested(self, head: ArticleHead) -> bool:
        if self._for_set and self._article is not None:
            return not is_one_language(head.language, self._article.language)
        return head.published is not None or not self._needs_date

    def _is_taken(self, head: ArticleHead, linked: Collection[str]) -> bool:
        if self._for_set and self._article is not None:
            return head.translation_set == self._article.translation_set
        return head.id in linked

    def _row(self, offer: Offer, linked: Collection[str]) -> OfferRow:
        head = offer.head
        return OfferRow(
            id=head.id,
            headline=head.headline or tr("No headline yet"),
            note=words(offer.reason) if offer.reason else self._note(head),
            language=head.language,
            labels=_labels(head),
            is_taken=self._is_taken(head, linked),
        )

    def _note(self, head: ArticleHead) -> str:
        shown = interface_language()
        parts = [words(STATUS_WORDS[head.status]), language_words(head.language)]
        if head.published is not None:
            parts.insert(1, format_instant(head.published, self._zone, shown, form="date"))
        return " · ".join(parts)

    def _say_state(self) -> None:
        if self._trouble is not None:
            said = str(self._trouble) if isinstance(self._trouble, UserError | Fault) else tr("The search failed.")
        elif self._is_busy and (not self._offers or self._answered != self._asked):
            said = tr("Looking…")
        elif self._asked:
            found = len(self._offers)
            said = ntr("{n} article found", "{n} articles found", found) if found else tr("No article has these words")
        elif self._offers:
            said = tr("Suggested for this article")
        elif self._article is not None and _says_something(self._article):
            said = tr("No article here is close to this one")
        else:
            said = tr("No suggestions yet: they come with a headline, tags and text")
        self._state.setText(said)
        self._list.setVisible(bool(self._offers))
        if not self._is_busy:
            self.settled.emit(bool(self._offers))

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _build(self, name: str) -> None:
        self._line = _SearchLine(f"{name}.search")
        self._line.textEdited.connect(self._on_edited)
        self._line.left_downward.connect(self._on_entered)
        self._line.given_up.connect(self.closed)
        self._line.cleared.connect(self.look)
        self._state = QLabel()
        self._state.setObjectName(f"{name}.state")
        self._state.setProperty("role", "section")
        self._state.setWordWrap(True)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._list = OfferList(f"{name}.offers")
        self._list.taken.connect(self.picked)
        self._list.left_upward.connect(self._on_left_upward)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GRID, 0, 0)
        column.setSpacing(0)
        inset = QVBoxLayout()
        inset.setContentsMargins(2 * theme.GRID, 0, 2 * theme.GRID, theme.GRID)
        inset.setSpacing(theme.GRID)
        inset.addWidget(self._line)
        inset.addWidget(self._state)
        column.addLayout(inset)
        column.addWidget(self._list, 1)
        column.addStretch(0)
        self.setFocusProxy(self._line)


class _SearchLine(QLineEdit):
    """The search line: Down and Enter go to the rows, Escape clears it, and leaves once it is empty."""

    left_downward = Signal()
    given_up = Signal()
    cleared = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setClearButtonEnabled(True)
        glass = QAction(icons.icon("search", "muted"), "", self)
        self.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_downward.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
                self.cleared.emit()
            else:
                self.given_up.emit()
        else:
            super().keyPressEvent(event)


def _linked(article: Article | None) -> frozenset[str]:
    return frozenset(link.article for link in article.links if link.article) if article else frozenset()


def _says_something(article: Article) -> bool:
    """Say whether there is anything that suggestions could go by."""
    return bool(article.tags or (article.headline + article.standfirst + article.body).strip())


def _labels(head: ArticleHead) -> tuple[str, ...]:
    reported = (REPORTED_BY_AI,) if head.authorship is Authorship.AI_GENERATED else ()
    pictured = (IMAGE_BY_AI,) if head.hero_is_ai else ()
    return tuple(label_words(key) for key in (*reported, *pictured))
