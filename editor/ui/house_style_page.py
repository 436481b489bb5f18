"""How each language writes dates on the page, with samples that follow the typing, and how it quotes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.errors import Fault, UserError
from editor.core.files import faults, write_whole
from editor.core.messages import Message, say
from editor.domain.house_style import HouseStyle
from editor.domain.settings import NewsroomSettings
from editor.i18n.house_styles import standard_style
from editor.i18n.interface import tr, words
from editor.i18n.page_words import LOCALES
from editor.i18n.specimen import specimen
from editor.i18n.style_file import read_style, write_style
from editor.ui.file_dialogs import ask_files, ask_new_file
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named
from editor.ui.widgets.style_fields import StyleFields
from editor.ui.widgets.style_specimen import DATES, WORDS, StyleSpecimen

_KINDS = "TOML (*.toml)"


class HouseStylePage(QWidget):
    """A page of the settings window. `committed` carries the `NewsroomSettings` as they would be.

    What is typed is shown in the samples at once; it is used on the pages as soon as nothing is wrong with it.
    """

    committed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._settings = NewsroomSettings(name="")
        self._locale = ""
        self._lead = QLabel()
        self._lead.setWordWrap(True)
        self._lead.setProperty("role", "muted")
        self.language = ChoiceField("styles.language")
        self.language.committed.connect(self._on_language)
        self._language_label = Labelled(self.language)
        self.dates = StyleSpecimen(DATES)
        self.words = StyleSpecimen(WORDS)
        self.fields = StyleFields(self.words)
        self.fields.typed.connect(self._on_typed)
        self.fields.done.connect(self._on_done)
        self.trouble = named(QLabel(), "styles.trouble")
        self.trouble.setProperty("role", "fault")
        self.trouble.setWordWrap(True)
        self.trouble.hide()
        self.fill = self._button("styles.fill", self._on_fill)
        self.clear = self._button("styles.clear", self._on_clear)
        self.save = self._button("styles.save", self._on_save)
        self.read = self._button("styles.read", self._on_read)
        self._lay_out()

    def show_settings(self, settings: NewsroomSettings) -> None:
        """Show the style of the chosen language, the first edition's to begin with."""
        self._settings = settings
        if not self._locale:
            self._locale = settings.editions[0].locale if settings.editions else "en"
        self._offer()
        self.fields.show_usual(standard_style(self._locale), self._locale)
        self.fields.show_style(self._stored())
        self._judge()

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        self.fields.settle()
        self._on_done()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._lead.setText(
            tr("Leave a field empty to write dates as the language usually does. The samples show how pages will.")
        )
        self._language_label.set_name(tr("Language"))
        self.fill.setText(tr("Fill in what is usual"))
        self.clear.setText(tr("Write as the language usually does"))
        self.save.setText(tr("Save as a file…"))
        self.read.setText(tr("Take from a file…"))
        self.fields.retranslate()
        self._offer()
        if self._locale:
            self._judge()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        buttons = QHBoxLayout()
        for button in (self.read, self.save, self.fill, self.clear):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addWidget(self._lead)
        column.addWidget(self._language_label)
        column.addLayout(buttons)
        column.addWidget(self.trouble)
        column.addWidget(self.dates)
        column.addWidget(self.fields)

    def _button(self, name: str, pressed: Callable[[], None]) -> QPushButton:
        made = named(QPushButton(), name)
        made.setProperty("kind", "quiet")
        made.clicked.connect(pressed)
        return made

    def _offer(self) -> None:
        own = [edition.locale for edition in self._settings.editions]
        tags = dict.fromkeys([*own, *self._settings.house_styles, *LOCALES])
        self.language.set_choices((tag, f"{language_words(tag)} · {tag}") for tag in tags)
        self.language.show_value(self._locale)

    def _stored(self) -> HouseStyle:
        return self._settings.house_styles.get(self._locale, HouseStyle())

    def _judge(self) -> HouseStyle | None:
        """Show the samples of what is typed; return it when nothing is wrong with it."""
        style = self.fields.judge(self._locale)
        samples = specimen(self._locale, style, self._settings.display_zone) if style is not None else ()
        for card in (self.dates, self.words):
            card.set_current(is_current=style is not None)
            if style is not None:
                card.show_samples(samples, self._locale)
        self.clear.setVisible(style != HouseStyle())
        self.fill.setVisible(style == HouseStyle())
        self._complain()
        return style

    def _complain(self, *wrong: Message) -> None:
        """Say what is wrong with a file; nothing takes it away."""
        self.trouble.setText("\n".join(words(message) for message in wrong if message))
        self.trouble.setVisible(bool(wrong))

    @Slot(str)
    def _on_language(self, tag: str) -> None:
        if self._judge() is None:  # what is wrong with these words must be put right, or taken out, where they stand
            self.language.show_value(self._locale)
            return
        self._on_done()
        self._locale = tag
        self.fields.refill(self._stored())
        self.show_settings(self._settings)

    @Slot()
    def _on_typed(self) -> None:
        self._judge()

    @Slot()
    def _on_done(self) -> None:
        style = self._judge()
        if style is None or style == self._stored():
            return
        styles = {tag: kept for tag, kept in self._settings.house_styles.items() if tag != self._locale}
        if style != HouseStyle():
            styles[self._locale] = style
        self.committed.emit(replace(self._settings, house_styles=styles))

    @Slot()
    def _on_fill(self) -> None:
        self.fields.refill(standard_style(self._locale))
        self._on_done()

    @Slot()
    def _on_clear(self) -> None:
        self.fields.refill(HouseStyle())
        self._on_done()

    @Slot()
    def _on_save(self) -> None:
        from editor.services.own_places import refuse_own

        style = self._judge()
        start = Path.home() / f"{self._locale}.toml"
        if style is None or not (path := ask_new_file(self, say("Save the house style"), start, _KINDS)):
            return
        text = write_style(style if style != HouseStyle() else standard_style(self._locale))
        try:
            refuse_own(path)
            with faults(say("The house style could not be saved.")):
                write_whole(path, text.encode())
        except UserError as error:
            self._complain(error.message, error.hint)
        except Fault as fault:
            self._complain(fault.what, fault.cause)

    @Slot()
    def _on_read(self) -> None:
        chosen = ask_files(self, say("Take a house style from a file"), Path.home(), _KINDS)
        if not chosen:
            return
        try:
            with faults(say("The house style could not be read.")):
                style = read_style(chosen[0].read_bytes().decode("utf-8", "replace"))
        except UserError as error:
            self._complain(error.message, error.hint)
        except Fault as fault:
            self._complain(fault.what, fault.cause)
        else:
            self.fields.refill(style)
            self._on_done()
