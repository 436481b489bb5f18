"""What a person says of several pictures at once: how they came to be, who made them, what is allowed with them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import Message, say
from editor.domain.image import Image
from editor.domain.source_type import term_of
from editor.i18n.interface import ntr, tr, words
from editor.ui import icons, theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.field_change import FieldChange
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.naming import named
from editor.ui.widgets.origin_words import origin_groups
from editor.ui.widgets.text_field import TextField

_DIFFERING = "?"  # is no term of the vocabulary
# Field of an image, its name on screen, what the step is called in Edit > Undo.
_FIELDS: tuple[tuple[str, Message, Message], ...] = (
    ("ai_system", say("AI system"), say("Change the AI system")),
    ("credit", say("Credit"), say("Change credit")),
    ("creator", say("Made by"), say("Change who made it")),
    ("rights", say("Copyright"), say("Change the copyright")),
    ("license", say("Licence"), say("Change the licence")),
)
_ACTIONS: tuple[tuple[str, str, Message], ...] = (
    ("trash", "trash", say("Move to trash")),
    ("untrash", "undo", say("Take out of the trash")),
)


class BatchForm(QWidget):
    """Made by the images panel. What is entered holds for all the pictures at once, in one step of undo.

    `changed` carries a `FieldChange`, `origin_chosen` the IPTC term, `asked` the name of what is to be done.
    """

    changed = Signal(object)
    origin_chosen = Signal(str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self._images: Sequence[Image] = ()
        self._title = named(QLabel(), "images.batch.count")
        self._title.setProperty("role", "lead")
        self._hint = QLabel()
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self.origin = ChoiceField("images.batch.origin")
        self._origin = Labelled(self.origin)
        self.fields = {name: TextField(f"images.batch.{name}") for name, _said, _label in _FIELDS}
        self._labels = {name: Labelled(field) for name, field in self.fields.items()}
        self.buttons = {name: self._button(name, icon) for name, icon, _said in _ACTIONS}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, theme.GRID, 12, 2 * theme.GRID)
        column.setSpacing(theme.GRID + 4)
        for part in (self._title, self._hint, self._origin, *self._labels.values()):
            column.addWidget(part)
        for button in self.buttons.values():
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        self.origin.committed.connect(self._on_origin)
        for field in self.fields.values():
            field.committed.connect(self._on_committed)
        self.retranslate()

    def show_images(self, images: Sequence[Image]) -> None:
        """Show what these have in common."""
        is_other = [image.id for image in images] != [image.id for image in self._images]
        self._images = tuple(images)
        terms = {term_of(image.source_type) for image in images}
        self.origin.show_value(terms.pop() if len(terms) == 1 else _DIFFERING)
        for name, field in self.fields.items():
            values = {str(getattr(image, name)) for image in images}
            common = values.pop() if len(values) == 1 else ""
            field.setPlaceholderText(tr("Different ones; what you write holds for all") if values else "")
            field.reset_text(common) if is_other else field.show_text(common)
        self._say_count()

    def allow(self, names: set[str]) -> None:
        """Offer these actions and no others."""
        for name, button in self.buttons.items():
            button.setVisible(name in names)

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person write, or only read."""
        self.origin.setEnabled(is_writable)
        for field in self.fields.values():
            field.setReadOnly(not is_writable)

    def settle(self) -> None:
        """Hand out what is typed."""
        for field in self.fields.values():
            field.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._origin.set_name(tr("How they came to be"))
        differing = (_DIFFERING, tr("Different; choose one for all"))
        self.origin.set_groups([("", [differing]), *origin_groups()])
        for name, said, _label in _FIELDS:
            self._labels[name].set_name(words(said))
        for name, _icon, said in _ACTIONS:
            self.buttons[name].setText(words(said))
            self.buttons[name].setAccessibleName(words(said))
        self._hint.setText(tr("What you enter here holds for all of them. Alt text is written for each by itself."))
        self._say_count()

    def _say_count(self) -> None:
        self._title.setText(ntr("{n} picture chosen", "{n} pictures chosen", len(self._images)))

    def _button(self, name: str, icon: str) -> QPushButton:
        button = named(QPushButton(), f"images.batch.do.{name}")
        button.setProperty("kind", "quiet")
        button.setProperty("act", name)
        button.setIcon(icons.icon(icon, "accent"))
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        self.asked.emit(str(self.sender().property("act")))

    def _on_origin(self, term: str) -> None:
        if term != _DIFFERING:
            self.origin_chosen.emit(term)

    def _on_committed(self, text: str) -> None:
        name = next(name for name, field in self.fields.items() if field is self.sender())
        label = next(label for field, _said, label in _FIELDS if field == name)
        self.changed.emit(FieldChange(label, {name: text}))
