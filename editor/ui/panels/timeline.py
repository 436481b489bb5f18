"""The timeline under the article as readers will see it, in one edition or up to four side by side."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.domain.article import Article, ZoneSource
from editor.domain.edits import Change, Edit, change_article
from editor.domain.link import Link
from editor.domain.linking import add_links, link_of, link_to, remove_link, show_link
from editor.i18n.interface import tr, words
from editor.ui import icons, theme
from editor.ui.jobs import Latest
from editor.ui.panel import Panel
from editor.ui.widgets.article_finder import ArticleFinder
from editor.ui.widgets.article_mime import ARTICLE_MIME, ids_in
from editor.ui.widgets.edition_menu import EditionMenu
from editor.ui.widgets.empty_state import NO_EDITION, SAY_LANGUAGE, EmptyState
from editor.ui.widgets.finder_split import FinderSplit
from editor.ui.widgets.rezoning import fields_in_zone
from editor.ui.widgets.timeline_column import TimelineRow
from editor.ui.widgets.timeline_grid import TimelineGrid
from editor.ui.widgets.zone_field import ZoneField

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.newsroom import Newsroom
    from editor.services.timelines import Timeline, Timelines
    from editor.ui.jobs import Jobs
    from editor.ui.offers import Offers

MOST_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineTools:
    """What the timeline needs of the desk."""

    timelines: Timelines
    newsroom: Newsroom
    offers: Offers
    clock: Clock
    can_write: bool


class TimelinePanel(Panel):
    """Shows and fills the timeline of the open article. Timelines are put into words by a job, the newest wish wins."""

    def __init__(self, tools: TimelineTools, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self._tools = tools
        self._article: Article | None = None
        self._targets: dict[str, str] = {}
        self._lane = Latest(jobs, self)
        self._finder = ArticleFinder("timeline.finder", tools.offers, jobs, needs_date=True)
        self._editions = EditionMenu("timeline.editions", MOST_COLUMNS)
        self._zone = ZoneField("timeline.zone")
        self._zone.setEnabled(tools.can_write)
        self.setAcceptDrops(tools.can_write)
        self._build()
        self._add.setVisible(tools.can_write)
        self._connect()
        self.retranslate()
        self.show_article(None)

    @override
    def show_article(self, article: Article | None) -> None:
        is_another = article is None or self._article is None or article.id != self._article.id
        self._article = article
        self._say_nothing()
        if is_another:
            self._states.setCurrentWidget(self._nothing if article is None else self._busy)
        self._head.setVisible(article is not None)
        self._finder.show_article(article, self._tools.newsroom.settings.display_zone)
        if article is not None:
            self._offer_editions()
            self._read()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        if change.settings:
            self._say_nothing()
        if article is None:
            return
        self._article = article
        if article.id in change.articles:
            self._finder.follow(article)
        if change.settings:
            self._offer_editions()
        is_own_text = change.articles == {article.id} and not change.fields & {
            "links",
            "display_zone",
            "zone_source",
            "published",
            "language",
        }
        if not is_own_text or change.settings:
            self._read()

    @override
    def retranslate(self) -> None:
        self._zone_label.setText(tr("Times of"))
        self._zone.setAccessibleName(tr("Zone that the article's dates are shown in"))
        self._zone.retranslate()
        self._assumed.setText(tr("assumed"))
        self._assumed.setToolTip(tr("The source named no zone: a person or a default supplied this one."))
        self._add.setText(tr("Add earlier article"))
        self._add.setToolTip(tr("Find an earlier article for the timeline; or drag one here"))
        for part in (self._editions, self._finder, self._nothing, self._busy, self._trouble, self._none_yet):
            part.retranslate()
        self._grid.retranslate()
        if self._article is not None:
            self._read()

    @Slot(object)
    def _on_read(self, timelines: dict[str, Timeline]) -> None:
        article = self._article
        if article is None:
            return
        rows = {locale: _rows(timeline, locale) for locale, timeline in timelines.items()}
        self._targets = {row.link_id: row.article for column in rows.values() for row in column if row.article}
        self._grid.show_timelines(rows)
        first = next(iter(timelines.values()), None)
        self._assumed.setVisible(first is not None and first.zone_source is ZoneSource.ASSUMED)
        has_rows = first is not None and bool(first.entries or first.left_out)
        self._states.setCurrentWidget(self._grid if has_rows else self._none_yet)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        what = error.what if isinstance(error, Fault) else say("The timeline could not be put into words.")
        cause = error.cause if isinstance(error, Fault) else Message()
        self._trouble.show_words(what, cause, say("Try again"))
        self._states.setCurrentWidget(self._trouble)
        if not isinstance(error, UserError | Fault):
            raise error

    @Slot()
    def _on_retry(self) -> None:
        self._read()

    @Slot(str)
    def _on_zone_chosen(self, zone: str) -> None:
        if self._article is not None:
            fields = fields_in_zone(self._article, zone, self._tools.newsroom.settings)
            self._ask(change_article(self._article, say("Change time zone"), **fields))

    @Slot()
    def _on_editions_chosen(self) -> None:
        self._read()

    @Slot()
    def _on_add(self) -> None:
        self._finder.setVisible(self._add.isChecked())
        if self._add.isChecked():
            self._finder.look()
            self._finder.focus_search()

    @Slot()
    def _on_finder_closed(self) -> None:
        self._add.setChecked(False)
        self._finder.hide()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_picked(self, article_id: str) -> None:
        self._put_on(article_id)

    @Slot(str)
    def _on_opened(self, link_id: str) -> None:
        link = link_of(self._article, link_id) if self._article else None
        if target := self._targets.get(link_id):
            self.article_requested.emit(target)
        elif link is not None and link.external is not None:
            self.notice.emit(say("This article is outside the newsroom; its words and date are changed in Related."))
        else:
            self.notice.emit(say("This article is not in the newsroom yet, so it cannot be opened."))

    @Slot(str)
    def _on_removed(self, link_id: str) -> None:
        """Take the link off the timeline; one that would show nowhere else goes altogether. Undo brings it back."""
        link = link_of(self._article, link_id) if self._article else None
        if self._article is None or link is None:
            return
        if link.on_card:
            self._ask(show_link(self._article, link_id, on_timeline=False))
        else:
            self._ask(remove_link(self._article, link_id))

    def _put_on(self, article_id: str) -> None:
        article = self._article
        if article is None:
            return
        link = link_to(article, article_id)
        if link is None:
            new = Link(id=self._tools.clock.new_id(), article=article_id, on_card=False, on_timeline=True)
            self._ask(add_links(article, [new]))
        elif link.on_timeline:
            self.notice.emit(say("This article is on the timeline already."))
        else:
            self._ask(show_link(article, link.id, on_timeline=True))

    def _ask(self, edit: Edit | None) -> None:
        """Ask for `edit`, then show what is stored, which is the old state where it was refused."""
        if edit is not None:
            self.edit_requested.emit(edit)
        self._show_zone()

    def _read(self) -> None:
        article = self._article
        if article is None or not self.isVisible():
            return
        self._show_zone()
        locales = self._editions.chosen or (article.language,)
        self._lane.submit(
            partial(_read_all, self._tools.timelines, article, locales),
            title=say("Putting the timeline into words"),
            done=self._on_read,
            failed=self._on_failed,
        )

    def _show_zone(self) -> None:
        if self._article is not None:
            self._zone.show_zone(self._article.display_zone, self._tools.newsroom.settings.display_zone)

    def _offer_editions(self) -> None:
        locales = tuple(edition.locale for edition in self._tools.newsroom.settings.editions)
        own = self._article.language if self._article else ""
        self._editions.offer(locales, first=own)

    def _say_nothing(self) -> None:
        if self._tools.newsroom.settings.editions:
            self._nothing.show_words(say("Timeline"), say("Open an article to see how it came about."))
        else:
            self._nothing.show_words(NO_EDITION, SAY_LANGUAGE)

    def _connect(self) -> None:
        self._zone.zone_chosen.connect(self._on_zone_chosen)
        self._zone.refused.connect(self.notice)
        self._editions.changed.connect(self._on_editions_chosen)
        self._add.clicked.connect(self._on_add)
        self._grid.opened.connect(self._on_opened)
        self._grid.removed.connect(self._on_removed)
        self._finder.picked.connect(self._on_picked)
        self._finder.closed.connect(self._on_finder_closed)
        self._trouble.action_requested.connect(self._on_retry)

    def _build(self) -> None:
        self._nothing = EmptyState("timeline", Message(), Message())
        self._busy = EmptyState("timeline", say("Putting the timeline into words…"), Message())
        self._trouble = EmptyState("fault", Message(), Message())
        self._none_yet = EmptyState(
            "timeline",
            say("Nothing on the timeline yet"),
            say("Add the earlier articles that led here, or drag them in from the list. Readers see them by date.")
            if self._tools.can_write
            else Message(),
        )
        self._build_head()
        self._grid = TimelineGrid(can_write=self._tools.can_write)
        self._states = QStackedWidget()
        for state in (self._nothing, self._busy, self._trouble, self._none_yet, self._grid):
            self._states.addWidget(state)
        self._finder.hide()
        parts = FinderSplit(self._finder, self._states, (260, 400))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(parts, 1)

    def _build_head(self) -> None:
        self._zone_label = QLabel()
        self._zone_label.setProperty("role", "muted")
        self._assumed = QLabel()
        self._assumed.setObjectName("timeline.assumed")
        self._assumed.setProperty("role", "warn")
        self._assumed.hide()
        self._add = QPushButton()
        self._add.setObjectName("timeline.add")
        self._add.setProperty("kind", "quiet")
        self._add.setCheckable(True)
        self._add.setIcon(icons.icon("add", "accent"))
        zone = QHBoxLayout()
        zone.setSpacing(theme.GRID)
        zone.addWidget(self._zone_label)
        zone.addWidget(self._zone, 1)
        zone.addWidget(self._assumed)
        tools = QHBoxLayout()
        tools.setSpacing(theme.GRID)
        tools.addWidget(self._editions)
        tools.addStretch(1)
        tools.addWidget(self._add)
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        head.setSpacing(theme.GRID)
        head.addLayout(zone)
        head.addLayout(tools)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(self._article is not None and event.mimeData().hasFormat(ARTICLE_MIME))

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for article_id in ids_in(event.mimeData()):
            self._put_on(article_id)


def _read_all(
    timelines: Timelines, article: Article, locales: tuple[str, ...], context: JobContext
) -> dict[str, Timeline]:
    found: dict[str, Timeline] = {}
    for locale in locales:
        context.check()
        found[locale] = timelines.of(article, locale)
    return found


def _rows(timeline: Timeline, locale: str) -> list[TimelineRow]:
    rows = [
        TimelineRow(
            link_id=entry.link_id,
            date=entry.date,
            headline=entry.headline or tr("No headline yet"),
            language=entry.language,
            locale=locale,
            problems=tuple(words(problem) for problem in entry.problems),
            article=entry.article,
        )
        for entry in timeline.entries
    ]
    left_out = [
        TimelineRow(one.link_id, "", one.headline, one.language, locale, (words(one.problem),), one.article)
        for one in timeline.left_out
    ]
    return [*rows, *left_out]
