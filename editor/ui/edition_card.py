"""One edition in the settings: its name and place, dates, what it carries, and its notice; judged while it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from editor.core.errors import UserError
from editor.domain.edition_rules import may_write_in
from editor.domain.settings import Consent, ConsentText, Edition, NewsroomSettings
from editor.i18n.direction import isolate
from editor.i18n.house_styles import shipped_styles
from editor.i18n.interface import tr, words
from editor.i18n.page_labels import label_rows
from editor.i18n.style_check import Mistake
from editor.i18n.tags import canonical_tag, is_language_tag
from editor.services.rules import check_fallback, check_places, doubts_about_language
from editor.ui import icons
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.consent_words import ConsentWords
from editor.ui.widgets.fold import Fold
from editor.ui.widgets.judged_field import JudgedField
from editor.ui.widgets.label_form import progress_words
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named
from editor.ui.widgets.section_choice import SectionChoice
from editor.ui.widgets.text_area import TextArea
from editor.ui.widgets.text_field import TextField
from editor.ui.widgets.zone_field import ZoneField

ALL, OWN, LIST = "all", "own", "list"


@dataclass(frozen=True, slots=True)
class Among:
    """Where an edition stands among the others: the newsroom's settings, the sections in use, its place in the row."""

    settings: NewsroomSettings
    sections: Sequence[str]
    place: int


