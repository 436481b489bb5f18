"""The editions of a newsroom: one card each, with its language, its place, what it falls back to and its notice."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.domain.settings import Consent, Edition, NewsroomSettings
from editor.i18n.direction import isolate
from editor.i18n.interface import tr
from editor.i18n.page_words import LOCALES
from editor.ui import icons
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named
from editor.ui.widgets.text_field import TextField

ALL, OWN, LIST = "all", "own", "list"


class EditionsPage(QWidget):
    """A page of the settings window. `committed` carries the `NewsroomSettings` as they would be."""

    committed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._settings = NewsroomSettings(name="")
        self.cards: list[EditionCard] = []
        self._lead = QLabel()
        self._lead.setWordWrap(True)
        self._lead.setProperty("role", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(16)
        self.language = ChoiceField("editions.language")
        self._language_label = Labelled(self.language)
        self.add = named(QPushButton(), "editions.add")
        self.add.clicked.connect(self._on_add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._language_label, 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._lead)
        column.addLayout(self._list)
        column.addLayout(row)

    def show_settings(self, settings: NewsroomSettings) -> None:
        """Show the editions of `settings`; a card that is being typed in stays."""
        self._settings = settings
        if [card.tag for card in self.cards] != [edition.locale for edition in settings.editions]:
            self._rebuild()
        for place, (card, edition) in enumerate(zip(self.cards, settings.editions, strict=True)):
            card.show_edition(edition, can_rise=place > 0)
        self._offer()

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        for card in self.cards:
            card.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._lead.setText(tr("An edition is your site in one language: its own pages, labels and dates."))
        self._language_label.set_name(tr("One more language for readers"))
        self.add.setText(tr("Add an edition"))
        for card in self.cards:
            card.retranslate()

    def _rebuild(self) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [EditionCard(edition.locale) for edition in self._settings.editions]
        for card in self.cards:
            self._list.addWidget(card)
            card.committed.connect(self._on_edition)
            card.removed.connect(partial(self._on_removed, card.tag))
            card.raised.connect(partial(self._on_raised, card.tag))

    def _offer(self) -> None:
        have = {edition.locale for edition in self._settings.editions}
        free = sorted((tag for tag in LOCALES if tag not in have), key=lambda tag: language_words(tag).casefold())
        self.language.set_choices((tag, f"{language_words(tag)} · {tag}") for tag in free)
        if self.language.value() not in free and free:
            self.language.show_value(free[0])
        self.add.setEnabled(bool(free))

    @Slot()
    def _on_add(self) -> None:
        tag = self.language.value()
        if tag:
            self.committed.emit(self._settings.with_edition(Edition(locale=tag)))

    @Slot(object)
    def _on_edition(self, edition: Edition) -> None:
        self.committed.emit(self._settings.with_edition(edition))

    def _on_removed(self, locale: str) -> None:
        kept = tuple(edition for edition in self._settings.editions if edition.locale != locale)
        self.committed.emit(replace(self._settings, editions=kept))

    def _on_raised(self, locale: str) -> None:
        """Put the edition one place up: the first is the one the site begins with."""
        editions = list(self._settings.editions)
        index = next((n for n, edition in enumerate(editions) if edition.locale == locale), 0)
        if index:
            editions[index - 1], editions[index] = editions[index], editions[index - 1]
            self.committed.emit(replace(self._settings, editions=tuple(editions)))


class EditionCard(QFrame):
    """One edition. `committed` carries the `Edition` as it would be."""

    committed = Signal(object)
    removed = Signal()
    raised = Signal()

    def __init__(self, tag: str) -> None:
        super().__init__()
        self.tag = tag
        self.setProperty("role", "card")
        self._edition = Edition(locale=tag)
        name = f"edition.{tag}"
        self._title = QLabel()
        self._title.setProperty("role", "lead")
        self._up = named(QToolButton(), f"{name}.up")
        self._up.setIcon(icons.icon("up"))
        self._up.clicked.connect(self.raised)
        self._remove = named(QToolButton(), f"{name}.remove")
        self._remove.setIcon(icons.icon("trash"))
        self._remove.clicked.connect(self.removed)
        self.path = TextField(f"{name}.path")
        self.path.committed.connect(self._on_path)
        self.carries = ChoiceField(f"{name}.carries")
        self.carries.committed.connect(self._on_carries)
        self.chain = TextField(f"{name}.chain")
        self.chain.committed.connect(self._on_chain)
        self.consent = ChoiceField(f"{name}.consent")
        self.consent.committed.connect(self._on_consent)
        self._labels = {field: Labelled(field) for field in (self.path, self.carries, self.chain, self.consent)}
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._up)
        head.addWidget(self._remove)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        grid.addWidget(self._labels[self.path], 0, 0)
        grid.addWidget(self._labels[self.consent], 0, 1)
        grid.addWidget(self._labels[self.carries], 1, 0, 1, 2)
        grid.addWidget(self._labels[self.chain], 2, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addLayout(grid)
        self.retranslate()

    def show_edition(self, edition: Edition, *, can_rise: bool) -> None:
        """Show `edition`, unless the person is in the middle of typing."""
        self._edition = edition
        self.path.show_text(edition.base_path)
        self.path.setPlaceholderText(edition.locale)
        self.carries.show_value(_carries(edition))
        self.chain.show_text(", ".join(edition.fallback or ()))
        self._labels[self.chain].setVisible(_carries(edition) == LIST)
        self.consent.show_value(edition.consent.value)
        self._up.setVisible(can_rise)

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        self.path.settle()
        self.chain.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._title.setText(f"{isolate(language_words(self.tag))} · {self.tag}")
        self._labels[self.path].set_name(tr("Folder on the site"))
        self._labels[self.carries].set_name(tr("Which articles it carries"))
        self._labels[self.chain].set_name(tr("Other languages it may show, the best first"))
        self._labels[self.consent].set_name(tr("Notice about cookies"))
        self.chain.setPlaceholderText(tr("for example: en, fr"))
        self.carries.set_choices(
            (
                (ALL, tr("All, each in the language it has")),
                (OWN, tr("Only those in this language")),
                (LIST, tr("Those in this language and in others that I name")),
            )
        )
        self.consent.set_choices(((Consent.NONE.value, tr("None")), (Consent.NOTICE.value, tr("Ask the reader first"))))
        for button, text in ((self._up, tr("Move up")), (self._remove, tr("Remove this edition"))):
            button.setToolTip(text)
            button.setAccessibleName(text)

    @Slot(str)
    def _on_path(self, path: str) -> None:
        self.committed.emit(replace(self._edition, base_path=path.strip().strip("/")))

    @Slot(str)
    def _on_carries(self, carries: str) -> None:
        if carries == LIST:
            chain = self._edition.fallback or (("en",) if self.tag != "en" else ("fr",))
            self.committed.emit(replace(self._edition, fallback=chain))
        else:
            self.committed.emit(replace(self._edition, fallback=None if carries == ALL else ()))

    @Slot(str)
    def _on_chain(self, text: str) -> None:
        tags = tuple(dict.fromkeys(part for part in text.replace(",", " ").split() if part != self.tag))
        self.committed.emit(replace(self._edition, fallback=tags))

    @Slot(str)
    def _on_consent(self, value: str) -> None:
        self.committed.emit(replace(self._edition, consent=Consent(value)))


def _carries(edition: Edition) -> str:
    if edition.fallback is None:
        return ALL
    return LIST if edition.fallback else OWN
