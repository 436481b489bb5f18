"""The line under the trash of pictures: the rule by which one goes for good, and the button, which asks once more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.i18n.interface import ntr, tr, words
from editor.services.image_trash import RULE
from editor.ui import theme
from editor.ui.jobs import Latest
from editor.ui.widgets.naming import named

if TYPE_CHECKING:
    from editor.domain.image import Image
    from editor.services.images import Images
    from editor.ui.jobs import Jobs


class TrashStrip(QWidget):
    """Made by the images panel. `emptied`: pictures are gone for good. `failed` carries what stood in the way."""

    emptied = Signal()
    failed = Signal(object)

    def __init__(self, images: Images, jobs: Jobs, *, can_write: bool) -> None:
        super().__init__()
        self._images = images
        self._can_write = can_write
        self._looking = Latest(jobs, self)
        self._free: Sequence[Image] = ()
        self._is_asked = False
        self._rule = QLabel()
        self._rule.setProperty("role", "muted")
        self._rule.setWordWrap(True)
        self.button = named(QPushButton(), "images.empty_trash")
        self.button.setProperty("kind", "quiet")
        self.button.clicked.connect(self._on_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 12, theme.GRID)
        column.setSpacing(theme.GRID // 2)
        column.addWidget(self._rule)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()
        self.retranslate()

    def look(self) -> None:
        """Show the strip, and find out on another thread which pictures may go."""
        self._free, self._is_asked = (), False
        self.retranslate()
        self.show()
        self._looking.submit(
            self._images.trash.removable, title=say("Looking through the trash"), done=self._on_found, failed=self._fail
        )

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._rule.setText(words(RULE))
        count = len(self._free)
        if not count:
            said = tr("None of these may go yet")
        elif self._is_asked:
            said = ntr("Remove {n} picture for good? Press again.", "Remove {n} pictures for good? Press again.", count)
        else:
            said = ntr("Remove {n} picture from the disk", "Remove {n} pictures from the disk", count)
        self.button.setText(said)
        self.button.setAccessibleName(said)
        self.button.setEnabled(bool(count) and self._can_write)

    @Slot(object)
    def _on_found(self, free: Sequence[Image]) -> None:
        self._free = free
        self.retranslate()

    @Slot()
    def _on_pressed(self) -> None:
        if not self._is_asked:
            self._is_asked = True
            self.retranslate()
            return
        try:
            self._images.trash.remove(self._free)
        except (UserError, Fault) as error:
            self.failed.emit(error)
        else:
            self.emptied.emit()
        self.look()

    def _fail(self, error: Exception) -> None:
        self.failed.emit(error)
