"""The editions of a newsroom: a card each, in the order in which readers are offered them, and a line to add one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain.settings import Edition, NewsroomSettings
from editor.i18n.interface import tr
from editor.i18n.page_words import LOCALES
from editor.i18n.style_check import Mistake
from editor.i18n.tags import canonical_tag, is_language_tag
from editor.services.rules import check_language, doubts_about_language
from editor.ui.collation import languages_in_order
from editor.ui.edition_card import Among, EditionCard
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.judged_field import JudgedField
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named

# As many stand open from the beginning; more are read as a list first.
_MOST_OPEN = 2


class EditionsPage(QWidget):
    """A page of the settings window. `committed` carries the `NewsroomSettings` as they would be.

    `told` carries a `Message` about what was done, to be said with a way to take it back.
    """

    committed = Signal(object)
    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._settings = NewsroomSettings(name="")
        self._sections: Sequence[str] = ()
        self.cards: list[EditionCard] = []
        self._lead = QLabel()
        self._lead.setWordWrap(True)
        self._lead.setProperty("role", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.language = ChoiceField("editions.language", is_editable=True)
        self.judged = JudgedField(self.language)
        self.language.editTextChanged.connect(self._on_language)
        self.add = named(QPushButton(), "editions.add")
        self.add.clicked.connect(self._on_add)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.judged, 1)
        beside = QVBoxLayout()
        self._above = QLabel()
        self._above.setProperty("role", "section")
        beside.setSpacing(4)
        beside.addWidget(self._above)
        beside.addWidget(self.add)
        beside.addStretch(1)
        row.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self._lead)
        column.addLayout(self._list)
        column.addLayout(row)

    def show_settings(self, settings: NewsroomSettings, sections: Sequence[str] = ()) -> None:
        """Show the editions of `settings`; a card that is being typed in stays. `sections` are those in use."""
        is_first = not self.cards
        self._settings, self._sections = settings, sections
        self._arrange(are_open=is_first and len(settings.editions) <= _MOST_OPEN)
        for place, (card, edition) in enumerate(zip(self.cards, settings.editions, strict=True)):
            card.show_edition(edition, Among(settings, sections, place))
        self._offer()

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        for card in self.cards:
            card.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._lead.setText(
            tr("An edition is your site in one language. Readers are offered the editions in this order.")
        )
        self.judged.set_name(tr("One more language for readers"))
        self.language.setToolTip(tr("Choose one, or type a tag such as en-KE"))
        self.add.setText(tr("Add an edition"))
        for card in self.cards:
            card.retranslate()

    def _arrange(self, *, are_open: bool) -> None:
        """Have one card for each edition, in their order; one that was there stays, with what is typed in it."""
        kept = {card.tag: card for card in self.cards}
        tags = [edition.locale for edition in self._settings.editions]
        self.cards = [kept.pop(tag) if tag in kept else self._card(tag) for tag in tags]
        for card in kept.values():
            card.hide()
            card.deleteLater()
        for place, card in enumerate(self.cards):
            if self._list.indexOf(card) != place:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
            if are_open:
                card.fold.set_open(is_open=True)

    def _card(self, tag: str) -> EditionCard:
        card = EditionCard(tag)
        card.committed.connect(self._on_edition)
        card.removed.connect(partial(self._on_removed, tag))
        card.moved.connect(partial(self._on_moved, tag))
        return card

    def _offer(self) -> None:
        have = {edition.locale for edition in self._settings.editions}
        free = languages_in_order(tag for tag in LOCALES if tag not in have)
        typed = self.language.value()
        self.language.set_choices((tag, f"{language_words(tag)} · {tag}") for tag in free)
        self.language.show_value(typed if typed in free else next(iter(free), ""))

    def _wrong(self, tag: str) -> list[Mistake]:
        """Return what keeps `tag` from being the language of one more edition."""
        try:
            check_language(tag)
        except UserError as error:
            return [Mistake("locale", error.message, error.hint)]
        if self._settings.edition(tag) is not None:
            return [Mistake("locale", say("There is an edition for “{locale}” already.", locale=tag), Message())]
        return []

    def _doubts(self, tag: str) -> list[Mistake]:
        """Return what is strange about one more edition in `tag`, and keeps nobody from adding it."""
        doubts = doubts_about_language(tag, (edition.locale for edition in self._settings.editions))
        return [Mistake("locale", one.message, one.hint) for one in doubts]

    def _asked(self) -> str:
        value = self.language.value()
        return canonical_tag(value) if is_language_tag(value) else value

    @Slot()
    def _on_language(self) -> None:
        tag = self._asked()
        self.judged.tell((self._wrong(tag) or self._doubts(tag)) if tag else [])

    @Slot()
    def _on_add(self) -> None:
        tag = self._asked()
        wrong = self._wrong(tag)
        self.judged.tell(wrong)
        if not wrong:
            self.committed.emit(self._settings.with_edition(Edition(locale=tag)))
            for card in self.cards:
                if card.tag == tag:
                    card.fold.set_open(is_open=True)

    @Slot(object)
    def _on_edition(self, edition: Edition) -> None:
        if self._settings.edition(edition.locale) is not None:  # else its card goes, and hands out what was typed
            self.committed.emit(self._settings.with_edition(edition))

    def _on_removed(self, locale: str) -> None:
        kept = tuple(edition for edition in self._settings.editions if edition.locale != locale)
        self.committed.emit(replace(self._settings, editions=kept))
        if self._settings.edition(locale) is None:
            self.told.emit(
                say("The edition in {language} is gone; its articles are all there.", language=language_words(locale))
            )

    def _on_moved(self, locale: str, steps: int) -> None:
        """Put the edition some places on: the first is the one the site begins with."""
        editions = list(self._settings.editions)
        index = next((n for n, edition in enumerate(editions) if edition.locale == locale), 0)
        if 0 <= index + steps < len(editions):
            editions.insert(index + steps, editions.pop(index))
            self.committed.emit(replace(self._settings, editions=tuple(editions)))
