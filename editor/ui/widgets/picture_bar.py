"""The line over the pictures: this article's or the newsroom's, words to find one by, and the way to add more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import say
from editor.i18n.interface import tr
from editor.ui import icons, theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.picture_finding import ALL, TRASH, UNUSED
from editor.ui.widgets.segments import Segment, Segments
from editor.ui.widgets.typing_pace import Timers, TypingPace

ARTICLE, LIBRARY = "article", "library"
_QUIET_MS = 150


class PictureBar(QWidget):
    """Made by the images panel. `changed` says that other pictures are asked for, `add_asked` that files be chosen."""

    changed = Signal()
    add_asked = Signal()

    def __init__(self, timers: Timers | None = None) -> None:
        super().__init__()
        self.scope = Segments(
            "images.scope",
            say("Which pictures"),
            (Segment(ARTICLE, "", say("This article")), Segment(LIBRARY, "", say("Library"))),
        )
        self.scope.show_value(ARTICLE)
        self.search = QLineEdit()
        self.search.setObjectName("images.search")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setVisible(False)
        self.shelf = ChoiceField("images.shelf")
        self.shelf.setVisible(False)
        self.shelf.committed.connect(self._on_shelf)
        self.add = QPushButton()
        self.add.setObjectName("images.add")
        self.add.setProperty("kind", "quiet")
        self.add.setIcon(icons.icon("image-add", "accent"))
        self._pace = TypingPace(self, timers, quiet_ms=_QUIET_MS)
        self.search.textChanged.connect(self._on_typed)
        self._pace.due.connect(self.changed)
        self.scope.chosen.connect(self._on_scope)
        self.add.clicked.connect(self.add_asked)
        line = QHBoxLayout()
        line.addWidget(self.scope)
        line.addStretch(1)
        line.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, theme.GRID, 12, theme.GRID)
        column.setSpacing(theme.GRID)
        column.addLayout(line)
        second = QHBoxLayout()
        second.addWidget(self.search, 1)
        second.addWidget(self.shelf)
        column.addLayout(second)
        self.retranslate()

    @property
    def is_library(self) -> bool:
        """Say whether the newsroom's pictures are asked for, not the article's."""
        return self.scope.value == LIBRARY

    @property
    def words(self) -> str:
        """Return what pictures are to be found by."""
        return self.search.text().strip() if self.is_library else ""

    @property
    def wanted_shelf(self) -> str:
        """Return which of the newsroom's pictures are asked for."""
        return self.shelf.value() if self.is_library else ALL

    def show_library(self, *, is_library: bool) -> None:
        """Ask for the newsroom's pictures, or for the article's."""
        self.scope.show_value(LIBRARY if is_library else ARTICLE)
        self._show_second()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.scope.retranslate()
        self.shelf.set_choices([(ALL, tr("All pictures")), (UNUSED, tr("Unused")), (TRASH, tr("Trash"))])
        self.shelf.setAccessibleName(tr("Which of the newsroom's pictures"))
        self.shelf.setToolTip(tr("Which of the newsroom's pictures"))
        self.search.setPlaceholderText(tr("Find by name, alt text or credit"))
        self.search.setAccessibleName(tr("Find a picture"))
        self.add.setText(tr("Add pictures"))
        self.add.setAccessibleName(tr("Add pictures"))
        self.add.setToolTip(tr("Choose files. Dropping and pasting (Ctrl+V) work too."))

    def _on_typed(self, _text: str) -> None:
        self._pace.touch()

    def _on_scope(self, _value: str) -> None:
        self._show_second()
        self.changed.emit()

    def _on_shelf(self, value: str) -> None:
        self.shelf.show_value(value)
        self.changed.emit()

    def _show_second(self) -> None:
        self.search.setVisible(self.is_library)
        self.shelf.setVisible(self.is_library)
