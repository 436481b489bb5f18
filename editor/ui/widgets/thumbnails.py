"""Small pictures for lists, read off the interface thread when they come into sight, and kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from editor.core.errors import Fault, UserError
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.labels import image_label
from editor.ui.widgets.decoding import picture_of

if TYPE_CHECKING:
    from editor.services.images import Images
    from editor.ui.jobs import Jobs

_KEPT = 400
_AT_ONCE = 8
_WAITING = 40


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """One small picture, null where there is no file, and the key of the label it wears, or ""."""

    pixmap: QPixmap
    label: str


class Thumbnails(QObject):
    """Made by a panel. `ready` carries the ids of images that can be painted now.

    What was asked for last is read first: it is what the person looks at.
    """

    ready = Signal(object)

    def __init__(self, images: Images, jobs: Jobs, pixels: int, parent: QObject) -> None:
        super().__init__(parent)
        self._images = images
        self._jobs = jobs
        self._pixels = pixels
        self._kept: OrderedDict[str, Thumbnail] = OrderedDict()
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._is_reading = False

    def thumbnail(self, image_id: str) -> Thumbnail | None:
        """Return the small picture, or None while it is being read; `ready` tells when to ask again."""
        found = self._kept.get(image_id)
        if found is not None:
            self._kept.move_to_end(image_id)
            return found
        self._waiting[image_id] = None
        self._waiting.move_to_end(image_id)
        while len(self._waiting) > _WAITING:
            self._waiting.popitem(last=False)
        self._read_next()
        return None

    def forget(self, image_ids: frozenset[str]) -> None:
        """Read these again when they are asked for: something about them was changed."""
        for image_id in image_ids:
            self._kept.pop(image_id, None)

    def _read_next(self) -> None:
        if self._is_reading or not self._waiting:
            return
        wanted = [self._waiting.popitem()[0] for _ in range(min(_AT_ONCE, len(self._waiting)))]
        self._is_reading = True
        self._jobs.submit(
            partial(_read, self._images, wanted, self._pixels),
            title=say("Reading small pictures"),
            done=self._on_read,
            failed=self._on_failed,
            is_quiet=True,
        )

    def _on_read(self, read: dict[str, tuple[QImage, str]]) -> None:
        for image_id, (image, label) in read.items():
            self._kept[image_id] = Thumbnail(QPixmap.fromImage(image), label)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        self._is_reading = False
        self.ready.emit(frozenset(read))
        self._read_next()

    def _on_failed(self, _error: Exception) -> None:
        # A list without small pictures is still a list; what is wrong with a file is said where the file is shown.
        self._is_reading = False


def _read(images: Images, wanted: list[str], pixels: int, context: JobContext) -> dict[str, tuple[QImage, str]]:
    read: dict[str, tuple[QImage, str]] = {}
    for image_id in wanted:
        context.check()
        picture, label = QImage(), ""
        try:
            image = images.get(image_id)
            label = image_label(image)
            picture = picture_of(images.thumbnail(image, pixels) or b"")
        except (UserError, Fault):
            picture = QImage()
        read[image_id] = (picture, label)
    return read
