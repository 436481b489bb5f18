"""Small copies of pictures for rows, made by jobs and kept while their panel lives."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage, QPixmap

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.image import Image

if TYPE_CHECKING:
    from editor.services.images import Images
    from editor.ui.jobs import Jobs

PIXELS = 192


@dataclass(frozen=True, slots=True)
class _Made:
    image_id: str
    picture: QImage


class Thumbs(QObject):
    """Made by a panel. `ready` carries the id of an image whose small copy is there now."""

    ready = Signal(str)

    def __init__(self, images: Images, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._images = images
        self._jobs = jobs
        self._known: dict[str, QPixmap | None] = {}

    def thumb(self, image: Image) -> QPixmap | None:
        """Return the small copy, or None: there is no original, or `ready` will say when it is there."""
        if not image.has_file:
            return None
        if image.id not in self._known:
            self._known[image.id] = None
            work = partial(_make, self._images, image)
            self._jobs.submit(
                work, title=say("Making small pictures"), done=self._on_made, failed=self._on_failed, is_quiet=True
            )
        return self._known[image.id]

    @Slot(object)
    def _on_made(self, made: _Made) -> None:
        if not made.picture.isNull():
            self._known[made.image_id] = QPixmap.fromImage(made.picture)
            self.ready.emit(made.image_id)

    @Slot(object)
    def _on_failed(self, _error: Exception) -> None:
        """Leave the frame: the Images panel and the checks say what is wrong with a picture."""


def _make(images: Images, image: Image, context: JobContext) -> _Made:
    context.check()
    content = images.thumbnail(image, PIXELS)
    return _Made(image.id, QImage.fromData(content) if content else QImage())
