"""The fields of a house style, each with what is wrong with it below; empty ones show what the language does."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from editor.core.errors import UserError
from editor.domain.house_style import HouseStyle
from editor.i18n.house_styles import FORMS, ZEROS
from editor.i18n.interface import tr
from editor.i18n.style_check import Mistake, check_style
from editor.i18n.style_samples import joins_in, list_sample, number_sample, signs_in
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.judged_field import JudgedField
from editor.ui.widgets.text_area import TextArea

_SEVERAL = ("months", "weekdays")
_LINES = (*FORMS, "quotes", "signs", "joins")
_CHOICES = ("calendar", "digits")
_NAME_LINES = 3


class StyleFields(QWidget):
    """One style as it is typed. `typed`: something changed; `done`: the person is done with a field for now.

    `words` is laid out above the fields for quotations, numbers and lists, whose samples it shows.
    """

    typed = Signal()
    done = Signal()

    def __init__(self, words: QWidget) -> None:
        super().__init__()
        self.lines = {name: TextArea(f"styles.{name}", is_one_line=True) for name in _LINES}
        self.names = {name: TextArea(f"styles.{name}", lines=_NAME_LINES) for name in _SEVERAL}
        self.choices = {name: ChoiceField(f"styles.{name}") for name in _CHOICES}
        self._letters = QLabel()
        self._letters.setWordWrap(True)
        self._letters.setProperty("role", "muted")
        for area in self._areas().values():
            area.textChanged.connect(self.typed)
            area.committed.connect(self._on_done)
        for choice in self.choices.values():
            choice.committed.connect(self._on_chosen)
        self.judged = {
            **{name: JudgedField(area, is_by_line=name in _SEVERAL) for name, area in self._areas().items()},
            **{name: JudgedField(choice) for name, choice in self.choices.items()},
        }
        self._lay_out(words)

    def show_style(self, style: HouseStyle) -> None:
        """Show what is stored, but for a field in which the person is typing something else."""
        self._show(style, TextArea.show_stored)

    def refill(self, style: HouseStyle) -> None:
        """Show `style` whatever was typed."""
        self._show(style, TextArea.reset_stored)

    def show_usual(self, usual: HouseStyle, locale: str) -> None:
        """Show in the empty fields what `usual`, the language's own style, has there."""
        for name, text in _texts(usual).items():
            first, *others = text.split("\n")
            self._areas()[name].setPlaceholderText(f"{first}, {others[0]}…" if others else first)
        for name, area in self._areas().items():  # patterns and figures run to the right in every window
            area.set_language(locale if name in {*_SEVERAL, "quotes", "joins"} else "en")

    def judge(self, locale: str) -> HouseStyle | None:
        """Return what is typed when it can be used for `locale`; else say in the fields why not, and where."""
        style, mistakes = self._typed()
        mistakes += [one for one in check_style(style, locale) if one.of not in {two.of for two in mistakes}]
        for name, field in self.judged.items():
            field.tell([one for one in mistakes if one.of == name])
        return None if mistakes else style

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        titles = {
            "long": tr("Date and time with the weekday, as the timeline shows it"),
            "medium": tr("Date and time"),
            "date": tr("Day"),
            "months": tr("Months, one a line"),
            "weekdays": tr("Days of the week, one a line, Monday first"),
            "calendar": tr("Calendar"),
            "digits": tr("Digits"),
            "quotes": tr("Quotation marks while you type: opening, closing, and the two inside them"),
            "signs": tr("Numbers, by example"),
            "joins": tr("Lists of names, by example: three, then two"),
        }
        for name, title in titles.items():
            self.judged[name].set_name(title)
        self._letters.setText(
            tr("EEEE is the weekday, d the day, MMMM the month, y the year, HH:mm:ss the time. Words stand in '…'.")
        )
        usual = ("", tr("As the language usually does"))
        calendars = (
            ("gregorian", tr("Gregorian")),
            ("persian", tr("Persian")),
            ("buddhist", tr("Buddhist")),
            ("islamic-civil", tr("Islamic, as reckoned")),
        )
        self.choices["calendar"].set_choices((usual, *calendars))
        self.choices["digits"].set_choices((usual, *_digits()))

    def settle(self) -> None:
        """Make text of what an input method holds."""
        for area in self._areas().values():
            area.finish_composing()

    def _areas(self) -> dict[str, TextArea]:
        return {**self.lines, **self.names}

    def _show(self, style: HouseStyle, show: Callable[[TextArea, str], None]) -> None:
        with QSignalBlocker(self):  # nothing is typed
            for name, text in _texts(style).items():
                show(self._areas()[name], text)
        for name, choice in self.choices.items():
            choice.show_value(getattr(style, name))

    def _typed(self) -> tuple[HouseStyle, list[Mistake]]:
        """Return what is typed but for the examples that do not show what they should, and what is wrong with those."""
        mistakes: list[Mistake] = []
        signs, joins = self._example("signs", signs_in, mistakes), self._example("joins", joins_in, mistakes)
        style = HouseStyle(
            **{form: self.lines[form].text().strip() for form in FORMS},
            **{name: choice.value() for name, choice in self.choices.items()},
            months=_texts_in(self.names["months"]),
            weekdays=_texts_in(self.names["weekdays"]),
            quotes=tuple(self.lines["quotes"].text().split()),
            signs=signs,
            joins=joins,
        )
        return style, mistakes

    def _example(self, name: str, read: Callable[[str], tuple[str, ...]], mistakes: list[Mistake]) -> tuple[str, ...]:
        text = self.lines[name].text()
        try:
            return read(text)
        except UserError as error:
            mistakes.append(Mistake(name, error.message, error.hint, 0, len(text.strip())))
            return ()

    def _lay_out(self, words: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for form in FORMS:
            column.addWidget(self.judged[form])
        column.addWidget(self._letters)
        for pair in (_SEVERAL, _CHOICES):
            row = QHBoxLayout()
            row.setSpacing(16)
            for name in pair:
                row.addWidget(self.judged[name], 1)
            column.addLayout(row)
        column.addWidget(words)
        for name in ("quotes", "signs", "joins"):
            column.addWidget(self.judged[name])

    @Slot()
    def _on_done(self) -> None:
        self.done.emit()

    @Slot()
    def _on_chosen(self) -> None:
        for choice in self.choices.values():
            choice.show_value(choice.value())
        self.typed.emit()
        self.done.emit()


def _texts(style: HouseStyle) -> dict[str, str]:
    return {
        **{name: getattr(style, name) for name in FORMS},
        **{name: "\n".join(getattr(style, name)) for name in _SEVERAL},
        "quotes": " ".join(style.quotes),
        "signs": number_sample(style.signs),
        "joins": list_sample(style.joins),
    }


def _texts_in(area: TextArea) -> tuple[str, ...]:
    """Return what stands on the lines, to the last that holds anything."""
    text = area.text().rstrip()
    return tuple(line.strip() for line in text.split("\n")) if text else ()


def _digits() -> Iterable[tuple[str, str]]:
    return ((name, "".join(chr(ord(zero) + n) for n in range(10))) for name, zero in ZEROS.items())
