"""Looking at the pictures of a list one by one, large: which one, and its pixels read on another thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from editor.core.messages import say
from editor.domain.image import Image
from editor.ui.jobs import Latest
from editor.ui.widgets.picture_viewer import PictureViewer

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.services.images import Images
    from editor.ui.jobs import Jobs
    from editor.ui.widgets.picture_list import PictureList

# Longer sides, in pixels, that a picture is decoded to: the last takes 150 MB for a moment.
SIDES = (1024, 2048, 4096, 6144)


class PictureViewing(QObject):
    """Made by the images panel for its list. The current picture of the list is the one that is looked at."""

    def __init__(self, images: Images, jobs: Jobs, pictures: PictureList) -> None:
        super().__init__(pictures)
        self._images = images
        self._lane = Latest(jobs, self)
        self._list = pictures
        self._viewer: PictureViewer | None = None
        self._read: tuple[str, int] = ("", 0)
        pictures.chosen.connect(self._on_chosen)

    def open(self) -> None:
        """Show the current picture over the window that the list is in."""
        window = self._list.window()
        if self._viewer is not None and self._viewer.parentWidget() is not window:
            self._viewer.deleteLater()  # the panel has moved into another window
            self._viewer = None
        if self._viewer is None:
            self._viewer = PictureViewer(window)
            self._viewer.stepped.connect(self._list.step)
            self._viewer.pixels_wanted.connect(self._on_wanted)
            self._viewer.closed.connect(self._on_closed)
        self._show()

    def _show(self) -> None:
        picture = self._list.picture()
        if picture is None or self._viewer is None:
            return
        self._viewer.show_image(picture.image, self._list.currentIndex().row() + 1, self._list.count())

    def _on_chosen(self, image_id: str) -> None:
        if self._viewer is not None and self._viewer.isVisible():
            self._show() if image_id else self._viewer.leave()

    def _on_wanted(self) -> None:
        picture = self._list.picture()
        if picture is None or self._viewer is None:
            return
        image = picture.image
        wanted = self._viewer.wanted_pixels
        side = next((side for side in SIDES if side >= wanted), SIDES[-1])
        known, at = self._read
        if known == image.id and at >= min(side, max(image.width, image.height, 1)):
            return
        self._read = (image.id, side)
        self._lane.submit(
            partial(_pixels, self._images, image, side), title=say("Reading a picture"), done=self._on_pixels
        )

    def _on_pixels(self, read: tuple[str, QImage]) -> None:
        if self._viewer is not None:
            self._viewer.show_pixels(*read)

    def _on_closed(self) -> None:
        self._read = ("", 0)
        self._lane.cancel()
        self._list.setFocus()


def _pixels(images: Images, image: Image, side: int, context: JobContext) -> tuple[str, QImage]:
    context.check()
    pixels = images.pixels(image, side)
    if pixels is None:
        return image.id, QImage()
    made = QImage(pixels.rgba, pixels.width, pixels.height, 4 * pixels.width, QImage.Format.Format_RGBA8888)
    return image.id, made.copy()  # the bytes are Python's
