"""Where timelines are seen: side by side, with what can be done at the current entry below; or why there are none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.linking import link_of
from editor.domain.settings import NewsroomSettings
from editor.ui.widgets.edition_zone import ZoneShown
from editor.ui.widgets.empty_state import NO_EDITION, SAY_LANGUAGE, EmptyState
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.timeline_detail import TimelineDetail
from editor.ui.widgets.timeline_grid import TimelineGrid
from editor.ui.widgets.timeline_rows import marks_of, rows_of

if TYPE_CHECKING:
    from editor.services.timelines import Timeline


class TimelineStage(QWidget):
    """Made by the timeline panel. Signals carry links' ids; `mend_asked` the id and the `Mark` to put right there.

    `dated` carries the id of an outside article's link and its new instant or None, `zone_chosen` an edition's locale
    and its zone, `refused` what a field refuses; `retry_asked` says that the timeline shall be read again.
    """

    opened = Signal(str)
    removed = Signal(str)
    mend_asked = Signal(str, object)
    dated = Signal(str, object)
    zone_chosen = Signal(str, str)
    refused = Signal(object)
    retry_asked = Signal()

    def __init__(self, *, can_write: bool) -> None:
        super().__init__()
        self._can_write = can_write
        self._article: Article | None = None
        self._timelines: Mapping[str, Timeline] = {}
        self._pointed = ("", "")  # the locale of the column and the link of its row where the person is
        self._grid = TimelineGrid(can_write=can_write)
        self._detail = TimelineDetail(can_write=can_write)
        self._nothing = EmptyState("timeline", Message(), Message())
        self._busy = EmptyState("timeline", say("Putting the timeline into words…"), Message())
        self._trouble = EmptyState("fault", Message(), Message())
        self._none_yet = EmptyState(
            "timeline",
            say("Nothing on the timeline yet"),
            say("Add the earlier articles that led here, or drag them in from the list. Readers see them by date.")
            if can_write
            else Message(),
        )
        self._states = QStackedWidget()
        for state in (self._nothing, self._busy, self._trouble, self._none_yet, self._grid):
            self._states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._states, 1)
        column.addWidget(self._detail)
        self._connect()
        self._show_detail()

    def begin(self, article: Article | None, *, has_editions: bool) -> None:
        """Say that `article` is being put into words, or that none is open."""
        self._article, self._timelines, self._pointed = article, {}, ("", "")
        if has_editions:
            self._nothing.show_words(say("Timeline"), say("Open an article to see how it came about."))
        else:
            self._nothing.show_words(NO_EDITION, SAY_LANGUAGE)
        self._states.setCurrentWidget(self._nothing if article is None else self._busy)
        self._show_detail()

    def show_timelines(self, timelines: Mapping[str, Timeline], article: Article, settings: NewsroomSettings) -> None:
        """Show the timelines of `article` by the locale of their edition, in this order."""
        self._article, self._timelines = article, timelines
        rows = {locale: rows_of(timeline, locale) for locale, timeline in timelines.items()}
        self._grid.show_timelines(rows, self._zones(article, settings))
        self._states.setCurrentWidget(self._grid if any(rows.values()) else self._none_yet)
        self._show_detail()

    def show_failure(self, what: Message, cause: Message) -> None:
        """Say that the timeline could not be shown, and offer to try again."""
        self._trouble.show_words(what, cause, say("Try again"))
        self._states.setCurrentWidget(self._trouble)

    def article_of(self, link_id: str) -> str:
        """Return the id of the newsroom's article that the link's entry leads to, "" where it leads to none."""
        led = {one.link_id: one.article for timeline in self._timelines.values() for one in timeline.left_out}
        led |= {one.link_id: one.article for timeline in self._timelines.values() for one in timeline.entries}
        return led.get(link_id, "")

    def settle(self) -> None:
        """Hand out a date that is typed and not handed out yet."""
        self._detail.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        for state in (self._nothing, self._busy, self._trouble, self._none_yet):
            state.retranslate()
        self._grid.retranslate()
        self._detail.retranslate()

    @Slot(str, str)
    def _on_pointed(self, locale: str, link_id: str) -> None:
        self._pointed = (locale, link_id)
        self._show_detail()

    @Slot(object)
    def _on_mend(self, mark: object) -> None:
        self.mend_asked.emit(self._pointed[1], mark)

    @Slot(object)
    def _on_dated(self, instant: object) -> None:
        self.dated.emit(self._pointed[1], instant)

    def _zones(self, article: Article, settings: NewsroomSettings) -> dict[str, ZoneShown]:
        """Return the zones that the editions shown have of their own; none of them counts where the article has one."""
        if article.display_zone:
            return {}
        return {
            edition.locale: ZoneShown(
                edition.display_zone, settings.display_zone, language_words(edition.locale), self._can_write
            )
            for locale in self._timelines
            if (edition := settings.edition(locale))
        }

    def _show_detail(self) -> None:
        locale, link_id = self._pointed
        timeline = self._timelines.get(locale)
        link = link_of(self._article, link_id) if self._article and timeline else None
        marks = marks_of(timeline, link_id) if timeline and link else ()
        self._detail.show_entry(link, marks, timeline.zone if timeline else "")

    def _connect(self) -> None:
        self._grid.opened.connect(self.opened)
        self._grid.removed.connect(self.removed)
        self._grid.pointed.connect(self._on_pointed)
        self._grid.zone_chosen.connect(self.zone_chosen)
        self._grid.refused.connect(self.refused)
        self._detail.mend_asked.connect(self._on_mend)
        self._detail.dated.connect(self._on_dated)
        self._detail.refused.connect(self.refused)
        self._trouble.action_requested.connect(self.retry_asked)
