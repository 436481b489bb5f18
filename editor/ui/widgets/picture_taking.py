"""How pictures come into the newsroom through the images panel: chosen, dropped or pasted, read, and put in place."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.image import Image
from editor.ui.file_dialogs import ask_files
from editor.ui.widgets import picture_edits
from editor.ui.widgets.offered_picture import OfferedPicture, files_in, holds_files, picture_kinds, pictures_in
from editor.ui.widgets.picture_intake import Intake, read_pictures

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.services.images import Images
    from editor.ui.jobs import Jobs


class PictureTaking(QObject):
    """Made by the images panel, which keeps `article` up to date. Files are read on another thread.

    `edit_requested` carries the edit that makes the pictures the newsroom's, `notice` what could not be taken in,
    `arriving` the id of the first picture before its edit is asked for, and whether it takes a place in the article.
    """

    edit_requested = Signal(object)
    notice = Signal(object)
    arriving = Signal(str, bool)

    def __init__(self, images: Images, clock: Clock, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.article: Article | None = None
        self._window = parent
        self._images = images
        self._clock = clock
        self._jobs = jobs
        self._words_only: Image | None = None

    def choose(self, words_only: Image | None = None) -> None:
        """Ask for files; the first is the file of `words_only`, where that is given."""
        self._words_only = words_only
        paths = ask_files(self._window, say("Choose pictures"), Path.home(), picture_kinds())
        self._take_in([OfferedPicture(path.name, path) for path in paths])

    def paste(self) -> None:
        """Take in the picture on the clipboard."""
        # An empty clipboard may hold nothing at all, whatever Qt's own types say.
        held: QMimeData | None = QGuiApplication.clipboard().mimeData()
        offered = pictures_in(held) if held is not None else []
        if not offered:
            self.notice.emit(say("There is no picture on the clipboard."))
        self._take_in(offered)

    def drop(self, dropped: QMimeData) -> None:
        """Take in what was dropped; what is no picture among it is refused by its name, not passed over."""
        self._take_in(files_in(dropped) if holds_files(dropped) else pictures_in(dropped))

    def _take_in(self, offered: Sequence[OfferedPicture]) -> None:
        if not offered:
            self._words_only = None
            return
        self._jobs.submit(
            partial(read_pictures, self._images, tuple(offered)), title=say("Taking in pictures"), done=self._on_read
        )

    def _on_read(self, intake: Intake) -> None:
        words_only, self._words_only = self._words_only, None
        if said := intake.notice():
            self.notice.emit(said)
        if not intake.images:
            return
        at, article = self._clock.now(), self.article
        is_placed = article is not None and (article.hero is None or words_only is not None)
        self.arriving.emit(intake.images[0].id, is_placed)
        if words_only is not None and article is not None:
            self.edit_requested.emit(picture_edits.with_file(self._images, words_only, intake.images[0], article, at))
        elif edits := picture_edits.taking_in(self._images, intake.images, article, at):
            self.edit_requested.emit(edits)
