"""One label of the page: its English, what is shipped, the newsroom's own words with a sample, and their review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout
from typing_extensions import override

from editor.i18n.direction import isolate
from editor.i18n.interface import interface_language, tr, words
from editor.i18n.label_places import place_of
from editor.i18n.page_labels import LabelRow, State, reviewed_count
from editor.i18n.page_words import check_label
from editor.ui.widgets.label_sample import LabelSample
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.naming import named
from editor.ui.widgets.text_field import TextField
from editor.ui.widgets.version_words import day_of


class LabelForm(QFrame):
    """Made by the page of labels. `written` carries the words as typed, once they fit.

    `reviewed` says that they are right (True) or a draft again; `stepped` asks for the label before (-1) or after (1).
    """

    written = Signal(str)
    reviewed = Signal(bool)
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("labels.form")
        self._row: LabelRow | None = None
        self._texts: Mapping[str, str] = {}
        self._locale = ""
        self._zone = "UTC"
        self._where = QLabel()
        self._where.setProperty("role", "muted")
        self.english = named(QLabel(), "labels.english")
        self.state = named(QLabel(), "labels.state")
        self.field = TextField("labels.field")
        self.field.textChanged.connect(self._on_typed)
        self.field.committed.connect(self._on_committed)
        self.field.installEventFilter(self)
        self._labelled = Labelled(self.field)
        self.trouble = named(QLabel(), "labels.trouble")
        self.trouble.setProperty("role", "fault")
        self.sample = LabelSample()
        self.right = named(QPushButton(), "labels.right")
        self.right.clicked.connect(self._on_right)
        self.back = named(QPushButton(), "labels.back")
        self.back.setProperty("kind", "quiet")
        self.back.clicked.connect(self._on_back)
        self._lay_out()

    def show_row(self, row: LabelRow | None, texts: Mapping[str, str], locale: str, zone: str = "UTC") -> None:
        """Show `row`, one label of `locale`, what is being typed of it kept; `texts` are all labels by their keys.

        `zone` is the one whose calendar tells the day of a review.
        """
        is_same = row is not None and self._row is not None and (self._row.key, self._locale) == (row.key, locale)
        self._row, self._texts, self._locale, self._zone = row, texts, locale, zone
        self.setVisible(row is not None)
        if row is None:
            return
        own = row.own.text if row.own else ""
        self.field.set_language(locale)
        self.field.setPlaceholderText(row.shipped or row.english)
        if is_same:
            self.field.show_text(own)
        else:
            self.field.reset_text(own)
        self.retranslate()

    def settle(self) -> None:
        """Hand out what is typed and fits."""
        self.field.settle()

    @property
    def is_wrong(self) -> bool:
        """Say whether what is typed does not fit, and so would be lost with another label in its place."""
        return not self.trouble.isHidden()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._labelled.set_name(tr("Your words, or nothing for the shipped ones"))
        self.right.setToolTip(tr("You have read these words and they are right. Ctrl+Enter, then on to the next."))
        self.back.setText(tr("Use the shipped words"))
        row = self._row
        if row is None:
            return
        self._where.setText(words(place_of(row.key).where))
        self.english.setText(tr("English: {text}", text=isolate(row.english)))
        if row.state is State.CHANGED and row.own is not None:
            was = tr("English when these words were written: {text}", text=isolate(row.own.english))
            self.english.setText(f"{self.english.text()}\n{was}")
        self.state.setText(state_words(row, self._zone))
        self.right.setText(tr("A draft again") if self._is_right else tr("These words are right"))
        self.right.setProperty("kind", "quiet" if self._is_right else "primary")  # what is done asks for nothing
        self.right.style().polish(self.right)
        self._on_typed()

    def _lay_out(self) -> None:
        for label in (self._where, self.english, self.state, self.trouble):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.english.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QHBoxLayout()
        buttons.addWidget(self.right)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._where)
        column.addWidget(self.english)
        column.addWidget(self._labelled)
        column.addWidget(self.trouble)
        column.addWidget(self.sample)
        column.addWidget(self.state)
        column.addLayout(buttons)
        column.addStretch(1)

    def _step(self, step: int) -> None:
        self.settle()
        self.stepped.emit(step)

    @Slot()
    def _on_typed(self) -> None:
        """Check what is typed and show it in the sample."""
        row = self._row
        if row is None:
            return
        typed = self.field.text().strip()
        wrong = check_label(row.key, typed) if typed else []
        self.trouble.setText("\n".join(words(message) for message in wrong))
        self.trouble.setVisible(bool(wrong))
        self.field.setProperty("trouble", bool(wrong))
        self.field.style().polish(self.field)
        shown = typed or row.shipped or row.english
        self.sample.show_label(row.key, {**self._texts, row.key: shown}, self._locale)
        self.back.setVisible(bool(typed))
        self.right.setEnabled(not wrong and (bool(typed) or row.state is not State.MISSING))

    @Slot(str)
    def _on_committed(self, text: str) -> None:
        text = text.strip()
        if self._row is not None and (not text or not check_label(self._row.key, text)):
            self.written.emit(text)

    @Slot()
    def _on_right(self) -> None:
        if self.right.isEnabled():
            self.settle()
            self.reviewed.emit(not self._is_right)

    @property
    def _is_right(self) -> bool:
        row = self._row
        return row is not None and row.state is State.REVIEWED and row.own is not None

    def _approve(self) -> None:
        """Say of the words that they are right; where that is said already, it stays said."""
        self.settle()
        if not self._is_right:
            self._on_right()

    @Slot()
    def _on_back(self) -> None:
        self.field.setText("")
        self.field.settle()

    def _go(self, event: QKeyEvent) -> bool:
        """Do what the keys ask for while one writes; say whether they asked for anything."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        match event.key():
            case Qt.Key.Key_Up:
                self._step(-1)
            case Qt.Key.Key_Down:
                self._step(1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._approve()
                self._step(1)
            case _:
                return False
        return True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_asked = watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        return (is_asked and self._go(event)) or super().eventFilter(watched, event)  # type: ignore[arg-type]


def progress_words(rows: Sequence[LabelRow]) -> str:
    """Return how many of all the labels of a language somebody has read."""
    done, count = reviewed_count(rows), len(rows)
    said = tr("{done} of {count} labels are reviewed.", done=done, count=count)
    if done == count:
        return said
    drafts = tr("The others are drafts, and readers see them as they are.")
    return f"{said} {drafts}"


def state_words(row: LabelRow, zone: str) -> str:
    """Return how far the label is, in a few words; `zone` is the one whose calendar tells the day of a review."""
    match row.state:
        case State.MISSING:
            return tr("Not translated: readers see the English.")
        case State.CHANGED:
            return tr("The English has changed since. Do the words still fit?")
        case State.DRAFT:
            return tr("Draft: not reviewed yet.")
        case _:
            if row.own is None:
                return tr("Reviewed before Makala shipped it.")
            at = row.own.reviewed_at
            return tr("Reviewed by {name}, {date}.", name=row.own.reviewed_by, date=_day(at, zone) if at else "–")


def _day(at: datetime, zone: str) -> str:
    day = day_of(at, zone)
    return QLocale(interface_language().replace("-", "_")).toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
