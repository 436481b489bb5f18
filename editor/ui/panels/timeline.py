"""The timeline under the article as readers will see it, in one edition or up to four side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.domain.article import Article, ZoneSource
from editor.domain.concern import Concern, Mark
from editor.domain.earlier import Earlier, pull_in
from editor.domain.edits import Change, Edit, EditSettings, change_article
from editor.domain.linking import change_external, link_of, put_on_timeline, remove_link, show_link
from editor.domain.problem import Problem
from editor.ui.jobs import Latest
from editor.ui.panel import Panel
from editor.ui.timeline_memory import chosen_editions, remember_editions
from editor.ui.widgets.article_finder import ArticleFinder
from editor.ui.widgets.article_mime import ARTICLE_MIME, LINK_MIME, ids_in
from editor.ui.widgets.earlier_list import EarlierList
from editor.ui.widgets.finder_split import FinderSplit
from editor.ui.widgets.rezoning import Said, fields_in_zone, unclear_in_zone
from editor.ui.widgets.rezoning_form import RezoningForm
from editor.ui.widgets.timeline_head import TimelineHead
from editor.ui.widgets.timeline_stage import TimelineStage

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.newsroom import Newsroom
    from editor.services.timelines import Timeline, Timelines
    from editor.ui.jobs import Jobs
    from editor.ui.offers import Offers

MOST_SHOWN = 300  # entries a column: more than anybody reads, and drawn at once
_ARTICLE_FIELDS = frozenset({"links", "display_zone", "zone_source", "published", "language", "translation_set"})
_LOOKING = say("Looking for earlier articles")


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
        self._shown: Mapping[str, Timeline] = {}
        self._zone_wanted = ""
        self._lane = Latest(jobs, self)
        self._earlier_lane = Latest(jobs, self)
        self._finder = ArticleFinder("timeline.finder", tools.offers, jobs, needs_date=True)
        self._earlier = EarlierList()
        self._head = TimelineHead(can_write=tools.can_write)
        self._rezoning = RezoningForm()
        self._stage = TimelineStage(can_write=tools.can_write)
        self._remembered = chosen_editions(tools.newsroom.folder)
        self.setAcceptDrops(tools.can_write)
        self._build()
        self._connect()
        self.retranslate()
        self.show_article(None)

    @override
    def show_article(self, article: Article | None) -> None:
        is_another = article is None or self._article is None or article.id != self._article.id
        self._article = article
        if is_another:
            self._shown = {}
            self._leave_ways()
            self._rezoning.hide()
            self._begin()
        self._head.setVisible(article is not None)
        self._finder.show_article(article, self._tools.newsroom.settings.display_zone)
        if article is not None:
            self._offer_editions()
            self._read()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        if article is None:
            self._begin()
            return
        self._article = article
        if article.id in change.articles:
            self._finder.follow(article)
        if change.settings:
            self._offer_editions()
        is_own_text = change.articles == {article.id} and not change.fields & _ARTICLE_FIELDS
        if not is_own_text or change.settings:
            self._read()

    @override
    def settle(self) -> None:
        self._stage.settle()

    @override
    def retranslate(self) -> None:
        for part in (self._head, self._finder, self._earlier, self._rezoning, self._stage):
            part.retranslate()
        if self._article is not None:
            self._show(self._shown)
            self._read()

    @Slot(object)
    def _on_read(self, timelines: dict[str, Timeline]) -> None:
        if self._article is not None:
            self._show(timelines)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        what = error.what if isinstance(error, Fault) else say("The timeline could not be put into words.")
        cause = error.cause if isinstance(error, Fault) else Message()
        self._stage.show_failure(what, cause)
        if not isinstance(error, UserError | Fault):
            raise error

    @Slot()
    def _on_retry(self) -> None:
        self._read()

    @Slot(str)
    def _on_zone_chosen(self, zone: str) -> None:
        self._zone_wanted = zone
        self._on_zone_said({})

    @Slot(object)
    def _on_zone_said(self, said: Said) -> None:
        """Read the dates in the zone that is wanted, or ask first about what `said` does not answer."""
        if self._article is None:
            return
        zone, settings = self._zone_wanted, self._tools.newsroom.settings
        if unclear := unclear_in_zone(self._article, zone, settings, said):
            self._rezoning.ask(unclear, zone or settings.display_zone, is_again=bool(said))
            return
        self._rezoning.hide()
        fields = fields_in_zone(self._article, zone, settings, said)
        self._ask(change_article(self._article, say("Change time zone"), **fields))

    @Slot()
    def _on_zone_kept(self) -> None:
        self._rezoning.hide()
        self._show_zone()
        self._head.focus_zone()

    @Slot(str, str)
    def _on_edition_zone(self, locale: str, zone: str) -> None:
        before = self._tools.newsroom.settings
        edition = before.edition(locale)
        if edition is not None:
            after = before.with_edition(replace(edition, display_zone=zone))
            self._ask(EditSettings(before, after, say("Change time zone of an edition")))

    @Slot()
    def _on_editions_chosen(self) -> None:
        self._remembered = self._head.editions.chosen
        remember_editions(self._tools.newsroom.folder, self._remembered)
        self._read()

    @Slot(bool)
    def _on_adding(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's own value
        self._finder.setVisible(is_on)
        if is_on:
            self._finder.look()
            self._finder.focus_search()

    @Slot(bool)
    def _on_pulling(self, is_on: bool) -> None:  # noqa: FBT001
        self._earlier.setVisible(is_on)
        article = self._article
        if is_on and article is not None:
            self._earlier.wait()
            work = partial(_earlier_than, self._tools.timelines, article)
            self._earlier_lane.submit(work, title=_LOOKING, done=self._on_earlier, failed=self._on_not_looked)

    @Slot(object)
    def _on_not_looked(self, error: Exception) -> None:
        self._leave_ways()
        self.notice.emit(error)
        if not isinstance(error, UserError | Fault):
            raise error

    @Slot(object)
    def _on_earlier(self, found: tuple[Earlier, ...]) -> None:
        if self._article is not None and self._earlier.isVisibleTo(self):
            self._earlier.show_found(found, self._article.display_zone or self._tools.newsroom.settings.display_zone)

    @Slot(object)
    def _on_earlier_taken(self, chosen: tuple[Earlier, ...]) -> None:
        self._leave_ways()
        if self._article is not None:
            self._ask(pull_in(self._article, chosen, [self._tools.clock.new_id() for _ in chosen]))

    @Slot()
    def _leave_ways(self) -> None:
        self._finder.hide()
        self._earlier.hide()
        self._head.leave()

    @Slot(str)
    def _on_picked(self, article_id: str) -> None:
        self._put_on((article_id,))

    @Slot(str)
    def _on_opened(self, link_id: str) -> None:
        link = link_of(self._article, link_id) if self._article else None
        if target := self._stage.article_of(link_id):
            self.article_requested.emit(target)
        elif link is not None and link.external is not None:
            self.notice.emit(say("This article is outside the newsroom; its words and date are changed in Related."))
        else:
            self.notice.emit(say("This article is not in the newsroom yet, so it cannot be opened."))

    @Slot(str, object)
    def _on_mend(self, link_id: str, mark: Mark) -> None:
        """Go to where `mark` is put right, or do it where one step does."""
        if mark.article:
            problem = Problem(check="timeline", message=mark.message, article=mark.article, field="published")
            self.problem_chosen.emit(problem)
        elif mark.concern is Concern.SILENCE:
            self._head.begin_pulling()
        else:
            self._on_removed(link_id)

    @Slot(str, object)
    def _on_dated(self, link_id: str, instant: datetime | None) -> None:
        link = link_of(self._article, link_id) if self._article else None
        if self._article is not None and link is not None and link.external is not None:
            self._ask(change_external(self._article, link.id, replace(link.external, published=instant)))

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

    def _put_on(self, article_ids: tuple[str, ...]) -> None:
        if self._article is None:
            return
        edit = put_on_timeline(self._article, article_ids, [self._tools.clock.new_id() for _ in article_ids])
        if edit is None:
            self.notice.emit(say("This article is on the timeline already."))
        self._ask(edit)

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
        locales = self._head.editions.chosen or (article.language,)
        self._lane.submit(
            partial(_read_all, self._tools.timelines, article, locales),
            title=say("Putting the timeline into words"),
            done=self._on_read,
            failed=self._on_failed,
        )

    def _begin(self) -> None:
        self._stage.begin(self._article, has_editions=bool(self._tools.newsroom.settings.editions))

    def _show(self, timelines: Mapping[str, Timeline]) -> None:
        self._shown = timelines
        first = next(iter(timelines.values()), None)
        if first is None or self._article is None:
            return
        self._stage.show_timelines(timelines, self._article, self._tools.newsroom.settings)
        self._head.show_assumed(is_assumed=first.zone_source is ZoneSource.ASSUMED)
        self._head.show_trouble(*_troubles(timelines))

    def _show_zone(self) -> None:
        if self._article is not None:
            settings = self._tools.newsroom.settings
            differs = any(edition.display_zone for edition in settings.editions)
            self._head.show_zone(self._article.display_zone, settings.display_zone, differs=differs)

    def _offer_editions(self) -> None:
        locales = tuple(edition.locale for edition in self._tools.newsroom.settings.editions)
        self._head.editions.offer(locales, first=self._article.language if self._article else "")
        self._head.editions.choose(self._remembered)

    def _connect(self) -> None:
        self._head.zone_chosen.connect(self._on_zone_chosen)
        self._head.editions_chosen.connect(self._on_editions_chosen)
        self._head.adding.connect(self._on_adding)
        self._head.pulling.connect(self._on_pulling)
        self._rezoning.answered.connect(self._on_zone_said)
        self._rezoning.given_up.connect(self._on_zone_kept)
        self._earlier.taken.connect(self._on_earlier_taken)
        self._earlier.closed.connect(self._leave_ways)
        self._stage.opened.connect(self._on_opened)
        self._stage.removed.connect(self._on_removed)
        self._stage.mend_asked.connect(self._on_mend)
        self._stage.dated.connect(self._on_dated)
        self._stage.zone_chosen.connect(self._on_edition_zone)
        self._stage.retry_asked.connect(self._on_retry)
        self._finder.picked.connect(self._on_picked)
        self._finder.closed.connect(self._leave_ways)
        self._head.refused.connect(self.notice)
        self._stage.refused.connect(self.notice)

    def _build(self) -> None:
        self._finder.hide()
        self._earlier.hide()
        parts = FinderSplit(self._finder, self._stage, (260, 400))
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setChildrenCollapsible(False)
        for part in (self._earlier, parts):
            whole.addWidget(part)
        whole.setSizes([300, 400])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._rezoning)
        column.addWidget(whole, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._read()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        carried = event.mimeData()
        is_known = carried.hasFormat(ARTICLE_MIME) or carried.hasFormat(LINK_MIME)
        event.setAccepted(self._article is not None and is_known)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if ids := ids_in(event.mimeData()):
            self._put_on(ids)
        for link_id in ids_in(event.mimeData(), LINK_MIME):
            if self._article is not None:
                self._ask(show_link(self._article, link_id, on_timeline=True))


def _read_all(
    timelines: Timelines, article: Article, locales: tuple[str, ...], context: JobContext
) -> dict[str, Timeline]:
    context.check()
    return timelines.side_by_side(article, locales, most=MOST_SHOWN)


def _earlier_than(timelines: Timelines, article: Article, context: JobContext) -> tuple[Earlier, ...]:
    context.check()
    return timelines.earlier(article)


def _troubles(timelines: Mapping[str, Timeline]) -> list[Message]:
    """Return what is wrong with the whole of it, each thing once."""
    found: list[Message] = []
    for timeline in timelines.values():
        if timeline.trouble is not None and timeline.trouble.message not in found:
            found.append(timeline.trouble.message)
    longest = max(timelines.values(), key=lambda one: one.count)
    if longest.count > len(longest.entries):
        found.append(
            say(
                "This timeline has {n} entries. The newest {shown} are shown here; readers get all of them.",
                n=longest.count,
                shown=len(longest.entries),
            )
        )
    return found
