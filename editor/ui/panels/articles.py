"""All articles of the newsroom: found, begun, opened, moved along and thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QToolButton, QVBoxLayout
from typing_extensions import override

from editor.core.clock import Clock
from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.domain.article import Article, ArticleHead, Status
from editor.domain.edits import WRITTEN_FIELDS, Change, CreateArticle
from editor.domain.linking import put_on_timeline
from editor.domain.query import ArticleQuery, SortBy
from editor.domain.settings import NewsroomSettings
from editor.i18n.interface import ntr, tr
from editor.services.reading import Choices
from editor.ui import icons, theme
from editor.ui.collation import choices_of, in_order, language_of
from editor.ui.jobs import Latest
from editor.ui.keys import tip
from editor.ui.panel import Panel, Search
from editor.ui.widgets import bulk_edits
from editor.ui.widgets.article_delegate import THUMB
from editor.ui.widgets.article_filters import ArticleFilters
from editor.ui.widgets.article_list import ArticleList
from editor.ui.widgets.article_menu import ArticleMenu
from editor.ui.widgets.article_model import ArticleModel
from editor.ui.widgets.elided_label import ElidedLabel
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.thumbnails import Thumbnails
from editor.ui.widgets.trashed_article import TrashedArticle
from editor.ui.widgets.typing_pace import Timers

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.services.articles import Articles
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.ui.jobs import Jobs

_FALLBACK_LANGUAGE = "en"
_TYPING = WRITTEN_FIELDS | {"slug"}  # a draft's address follows its headline, and no row shows it


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlesTools:
    """What the list needs of the desk."""

    articles: Articles
    images: Images
    newsroom: Newsroom
    clock: Clock
    can_write: bool


@dataclass(frozen=True, slots=True)
class _Listed:
    heads: list[ArticleHead]
    choices: Choices
    is_empty: bool


class ArticlesPanel(Panel):
    """The list on the left. Heads are read on a job's thread; the newest question wins."""

    def __init__(self, tools: ArticlesTools, jobs: Jobs, timers: Timers | None = None) -> None:
        super().__init__()
        self.setObjectName("articles")
        self._tools = tools
        self._lane = Latest(jobs, self)
        self._article: Article | None = None
        self._wanted = ""
        self._must_sort = True
        self._is_order_old = False
        self._sorts_later = False
        self._filters = ArticleFilters(timers)
        self._model = ArticleModel(self)
        self._thumbnails = Thumbnails(tools.images, jobs, 2 * THUMB.width(), self)
        self._list = ArticleList(self._model, self._thumbnails)
        self._menu = ArticleMenu(self)
        self._new = QPushButton()
        self._restore = QPushButton()  # in the place of the other while the trash is shown
        self._more = QToolButton()
        self._count = ElidedLabel()
        self._states = QStackedWidget()
        self._empty = EmptyState("articles", Message(), Message())
        self._on_empty = self._new_article
        self._lay_out()
        self._connect()
        self.retranslate()
        self._empty.show_words(say("Reading the newsroom"), Message())
        self._states.setCurrentWidget(self._empty)
        self._look()

    @override
    def show_article(self, article: Article | None) -> None:
        self._article = article
        self._model.set_open(article.id if article else "")
        if article is None:
            return
        if self._model.row_of(article.id) < 0:
            self._wanted = article.id
        else:
            self._list.choose(article.id)
        self._sort_anew()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        self._article = article
        if change.images:
            self._thumbnails.forget(change.images)
            self._list.viewport().update()
        is_typing = bool(change.articles) and change.fields <= _TYPING
        if is_typing and article is not None and change.articles == {article.id}:
            self._model.follow(article)
            self._is_order_old = True
        elif change.articles or change.images or change.settings:
            self._look(keeps_order=True)

    @override
    def search(self, step: Search) -> bool:
        if step is Search.BEGIN:
            self._filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return step is Search.BEGIN

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(tr("Articles"))
        self._filters.retranslate()
        self._menu.retranslate()
        self._list.setAccessibleName(tr("Articles"))
        self._new.setText(tr("New article"))
        self._new.setToolTip(tip(tr("Begin an article"), "article.new", "Ctrl+N"))
        self._restore.setText(tr("Restore"))
        self._restore.setToolTip(tip(tr("Take the selected articles out of the trash"), "articles.restore", "Return"))
        self._more.setText(tr("Actions"))
        self._more.setAccessibleName(tr("What to do with the selected articles"))
        self._more.setToolTip(tr("What to do with the selected articles"))
        self._empty.retranslate()
        self._count_selected()
        self._list.viewport().update()

    @override
    def settle(self) -> None:
        """Hold nothing back: the list has no words of its own."""

    def _lay_out(self) -> None:
        self.setFocusProxy(self._filters.search)
        self._new.setObjectName("articles.new")
        self._new.setProperty("kind", "quiet")
        self._new.setIcon(icons.icon("new-article", "accent"))
        self._new.setEnabled(self._tools.can_write)
        self._restore.setObjectName("articles.restore")
        self._restore.setProperty("kind", "quiet")
        self._restore.setIcon(icons.icon("undo", "accent"))
        self._restore.hide()
        self._more.setObjectName("articles.actions")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._more.setIcon(icons.icon("more", "muted"))
        self._more.setMenu(self._menu)
        self._count.setProperty("role", "muted")
        self._states.addWidget(self._list)
        self._states.addWidget(self._empty)
        bottom = QHBoxLayout()
        bottom.setContentsMargins(theme.GRID, 4, theme.GRID, 4)
        bottom.addWidget(self._new)
        bottom.addWidget(self._restore)
        bottom.addWidget(self._count, 1)
        bottom.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._filters)
        column.addWidget(_hairline())
        column.addWidget(self._states, 1)
        column.addWidget(_hairline())
        column.addLayout(bottom)

    def _connect(self) -> None:
        self._filters.changed.connect(self._look)
        self._filters.left_downward.connect(self._on_left_downward)
        self._list.opened.connect(self.article_requested)
        self._list.written.connect(self.writing_requested)
        self._list.asked.connect(self._on_asked)
        self._restore.clicked.connect(self._on_restore)
        self._list.left_upward.connect(self._filters.search.setFocus)
        self._list.menu_asked.connect(self._on_menu)
        self._list.mouse_left.connect(self._on_mouse_left)
        self._list.selected.connect(self._count_selected)
        self._menu.aboutToShow.connect(self._allow)
        self._menu.asked.connect(self._on_asked)
        self._menu.status_asked.connect(self._on_status)
        self._menu.translation_asked.connect(self._on_translate)
        self._new.clicked.connect(self._new_article)
        self._empty.action_requested.connect(self._on_empty_action)

    def _look(self, *, keeps_order: bool = False) -> None:
        """Ask for the heads that the filters let through; `keeps_order` leaves the rows where the person has them."""
        self._must_sort = self._must_sort or not keeps_order
        self._lane.submit(
            partial(_listed, self._tools.articles, self._tools.newsroom.settings, self._filters.query),
            title=say("Listing articles"),
            done=self._on_listed,
            failed=self._on_failed,
        )

    def _sort_anew(self) -> None:
        """Put the rows in order again once another article is open, but never under the mouse."""
        self._sorts_later = self._is_order_old and self._list.underMouse()
        if self._is_order_old and not self._sorts_later:
            self._look()

    def _on_listed(self, listed: _Listed) -> None:
        self._model.set_clock(self._tools.newsroom.settings.display_zone, self._tools.clock.now())
        self._filters.offer(listed.choices)
        self._is_order_old = not self._list.show_heads(listed.heads, keeps_order=not self._must_sort)
        self._must_sort = False
        self._model.set_open(self._article.id if self._article else "")
        if self._wanted and self._model.row_of(self._wanted) >= 0:
            self._list.choose(self._wanted)
            self._wanted = ""
        if listed.heads:
            self._states.setCurrentWidget(self._list)
        else:
            self._say_empty(is_empty=listed.is_empty)
        self._count_selected()

    def _on_failed(self, error: Exception) -> None:
        self._empty.show_words(
            say("The list could not be read"), say("The articles are safe on disk."), say("Try again")
        )
        self._on_empty = self._look
        self._states.setCurrentWidget(self._empty)
        if isinstance(error, UserError | Fault):
            self.notice.emit(error)
        else:
            raise error

    def _say_empty(self, *, is_empty: bool) -> None:
        self._on_empty = self._filters.clear
        if self._filters.is_narrowed or (not is_empty and not self._filters.query.in_trash):
            self._empty.show_words(
                say("Nothing found"), say("No article fits the search and the filters."), say("Show all articles")
            )
        elif self._filters.query.in_trash:
            self._empty.show_words(
                say("The trash is empty"),
                say("What you delete waits here and can be restored."),
                say("Show all articles"),
            )
        else:
            self._empty.show_words(
                say("No articles yet"),
                say("Write the first one, or take in files: choose File, Take in, or drop them on the window."),
                say("New article") if self._tools.can_write else None,
            )
            self._on_empty = self._new_article
        self._states.setCurrentWidget(self._empty)

    def _count_selected(self) -> None:
        chosen, listed = self._list.count_chosen(), len(self._model.heads)
        self._more.setEnabled(bool(chosen))
        in_trash = self._filters.query.in_trash and bool(listed)
        self._new.setVisible(not in_trash)
        self._restore.setVisible(in_trash)
        self._restore.setEnabled(bool(chosen) and self._tools.can_write)
        if chosen > 1:
            self._count.show_text(ntr("{n} selected", "{n} selected", chosen))
        else:
            self._count.show_text(ntr("{n} article", "{n} articles", listed) if listed else "")

    def _allow(self) -> None:
        chosen = self._list.chosen()
        languages: list[str] = []
        if len(chosen) == 1 and chosen[0].trashed_at is None:
            have = {member.language for member in self._tools.articles.members(chosen[0].translation_set)}
            editions = (edition.locale for edition in self._tools.newsroom.settings.editions)
            languages = [tag for tag in dict.fromkeys([*editions, *self._filters.languages()]) if tag not in have]
        open_id = self._article.id if self._article else ""
        self._menu.allow(chosen, languages, can_write=self._tools.can_write, open_id=open_id)

    def _on_menu(self, place: QPoint) -> None:
        if self._list.chosen():
            self._menu.popup(place)

    def _on_mouse_left(self) -> None:
        if self._sorts_later:
            self._sort_anew()

    def _on_left_downward(self) -> None:
        self._list.setFocus()
        self._list.choose_first()

    def _on_empty_action(self) -> None:
        self._on_empty()

    def _on_asked(self, what: str) -> None:
        chosen, at = self._list.chosen(), self._tools.clock.now()
        match what:
            case "open":
                self.article_requested.emit(chosen[0].id)
            case "duplicate":
                self._on_duplicate()
            case "timeline":
                self._on_timeline([head.id for head in chosen])
            case "publish":
                self._make(bulk_edits.publish(chosen, self._tools.articles.get, at))
            case "withdraw":
                self._make(bulk_edits.withdraw(chosen, self._tools.articles.get, at))
            case "book":
                self.action_requested.emit(f"hand.book.{','.join(head.id for head in chosen)}")
            case "trash":
                self._on_trash()
            case "restore":
                self._on_restore()
            case "read" if len(chosen) == 1:
                restore = self._on_restore if self._tools.can_write else None
                TrashedArticle(self._tools.articles.get(chosen[0].id), self, restore).open()

    def _on_restore(self) -> None:
        """Take what is chosen out of the trash, and open it where it is one; who only reads is shown its words."""
        chosen = [head for head in self._list.chosen() if head.trashed_at is not None]
        if chosen and self._tools.can_write:
            self._make(bulk_edits.restore(chosen))
            found = self._tools.articles.find(chosen[0].id)
            if len(chosen) == 1 and found is not None and found.trashed_at is None:  # it may have been refused
                self.article_requested.emit(found.id)
        elif len(chosen) == 1:
            self._on_asked("read")

    def _on_timeline(self, ids: list[str]) -> None:
        if self._article is None:
            return
        others = [one for one in ids if one != self._article.id]
        edit = put_on_timeline(self._article, others, [self._tools.clock.new_id() for _ in others])
        if edit is None:
            self.notice.emit(say("This article is on the timeline already."))
        else:
            self.edit_requested.emit(edit)

    def _on_status(self, status: Status) -> None:
        self._make(bulk_edits.set_status(self._list.chosen(), status))

    def _on_trash(self) -> None:
        chosen = [head for head in self._list.chosen() if head.trashed_at is None]
        if chosen and self._tools.can_write:
            row = self._model.row_of(chosen[-1].id)
            after = self._model.heads[row + 1 :] or self._model.heads[: max(row - len(chosen) + 1, 0)][-1:]
            self._wanted = after[0].id if after else ""
            self._make(bulk_edits.trash(chosen, self._tools.clock.now()))

    def _make(self, bulk: bulk_edits.Bulk) -> None:
        if bulk.left_out is not None:
            self.notice.emit(bulk.left_out)  # first: what the edit is refused for must stay in sight
        if bulk.edit is not None:
            self.edit_requested.emit(bulk.edit)

    def _new_article(self) -> None:
        editions = self._tools.newsroom.settings.editions
        first = editions[0].locale if editions else _FALLBACK_LANGUAGE
        language = self._article.language if self._article else first
        self._begin(self._tools.articles.blank(language), say("New article"))

    def _on_duplicate(self) -> None:
        if len(chosen := self._list.chosen()) == 1 and self._tools.can_write:
            self._begin(self._tools.articles.copy_of(self._tools.articles.get(chosen[0].id)), say("Duplicate"))

    def _on_translate(self, language: str) -> None:
        self.article_requested.emit(self._list.chosen()[0].id)
        self.action_requested.emit(f"translation.new.{language}")

    def _begin(self, article: Article, label: Message) -> None:
        self.edit_requested.emit(CreateArticle(article, label, self._tools.clock.now()))
        if self._tools.articles.find(article.id) is not None:
            self.writing_requested.emit(article.id)


def _listed(articles: Articles, settings: NewsroomSettings, query: ArticleQuery, context: JobContext) -> _Listed:
    heads = articles.heads(query)
    if query.sort is SortBy.HEADLINE:
        heads = in_order(heads, language_of(settings), lambda head: head.headline)
        heads = heads[::-1] if query.descending else heads
    choices = choices_of(articles, settings, context)
    return _Listed(heads, choices, is_empty=not heads and not any(articles.counts().values()))


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line
