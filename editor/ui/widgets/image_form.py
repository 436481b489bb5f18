"""What a person says of one picture: how it came to be, what stands for it, its caption and credit."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.messages import say
from editor.domain.image import Image
from editor.domain.provenance import generated_text
from editor.domain.source_type import SOURCE_TYPES, term_of
from editor.i18n.interface import tr, words
from editor.ui import theme
from editor.ui.widgets.alt_form import AltForm
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.field_change import FieldChange
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.origin_words import decided_words, findings_words, origin_groups, proposed_origin
from editor.ui.widgets.record_fields import RecordField, RecordFields
from editor.ui.widgets.rights_form import RightsForm
from editor.ui.widgets.text_area import TextArea
from editor.ui.widgets.text_field import TextField

_MADE = (
    RecordField(name="ai_system", title=say("AI system"), example=say("Its name"), label=say("Change the AI system")),
    RecordField(
        name="ai_system_version",
        title=say("Version"),
        example=say("Such as 3.5"),
        label=say("Change the AI system's version"),
        is_half=True,
    ),
    RecordField(
        name="generated_at",
        title=say("Made on"),
        example=say("Such as 2026-01-14"),
        label=say("Change the day a picture was made"),
        read=generated_text,
        is_half=True,
    ),
)


class ImageForm(QWidget):
    """Made by the images panel.

    `changed` carries a `FieldChange` of the image; `caption_changed` the placement's text; `origin_chosen` the IPTC
    term, which the panel signs with person and instant.
    """

    changed = Signal(object)
    origin_chosen = Signal(str)
    caption_changed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._image_id = ""
        self._zone = "UTC"
        self.origin = ChoiceField("images.origin")
        self.made = RecordFields(_MADE)
        self.system = self.made.fields["ai_system"]
        self.prompt = TextArea("images.ai_prompt", lines=2)
        self.alt = AltForm()
        self.caption = TextArea("images.caption", lines=2)
        self.credit = TextField("images.credit")
        self.rights = RightsForm()
        self._findings = QLabel()
        self._findings.setObjectName("images.findings")
        self._decided = QLabel()
        self._decided.setObjectName("images.decided")
        self.proposal = QPushButton()
        self.proposal.setObjectName("images.proposal")
        self.proposal.setProperty("kind", "quiet")
        self._proposed = ""
        self._alt_fields: tuple[QWidget, ...] = ()
        self._labels = {
            "findings": Labelled(self._findings),
            "origin": Labelled(self.origin),
            "prompt": Labelled(self.prompt),
            "alt": Labelled(self.alt),
            "caption": Labelled(self.caption),
            "credit": Labelled(self.credit),
        }
        self._lay_out()
        self._connect()
        self.retranslate()

    def set_zone(self, zone: str) -> None:
        """Name days as the calendar in `zone` does."""
        self._zone = zone

    def show_image(self, image: Image, languages: Sequence[str], caption: str | None) -> None:
        """Show what is stored of `image`; `caption` None says that the article does not place it by a caption."""
        is_other = image.id != self._image_id
        self._image_id = image.id
        if is_other:
            self.credit.reset_text("")
            for area in (self.prompt, self.caption):
                area.reset_stored("")
        self.origin.show_value(term_of(image.source_type))
        self.made.show_image(image, is_other=is_other)
        self.rights.show_image(image, is_other=is_other)
        self.prompt.show_stored(image.ai_prompt)
        self.alt.show_alt(image.alt, languages, is_other=is_other)
        self._order_tabs()
        self.caption.show_stored(caption or "")
        self.credit.show_text(image.credit)
        self._labels["caption"].setVisible(caption is not None)
        has_ai = image.origin.is_ai or bool(image.ai_system or image.ai_prompt or image.generated_at)
        self.made.setVisible(has_ai)
        self._labels["prompt"].setVisible(has_ai)
        self._findings.setText(findings_words(image))
        self._propose(proposed_origin(image))
        self._decided.setText(decided_words(image, self._zone))
        self._decided.setVisible(image.decided_at is not None)

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person write, or only read."""
        self.origin.setEnabled(is_writable)
        self.proposal.setEnabled(is_writable)
        self.alt.set_writable(is_writable=is_writable)
        for part in (self.made, self.rights):
            part.set_writable(is_writable=is_writable)
        self.credit.setReadOnly(not is_writable)
        for area in (self.prompt, self.caption):
            area.setReadOnly(not is_writable)

    def settle(self) -> None:
        """Hand out what is typed."""
        for field in (self.made, self.prompt, self.alt, self.caption, self.credit, self.rights):
            field.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        names = {
            "findings": tr("What its file says"),
            "origin": tr("How it came to be"),
            "prompt": tr("What the AI was asked for"),
            "alt": tr("Alt text"),
            "caption": tr("Caption in this article"),
            "credit": tr("Credit"),
        }
        for name, label in self._labels.items():
            label.set_name(names[name])
        self.origin.set_groups(origin_groups())
        self.alt.retranslate()
        self.made.retranslate()
        self.rights.retranslate()
        self.credit.setPlaceholderText(tr("Who made it, who owns it"))
        self.caption.setPlaceholderText(tr("What readers see under the picture"))

    def _lay_out(self) -> None:
        self._findings.setWordWrap(True)
        self._findings.setTextFormat(Qt.TextFormat.PlainText)
        self._findings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._decided.setProperty("role", "muted")
        self._decided.setWordWrap(True)
        self._decided.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID + 4)
        for name in ("findings", "origin"):
            column.addWidget(self._labels[name])
            if name == "findings":
                column.addWidget(self.proposal, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self._decided)
        for name in ("alt", "caption", "credit"):
            column.addWidget(self._labels[name])
        for part in (self.made, self._labels["prompt"], self.rights):
            column.addWidget(part)

    def _connect(self) -> None:
        self.origin.committed.connect(self.origin_chosen)
        self.proposal.clicked.connect(self._on_proposal)
        for part in (self.made, self.rights):
            part.changed.connect(self.changed)
        self.prompt.committed.connect(self._on_prompt)
        self.alt.committed.connect(self._on_alt)
        self.alt.marked.connect(self._on_alt_marked)
        self.caption.committed.connect(self.caption_changed)
        self.credit.committed.connect(self._on_credit)

    def _order_tabs(self) -> None:
        """Let Tab go through the fields as they stand: those of the alt texts are made last, one pair a language."""
        if self.alt.fields() == self._alt_fields:
            return
        self._alt_fields = self.alt.fields()
        written = (*self._alt_fields, self.caption, self.credit)
        order = (self.origin, *written, *self.made.fields.values(), self.prompt, self.rights.fold.button)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _propose(self, term: str) -> None:
        self._proposed = term
        self.proposal.setVisible(bool(term))
        if term:
            self.proposal.setText(tr("Decide so: {words}", words=words(SOURCE_TYPES[term].words)))
            self.proposal.setAccessibleName(self.proposal.text())

    def _on_proposal(self) -> None:
        self.origin_chosen.emit(self._proposed)

    def _on_prompt(self, text: str) -> None:
        self.changed.emit(FieldChange(say("Change the prompt"), {"ai_prompt": text}))

    def _on_alt(self, alt: object) -> None:
        self.changed.emit(FieldChange(say("Change alt text"), {"alt": alt}))

    def _on_alt_marked(self, alt: object) -> None:
        self.changed.emit(FieldChange(say("Say whether a picture is decorative"), {"alt": alt}))

    def _on_credit(self, text: str) -> None:
        self.changed.emit(FieldChange(say("Change credit"), {"credit": text}))
