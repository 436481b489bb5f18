"""The pictures of the open article and of the newsroom: found, looked at, told how they came to be, put in place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.clock import Clock
from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.edits import Change
from editor.domain.image import Image
from editor.i18n.interface import tr
from editor.services.image_library import Shelf
from editor.services.likenesses import SMALL
from editor.ui.jobs import Latest
from editor.ui.panel import Panel, Search
from editor.ui.widgets.batch_form import BatchForm
from editor.ui.widgets.decoding import picture_of
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.image_detail import ImageDetail
from editor.ui.widgets.offered_picture import pictures_in
from editor.ui.widgets.picture_bar import PictureBar
from editor.ui.widgets.picture_doing import PictureDoing
from editor.ui.widgets.picture_finding import Found, PictureFinder, Wanted
from editor.ui.widgets.picture_list import PictureList
from editor.ui.widgets.picture_menu import COPY, VIEW, PictureMenu
from editor.ui.widgets.picture_swapping import PictureSwapping
from editor.ui.widgets.picture_taking import PictureTaking
from editor.ui.widgets.picture_viewing import PictureViewing
from editor.ui.widgets.thumbnails import Thumbnails
from editor.ui.widgets.trash_strip import TrashStrip
from editor.ui.widgets.typing_pace import Timers

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.article import ArticleHead
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.ui.jobs import Jobs

_LARGE = 900
_BESIDE = 380
_WIDE = 760  # from here on the chosen picture stands beside the others, not below them
_PLACES = frozenset({"hero", "links", "language"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ImagesTools:
    """What the pictures need of the desk."""

    images: Images
    newsroom: Newsroom
    clock: Clock
    person: str
    can_write: bool


class ImagesPanel(Panel):
    """Small pictures above, the chosen one large below them (beside, where there is room), with all that is said of it.

    Where several are chosen, what can be said of all at once takes its place.
    """

    def __init__(self, tools: ImagesTools, jobs: Jobs, timers: Timers | None = None) -> None:
        super().__init__()
        self.setObjectName("images")
        self.setAcceptDrops(tools.can_write)
        self._tools = tools
        self._pixels = Latest(jobs, self)
        self._article: Article | None = None
        self._image: Image | None = None
        self._wanted = ""
        self._bar = PictureBar(timers)
        self._thumbnails = Thumbnails(tools.images, jobs, SMALL, self)
        self._list = PictureList(self._thumbnails)
        self._finder = PictureFinder(tools.images, jobs, self)
        self._taking = PictureTaking(tools.images, tools.clock, jobs, self)
        self._doing = PictureDoing(tools.images, tools.clock, tools.person, self)
        self._swapping = PictureSwapping(tools.images, tools.clock, jobs, self)
        self._viewing = PictureViewing(tools.images, jobs, self._list)
        self._menu = PictureMenu(self)
        self._detail = ImageDetail()
        self._batch = BatchForm()
        self._about = QStackedWidget()
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._trash = TrashStrip(tools.images, jobs, can_write=tools.can_write)
        self._empty = EmptyState("images", Message(), Message())
        self._states = QStackedWidget()
        self._lay_out()
        self._connect()
        for form in (self._detail, self._batch):
            form.set_writable(is_writable=tools.can_write)
        self._bar.add.setEnabled(tools.can_write)
        self.retranslate()
        self._look()

    @override
    def show_article(self, article: Article | None) -> None:
        is_other = article is None or self._article is None or article.id != self._article.id
        self._hold(article)
        if is_other:
            self._swapping.leave()
            self._bar.show_library(is_library=article is None)
            self._image = None
        self._look()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        was = self._article
        self._hold(article)
        if change.images:
            self._thumbnails.forget(change.images)
        is_same = was is not None and article is not None and was.id == article.id
        has_moved = not is_same or bool(change.fields & _PLACES) or _hashes(was) != _hashes(article)
        if change.images or change.settings or has_moved:
            self._look()
        elif self._image is not None:
            self._show_image(self._image)

    @override
    def show_cursor(self, line: int) -> None:
        self._doing.line = line

    @override
    def search(self, step: Search) -> bool:
        if step is Search.BEGIN:
            self._bar.begin_search()
        return step is Search.BEGIN

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(tr("Images"))
        self._list.setAccessibleName(tr("Pictures"))
        for part in (self._bar, self._trash, self._swapping.strip, self._menu, self._detail, self._batch, self._empty):
            part.retranslate()
        if self._image is not None:
            self._show_image(self._image)

    @override
    def settle(self) -> None:
        self._detail.settle()
        self._batch.settle()

    def _lay_out(self) -> None:
        for page in (self._detail, self._batch):
            self._about.addWidget(_scrolled(page))
        self._halves.addWidget(self._list)
        self._halves.addWidget(self._about)
        self._halves.setStretchFactor(1, 1)
        self._share_out()
        self._halves.setChildrenCollapsible(False)
        for state in (QWidget(), self._empty, self._halves):  # until it has looked, it says nothing
            self._states.addWidget(state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._trash)
        column.addWidget(self._swapping.strip)
        column.addWidget(self._states, 1)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._bar.changed.connect(self._look)
        self._bar.scope_changed.connect(self._share_out)
        self._bar.add_asked.connect(self._on_add)
        self._bar.left_downward.connect(self._list.setFocus)
        self._finder.found.connect(self._on_found)
        self._finder.failed.connect(self._on_not_found)
        self._trash.emptied.connect(self._look)
        self._trash.failed.connect(self.notice)
        self._empty.action_requested.connect(self._on_add)
        self._empty.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # for what is pasted
        self._empty.paste_asked.connect(self._on_paste)
        self._list.chosen.connect(self._on_chosen)
        self._list.many_chosen.connect(self._on_many)
        self._list.paste_asked.connect(self._on_paste)
        self._taking.arriving.connect(self._on_arriving)
        self._list.customContextMenuRequested.connect(self._on_menu)
        for part in (self._list, self._menu, self._detail, self._batch):
            part.asked.connect(self._on_asked)
        self._swapping.arriving.connect(self._on_swapping)
        for doer in (self._taking, self._doing, self._swapping):
            doer.edit_requested.connect(self.edit_requested)
            doer.notice.connect(self.notice)
        for form in (self._detail.form, self._batch):
            form.origin_chosen.connect(self._doing.decide)
        for about in (self._detail, self._batch):
            about.changed.connect(self._doing.change)
        self._detail.form.caption_changed.connect(self._doing.say_caption)
        self._detail.article_requested.connect(self.article_requested)

    def _hold(self, article: Article | None) -> None:
        self._article = self._taking.article = self._doing.article = article

    def _share_out(self) -> None:
        """Give the pictures their share: a strip for those of an article, half the room for the library."""
        is_beside = self._halves.orientation() is Qt.Orientation.Horizontal
        self._list.set_filling(fills=is_beside or self._bar.is_library)
        if is_beside:
            self._halves.setSizes([max(self.width() - _BESIDE, _BESIDE), _BESIDE])
        else:
            self._halves.setSizes([300, 300] if self._bar.is_library else [150, 450])

    def _look(self) -> None:
        """Ask for the pictures that the bar means."""
        self._finder.ask(Wanted(self._article, self._bar.query, self._editions()))

    def _on_found(self, found: Found) -> None:
        query = self._bar.query
        if query is not None:
            self._bar.show_counts(found.counts, self._editions())
        if query is not None and query.shelf == Shelf.TRASH:
            self._trash.look()
        else:
            self._trash.hide()
        if not found.pictures:
            self._image = None
            self._list.show_pictures(())
            self._say_empty(found)
            return
        self._turn_to(self._halves, self._list)
        self._list.show_pictures(found.pictures)
        if self._wanted in {picture.image.id for picture in found.pictures}:
            self._list.choose(self._wanted)
            self._wanted = ""
        self._on_chosen(self._list.current_id())
        self._on_many()

    def _turn_to(self, state: QWidget, entry: QWidget) -> None:
        """Show `state`; where the keyboard came before there was anything to show, it goes to `entry` now."""
        waits = (
            (focus := self.window().focusWidget()) is not None and self.isAncestorOf(focus) and not focus.isVisible()
        )
        self._states.setCurrentWidget(state)
        if waits:
            entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_not_found(self, error: UserError | Fault) -> None:
        self._empty.show_words(say("The pictures could not be listed"), say("They are safe on disk."))
        self._turn_to(self._empty, self._empty)
        self.notice.emit(error)

    def _say_empty(self, found: Found) -> None:
        add = say("Choose pictures") if self._tools.can_write else None
        query = self._bar.query
        if query is None:
            self._empty.show_words(
                say("This article has no picture"),
                say("Drop one here, paste it, or choose a file. The first becomes the main picture."),
                add,
            )
        elif query.words:
            self._empty.show_words(say("No such picture"), say("Try another word, or look among all pictures."))
        elif query.shelf == Shelf.ALIKE and not found.is_compared:
            self._empty.show_words(say("Comparing pictures"), say("Those that look alike will stand here."))
        elif query.shelf == Shelf.TRASH:
            self._empty.show_words(say("The trash is empty"), say("What you move there can be taken out again."))
        elif query.shelf == Shelf.UNUSED:
            self._empty.show_words(say("Every picture is used"), say("There is none that no article shows."))
        elif query.shelf != Shelf.ALL:
            self._empty.show_words(say("No picture here"), say("Not one of the newsroom's pictures belongs here."))
        else:
            self._empty.show_words(say("No pictures yet"), say("Drop them here, paste one, or choose files."), add)
        self._turn_to(self._empty, self._empty)

    def _on_chosen(self, image_id: str) -> None:
        picture = self._list.picture()
        if picture is None or picture.image.id != image_id:
            return
        if self._image is not None and self._image.id != image_id:
            self._detail.settle()
        self._show_image(picture.image)
        work = partial(_look_closer, self._tools.images, picture.image)
        self._pixels.submit(work, title=say("Reading a picture"), done=self._on_pixels)

    def _on_many(self) -> None:
        """Show what can be said of all the selected pictures, or the one that is."""
        selected = [picture.image for picture in self._list.selected()]
        if len(selected) > 1:
            self._doing.images = selected
            self._batch.show_images(selected)
            self._allow(self._batch)
        elif self._image is not None:
            self._show_image(self._image)
        self._about.setCurrentIndex(len(selected) > 1)

    def _show_image(self, image: Image) -> None:
        self._image = image
        self._doing.images = (image,)
        self._detail.form.set_zone(self._tools.newsroom.settings.display_zone)
        self._detail.show_image(image, self._languages(image), self._doing.caption())
        self._allow(self._detail)

    def _on_pixels(self, read: tuple[str, QImage, list[ArticleHead]]) -> None:
        image_id, picture, users = read
        self._detail.show_pixels(image_id, QPixmap.fromImage(picture))
        if self._image is not None and self._image.id == image_id:
            self._detail.uses.show_heads([head for head in users if head.trashed_at is None])

    def _editions(self) -> tuple[str, ...]:
        return tuple(edition.locale for edition in self._tools.newsroom.settings.editions)

    def _languages(self, image: Image) -> tuple[str, ...]:
        own = (self._article.language,) if self._article else ()
        return tuple(dict.fromkeys([*own, *self._editions(), *image.alt])) or ("en",)

    def _possible(self) -> set[str]:
        return self._doing.possible(is_library=self._bar.is_library) if self._tools.can_write else set()

    def _allow(self, form: ImageDetail | BatchForm) -> None:
        form.allow(self._possible())
        self._menu.allow({VIEW, COPY} | self._possible())

    def _on_asked(self, what: str) -> None:
        self.settle()
        if what == VIEW:
            self._viewing.open()
        elif what == COPY:
            self._list.copy()
        elif what == "file" and self._image is not None:
            self._taking.choose(self._image)
        elif what == "swap" and self._image is not None:
            self._swapping.choose(self._image)
        elif what in self._possible():
            self._doing.do(what)

    def _on_menu(self, at: QPoint) -> None:
        self._menu.popup(self._list.viewport().mapToGlobal(at))

    def _on_arriving(self, image_id: str, is_placed: bool) -> None:  # noqa: FBT001 - a signal's
        self._wanted = image_id
        if not is_placed:
            self._bar.show_library(is_library=True)
        self._look()

    def _on_swapping(self, image_id: str) -> None:
        self._wanted = image_id

    @override
    def show_image(self, image_id: str) -> None:
        self._wanted = image_id
        self._look()

    def _on_add(self) -> None:
        self._taking.choose()

    def _on_paste(self) -> None:
        if self._tools.can_write:
            self._taking.paste()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is not self._list and pictures_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is not self._list and pictures_in(event.mimeData()):
            event.acceptProposedAction()
            self._taking.drop(event.mimeData())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wanted = Qt.Orientation.Horizontal if self.width() >= _WIDE else Qt.Orientation.Vertical
        if self._halves.orientation() != wanted:
            self._halves.setOrientation(wanted)
            self._share_out()
        self._detail.view.fit_into(self.height())


def _scrolled(page: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(page)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


def _hashes(article: Article | None) -> tuple[str, ...]:
    return article.pictures_in_texts if article else ()


def _look_closer(images: Images, image: Image, context: JobContext) -> tuple[str, QImage, list[ArticleHead]]:
    context.check()
    data = images.thumbnail(image, _LARGE)
    return image.id, picture_of(data or b""), images.used_in(image.id)
