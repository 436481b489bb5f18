"""The article as readers will see it, following the typing: the very page of the export, in the edition chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout
from typing_extensions import override

from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.edits import WRITTEN_FIELDS, Change
from editor.i18n.interface import tr
from editor.ui import theme, web_engine
from editor.ui.page_pace import PagePace
from editor.ui.panel import Panel
from editor.ui.pause import Pause
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.empty_state import NO_EDITION, SAY_LANGUAGE, EmptyState
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.notice_bar import TRY_AGAIN, NoticeBar
from editor.ui.widgets.page_stage import PageStage
from editor.ui.widgets.segments import Segment, Segments

if TYPE_CHECKING:
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading
    from editor.ui.jobs import Jobs
    from editor.ui.page_worker import Opener, PageMade
    from editor.ui.widgets.plain_page import PlainPage
    from editor.ui.widgets.typing_pace import Timers
    from editor.ui.widgets.web_page import WebPage

_DEVICES = (
    Segment("phone", "phone", say("As wide as a phone")),
    Segment("tablet", "tablet", say("As wide as a tablet")),
    Segment("desktop", "desktop", say("As wide as a desktop")),
)
_SCHEMES = (Segment("light", "light", say("Light page")), Segment("dark", "dark", say("Dark page")))


class PreviewPanel(Panel):
    """Shows the page of the open article. Loads the web engine in the first pause once it is seen, if it can live here.

    What is typed arrives through `show_typed`, before any of it is saved. `opener` is called in the process that
    renders; `pages_shown` counts what reached the screen, for tests and measurements.
    """

    def __init__(
        self, opener: Opener, articles: Reading, newsroom: Newsroom, jobs: Jobs, timers: Timers | None = None
    ) -> None:
        super().__init__()
        from editor.ui.page_renderer import PageRenderer

        self.setObjectName("preview")
        self._articles = articles
        self._newsroom = newsroom
        self._jobs = jobs
        self._article: Article | None = None
        self._shown_id = ""
        self._locale = ""
        self._view: WebPage | PlainPage | None = None
        self._has_page = False
        self._is_trying = False
        self._made: PageMade | None = None
        self._renderer = PageRenderer(opener, self)
        self._renderer.page_made.connect(self._on_page_made)
        self._renderer.stopped.connect(self._on_stopped)
        self._pace = PagePace(self)
        self._pace.due.connect(self._render)
        self._pause = Pause(self, timers)
        self._build()
        theme.look().changed.connect(self._on_look_changed)
        app = QGuiApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.shut)
        self.destroyed.connect(self._renderer.close)
        self.retranslate()
        self.show_article(None)

    @override
    def show_article(self, article: Article | None) -> None:
        self._article = article
        self._pace.rest()
        self._offer_editions()
        if article is None:
            self._states.setCurrentWidget(self._nothing)
            self._say_nothing()
        elif not self._has_page:
            self._states.setCurrentWidget(self._busy)
        elif self._states.currentWidget() is self._nothing:
            self._states.setCurrentWidget(self._stage)
        self._render()

    @override
    def show_typed(self, article: Article) -> None:
        self._article = article
        self._pause.touch()
        self._pace.touch()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        if change.settings:
            self._offer_editions()
            self._say_nothing()
        if article is None or self._article is None:
            return
        is_own_typing = change.articles == {article.id} and change.fields <= WRITTEN_FIELDS
        if is_own_typing and _content(article) == _content(self._article):
            return
        if self._pace.is_waiting and article.id == self._article.id:
            # Younger words than the saved ones are on their way to the screen.
            typed = {name: getattr(self._article, name) for name in WRITTEN_FIELDS}
            article = replace(article, **typed)
        self._article = article
        if not self._pace.is_waiting:
            self._pace.touch()

    @override
    def retranslate(self) -> None:
        self._edition.setAccessibleName(tr("Edition of the preview"))
        self._edition.setToolTip(tr("The edition whose words, dates and labels the page shows"))
        if self._view is not None:
            self._view.setAccessibleName(tr("The page as readers will see it"))
        for part in (self._device, self._scheme, self._nothing, self._busy, self._trouble):
            part.retranslate()
        self._reason.retranslate()
        self._offer_editions()

    @Slot()
    def shut(self) -> None:
        """End the rendering process and leave no timer; the panel can be shown again."""
        self._pace.rest()
        self._pause.stop()
        self._is_trying = False
        self._renderer.close()

    @Slot(object)
    def _on_page_made(self, made: PageMade) -> None:
        if made.error is not None:
            self._show_trouble(made.error)
            return
        self._made = made
        self._put_on_screen()

    @Slot(object)
    def _on_stopped(self, fault: Fault) -> None:
        self._show_trouble(fault)

    @Slot()
    def _on_ready(self) -> None:
        self._has_page = True
        if self._article is not None:
            self._states.setCurrentWidget(self._stage)
        if self._reason.isHidden():
            web_engine.remember_it_lives()

    @Slot()
    def _on_view_ended(self) -> None:
        self._show_trouble(
            Fault(say("The page view stopped by itself. Your words are safe."), say("Load the page again to go on."))
        )

    @Slot()
    def _on_retry(self) -> None:
        self._states.setCurrentWidget(self._busy)
        if self._view is not None and self._made is not None:
            self._view.load_again()
        self._render()

    @Slot()
    def _on_try_engine_again(self) -> None:
        old, self._view = self._view, None
        self._has_page = False
        if old is not None:
            old.deleteLater()
        self._states.setCurrentWidget(self._busy)
        self._wake()

    @Slot(str)
    def _on_edition_chosen(self, locale: str) -> None:
        self._locale = locale
        self._edition.show_value(locale)
        self._render()

    @Slot(str)
    def _on_device_chosen(self, device: str) -> None:
        self._stage.set_device(device)

    @Slot(str)
    def _on_scheme_chosen(self, _scheme: str) -> None:
        self._render()

    @Slot()
    def _on_look_changed(self) -> None:
        self._scheme.show_value("dark" if theme.tokens().is_dark else "light")
        self._render()

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        if url.scheme() != "makala":
            self.notice.emit(say("Links to other sites are not followed here: {address}", address=url.toString()))
            return
        parts = [part for part in url.path().split("/") if part]
        found = self._articles.find(parts[-2]) if len(parts) > 1 and parts[-1] == "index.html" else None
        if found is None or found.trashed_at is not None:
            self.notice.emit(say("This page is made when the edition is exported; the preview shows articles only."))
            return
        base = "/".join(parts[:-2])
        edition = next((one for one in self._newsroom.settings.editions if one.path == base), None)
        if edition is not None and edition.locale != self._shown_locale():
            self._on_edition_chosen(edition.locale)
        if self._article is None or found.id != self._article.id:
            self.article_requested.emit(found.id)

    def _on_tried(self, reason: Message) -> None:
        if reason:
            self._is_trying = False
            self._use_plain(reason, action=TRY_AGAIN)
        else:
            self._pause.then(self._use_engine)

    def _on_try_failed(self, error: Exception) -> None:
        self._is_trying = False
        self._use_plain(say("The web engine could not be tried out: {reason}", reason=str(error)), action=TRY_AGAIN)

    def _wake(self) -> None:
        """Load what shows pages, once the panel is seen for the first time.

        The engine holds the whole window up for as long as the machine takes to start it: trying it out waits for a
        pause in the typing, and so does taking it in. What is typed into that is kept by Qt's own queue, as the window
        is not made anew: see `web_engine.try_out`.
        """
        if self._view is not None or self._is_trying:
            return
        if reason := web_engine.why_not():
            self._use_plain(reason)
            return
        self._is_trying = True
        self._pause.then(self._try_engine)

    def _try_engine(self) -> None:
        self._jobs.submit(
            partial(web_engine.try_out, QGuiApplication.platformName()),
            title=say("Preparing the preview"),
            done=self._on_tried,
            failed=self._on_try_failed,
            is_quiet=True,
        )

    def _use_engine(self) -> None:
        from editor.ui.widgets.web_page import WebPage

        self._is_trying = False
        self._reason.hide()
        view = WebPage(self._renderer, self._stage)
        self._take_view(view, view.setZoomFactor)

    def _use_plain(self, reason: Message, action: Message | None = None) -> None:
        from editor.ui.widgets.plain_page import PlainPage

        self._reason.show_notice(reason, kind="info", action=action, is_lasting=True)
        self._take_view(PlainPage(self._renderer, self._stage), None)

    def _take_view(self, view: WebPage | PlainPage, zoom: Callable[[float], None] | None) -> None:
        self._view = view
        view.ready.connect(self._on_ready)
        for on_screen in (view.ready, view.caught_up):
            on_screen.connect(self._pace.seen)
        view.link_clicked.connect(self._on_link)
        view.ended.connect(self._on_view_ended)
        view.set_ground(theme.color("surface"))
        view.setAccessibleName(tr("The page as readers will see it"))
        self._stage.set_view(view, zoom)
        self._put_on_screen()

    def _put_on_screen(self) -> None:
        made, article = self._made, self._article
        if self._view is None or made is None or article is None:
            return
        self._view.show_page(made.html, made.path, keeps_place=self._shown_id == article.id)
        self._shown_id = article.id
        if self._states.currentWidget() is self._trouble:
            self._states.setCurrentWidget(self._stage)

    @Slot()
    def _render(self) -> None:
        if self._article is not None and self.isVisible():
            self._pace.asked()
            self._renderer.render(self._article, self._shown_locale(), is_dark=self._scheme.value == "dark")

    def _say_nothing(self) -> None:
        if self._newsroom.settings.editions:
            text = say("Open an article, and you see it as readers will, while you write.")
            self._nothing.show_words(say("The page shows here"), text)
        else:
            self._nothing.show_words(NO_EDITION, SAY_LANGUAGE)

    def _show_trouble(self, error: UserError | Fault) -> None:
        what, cause = (error.what, error.cause) if isinstance(error, Fault) else (error.message, error.hint)
        self._trouble.show_words(what, cause, say("Load the page again"))
        self._states.setCurrentWidget(self._trouble)
        self._pace.seen()

    def _shown_locale(self) -> str:
        """Return the chosen edition's locale, else the one in the article's language, else the first, else that."""
        own = self._article.language if self._article else ""
        locales = [edition.locale for edition in self._newsroom.settings.editions]
        for wanted in (self._locale, own):
            if wanted in locales:
                return wanted
        return locales[0] if locales else own

    def _offer_editions(self) -> None:
        locales = [edition.locale for edition in self._newsroom.settings.editions]
        shown = self._shown_locale()
        choices = [(tag, language_words(tag)) for tag in locales]
        if not locales and shown:
            choices = [(shown, tr("{language}, no edition yet", language=language_words(shown)))]
        self._edition.set_choices(choices)
        self._edition.show_value(shown)
        self._edition.setVisible(bool(choices))

    def _build(self) -> None:
        self._edition = ChoiceField("preview.edition")
        self._edition.committed.connect(self._on_edition_chosen)
        self._device = Segments("preview.device", say("Width of the page"), _DEVICES)
        self._device.show_value("phone")
        self._device.chosen.connect(self._on_device_chosen)
        self._scheme = Segments("preview.scheme", say("Colours of the page"), _SCHEMES)
        self._scheme.show_value("dark" if theme.tokens().is_dark else "light")
        self._scheme.chosen.connect(self._on_scheme_chosen)
        bar = QHBoxLayout()
        bar.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        bar.setSpacing(2 * theme.GRID)
        bar.addWidget(self._edition, 1)
        bar.addStretch()  # takes room only where there is no edition to choose
        bar.addWidget(self._device)
        bar.addWidget(self._scheme)
        self._reason = NoticeBar()
        self._reason.action_requested.connect(self._on_try_engine_again)
        self._nothing = EmptyState("preview", Message(), Message())
        self._busy = EmptyState("preview", say("Preparing the page…"), Message())
        self._trouble = EmptyState("fault", Message(), Message())
        self._trouble.action_requested.connect(self._on_retry)
        self._stage = PageStage()
        self._states = QStackedWidget()
        for state in (self._nothing, self._busy, self._trouble, self._stage):
            self._states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._reason)
        column.addWidget(self._states, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._wake()
        self._render()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._pace.rest()
        super().hideEvent(event)


def _content(article: Article) -> Article:
    return replace(article, changed_at=None, created_at=None)
