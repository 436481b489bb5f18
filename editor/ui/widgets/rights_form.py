"""What is said of an image's rights and use, behind a fold: set once, and read by machines more than by eyes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from editor.core.messages import say
from editor.domain.image import Image
from editor.domain.provenance import check_web_address, focus_from, focus_texts, rounded_focus, training_choices
from editor.i18n.interface import tr, words
from editor.ui import theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.field_change import FieldChange
from editor.ui.widgets.fold import Fold
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.record_fields import RecordField, RecordFields


def _web_address(typed: str) -> str:
    check_web_address(typed)
    return typed.strip()


_LINES = (
    RecordField(
        name="creator",
        title=say("Made by"),
        example=say("The photographer, the artist"),
        label=say("Change who made it"),
    ),
    RecordField(
        name="rights",
        title=say("Copyright"),
        example=say("Such as © 2026 and whose it is"),
        label=say("Change the copyright"),
    ),
    RecordField(
        name="license",
        title=say("Licence"),
        example=say("Its name or its terms"),
        label=say("Change the licence"),
    ),
    RecordField(
        name="license_page",
        title=say("Page of the licence"),
        example=say("Where others can ask for it"),
        label=say("Change the licence's page"),
        read=_web_address,
    ),
    RecordField(
        name="ai_prompt_writer",
        title=say("Who asked the AI"),
        example=say("Not the one who made the picture"),
        label=say("Change who asked the AI"),
    ),
)
_THIRDS = (1 / 6, 1 / 2, 5 / 6)
_PLACES = (
    *(say("Top left"), say("Top"), say("Top right")),
    *(say("Left"), say("Middle"), say("Right")),
    *(say("Bottom left"), say("Bottom"), say("Bottom right")),
)


class RightsForm(QWidget):
    """Made by `ImageForm`. `changed` carries a `FieldChange`."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines = RecordFields(_LINES)
        self.training = ChoiceField("images.data_mining")
        self.focus = ChoiceField("images.focus")
        self._training = Labelled(self.training)
        self._focus = Labelled(self.focus)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID)
        for part in (self.lines, self._training, self._focus):
            column.addWidget(part)
        self.fold = Fold("images.rights", inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.fold)
        self.lines.changed.connect(self.changed)
        self.training.committed.connect(self._on_training)
        self.focus.committed.connect(self._on_focus)
        self.retranslate()

    def show_image(self, image: Image, *, is_other: bool) -> None:
        """Show what is stored of `image`; of another one than before, whatever was typed."""
        self.lines.show_image(image, is_other=is_other)
        self.training.show_value(image.data_mining)
        self.focus.show_value(" ".join(focus_texts(image.focus)))

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person write, or only read."""
        self.lines.set_writable(is_writable=is_writable)
        for choice in (self.training, self.focus):
            choice.setEnabled(is_writable)

    def settle(self) -> None:
        """Hand out what is typed."""
        self.lines.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.fold.set_title(tr("Rights, use and cutting"))
        self._training.set_name(tr("May machines learn from it"))
        self._focus.set_name(tr("What must stay in when it is cut"))
        self.training.set_choices((term.value, words(said)) for term, said in training_choices())
        self.focus.set_choices([("", tr("Not stated")), *_points()])
        self.lines.retranslate()

    def _on_training(self, term: str) -> None:
        self.changed.emit(FieldChange(say("Say whether machines may learn from a picture"), {"data_mining": term}))

    def _on_focus(self, point: str) -> None:
        focus = focus_from(point.split())
        self.changed.emit(FieldChange(say("Say what must stay in a picture"), {"focus": focus}))


def _points() -> list[tuple[str, str]]:
    points = [rounded_focus(left, top) for top in _THIRDS for left in _THIRDS]
    return [(" ".join(focus_texts(point)), words(said)) for point, said in zip(points, _PLACES, strict=True)]
