"""The words around the articles, language by language: read, written, approved, and taken to and from translators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from editor.core.clock import Clock
from editor.core.errors import Fault, UserError
from editor.core.files import faults, write_whole
from editor.core.messages import nsay, say
from editor.domain.page_label import PageLabels
from editor.domain.settings import NewsroomSettings
from editor.i18n.interface import tr
from editor.i18n.page_labels import (
    LabelRow,
    State,
    label_rows,
    labels_from_po,
    labels_po,
    with_review,
    with_text,
    without_review,
)
from editor.i18n.page_words import LOCALES
from editor.ui.file_dialogs import ask_files, ask_new_file
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.label_form import LabelForm, progress_words, state_words
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.marked_list import MarkedList, MarkedRow
from editor.ui.widgets.naming import named

ALL, OPEN, OWN = "all", "open", "own"
_KINDS = "PO (*.po)"
_MARKS = {State.MISSING: "warn", State.CHANGED: "warn", State.DRAFT: "draft", State.REVIEWED: "done"}


class LabelsPage(QWidget):
    """A page of the settings window. `committed` carries the `NewsroomSettings` as they would be.

    `told` carries a `Message`, `refused` a `UserError` or `Fault`; `undo_asked` is Ctrl+Z outside the field.
    """

    committed = Signal(object)
    told = Signal(object)
    refused = Signal(object)
    undo_asked = Signal()

    def __init__(self, person: str, clock: Clock) -> None:
        super().__init__()
        self._person = person
        self._clock = clock
        self._settings = NewsroomSettings(name="")
        self._locale = ""
        self._rows: tuple[LabelRow, ...] = ()
        self._keys: list[str] = []
        self._key = ""
        self._which = ALL
        self.language = ChoiceField("labels.language")
        self.language.committed.connect(self._on_language)
        self.which = ChoiceField("labels.which")
        self.which.committed.connect(self._on_which)
        self.progress = named(QLabel(), "labels.progress")
        self.progress.setProperty("role", "muted")
        self.list = MarkedList("labels.list")
        self.list.setMinimumHeight(160)
        self.list.currentRowChanged.connect(self._on_row)
        self.list.entered.connect(self._on_entered)
        self.form = LabelForm()
        self.form.written.connect(self._on_written)
        self.form.reviewed.connect(self._on_reviewed)
        self.form.stepped.connect(self._on_step)
        self.save = self._button("labels.save", self._on_save)
        self.read = self._button("labels.read", self._on_read)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.undo_asked)
        self._labels = {field: Labelled(field) for field in (self.language, self.which)}
        self._lay_out()

    def show_settings(self, settings: NewsroomSettings) -> None:
        """Show the labels of the chosen language, the first edition's to begin with."""
        self._settings = settings
        if not self._locale:
            self._locale = settings.editions[0].locale if settings.editions else "en"
        self._offer()
        self._fill()

    def show_language(self, locale: str) -> None:
        """Show the labels of `locale`, unless what is typed for this one has a mistake."""
        if self._may_leave():
            self._locale, self._key = locale, ""
            self._fill()
        self._offer()

    def settle(self) -> None:
        """Hand out what is typed and not handed out yet."""
        self.form.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self._labels[self.language].set_name(tr("Language"))
        self._labels[self.which].set_name(tr("Show"))
        self.which.set_choices(
            ((ALL, tr("All labels")), (OPEN, tr("Not reviewed")), (OWN, tr("With words of your own")))
        )
        self.which.show_value(self._which)
        self.list.setAccessibleName(tr("Labels"))
        self.save.setText(tr("Save for a translator…"))
        self.save.setToolTip(tr("As a PO file, which Poedit and other translators' programs open"))
        self.read.setText(tr("Take from a translator…"))
        self.form.retranslate()
        self._offer()
        self._fill()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        for labelled in self._labels.values():
            head.addWidget(labelled, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.read)
        buttons.addWidget(self.save)
        buttons.addStretch(1)
        self.progress.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.progress)
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addWidget(self.list, 2)
        both.addWidget(self.form, 3)
        column.addLayout(both, 1)
        column.addLayout(buttons)

    def _button(self, name: str, pressed: Callable[[], None]) -> QPushButton:
        made = named(QPushButton(), name)
        made.setProperty("kind", "quiet")
        made.clicked.connect(pressed)
        return made

    def _offer(self) -> None:
        own = [edition.locale for edition in self._settings.editions]
        tags = dict.fromkeys([*own, *self._settings.page_labels, *LOCALES])
        self.language.set_choices((tag, f"{language_words(tag)} · {tag}") for tag in tags)
        self.language.show_value(self._locale)

    def _fill(self) -> None:
        """List the labels that the filter lets through; the one that is open stays, whatever its state is now."""
        self._rows = label_rows(self._settings.page_labels, self._locale) if self._locale else ()
        shown = [row for row in self._rows if self._is_shown(row)]
        self._keys = [row.key for row in shown]
        place = self._keys.index(self._key) if self._key in self._keys else 0
        scrolled = self.list.verticalScrollBar().value()
        with QSignalBlocker(self.list):
            self.list.show_rows(
                [
                    MarkedRow(row.text, row.english, _MARKS[row.state], state_words(row, self._settings.display_zone))
                    for row in shown
                ]
            )
        self.list.verticalScrollBar().setValue(scrolled)
        self._choose(place if shown else -1)
        self._key = self._keys[place] if shown else ""
        self.progress.setText(progress_words(self._rows))
        self._show_form()

    def _choose(self, place: int) -> None:
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(place)

    def _is_shown(self, row: LabelRow) -> bool:
        if row.key == self._key:
            return True
        match self._which:
            case "open":
                return row.state is not State.REVIEWED
            case "own":
                return row.own is not None
            case _:
                return True

    def _show_form(self) -> None:
        row = next((one for one in self._rows if one.key == self._key), None)
        texts = {one.key: one.text for one in self._rows}
        self.form.show_row(row, texts, self._locale, self._settings.display_zone)

    def _may_leave(self) -> bool:
        """Hand out what is typed; say whether another label may take its place, for a mistake would be lost so."""
        self.settle()
        is_wrong = self.form.is_wrong and self._key in self._keys
        if is_wrong:
            self.form.field.setFocus(Qt.FocusReason.OtherFocusReason)
        return not is_wrong

    def _commit(self, labels: PageLabels) -> None:
        if labels != self._settings.page_labels:
            self.committed.emit(replace(self._settings, page_labels=labels))

    def _row(self) -> LabelRow | None:
        return next((row for row in self._rows if row.key == self._key), None)

    @Slot(str)
    def _on_language(self, tag: str) -> None:
        self.show_language(tag)

    @Slot(str)
    def _on_which(self, which: str) -> None:
        if self._may_leave():
            self._which, self._key = which, ""
            self._fill()
        self.which.show_value(self._which)

    @Slot(int)
    def _on_row(self, number: int) -> None:
        key = self._keys[number] if 0 <= number < len(self._keys) else ""
        if not self._may_leave():  # it may have listed them anew, where something was written
            self._choose(self._keys.index(self._key))
        elif key:
            self._key = key
            self._choose(self._keys.index(key))
            self._show_form()

    @Slot(int)
    def _on_entered(self, _number: int) -> None:
        self.form.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.field.selectAll()

    @Slot(int)
    def _on_step(self, step: int) -> None:
        place = self.list.currentRow() + step
        if 0 <= place < self.list.count():
            self.list.setCurrentRow(place)
            self.form.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_written(self, text: str) -> None:
        if (row := self._row()) is not None:
            self._commit(with_text(self._settings.page_labels, self._locale, row, text))

    @Slot(bool)
    def _on_reviewed(self, is_right: bool) -> None:  # noqa: FBT001 - a slot
        if (row := self._row()) is None:
            return
        labels = self._settings.page_labels
        if is_right:
            self._commit(with_review(labels, self._locale, row, self._person, self._clock.now()))
        else:
            self._commit(without_review(labels, self._locale, row))

    @Slot()
    def _on_save(self) -> None:
        from editor.services.own_places import refuse_own

        self.settle()
        start = Path.home() / f"{self._locale}.po"
        if not (path := ask_new_file(self, say("Save the labels for a translator"), start, _KINDS)):
            return
        text = labels_po(self._settings.page_labels, self._locale, [f"{self._settings.name}: page labels"])
        try:
            refuse_own(path)
            with faults(say("The labels could not be saved.")):
                write_whole(path, text.encode())
        except (UserError, Fault) as error:
            self.refused.emit(error)
        else:
            self.told.emit(say("The labels are saved: {path}.", path=str(path)))

    @Slot()
    def _on_read(self) -> None:
        self.settle()
        chosen = ask_files(self, say("Take labels from a translator"), Path.home(), _KINDS)
        if not chosen:
            return
        settings = self._settings
        try:
            with faults(say("The labels could not be read.")):
                data = chosen[0].read_bytes()
            taken = labels_from_po(data, settings.page_labels, self._locale, self._person, self._clock.now())
        except (UserError, Fault) as error:
            self.refused.emit(_with_place(error, chosen[0]))
            return
        self._commit(taken.labels)
        if self._settings.page_labels != taken.labels:
            return  # it could not be stored, which was said
        said = nsay("{n} label taken from {file}.", "{n} labels taken from {file}.", taken.count, file=chosen[0].name)
        if taken.left_out:
            self.refused.emit(UserError(said, taken.left_out[0]))
        else:
            self.told.emit(said)


def _with_place(error: UserError | Fault, path: Path) -> UserError | Fault:
    """Return `error` with the file and the line where it lies."""
    line = getattr(error, "line", 0)
    if not isinstance(error, UserError) or not line:
        return error
    place = say("{file}, line {line}: {what}", file=path.name, line=line, what=error.message)
    return UserError(place, error.hint)
