"""The article as it is written: its words on one page, what it says of itself above them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.clock import Clock
from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain import workflow
from editor.domain.article import Article, Correction, Status
from editor.domain.edits import WRITTEN_FIELDS, Change, CreateArticle, EditArticle, change_article
from editor.domain.signing import change_signer, sign_off
from editor.i18n.interface import tr
from editor.i18n.page_words import LOCALES
from editor.services.reading import Choices
from editor.ui.collation import choices_of
from editor.ui.file_dialogs import ask_files
from editor.ui.jobs import Latest
from editor.ui.page_look import PageLook
from editor.ui.panel import Beside, Panel, Search, Split
from editor.ui.widgets.answering import Answering
from editor.ui.widgets.body_intake import BodyIntake
from editor.ui.widgets.draft_details import DraftDetails
from editor.ui.widgets.draft_header import DraftHeader
from editor.ui.widgets.draft_page import DraftPage
from editor.ui.widgets.draft_spelling import DraftSpelling
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.field_change import FieldChange
from editor.ui.widgets.lull import Lull
from editor.ui.widgets.markdown_bar import MarkdownBar
from editor.ui.widgets.more_below import MoreBelow
from editor.ui.widgets.offered_picture import OfferedPicture, picture_kinds
from editor.ui.widgets.page_search import PageSearch
from editor.ui.widgets.page_set import PageSet
from editor.ui.widgets.rezoning import fields_in_zone
from editor.ui.widgets.typing_pace import Timers

if TYPE_CHECKING:
    from editor.services.articles import Articles
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.ui.jobs import Jobs

_SETTLED_FIELDS = frozenset({"section", "tags", "byline", "language"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftTools:
    """What the draft needs of the desk."""

    articles: Articles
    images: Images
    newsroom: Newsroom
    clock: Clock
    person: str
    can_write: bool


class DraftPanel(Panel):
    """Where an article is written. What is typed is sent out by `Autosave`, everything else at once."""

    def __init__(self, tools: DraftTools, jobs: Jobs, timers: Timers | None = None) -> None:
        super().__init__()
        self.setObjectName("draft")
        self._tools = tools
        self._jobs = jobs
        self._lookups = Latest(jobs, self)
        self._looking_up = Lull(self, self._look_up_choices, timers)  # once the words are painted
        self._article: Article | None = None
        self._choices = Choices()
        self._settings = tools.newsroom.settings
        self._look = PageLook()
        self._line = 0
        self._header = DraftHeader()
        self._details = DraftDetails()
        self._bar = MarkdownBar()
        self._spelling = DraftSpelling(self._settings, self)
        self._search = PageSearch(jobs, self, timers)
        self._pages = PageSet(self._prepare, timers)
        Answering(self._pages, tools.articles.find, self, timers)
        self._empty = EmptyState(
            "draft",
            say("Nothing is open"),
            say("Choose an article on the left, or begin a new one."),
            say("New article") if tools.can_write else None,
        )
        self._states = QStackedWidget()
        self._fold = MoreBelow()
        self._under_bar = _hairline()
        self._lay_out()
        self._connect()
        self._set_writable()
        self.retranslate()
        self.show_article(None)

    @override
    def show_article(self, article: Article | None) -> None:
        is_other = article is None or self._article is None or article.id != self._article.id
        if article is None and self._article is not None:
            self._pages.leave(self._article.id)
        self._article = article
        if is_other:
            self._details.forget()
        if article is not None:
            self._pages.show_article(article)
            self._turn()
        self._show_fields()
        if article is None:
            self._search.turn_to(None)
            self._states.setCurrentWidget(self._empty)
            self.setFocusProxy(self._empty)
            return
        self._states.setCurrentIndex(1)
        if is_other:
            self._looking_up.want()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        if change.settings:
            self._settings = self._tools.newsroom.settings
        self._follow_elsewhere(change)
        if article is None or self._article is None or article.id != self._article.id:
            self.show_article(article)
            return
        self._article = article
        self._pages.take(article)
        if change.fields <= WRITTEN_FIELDS and not change.settings:
            self._header.show_written(article)
            self._details.show_sign_off(article)
            return
        self._show_fields()
        if change.fields & _SETTLED_FIELDS:
            self._look_up_choices()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(tr("Draft"))
        for part in (self._pages, self._header, self._details, self._bar, self._search.bar, self._empty):
            part.retranslate()
        if self._article is not None:
            self._show_fields()

    @override
    def settle(self) -> None:
        self._header.settle()
        self._details.settle()
        self._pages.settle()

    @override
    def set_look(self, look: PageLook) -> None:
        self._look = look
        self._pages.stack(is_stacked=look.is_stacked)
        for page in self._pages.shown:
            page.set_look(look)
        for part in (self._header, self._bar, self._under_bar):
            part.setVisible(not look.is_alone)
        if look.is_alone:
            self._header.details.setChecked(False)

    @override
    def go_to_line(self, line: int) -> None:
        body = self._page.body
        body.put_cursor(body.document().findBlockByNumber(line).position())
        body.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def search(self, step: Search) -> bool:
        self._search.do(step)
        return True

    @override
    def split(self, step: Split, article_id: str = "") -> None:
        match step:
            case Split.SPLIT if self._article is not None:
                self._pages.split()
            case Split.OTHER:
                self._pages.go_to_other()
            case Split.SWAP:
                self._pages.swap()
            case Split.BESIDE:
                self._pages.put_beside(article_id)
            case Split.PAIR:
                self._pages.put_beside(article_id)
                self._pages.put_second()
            case Split.LEAVE:
                self._pages.leave(article_id)

    @property
    @override
    def beside(self) -> Beside | None:
        return self._pages.beside

    @property
    def _page(self) -> DraftPage:
        return self._pages.page

    def _prepare(self, page: DraftPage) -> None:
        """Tie a page to the panel; every article that is written on has one of its own."""
        for body in (page.body, page.reactions):
            intake = BodyIntake(body, self._tools.images, self._tools.clock, self._jobs, lambda: page.language)
            intake.edit_requested.connect(self.edit_requested)
            intake.notice.connect(self.notice)
        self._spelling.serve(page)
        for field in page.fields().values():
            field.refused.connect(self.notice)
        page.body.cursorPositionChanged.connect(self._on_cursor)
        page.zoom_asked.connect(self._on_zoom)
        page.set_writable(is_writable=self._tools.can_write)
        self._bar.serve((page.body, page.reactions))
        self._search.serve(page)

    def _lay_out(self) -> None:
        self._fold.setWidget(self._details)
        self._fold.setWidgetResizable(True)
        self._fold.setFrameShape(QFrame.Shape.NoFrame)
        self._fold.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fold.setVisible(False)
        under_fold = _hairline()
        under_fold.setVisible(False)
        self._header.details_toggled.connect(under_fold.setVisible)
        writing = QWidget()
        column = QVBoxLayout(writing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._fold, 2)
        column.addWidget(under_fold)
        column.addWidget(self._bar)
        column.addWidget(self._search.bar)
        column.addWidget(self._under_bar)
        column.addWidget(self._pages, 3)
        self._states.addWidget(self._empty)
        self._states.addWidget(writing)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._states)

    def _connect(self) -> None:
        self._pages.edit_ready.connect(self.edit_requested)
        self._spelling.edit_requested.connect(self.edit_requested)
        self._spelling.notice.connect(self.notice)
        self._pages.typed.connect(self.typed)
        self._pages.collided.connect(self.notice)
        self._pages.article_asked.connect(self.article_requested)
        self._pages.turned.connect(self._on_turned)
        self._header.changed.connect(self._on_changed)
        self._header.status_asked.connect(self._on_status_asked)
        self._header.sign_off_asked.connect(self._on_sign_off)
        self._header.details_toggled.connect(self._fold.setVisible)
        self._details.changed.connect(self._on_changed)
        self._details.zone_chosen.connect(self._on_zone_chosen)
        self._details.sign_off_asked.connect(self._on_sign_off)
        self._details.correction_asked.connect(self._on_correction_asked)
        self._details.refused.connect(self.notice)
        self._bar.picture_asked.connect(self._on_picture_asked)
        self._empty.action_requested.connect(self._on_new)

    def _set_writable(self) -> None:
        for part in (self._header, self._details, self._bar):
            part.set_writable(is_writable=self._tools.can_write)

    def _turn(self) -> None:
        """Let what stands around the page serve the one that is written on now."""
        self._page.set_look(self._look)
        self._bar.turn_to(self._page.body)
        self._search.turn_to(self._page)
        self._on_cursor()
        self.setFocusProxy(self._page.last_field())

    def _on_turned(self) -> None:
        self._turn()
        self._show_fields()

    def _show_fields(self) -> None:
        article = self._article
        if article is None:
            return
        editions = [edition.locale for edition in self._settings.editions]
        languages = dict.fromkeys([*editions, *self._choices.languages, *LOCALES, article.language])
        self._page.set_language(article.language, self._settings.house_styles.get(article.language))
        self._spelling.show_article(self._page, article, self._settings)
        self._header.show_article(article, self._choices, tuple(languages))
        self._details.show_article(article, self._settings, self._choices)

    def _follow_elsewhere(self, change: Change) -> None:
        """Take over what was changed in an article that has a page and is not the open one."""
        here = self._article.id if self._article is not None else ""
        for article_id in (change.articles & self._pages.articles) - {here}:
            if (found := self._tools.articles.find(article_id)) is not None and found.trashed_at is None:
                self._pages.take(found)
            else:
                self._pages.leave(article_id)

    def _on_zoom(self, step: int) -> None:
        self.action_requested.emit("view.zoom_in" if step > 0 else "view.zoom_out")

    def _on_cursor(self) -> None:
        line = self._page.body.textCursor().blockNumber()
        if line != self._line:
            self._line = line
            self.cursor_moved.emit(line)

    def _look_up_choices(self) -> None:
        self._lookups.submit(
            partial(choices_of, self._tools.articles, self._settings),
            title=say("Looking up sections and tags"),
            done=self._on_choices,
        )

    def _on_choices(self, choices: Choices) -> None:
        if choices != self._choices:
            self._choices = choices
            self._show_fields()

    def _on_changed(self, change: FieldChange) -> None:
        if self._article is None:
            return
        if "reviewed_by" in change.fields:
            self.edit_requested.emit(change_signer(self._article, str(change.fields["reviewed_by"])))
        else:
            self.edit_requested.emit(change_article(self._article, change.label, **change.fields))

    def _on_zone_chosen(self, zone: str) -> None:
        if self._article is None:
            return
        try:
            fields = fields_in_zone(self._article, zone, self._settings)
        except UserError as error:
            self._show_fields()
            self.notice.emit(error)
        else:
            self.edit_requested.emit(change_article(self._article, say("Change time zone"), **fields))

    def _on_status_asked(self, status: Status) -> None:
        self.settle()
        if self._article is None:
            return
        try:
            self.edit_requested.emit(_step(self._article, status, self._tools.clock))
        except UserError as error:
            self.notice.emit(error)

    def _on_sign_off(self) -> None:
        self.settle()
        if self._article is not None:
            self.edit_requested.emit(sign_off(self._article, self._tools.person, self._tools.clock.now()))

    def _on_correction_asked(self) -> None:
        self._details.settle()
        if self._article is not None:
            corrections = (*self._article.corrections, Correction(at=self._tools.clock.now(), note=""))
            self.edit_requested.emit(change_article(self._article, say("Add a correction"), corrections=corrections))
            self._details.form().corrections.focus_last()

    def _on_new(self) -> None:
        editions = self._settings.editions
        article = self._tools.articles.blank(editions[0].locale if editions else "en")
        self.edit_requested.emit(CreateArticle(article, say("New article"), self._tools.clock.now()))
        self.article_requested.emit(article.id)
        self._page.headline.setFocus()

    def _on_picture_asked(self) -> None:
        if paths := ask_files(self, say("Choose pictures"), Path.home(), picture_kinds()):
            offered = [OfferedPicture(path.name, path) for path in paths]
            self._page.body.pictures_offered.emit(offered)


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("role", "hairline")
    return line


def _step(article: Article, status: Status, clock: Clock) -> EditArticle:
    match status:
        case Status.PUBLISHED:
            return workflow.publish(article, clock.now())
        case Status.WITHDRAWN:
            return workflow.withdraw(article, clock.now())
        case _:
            return workflow.set_status(article, status)
