"""How a picture is replaced everywhere: a file is chosen and read, what it would touch is shown, then it is done."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from editor.core.errors import Fault, UserError
from editor.core.files import faults
from editor.core.messages import nsay, say
from editor.domain.image import Image
from editor.services.image_swap import ImageSwap
from editor.ui.file_dialogs import ask_files
from editor.ui.widgets.offered_picture import picture_kinds
from editor.ui.widgets.swap_strip import SwapStrip

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.core.jobs import JobContext
    from editor.services.images import Images
    from editor.ui.jobs import Jobs


class PictureSwapping(QObject):
    """Made by the images panel, which lays out `strip`. `edit_requested` carries the one edit, `notice` what is said.

    `arriving` carries the id of the new picture before its edit is asked for.
    """

    edit_requested = Signal(object)
    notice = Signal(object)
    arriving = Signal(str)

    def __init__(self, images: Images, clock: Clock, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._images = images
        self._clock = clock
        self._jobs = jobs
        self._window = parent
        self._swap: ImageSwap | None = None
        self.strip = SwapStrip()
        self.strip.agreed.connect(self._on_agreed)
        self.strip.left.connect(self.leave)

    def choose(self, old: Image) -> None:
        """Ask for the file that shall take the place of `old` everywhere."""
        self.leave()
        paths = ask_files(self._window, say("Choose the new picture"), Path.home(), picture_kinds())
        if paths:
            self._jobs.submit(
                partial(_plan, self._images, old, paths[0]),
                title=say("Reading a picture"),
                done=self._on_planned,
                failed=self._on_failed,
            )

    def leave(self) -> None:
        """Leave everything as it is."""
        self._swap = None
        self.strip.show_swap(None)

    def _on_planned(self, swap: ImageSwap) -> None:
        self._swap = swap
        self.strip.show_swap(swap)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, UserError | Fault):
            raise error
        self.notice.emit(error)

    def _on_agreed(self) -> None:
        swap = self._swap
        if swap is None:
            return
        self.leave()
        self.arriving.emit(swap.new.id)
        self.edit_requested.emit(swap.edit(self._clock.now(), keeps_alt=self.strip.keeps_alt.isChecked()))
        said = nsay(
            "Replaced in {n} article. Now say how the new picture came to be.",
            "Replaced in {n} articles. Now say how the new picture came to be.",
            len(swap.articles),
        )
        if not swap.new.source_type:
            self.notice.emit(said)


def _plan(images: Images, old: Image, path: Path, context: JobContext) -> ImageSwap:
    with faults(say("“{name}” was not taken in.", name=path.name)):
        data = path.read_bytes()
    context.check()
    swap = images.library.plan_swap(old, images.look(data, path.name), context)
    images.read(data, path.name)  # kept only once there is something to replace
    return swap
