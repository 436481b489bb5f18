"""One picture and everything about it: looked at large, put in place, told how it came to be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import Message, nsay, say
from editor.domain.image import Image
from editor.i18n.interface import tr, words
from editor.ui import icons, theme
from editor.ui.widgets.back_links import BackLinks
from editor.ui.widgets.field_change import FieldChange
from editor.ui.widgets.figure_look import FigureLook
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.focus_picker import FocusPicker
from editor.ui.widgets.image_form import ImageForm
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.origin_words import facts_words, proposed_origin
from editor.ui.widgets.picture_view import PictureView

_ACTIONS: tuple[tuple[str, str, Message], ...] = (
    ("hero", "hero", say("Make it the main picture")),
    ("off", "close", say("Take it off the article")),
    ("body", "draft", say("Put it into the text")),
    ("file", "image-add", say("Add its file")),
    ("swap", "retry", say("Replace it everywhere")),
    ("trash", "trash", say("Move to trash")),
    ("untrash", "undo", say("Take out of the trash")),
)


class ImageDetail(QWidget):
    """Made by the images panel. `asked` carries the name of what is to be done, `article_requested` one to open.

    `changed` carries a `FieldChange` of the image, as the form's own does.
    """

    asked = Signal(str)
    changed = Signal(object)
    article_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")  # the surface that words stand on
        self._shown_id = ""
        self.view = PictureView()
        self.form = ImageForm()
        self.form.changed.connect(self.changed)
        self.figure = FigureLook()
        self.form.origin.pointed.connect(self._on_pointed)
        self.focus = FocusPicker()
        self.focus.picked.connect(self._on_picked)
        self._focus = Labelled(self.focus)
        self._proposed: str | None = None
        self.uses = BackLinks("images.uses", _used_by)
        self.uses.opened.connect(self.article_requested)
        self._facts = QLabel()
        self._facts.setProperty("role", "muted")
        self._facts.setObjectName("images.facts")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        self.buttons: dict[str, QPushButton] = {}
        row = QWidget()
        flow = FlowRow(row, spacing=4)
        for name, icon, _said in _ACTIONS:
            button = QPushButton()
            button.setObjectName(f"images.do.{name}")
            button.setProperty("kind", "quiet")
            button.setProperty("act", name)
            button.setIcon(icons.icon(icon, "accent"))
            button.clicked.connect(self._on_clicked)
            self.buttons[name] = button
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, theme.GRID, 12, 2 * theme.GRID)
        column.setSpacing(theme.GRID)
        # What nobody else can say, origin and alt text, stands where it is seen without scrolling.
        for part in (self.view, row, self.form, self.figure, self._focus, self._facts, self.uses):
            column.addWidget(part)
        column.addStretch(1)
        self.retranslate()

    def show_image(self, image: Image, languages: Sequence[str], caption: str | None) -> None:
        """Show what is stored of `image`; `caption` None where the article does not place it.

        `languages` are those of its alt texts, the one that readers of the page have first.
        """
        self.view.show_image(image)
        if image.id != self._shown_id:
            self._shown_id = image.id
            self.uses.show_heads(())
        name = f"{image.name}\n" if image.name else ""
        self._facts.setText(f"{name}{facts_words(image)}")
        self.form.show_image(image, languages, caption)
        self._proposed = proposed_origin(image) or None
        self.focus.show_image(image)
        self._focus.setVisible(image.has_file)
        self.figure.show_figure(image, caption or "", languages[0])
        self.figure.show_choice(self._proposed)

    def show_pixels(self, image_id: str, pixmap: QPixmap) -> None:
        """Show the pixels of the image, null when its file is gone or cannot be read."""
        self.view.show_pixels(image_id, pixmap)
        self.figure.show_pixels(image_id, pixmap)
        self.focus.show_pixels(image_id, pixmap)

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person write, or only read."""
        self.form.set_writable(is_writable=is_writable)
        self.focus.set_writable(is_writable=is_writable)

    def settle(self) -> None:
        """Hand out what is typed or moved."""
        self.form.settle()
        self.focus.settle()

    def allow(self, names: set[str]) -> None:
        """Offer these actions and no others."""
        for name, button in self.buttons.items():
            button.setVisible(name in names)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for name, _icon, said in _ACTIONS:
            self.buttons[name].setText(words(said))
            self.buttons[name].setAccessibleName(words(said))
        self.form.retranslate()
        self.uses.retranslate()
        self.figure.retranslate()
        self._focus.set_name(tr("Point of interest"))
        self.focus.retranslate()

    def _on_picked(self, point: object) -> None:
        self.changed.emit(FieldChange(say("Move the point of interest"), {"focus": point}))

    def _on_pointed(self, term: object) -> None:
        self.figure.show_choice(self._proposed if term is None else str(term))
        self.view.show_choice(None if term is None else str(term))

    def _on_clicked(self) -> None:
        button = self.sender()
        self.asked.emit(str(button.property("act")))


def _used_by(count: int) -> Message:
    return nsay("Shown in {n} article", "Shown in {n} articles", count)
