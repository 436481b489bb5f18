"""An article outside the newsroom, told by hand: every field is kept as soon as it is left, without an OK button."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.web_address import linked
from editor.domain.article import Article
from editor.domain.authorship import Authorship
from editor.domain.image import Image
from editor.domain.link import External
from editor.domain.source_type import SOURCE_TYPES, term_of
from editor.domain.told import address_or_nothing, is_only_address, words_of_address
from editor.i18n.interface import tr, words
from editor.i18n.page_words import LOCALES
from editor.ui import icons, theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.details_form import AUTHORSHIP_WORDS
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.instant_field import InstantField
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.text_area import TextArea
from editor.ui.widgets.text_field import TextField


@dataclass(frozen=True, slots=True)
class PictureSaid:
    """A picture known by its words: what it shows, in `language`, and how it came to be (an IPTC term, "" unknown)."""

    alt: str
    language: str
    source_type: str


@dataclass(frozen=True, slots=True)
class ExternalSaid:
    """What the form says now: of the link with this id, or of one still to be made where it is ""."""

    link_id: str
    external: External
    picture: PictureSaid | None


class ExternalForm(QScrollArea):
    """Made by the related panel. `said` carries an `ExternalSaid` after each field that was changed; `done` leaves.

    `refused` carries the `UserError` of what is no date. A new article is said once it has a headline, a summary or an
    address, which then stands for the headline. `pasting` and `choosing` ask for what tells of it.
    """

    said = Signal(object)
    pasting = Signal()
    choosing = Signal()
    done = Signal()
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("related.external")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._link_id = ""
        self._external = External()
        self._language = ""
        self._has_file = False
        self._is_filling = False
        self._headline = TextField("external.headline")
        self._summary = TextArea("external.summary", lines=3)
        self._url = TextField("external.url")
        self._published = InstantField("external.published")
        self._tongue = ChoiceField("external.language", is_editable=True)
        self._authorship = ChoiceField("external.authorship")
        self._has_picture = QCheckBox()
        self._has_picture.setObjectName("external.has_picture")
        self._alt = TextArea("external.alt", lines=2)
        self._source = ChoiceField("external.source_type")
        self._connect()
        self._lay_out()
        self.retranslate()

    @property
    def external(self) -> External:
        """Return what is told so far, said or not."""
        return self._external

    def show_external(
        self, link_id: str, external: External, picture: Image | None, article: Article, zone: str
    ) -> None:
        """Show an external link of `article`, or a blank one where `link_id` is ""; times are those of `zone`."""
        is_another = link_id != self._link_id or not link_id
        self._is_filling = True
        self._link_id, self._external = link_id, external
        self._language = external.language or article.language
        alt = picture.alt_for(self._language) if picture else None
        for field, text in ((self._headline, external.headline), (self._url, external.url)):
            (field.reset_text if is_another else field.show_text)(text)
        for area, text in ((self._summary, external.summary), (self._alt, alt[1] if alt else "")):
            (area.reset_stored if is_another else area.show_stored)(text)
        self._published.show_instant(external.published, zone)
        self._zone_hint.setText(tr("Time in {zone}", zone=zone))
        self._tongue.show_value(external.language)
        self._authorship.show_value(external.authorship.value)
        self._has_picture.setChecked(external.picture is not None)
        self._source.show_value(term_of(picture.source_type) if picture else "")
        self._has_file = bool(picture and picture.has_file)
        for widget in (self._headline, self._summary, self._alt):
            widget.set_language(self._language)
        self._show_hints()
        self._is_filling = False

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person tell of the article, or only read what is told."""
        for field in (self._headline, self._url, self._summary, self._alt):
            field.setReadOnly(not is_writable)
        for part in (self._intake, self._paste, self._choose):
            part.setVisible(is_writable)
        self._published.set_writable(is_writable=is_writable)
        for choice in (self._tongue, self._authorship, self._has_picture, self._source):
            choice.setEnabled(is_writable)

    def focus_first(self) -> None:
        """Put the cursor into the headline."""
        self._headline.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def settle(self) -> None:
        """Say what is typed and not said yet."""
        for field in (self._headline, self._url, self._published, self._summary, self._alt, self._tongue):
            field.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language again."""
        self._title.setText(tr("Article outside the newsroom"))
        self._intake.setText(
            tr("Paste its address, its page or a feed, or drop one here. Makala fetches nothing from the network.")
        )
        self._paste.setText(tr("Paste"))
        self._paste.setAccessibleName(tr("Paste an address, a page or a feed"))
        self._choose.setText(tr("From a file…"))
        self._choose.setAccessibleName(tr("Take a feed or a saved page from a file"))
        self._done.setText(tr("Done"))
        self._done.setToolTip(tr("Back to the links (Escape)"))
        self._published.retranslate()
        self._has_picture.setText(tr("It has a picture"))
        for name, labelled in self._labelled.items():
            labelled.set_name(
                {
                    "headline": tr("Headline"),
                    "summary": tr("Summary"),
                    "url": tr("Address"),
                    "published": tr("Published"),
                    "language": tr("Language"),
                    "authorship": tr("Written by"),
                    "alt": tr("What the picture shows"),
                    "source": tr("How the picture was made"),
                }[name]
            )
        self._url.setPlaceholderText("https://")
        self._tongue.set_choices([("", tr("The article's own")), *((tag, language_words(tag)) for tag in LOCALES)])
        self._authorship.set_choices((kind.value, words(said)) for kind, said in AUTHORSHIP_WORDS.items())
        active = ((term, words(entry.words)) for term, entry in SOURCE_TYPES.items() if entry.is_active)
        self._source.set_choices([("", tr("Not known")), *active])
        self._show_hints()

    @Slot(str)
    def _on_headline(self, text: str) -> None:
        self._say(replace(self._external, headline=text))

    @Slot(str)
    def _on_summary(self, text: str) -> None:
        self._say(replace(self._external, summary=text))

    @Slot(str)
    def _on_url(self, text: str) -> None:
        bare = is_only_address(self._external)
        self._say(replace(self._external, url=text, headline="" if bare else self._external.headline))

    @Slot(object)
    def _on_published(self, instant: datetime | None) -> None:
        self._say(replace(self._external, published=instant))

    @Slot(str)
    def _on_language(self, tag: str) -> None:
        self._say(replace(self._external, language=tag))

    @Slot(str)
    def _on_authorship(self, value: str) -> None:
        self._say(replace(self._external, authorship=Authorship(value)))

    @Slot()
    def _on_picture(self) -> None:
        self._show_hints()
        self._say(self._external)

    def _say(self, external: External) -> None:
        """Say what the form holds now, unless it is too little to be a link."""
        if self._is_filling:
            return
        if not external.headline and not external.summary:
            external = replace(external, headline=words_of_address(address_or_nothing(external.url)))
        self._external = external
        self._show_hints()
        if not external.headline and not external.summary:
            return
        picture = None
        if self._has_picture.isChecked():
            picture = PictureSaid(self._alt.text(), self._language, self._source.value())
        self.said.emit(ExternalSaid(self._link_id, external, picture))

    def _show_hints(self) -> None:
        has_picture = self._has_picture.isChecked()
        for name in ("alt", "source"):
            self._labelled[name].setVisible(has_picture)
            self._labelled[name].setEnabled(not self._has_file)
        is_empty = not self._external.headline and not self._external.summary
        if is_empty:
            hint = tr("Give it a headline, a summary or an address, and it is linked.")
        elif is_only_address(self._external):
            hint = tr("Only its address is known. Type its headline, or copy its page and paste it here.")
        elif self._external.url.strip() and not linked(self._external.url):
            hint = tr("The address is kept, but readers get no link: one looks like https://news.example/about.")
        elif self._has_file:
            hint = tr("This picture has a file; its words are changed in the Images panel.")
        else:
            hint = ""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _connect(self) -> None:
        self._headline.committed.connect(self._on_headline)
        self._summary.committed.connect(self._on_summary)
        self._url.committed.connect(self._on_url)
        self._published.chosen.connect(self._on_published)
        self._published.refused.connect(self.refused)
        self._tongue.committed.connect(self._on_language)
        self._authorship.committed.connect(self._on_authorship)
        self._has_picture.toggled.connect(self._on_picture)
        self._alt.committed.connect(self._on_picture)
        self._source.committed.connect(self._on_picture)

    def _lay_out(self) -> None:
        self._title = QLabel()
        self._title.setProperty("role", "section")
        self._done = QPushButton()
        self._done.setObjectName("external.done")
        self._done.setProperty("kind", "quiet")
        self._done.clicked.connect(self.done)
        self._intake = QLabel()
        self._intake.setProperty("role", "muted")
        self._intake.setWordWrap(True)
        self._paste = _quiet("external.paste", "paste", self.pasting)
        self._choose = _quiet("external.choose", "open", self.choosing)
        self._hint = QLabel()
        self._hint.setObjectName("external.hint")
        self._hint.setProperty("role", "muted")
        self._hint.setWordWrap(True)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._zone_hint = QLabel()
        self._zone_hint.setProperty("role", "muted")
        self._labelled = {
            "headline": Labelled(self._headline),
            "summary": Labelled(self._summary),
            "url": Labelled(self._url),
            "published": Labelled(self._published, beside=self._zone_hint),
            "language": Labelled(self._tongue),
            "authorship": Labelled(self._authorship),
            "alt": Labelled(self._alt),
            "source": Labelled(self._source),
        }
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._done)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, 2 * theme.GRID)
        column.setSpacing(theme.GRID + 4)
        column.addLayout(head)
        column.addWidget(self._intake)
        ways = FlowRow()
        ways.addWidget(self._paste)
        ways.addWidget(self._choose)
        column.addLayout(ways)
        column.addWidget(self._hint)
        for name in ("headline", "summary", "url", "published"):
            column.addWidget(self._labelled[name])
        pair = QHBoxLayout()
        pair.setSpacing(2 * theme.GRID)
        pair.addWidget(self._labelled["language"], 1)
        pair.addWidget(self._labelled["authorship"], 1)
        column.addLayout(pair)
        column.addWidget(self._has_picture)
        column.addWidget(self._labelled["alt"])
        column.addWidget(self._labelled["source"])
        column.addStretch(1)
        self.setWidget(inside)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.settle()
            self.done.emit()
        else:
            super().keyPressEvent(event)


def _quiet(name: str, icon: str, pressed: SignalInstance) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setProperty("kind", "quiet")
    button.setIcon(icons.icon(icon, "accent"))
    button.clicked.connect(pressed)
    return button
