"""How each language writes dates on the page, with samples that follow the typing, and how it quotes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.errors import Fault, UserError
from editor.core.files import faults, write_whole
from editor.core.messages import Message, say
from editor.domain.house_style import HouseStyle
from editor.domain.settings import NewsroomSettings
from editor.i18n.direction import direction
from editor.i18n.house_styles import FORMS, Form, standard_style
from editor.i18n.interface import tr, words
from editor.i18n.page_words import LOCALES
from editor.i18n.style_file import read_style, write_style
from editor.i18n.style_samples import joins_in, list_sample, number_sample, signs_in
from editor.ui.file_dialogs import ask_files, ask_new_file
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named
from editor.ui.widgets.text_area import TextArea
from editor.ui.widgets.text_field import TextField

SAMPLE = datetime(2026, 1, 9, 15, 52, 50, tzinfo=UTC)
_NAMES = ("months", "weekdays")
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
        self._letters = QLabel()
        self.language = ChoiceField("styles.language")
        self.language.committed.connect(self._on_language)
        self.patterns: dict[Form, TextField] = {name: TextField(f"styles.{name}") for name in FORMS}
        self.names = {name: TextArea(f"styles.{name}", lines=3) for name in _NAMES}
        self.quotes = TextField("styles.quotes")
        self.numbers = TextField("styles.numbers")
        self.lists = TextField("styles.lists")
        self.calendar = ChoiceField("styles.calendar")
        self.digits = ChoiceField("styles.digits")
        self.samples = {name: named(QLabel(), f"styles.sample.{name}") for name in FORMS}
        self.trouble = named(QLabel(), "styles.trouble")
        self.trouble.setProperty("role", "fault")
        self.clear = self._button("styles.clear", self._on_clear)
        self.save = self._button("styles.save", self._on_save)
        self.read = self._button("styles.read", self._on_read)
        for pattern in self._lines():
            pattern.textChanged.connect(self._on_typed)
            pattern.committed.connect(self._on_done)
        for area in self.names.values():
            area.textChanged.connect(self._on_typed)
            area.committed.connect(self._on_done)
        for choice in (self.calendar, self.digits):
            choice.committed.connect(self._on_chosen)
        fields: tuple[QWidget, ...] = (
            self.language, *self._lines(), *self.names.values(), self.calendar, self.digits,
        )  # fmt: skip
        self._labels = {field: Labelled(field) for field in fields}
        self._lay_out()

    def show_settings(self, settings: NewsroomSettings) -> None:
        """Show the style of the chosen language, the first edition's to begin with."""
        self._settings = settings
        if not self._locale:
            self._locale = settings.editions[0].locale if settings.editions else "en"
        self._offer()
        self._fill()

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        self._on_done()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._lead.setText(
            tr("Leave a field empty to write dates as the language usually does. The samples show how pages will.")
        )
        self._letters.setText(
            tr("EEEE is the weekday, d the day, MMMM the month, y the year, HH:mm:ss the time. Words stand in '…'.")
        )
        titles = {
            self.language: tr("Language"),
            self.patterns["long"]: tr("Date and time with the weekday, as the timeline shows it"),
            self.patterns["medium"]: tr("Date and time"),
            self.patterns["date"]: tr("Day"),
            self.names["months"]: tr("Months, one a line"),
            self.names["weekdays"]: tr("Days of the week, one a line, Monday first"),
            self.calendar: tr("Calendar"),
            self.digits: tr("Digits"),
            self.quotes: tr("Quotation marks while you type: opening, closing, and the two inside them"),
            self.numbers: tr("Numbers, by example"),
            self.lists: tr("Lists of names, by example: three, then two"),
        }
        for field, title in titles.items():
            self._labels[field].set_name(title)
        self.patterns["long"].setPlaceholderText(tr("for example: EEEE, d. MMMM y, HH:mm:ss"))
        self.calendar.set_choices(
            (
                ("", tr("As the language usually does")),
                ("gregorian", tr("Gregorian")),
                ("persian", tr("Persian")),
                ("buddhist", tr("Buddhist")),
                ("islamic-civil", tr("Islamic, as reckoned")),
            )
        )
        self.digits.set_choices((("", tr("As the language usually does")), *_digit_choices()))
        self.clear.setText(tr("Write as the language usually does"))
        self.save.setText(tr("Save as a file…"))
        self.read.setText(tr("Take from a file…"))
        self._offer()
        self._sample()

    def _lay_out(self) -> None:
        for label in (self._lead, self._letters):
            label.setWordWrap(True)
            label.setProperty("role", "muted")
        self.trouble.setWordWrap(True)
        card = QFrame()
        card.setProperty("role", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(16, 12, 16, 12)
        for sample in self.samples.values():
            sample.setTextFormat(Qt.TextFormat.PlainText)
            sample.setWordWrap(True)
            inside.addWidget(sample)
        pairs = QHBoxLayout()
        pairs.setSpacing(16)
        choices = QHBoxLayout()
        choices.setSpacing(16)
        for area in self.names.values():
            pairs.addWidget(self._labels[area], 1)
        for choice in (self.calendar, self.digits):
            choices.addWidget(self._labels[choice], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._lead)
        column.addWidget(self._labels[self.language])
        column.addWidget(card)
        column.addWidget(self.trouble)
        for pattern in self.patterns.values():
            column.addWidget(self._labels[pattern])
        column.addWidget(self._letters)
        column.addLayout(pairs)
        column.addLayout(choices)
        for line in (self.quotes, self.numbers, self.lists):
            column.addWidget(self._labels[line])
        buttons = QHBoxLayout()
        for button in (self.read, self.save, self.clear):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)

    def _lines(self) -> tuple[TextField, ...]:
        return (*self.patterns.values(), self.quotes, self.numbers, self.lists)

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

    def _fill(self) -> None:
        style = self._stored()
        for field, text in self._texts(style):
            field.show_text(text)
        for name, area in self.names.items():
            area.show_stored("\n".join(getattr(style, name)))
        self.calendar.show_value(style.calendar)
        self.digits.show_value(style.digits)
        usual = standard_style(self._locale)
        self.quotes.setPlaceholderText(" ".join(usual.quotes))
        self.numbers.setPlaceholderText(number_sample(usual.signs))
        self.lists.setPlaceholderText(list_sample(usual.joins))
        self._sample()

    def _refill(self, style: HouseStyle) -> None:
        """Show `style` whatever was typed."""
        for field, text in self._texts(style):
            field.reset_text(text)
        for name, area in self.names.items():
            area.reset_stored("\n".join(getattr(style, name)))
        self.calendar.show_value(style.calendar)
        self.digits.show_value(style.digits)

    def _texts(self, style: HouseStyle) -> Iterator[tuple[TextField, str]]:
        yield from ((field, getattr(style, name)) for name, field in self.patterns.items())
        yield self.quotes, " ".join(style.quotes)
        yield self.numbers, number_sample(style.signs)
        yield self.lists, list_sample(style.joins)

    def _typed(self) -> HouseStyle:
        """Return what is typed; raise `UserError` where an example does not show what it should."""
        return HouseStyle(
            long=self.patterns["long"].text().strip(),
            medium=self.patterns["medium"].text().strip(),
            date=self.patterns["date"].text().strip(),
            months=_lines_of(self.names["months"].text()),
            weekdays=_lines_of(self.names["weekdays"].text()),
            calendar=self.calendar.value(),
            digits=self.digits.value(),
            quotes=tuple(self.quotes.text().split()),
            signs=signs_in(self.numbers.text()),
            joins=joins_in(self.lists.text()),
        )

    def _sample(self) -> HouseStyle | None:
        """Show the samples of what is typed; return it when nothing is wrong with it."""
        from editor.i18n.dates import format_instant
        from editor.i18n.style_check import check_style

        if not self._locale:
            return None
        try:
            style = self._typed()
        except UserError as error:
            self._complain(error.message, error.hint)
            return None
        self.clear.setVisible(style != HouseStyle())
        if wrong := check_style(style, self._locale):
            self._complain(*wrong)
            return None
        self._complain()
        side = Qt.LayoutDirection.RightToLeft if direction(self._locale) == "rtl" else Qt.LayoutDirection.LeftToRight
        for form, sample in self.samples.items():
            sample.setLayoutDirection(side)
            text = format_instant(SAMPLE, self._settings.display_zone, self._locale, override=style, form=form)
            sample.setText(text)
        return style

    def _complain(self, *wrong: Message | None) -> None:
        self.trouble.setText("\n".join(words(message) for message in wrong if message))
        self.trouble.setVisible(bool(wrong))
        for sample in self.samples.values():
            sample.setEnabled(not wrong)

    @Slot(str)
    def _on_language(self, tag: str) -> None:
        if self._sample() is None:  # what is wrong with these words must be put right, or taken out, where they stand
            self.language.show_value(self._locale)
            return
        self._on_done()
        self._locale = tag
        self._refill(self._stored())
        self._offer()
        self._fill()

    @Slot()
    def _on_typed(self) -> None:
        self._sample()

    @Slot()
    def _on_chosen(self) -> None:
        for choice in (self.calendar, self.digits):
            choice.show_value(choice.value())
        self._on_done()

    @Slot()
    def _on_done(self) -> None:
        style = self._sample()
        if style is None or style == self._stored():
            return
        styles = {tag: kept for tag, kept in self._settings.house_styles.items() if tag != self._locale}
        if style != HouseStyle():
            styles[self._locale] = style
        self.committed.emit(replace(self._settings, house_styles=styles))

    @Slot()
    def _on_clear(self) -> None:
        self._refill(HouseStyle())
        self._on_done()

    @Slot()
    def _on_save(self) -> None:
        style = self._sample()
        start = Path.home() / f"{self._locale}.toml"
        if style is None or not (path := ask_new_file(self, say("Save the house style"), start, _KINDS)):
            return
        try:
            with faults(say("The house style could not be saved.")):
                write_whole(
                    path, write_style(style if style != HouseStyle() else standard_style(self._locale)).encode()
                )
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
            self._refill(style)
            self._on_done()


def _lines_of(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _digit_choices() -> tuple[tuple[str, str], ...]:
    from editor.i18n.house_styles import ZEROS

    return tuple((name, "".join(chr(ord(zero) + n) for n in range(10))) for name, zero in ZEROS.items())
