"""Related articles: suggestions and search above, below the chosen links in page order, shown where one wants them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.messages import Message, nsay, say
from editor.domain.article import Article
from editor.domain.edition import zone_for
from editor.domain.edits import Change, Edit, EditArticle, Several
from editor.domain.image import Image
from editor.domain.link import External, Link
from editor.domain.linking import add_links, change_external, link_of, link_to, move_link, remove_link, show_link
from editor.domain.told import Feed, Told
from editor.i18n.interface import ntr, tr
from editor.i18n.zones import shown_zone
from editor.ui import icons, theme
from editor.ui.panel import Panel
from editor.ui.widgets.article_finder import ArticleFinder
from editor.ui.widgets.back_links import BackLinks
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.external_form import ExternalForm, ExternalSaid
from editor.ui.widgets.feed_list import FeedList, key_of, keys_of
from editor.ui.widgets.finder_split import FinderSplit
from editor.ui.widgets.link_list import ArticlesDropped, LinkList, LinkMove, LinkShown
from editor.ui.widgets.link_words import picture_of, row_words
from editor.ui.widgets.outside_edits import TELL, said_of, with_picture
from editor.ui.widgets.outside_taking import OutsideTaking, source_of
from editor.ui.widgets.thumbnails import Thumbnails

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading
    from editor.services.telling import Telling
    from editor.ui.jobs import Jobs
    from editor.ui.offers import Offers


THUMB_PIXELS = 192


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedTools:
    """What the links need of the desk."""

    articles: Reading
    images: Images
    newsroom: Newsroom
    offers: Offers
    telling: Telling
    clock: Clock
    person: str
    can_write: bool


class RelatedPanel(Panel):
    """Links the open article to others and says where each link shows. Every click is an edit that can be undone."""

    def __init__(self, tools: RelatedTools, jobs: Jobs) -> None:
        super().__init__()
        self.setObjectName("related")
        self._tools = tools
        self._article: Article | None = None
        self._targets: Mapping[str, Article] = {}
        self._pictures: Mapping[str, Image] = {}
        self._edited = ""
        self._thumbs = Thumbnails(tools.images, jobs, THUMB_PIXELS, self)
        self._thumbs.ready.connect(self._on_thumb)
        self._finder = ArticleFinder("related.finder", tools.offers, jobs)
        self._links = LinkList("related.links", can_write=tools.can_write)
        self._form = ExternalForm()
        self._feed = FeedList()
        self._taking = OutsideTaking(tools.telling, jobs, self)
        self._back = BackLinks("related.back", _linked_from)
        self._build()
        self._connect()
        self._form.set_writable(is_writable=tools.can_write)
        self.setAcceptDrops(tools.can_write)
        for way_to_link in (self._finder, self._outside):
            way_to_link.setVisible(tools.can_write)
        self.retranslate()
        self.show_article(None)

    @override
    def show_article(self, article: Article | None) -> None:
        if article is None or self._article is None or article.id != self._article.id:
            self._leave_form()
        self._article = article
        self._states.setCurrentWidget(self._nothing if article is None else self._linking)
        self._finder.show_article(article, self._zone())
        self._read()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        if article is None:
            return
        self._article = article
        if article.id in change.articles:
            self._finder.follow(article)
        self._thumbs.forget(change.images)
        if change.fields & {"links", "language", "display_zone"} or change.images or self._concerns(change):
            self._read()

    @override
    def settle(self) -> None:
        if self._lower.currentWidget() is self._form:
            self._form.settle()

    @override
    def retranslate(self) -> None:
        self._outside.setText(tr("Outside article"))
        self._outside.setAccessibleName(tr("Link an article outside the newsroom"))
        self._outside.setToolTip(tr("Link an article outside the newsroom, told by hand"))
        parts = (self._finder, self._links, self._form, self._feed, self._back, self._nothing, self._none_yet)
        for part in parts:
            part.retranslate()
        self._show()

    @Slot(str)
    def _on_picked(self, article_id: str) -> None:
        self._link([article_id], None)

    @Slot(object)
    def _on_dropped(self, dropped: ArticlesDropped) -> None:
        self._link(dropped.ids, dropped.at)

    @Slot(str)
    def _on_opened(self, link_id: str) -> None:
        link = link_of(self._article, link_id) if self._article else None
        if link is None:
            return
        if link.external is not None:
            self._open_form(link)
        elif link.article in self._targets:
            self.article_requested.emit(link.article)
        else:
            self.notice.emit(say("This article is not in the newsroom yet, so it cannot be opened."))

    @Slot(str)
    def _on_removed(self, link_id: str) -> None:
        if self._article is not None:
            self._ask(remove_link(self._article, link_id))

    @Slot(object)
    def _on_moved(self, move: LinkMove) -> None:
        if self._article is not None:
            self._ask(move_link(self._article, move.link_id, move.to))
            self._links.focus_row(move.link_id)

    @Slot(object)
    def _on_shown(self, shown: LinkShown) -> None:
        if self._article is not None:
            self._ask(show_link(self._article, shown.link_id, on_card=shown.on_card, on_timeline=shown.on_timeline))

    @Slot()
    def _on_outside(self) -> None:
        self._open_form(None)

    @Slot(object)
    def _on_said(self, said: ExternalSaid) -> None:
        if self._article is None:
            return
        new_id, now = self._tools.clock.new_id(), self._tools.clock.now()
        edits, external = with_picture(said, self._pictures, new_id, self._tools.person, now)
        if said.link_id:
            edit: EditArticle | None = change_external(self._article, said.link_id, external)
        else:
            self._edited = self._tools.clock.new_id()
            edit = add_links(self._article, [Link(id=self._edited, external=external)])
        parts: list[Edit] = [*edits, edit] if edit is not None else [*edits]
        if parts:
            self.edit_requested.emit(parts[0] if len(parts) == 1 else Several(tuple(parts), TELL))
        if not said.link_id and link_of(self._article, self._edited) is None:
            self._edited = ""  # it was refused: the words stay in the form
        self._show()

    @Slot(object)
    def _on_told(self, told: Told) -> None:
        """Fill the open form with what is told, or link the article at once."""
        if self._article is None:
            return
        is_form = self._lower.currentWidget() is self._form
        if is_form:
            self._form.settle()  # what is typed there comes first
        link = link_of(self._article, self._edited)
        if link is None and key_of(told.url, told.headline) in keys_of(self._article):
            self.notice.emit(say("This article is linked already."))
            return
        known = self._form.external if is_form else External()
        said = said_of(told, self._edited, known, self._article.language)
        if known.picture is not None:
            self._ask(change_external(self._article, self._edited, said.external))
        else:
            self._on_said(said)
        if self._lower.currentWidget() is self._feed:
            self._edited = ""
        elif is_form or not told.headline:
            self._lower.setCurrentWidget(self._form)
            self._form.focus_first()
        else:
            self._links.focus_row(self._edited)
            self._leave_form()

    @Slot(object)
    def _on_fed(self, feed: Feed) -> None:
        if self._article is None:
            return
        self.settle()
        self._edited = ""
        self._lower.setCurrentWidget(self._feed)
        self._feed.show_feed(feed, self._zone())

    @Slot()
    def _on_form_done(self) -> None:
        edited = self._edited
        self._form.settle()
        self._leave_form()
        self._show()
        self._links.focus_row(edited)

    @Slot(object)
    def _on_thumb(self, _image_ids: object) -> None:
        self._show_thumbs()

    @Slot()
    def _on_grown(self) -> None:
        self._show_thumbs()

    def _ask(self, edit: Edit | None) -> None:
        """Ask for `edit`, then show what is stored, which is the old state where it was refused."""
        if edit is not None:
            self.edit_requested.emit(edit)
        self._show()

    def _link(self, ids: tuple[str, ...] | list[str], at: int | None) -> None:
        """Link these articles, those that are linked already aside; a link to itself is refused by the door."""
        article = self._article
        if article is None:
            return
        wanted = [one for one in dict.fromkeys(ids) if link_to(article, one) is None]
        if not wanted:
            self.notice.emit(say("This article is linked already."))
            return
        self._ask(add_links(article, [Link(id=self._tools.clock.new_id(), article=one) for one in wanted], at))

    def _open_form(self, link: Link | None) -> None:
        if self._article is None:
            return
        self._edited = link.id if link else ""
        self._fill_form(link)
        self._lower.setCurrentWidget(self._form)
        self._form.focus_first()

    def _fill_form(self, link: Link | None) -> None:
        if self._article is not None:
            external = link.external if link and link.external else External()
            picture = self._pictures.get(external.picture.image_id) if external.picture else None
            self._form.show_external(link.id if link else "", external, picture, self._article, self._zone())

    def _leave_form(self) -> None:
        self._edited = ""
        self._taking.forget()
        self._lower.setCurrentWidget(self._chosen)

    def _concerns(self, change: Change) -> bool:
        """Say whether `change` touched an article that is linked to, or one that may link here."""
        near = self._targets.keys() | self._back.ids()
        return bool(change.articles & near) or bool(change.fields & {"links", "trashed_at"})

    def _zone(self) -> str:
        settings = self._tools.newsroom.settings
        return shown_zone(zone_for(self._article, settings) if self._article else settings.display_zone)

    def _read(self) -> None:
        article = self._article
        self._targets = self._tools.articles.targets_of(article) if article else {}
        self._pictures = self._tools.images.images_of(article) if article else {}
        self._back.show_heads(self._tools.articles.linking_to(article.id) if article else [])
        self._show()

    def _show(self) -> None:
        article = self._article
        links = article.links if article else ()
        zone = self._zone()
        self._taking.show_zone(zone)
        self._feed.show_linked(keys_of(article))
        rows = [row_words(link, article, self._targets, self._pictures, zone) for link in links] if article else []
        self._links.show_links(rows)
        self._show_thumbs()
        self._list_states.setCurrentWidget(self._links if links else self._none_yet)
        self._count.setText(
            ntr("{n} link on the page", "{n} links on the page", len(links)) if links else tr("On the page")
        )
        if self._edited and article is not None:
            link = link_of(article, self._edited)
            if link is None:
                self._leave_form()
            else:
                self._fill_form(link)

    def _show_thumbs(self) -> None:
        links = {link.id: link for link in self._article.links} if self._article is not None else {}
        for row in self._links.rows():
            image = picture_of(links[row.link_id], self._targets, self._pictures) if row.link_id in links else None
            thumb = self._thumbs.thumbnail(image.id) if image and image.has_file else None
            row.show_thumb(thumb.pixmap if thumb else None)

    def _connect(self) -> None:
        self._finder.picked.connect(self._on_picked)
        self._links.opened.connect(self._on_opened)
        self._links.removed.connect(self._on_removed)
        self._links.moved.connect(self._on_moved)
        self._links.shown.connect(self._on_shown)
        self._links.dropped.connect(self._on_dropped)
        self._links.grown.connect(self._on_grown)
        self._form.said.connect(self._on_said)
        self._form.done.connect(self._on_form_done)
        self._form.refused.connect(self.notice)
        self._form.pasting.connect(self._taking.paste)
        self._form.choosing.connect(self._taking.choose)
        self._feed.taken.connect(self._on_told)
        self._feed.done.connect(self._on_form_done)
        self._taking.told.connect(self._on_told)
        self._taking.fed.connect(self._on_fed)
        self._taking.refused.connect(self.notice)
        self._back.opened.connect(self.article_requested)
        self._outside.clicked.connect(self._on_outside)

    def _build(self) -> None:
        self._nothing = EmptyState(
            "related", say("Related articles"), say("Open an article to link it to others and to its forerunners.")
        )
        self._none_yet = EmptyState(
            "link",
            say("No links yet"),
            say("Choose an article above, or drag one here. Readers see them under the article, in this order.")
            if self._tools.can_write
            else Message(),
        )
        self._count = QLabel()
        self._count.setProperty("role", "section")
        self._outside = QPushButton()
        self._outside.setObjectName("related.outside")
        self._outside.setProperty("kind", "quiet")
        self._outside.setIcon(icons.icon("add", "accent"))
        head = QHBoxLayout()
        head.setContentsMargins(2 * theme.GRID, theme.GRID, theme.GRID, 0)
        head.addWidget(self._count, 1)
        head.addWidget(self._outside)
        self._list_states = QStackedWidget()
        self._list_states.addWidget(self._none_yet)
        self._list_states.addWidget(self._links)
        self._chosen = QWidget()
        chosen = QVBoxLayout(self._chosen)
        chosen.setContentsMargins(0, 0, 0, 0)
        chosen.setSpacing(4)
        chosen.addLayout(head)
        chosen.addWidget(self._list_states, 1)
        chosen.addWidget(self._back)
        self._lower = QStackedWidget()
        self._lower.addWidget(self._chosen)
        self._lower.addWidget(self._form)
        self._lower.addWidget(self._feed)
        self._linking = FinderSplit(self._finder, self._lower, (260, 460))
        self._states = QStackedWidget()
        self._states.addWidget(self._nothing)
        self._states.addWidget(self._linking)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._states)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._tools.can_write and self._article is not None:
            self._taking.paste()
        else:
            super().keyPressEvent(event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._article is not None and source_of(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._taking.take(event.mimeData())


def _linked_from(count: int) -> Message:
    return nsay("Linked from {n} article", "Linked from {n} articles", count)