class EditionCard(QFrame):
    """Made by the page of editions. `committed` carries the `Edition` as it would be, with nothing wrong in it.

    `moved` carries -1 for one place up and 1 for one down.
    """

    committed = Signal(object)
    removed = Signal()
    moved = Signal(int)

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.tag = tag
        self.setProperty("role", "card")
        self._edition = Edition(locale=tag)
        self._among = Among(NewsroomSettings(name=""), (), 0)
        name = f"edition.{tag}"
        self.name = TextField(f"{name}.name")
        self.name.set_language(tag)
        self.path = TextField(f"{name}.path")
        self.style_of = ChoiceField(f"{name}.style")
        self.zone = ZoneField(f"{name}.zone")
        self.carries = ChoiceField(f"{name}.carries")
        self.chain = TextField(f"{name}.chain")
        self.sections = SectionChoice(f"{name}.sections")
        self.consent = ChoiceField(f"{name}.consent")
        self.words = ConsentWords(f"{name}.words", tag)
        self.about = TextArea(f"{name}.about", lines=4)
        self.about.set_language(tag)
        self.labels = named(QLabel(), f"{name}.labels")
        self.labels.setProperty("role", "muted")
        self.labels.setWordWrap(True)
        self.doubts = named(QLabel(), f"{name}.doubts")
        self.doubts.setProperty("role", "warn")
        self.doubts.setWordWrap(True)
        plain: tuple[QWidget, ...] = (self.name, self.style_of, self.carries, self.sections, self.consent, self.about)
        judged: tuple[QWidget, ...] = (self.path, self.chain, self.zone)
        self._labels = {field: Labelled(field) for field in plain}
        self.judged = {field: JudgedField(field) for field in judged}
        self.up, self.down, self.remove = (_button(f"{name}.{what}", what) for what in ("up", "down", "remove"))
        self._lay_out(name)
        self._connect()
        self.retranslate()

    def show_edition(self, edition: Edition, among: Among) -> None:
        """Show `edition`, unless the person is in the middle of typing."""
        self._edition, self._among = edition, among
        self.name.show_text(edition.name)
        self.name.setPlaceholderText(among.settings.name)
        self.path.show_text(edition.base_path)
        self.path.setPlaceholderText(edition.locale)
        self._offer_styles()
        self.zone.show_zone(edition.display_zone, among.settings.display_zone)
        self.carries.show_value(_carries(edition))
        self.chain.show_text(", ".join(edition.fallback or ()))
        self.judged[self.chain].setVisible(_carries(edition) == LIST)
        self.sections.show_sections(edition, among.sections)
        self._labels[self.sections].setVisible(bool(among.sections or edition.sections))
        self.consent.show_value(edition.consent.value)
        self.words.show_words(edition.consent_text, among.settings.page_labels)
        self.words.setVisible(edition.consent is Consent.NOTICE)
        self.about.show_stored(edition.about)
        self._say_labels()
        self._say_doubts()
        self.up.setEnabled(among.place > 0)
        self.down.setEnabled(among.place < len(among.settings.editions) - 1)
        self._judge()

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        for field in (self.name, self.path, self.chain, self.words, self.about):
            field.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.fold.set_title(f"{isolate(language_words(self.tag))} · {self.tag}")
        titles: dict[QWidget, str] = {
            self.name: tr("Name above the pages"),
            self.path: tr("Folder on the site"),
            self.style_of: tr("House style"),
            self.zone: tr("Time zone of the dates"),
            self.carries: tr("Which articles it carries"),
            self.chain: tr("Other languages it may show, the best first"),
            self.sections: tr("Only these sections"),
            self.consent: tr("Notice about cookies"),
            self.about: tr("About the newsroom: a page of its own, in Markdown; none while it is empty"),
        }
        for label in (*self._labels.values(), *self.judged.values()):
            label.set_name(titles[label.field])
        self.chain.setPlaceholderText(tr("for example: en, fr"))
        self.carries.set_choices(
            (
                (ALL, tr("All, each in the language it has")),
                (OWN, tr("Only those in this language")),
                (LIST, tr("Those in this language and in others that I name")),
            )
        )
        self.consent.set_choices(((Consent.NONE.value, tr("None")), (Consent.NOTICE.value, tr("Ask the reader first"))))
        self.sections.retranslate()
        self.words.retranslate()
        self._say_labels()
        self._say_doubts()
        self.zone.retranslate()
        self._offer_styles()
        texts = {self.up: tr("Move up"), self.down: tr("Move down"), self.remove: tr("Remove this edition")}
        for button, text in texts.items():
            button.setToolTip(text)
            button.setAccessibleName(f"{text}: {language_words(self.tag)}")
        self._judge()

    def _lay_out(self, name: str) -> None:
        inside, buttons = QWidget(), QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 8, 0, 4)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        pairs = (self._labels[self.name], self.judged[self.path]), (self._labels[self.style_of], self.judged[self.zone])
        for line, pair in enumerate(pairs):
            for side, label in enumerate(pair):
                grid.addWidget(label, line, side)
                grid.setColumnStretch(side, 1)
        whole: tuple[QWidget, ...] = (
            self._labels[self.carries],
            self.judged[self.chain],
            self._labels[self.sections],
            self._labels[self.consent],
            self.words,
            self._labels[self.about],
            self.labels,
        )
        for line, part in enumerate(whole, len(pairs)):
            grid.addWidget(part, line, 0, 1, 2)
        self.fold = Fold(f"{name}.fold", inside, beside=buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.fold)
        column.addWidget(self.doubts)

    def _say_labels(self) -> None:
        """Say how far the words around its articles are, which readers see whether anybody has read them or not."""
        self.labels.setText(progress_words(label_rows(self._among.settings.page_labels, self.tag)))

    def _say_doubts(self) -> None:
        """Say what is strange about its language; nothing keeps a newsroom from an edition in it."""
        doubts = doubts_about_language(self.tag, (edition.locale for edition in self._among.settings.editions))
        self.doubts.setText("\n".join(f"{words(one.message)} {words(one.hint)}" for one in doubts))
        self.doubts.setVisible(bool(self.doubts.text()))

    def _connect(self) -> None:
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self.removed)
        self.name.committed.connect(self._on_name)
        self.path.textChanged.connect(self._judge)
        self.path.committed.connect(self._on_path)
        self.style_of.committed.connect(self._on_style)
        self.zone.zone_chosen.connect(self._on_zone)
        self.zone.refused.connect(self._on_zone_refused)
        self.carries.committed.connect(self._on_carries)
        self.chain.textChanged.connect(self._judge)
        self.chain.committed.connect(self._on_chain)
        self.sections.committed.connect(self._on_sections)
        self.consent.committed.connect(self._on_consent)
        self.words.committed.connect(self._on_words)
        self.about.committed.connect(self._on_about)

    def _offer_styles(self) -> None:
        own = self._among.settings.house_styles
        tags = sorted({tag for tag in (*shipped_styles(), *own) if may_write_in(self.tag, tag)} - {self.tag})
        usual = tr("That of {language}", language=language_words(self.tag))
        self.style_of.set_choices([("", usual), *((tag, f"{language_words(tag)} · {tag}") for tag in tags)])
        self.style_of.show_value(self._edition.house_style)

    def _typed_path(self) -> Edition:
        return replace(self._edition, base_path=self.path.text().strip().strip("/"))

    def _typed_chain(self) -> Edition:
        parts = self.chain.text().replace(",", " ").split()
        tags = tuple(canonical_tag(part) if is_language_tag(part) else part for part in parts)
        return replace(self._edition, fallback=tags)

    @Slot()
    def _judge(self) -> bool:
        """Say below each field what is wrong with what is typed there; return whether nothing is."""
        path, chain = self._typed_path(), self._typed_chain()
        others = self._among.settings.with_edition(path).editions
        wrong = {self.path: _mistakes(lambda: check_places(others)), self.chain: []}
        if self._edition.fallback:
            wrong[self.chain] = _mistakes(lambda: check_fallback(chain))
        for field, mistakes in wrong.items():
            self.judged[field].tell(mistakes)
        return not any(wrong.values())

    @Slot()
    def _on_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _on_down(self) -> None:
        self.moved.emit(1)

    @Slot(str)
    def _on_name(self, name: str) -> None:
        self.committed.emit(replace(self._edition, name=name.strip()))

    @Slot()
    def _on_path(self) -> None:
        if self._judge():
            self.committed.emit(self._typed_path())

    @Slot(str)
    def _on_style(self, tag: str) -> None:
        self.committed.emit(replace(self._edition, house_style=tag))

    @Slot(str)
    def _on_zone(self, zone: str) -> None:
        self.judged[self.zone].tell([])
        self.committed.emit(replace(self._edition, display_zone=zone))

    @Slot(object)
    def _on_zone_refused(self, error: UserError) -> None:
        self.judged[self.zone].tell([Mistake("display_zone", error.message, error.hint)])

    @Slot(str)
    def _on_carries(self, carries: str) -> None:
        if carries == LIST:
            chain = self._edition.fallback or (("en",) if self.tag != "en" else ("fr",))
            self.committed.emit(replace(self._edition, fallback=chain))
        else:
            self.committed.emit(replace(self._edition, fallback=None if carries == ALL else ()))

    @Slot()
    def _on_chain(self) -> None:
        if self._judge():
            self.committed.emit(self._typed_chain())

    @Slot(object)
    def _on_sections(self, sections: tuple[str, ...]) -> None:
        self.committed.emit(replace(self._edition, sections=sections))

    @Slot(str)
    def _on_consent(self, value: str) -> None:
        self.committed.emit(replace(self._edition, consent=Consent(value)))

    @Slot(object)
    def _on_words(self, words: ConsentText) -> None:
        self.committed.emit(replace(self._edition, consent_text=words))

    @Slot(str)
    def _on_about(self, text: str) -> None:
        self.committed.emit(replace(self._edition, about=text.strip()))


def _button(name: str, what: str) -> QToolButton:
    made = named(QToolButton(), name)
    made.setIcon(icons.icon("trash" if what == "remove" else what))
    return made


def _carries(edition: Edition) -> str:
    if edition.fallback is None:
        return ALL
    return LIST if edition.fallback else OWN


def _mistakes(check: Callable[[], None]) -> list[Mistake]:
    try:
        check()
    except UserError as error:
        return [Mistake("", error.message, error.hint)]
    return []
