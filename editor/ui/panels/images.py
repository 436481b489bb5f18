"""The pictures of the open article and of the newsroom: taken in, looked at, told how they came to be, put in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout
from typing_extensions import override

from editor.core.clock import Clock
from editor.core.errors import Fault, UserError
from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.edits import Change, change_article, change_image, label_image
from editor.domain.image import Image
from editor.i18n.interface import tr
from editor.ui.file_dialogs import ask_files
from editor.ui.jobs import Latest
from editor.ui.panel import Panel
from editor.ui.widgets import picture_edits
from editor.ui.widgets.body_captions import body_caption, with_body_caption
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.field_change import FieldChange
from editor.ui.widgets.image_detail import ImageDetail
from editor.ui.widgets.offered_picture import OfferedPicture, files_in, holds_files, picture_kinds, pictures_in
from editor.ui.widgets.picture_bar import PictureBar
from editor.ui.widgets.picture_finding import TRASH, UNUSED, Wanted, find_pictures
from editor.ui.widgets.picture_intake import Intake, read_pictures
from editor.ui.widgets.picture_list import THUMB, Picture, PictureList
from editor.ui.widgets.thumbnails import Thumbnails
from editor.ui.widgets.trash_strip import TrashStrip
from editor.ui.widgets.typing_pace import Timers

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.ui.jobs import Jobs

_LARGE = 900
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
    """A strip of small pictures above, the chosen one large below it, then everything that is said of it."""

    def __init__(self, tools: ImagesTools, jobs: Jobs, timers: Timers | None = None) -> None:
        super().__init__()
        self.setObjectName("images")
        self.setAcceptDrops(tools.can_write)
        self._tools = tools
        self._jobs = jobs
        self._finding = Latest(jobs, self)
        self._pixels = Latest(jobs, self)
        self._article: Article | None = None
        self._image: Image | None = None
        self._wanted = ""
        self._words_only: Image | None = None
        self._bar = PictureBar(timers)
        self._thumbnails = Thumbnails(tools.images, jobs, 2 * THUMB.width(), self)
        self._list = PictureList(self._thumbnails)
        self._detail = ImageDetail()
        self._trash = TrashStrip(tools.images, jobs, can_write=tools.can_write)
        self._empty = EmptyState("images", Message(), Message())
        self._states = QStackedWidget()
        self._lay_out()
        self._connect()
        self._detail.form.set_writable(is_writable=tools.can_write)
        self._bar.add.setEnabled(tools.can_write)
        self.retranslate()
        self._say_empty()
        self._look()

    @override
    def show_article(self, article: Article | None) -> None:
        is_other = article is None or self._article is None or article.id != self._article.id
        self._article = article
        if is_other:
            self._bar.show_library(is_library=article is None)
            self._image = None
        self._look()

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        was, self._article = self._article, article
        if change.images:
            self._thumbnails.forget(change.images)
        is_same = was is not None and article is not None and was.id == article.id
        has_moved = not is_same or bool(change.fields & _PLACES) or _hashes(was) != _hashes(article)
        if change.images or change.settings or has_moved:
            self._look()
        elif self._image is not None:
            self._show_image(self._image)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(tr("Images"))
        self._list.setAccessibleName(tr("Pictures"))
        for part in (self._bar, self._trash, self._detail, self._empty):
            part.retranslate()
        if self._image is not None:
            self._show_image(self._image)

    @override
    def settle(self) -> None:
        self._detail.form.settle()

    def _lay_out(self) -> None:
        scroll = QScrollArea()
        scroll.setWidget(self._detail)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self._list)
        halves.addWidget(scroll)
        halves.setSizes([132, 468])
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        self._states.addWidget(self._empty)
        self._states.addWidget(halves)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._trash)
        column.addWidget(self._states, 1)
        self.setFocusProxy(self._list)

    def _connect(self) -> None:
        self._bar.changed.connect(self._look)
        self._bar.add_asked.connect(self._on_add)
        self._trash.emptied.connect(self._look)
        self._trash.failed.connect(self.notice)
        self._empty.action_requested.connect(self._on_add)
        self._list.chosen.connect(self._on_chosen)
        self._list.paste_asked.connect(self._on_paste)
        self._list.trash_asked.connect(self._on_trash)
        self._detail.asked.connect(self._on_asked)
        self._detail.form.changed.connect(self._on_changed)
        self._detail.form.origin_chosen.connect(self._on_origin)
        self._detail.form.caption_changed.connect(self._on_caption)

    def _look(self) -> None:
        """Ask for the pictures that the bar means."""
        wanted = Wanted(self._article, self._bar.is_library, self._bar.words, self._bar.wanted_shelf)
        self._finding.submit(
            partial(find_pictures, self._tools.images, wanted),
            title=say("Looking for pictures"),
            done=self._on_found,
            failed=self._on_not_found,
        )

    def _on_found(self, pictures: Sequence[Picture]) -> None:
        if self._bar.wanted_shelf == TRASH:
            self._trash.look()
        else:
            self._trash.hide()
        if not pictures:
            self._image = None
            self._list.show_pictures(())
            self._say_empty()
            return
        self._states.setCurrentIndex(1)
        self._list.show_pictures(pictures)
        known = {picture.image.id for picture in pictures}
        if self._wanted in known:
            self._list.choose(self._wanted)
            self._wanted = ""
        self._on_chosen(self._list.current_id())

    def _on_not_found(self, error: Exception) -> None:
        if not isinstance(error, UserError | Fault):
            raise error
        self._empty.show_words(say("The pictures could not be listed"), say("They are safe on disk."))
        self._states.setCurrentWidget(self._empty)
        self.notice.emit(error)

    def _say_empty(self) -> None:
        add = say("Choose pictures") if self._tools.can_write else None
        if self._bar.words:
            self._empty.show_words(say("No such picture"), say("Try another word from its name, alt text or credit."))
        elif self._bar.wanted_shelf == TRASH:
            self._empty.show_words(say("The trash is empty"), say("What you move there can be taken out again."))
        elif self._bar.wanted_shelf == UNUSED:
            self._empty.show_words(say("Every picture is used"), say("There is none that no article shows."))
        elif self._bar.is_library:
            self._empty.show_words(say("No pictures yet"), say("Drop them here, paste one, or choose files."), add)
        else:
            self._empty.show_words(
                say("This article has no picture"),
                say("Drop one here, paste it, or choose a file. The first becomes the main picture."),
                add,
            )
        self._states.setCurrentWidget(self._empty)

    def _on_chosen(self, image_id: str) -> None:
        picture = self._list.picture()
        if picture is None or picture.image.id != image_id:
            return
        if self._image is not None and self._image.id != image_id:
            self._detail.form.settle()
        self._show_image(picture.image)
        self._pixels.submit(
            partial(_pixels, self._tools.images, picture.image), title=say("Reading a picture"), done=self._on_pixels
        )

    def _show_image(self, image: Image) -> None:
        self._image = image
        self._detail.show_image(image, self._languages(image), self._caption(image))
        self._detail.allow(self._possible(image))

    def _on_pixels(self, read: tuple[str, QImage]) -> None:
        image_id, picture = read
        self._detail.view.show_pixels(image_id, QPixmap.fromImage(picture))

    def _languages(self, image: Image) -> tuple[str, ...]:
        own = (self._article.language,) if self._article else ()
        editions = (edition.locale for edition in self._tools.newsroom.settings.editions)
        return tuple(dict.fromkeys([*own, *editions, *image.alt])) or ("en",)

    def _caption(self, image: Image) -> str | None:
        article = self._article
        if article is None:
            return None
        if article.hero is not None and article.hero.image_id == image.id:
            return article.hero.caption
        return body_caption(article.body, image) if image.has_file else None

    def _possible(self, image: Image) -> set[str]:
        if not self._tools.can_write:
            return set()
        if image.trashed_at is not None:
            return {"untrash"}
        names = set() if image.has_file else {"file"}
        if self._article is not None:
            is_hero = self._article.hero is not None and self._article.hero.image_id == image.id
            names.add("off" if is_hero else "hero")
            if image.has_file and body_caption(self._article.body, image) is None:
                names.add("body")
        if self._bar.is_library:
            names.add("trash")
        return names

    def _on_asked(self, what: str) -> None:
        image, article = self._image, self._article
        if image is None:
            return
        self._detail.form.settle()
        match what:
            case "hero" if article is not None:
                self.edit_requested.emit(picture_edits.placing(article, image))
            case "off" if article is not None:
                self.edit_requested.emit(picture_edits.taking_off(article))
            case "body" if article is not None:
                self.edit_requested.emit(picture_edits.into_body(article, image))
            case "file":
                self._words_only = image
                self._on_add()
            case "trash":
                self._on_trash()
            case "untrash":
                self.edit_requested.emit(change_image(image, say("Take a picture out of the trash"), trashed_at=None))

    def _on_trash(self) -> None:
        if self._image is None or not self._tools.can_write or not self._bar.is_library:
            return
        try:
            self.edit_requested.emit(picture_edits.trashing(self._tools.images, self._image, self._tools.clock.now()))
        except UserError as error:
            self.notice.emit(error)

    def _on_changed(self, change: FieldChange) -> None:
        if self._image is not None:
            self.edit_requested.emit(change_image(self._image, change.label, **change.fields))

    def _on_origin(self, term: str) -> None:
        if self._image is not None:
            decision = label_image(self._image, term, by=self._tools.person, at=self._tools.clock.now())
            self.edit_requested.emit(decision)

    def _on_caption(self, caption: str) -> None:
        article, image = self._article, self._image
        if article is None or image is None:
            return
        label = say("Change the caption")
        if article.hero is not None and article.hero.image_id == image.id:
            hero = replace(article.hero, caption=caption)
            self.edit_requested.emit(change_article(article, label, hero=hero))
        else:
            body = with_body_caption(article.body, image, caption)
            self.edit_requested.emit(change_article(article, label, body=body))

    def _on_add(self) -> None:
        paths = ask_files(self, say("Choose pictures"), Path.home(), picture_kinds())
        self._take_in([OfferedPicture(path.name, path) for path in paths])

    def _on_paste(self) -> None:
        # An empty clipboard may hold nothing at all, whatever Qt's own types say.
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()
        offered = pictures_in(held) if held is not None else []
        if not offered:
            self.notice.emit(say("There is no picture on the clipboard."))
        self._take_in(offered)

    def _take_in(self, offered: Sequence[OfferedPicture]) -> None:
        if not offered or not self._tools.can_write:
            self._words_only = None
            return
        self._jobs.submit(
            partial(read_pictures, self._tools.images, tuple(offered)),
            title=say("Taking in pictures"),
            done=self._on_read,
        )

    def _on_read(self, intake: Intake) -> None:
        words_only, self._words_only = self._words_only, None
        if trouble := intake.trouble():
            self.notice.emit(trouble)
        if not intake.images:
            return
        at, images = self._tools.clock.now(), self._tools.images
        self._wanted = intake.images[0].id
        if words_only is not None and self._article is not None:
            edit = picture_edits.with_file(images, words_only, intake.images[0], self._article, at)
            self.edit_requested.emit(edit)
            return
        if self._article is None or self._article.hero is not None:
            self._bar.show_library(is_library=True)
        if edits := picture_edits.taking_in(images, intake.images, self._article, at):
            self.edit_requested.emit(edits)
        else:
            self._look()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if pictures_in(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        source = event.mimeData()
        if pictures_in(source):
            event.acceptProposedAction()
            # What is no picture was dropped along with them: it is refused by its name, not passed over.
            self._take_in(files_in(source) if holds_files(source) else pictures_in(source))


def _hashes(article: Article | None) -> tuple[str, ...]:
    return article.pictures_in_texts if article else ()


def _pixels(images: Images, image: Image, context: JobContext) -> tuple[str, QImage]:
    context.check()
    data = images.thumbnail(image, _LARGE)
    return image.id, QImage.fromData(data) if data else QImage()
