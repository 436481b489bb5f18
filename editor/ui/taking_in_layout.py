"""The parts of the window that takes in, and how they lie. Decides nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from editor.core.messages import say
from editor.i18n.interface import ntr, tr
from editor.i18n.page_words import LOCALES
from editor.services.taking_in import Question, TakingInOptions
from editor.ui import icons, theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.job_strip import JobStrip
from editor.ui.widgets.labelled import Labelled
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.marked_list import MarkedList, MarkedRow
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.widgets.understood_detail import UnderstoodDetail
from editor.ui.widgets.zone_field import ZoneField


class TakeInLayout:
    """Made by the window with itself as `host`; the window connects what is pressed here."""

    def __init__(self, host: QDialog) -> None:
        self.notice = NoticeBar()
        self.files = _button("take_in.files", "take-in")
        self.folder = _button("take_in.folder", "open")
        self.paste = _button("take_in.paste", "paste")
        self.zone = ZoneField("take_in.zone")
        self.language = ChoiceField("take_in.language")
        self.update = QCheckBox()
        self.update.setObjectName("take_in.update")
        self.list = MarkedList("take_in.list")
        self.detail = UnderstoodDetail()
        self.strip = JobStrip("take_in.work")
        self.take = _button("take_in.take", "", kind="primary")
        self.cancel = _button("take_in.cancel", "")
        self.empty = EmptyState(
            "take-in",
            say("Drop files here"),
            say("Article files, a folder of them, or the text of a page. You see what was understood before it is in."),
            say("Choose files…"),
        )
        self._summary = QLabel()
        self._summary.setObjectName("take_in.summary")
        self._summary.setWordWrap(True)
        self._asked = QLabel()
        self._asked.setObjectName("take_in.asked")
        self._asked.setProperty("role", "lead")
        self._asked.setWordWrap(True)
        self._labelled_zone = Labelled(self.zone)
        self._labelled_language = Labelled(self.language)
        self._files: tuple[str, ...] = ()
        self._lay_out(host)

    def show_state(self, *, has_files: bool) -> None:
        """Show the files, or what belongs here while there are none."""
        self._states.setCurrentWidget(self._split if has_files else self.empty)
        self._options.setVisible(has_files)

    def show_rows(self, rows: Sequence[MarkedRow], files: Sequence[str]) -> None:
        """Show a row for each of `files`; the file that was current stays so."""
        was = self._files[self.list.currentRow()] if 0 <= self.list.currentRow() < len(self._files) else ""
        self._files = tuple(files)
        current = self._files.index(was) if was in self._files else 0
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.list.show_rows(rows)
        self.list.setCurrentRow(min(current, len(rows) - 1))
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's signature

    def show_questions(self, questions: Collection[Question], options: TakingInOptions, zone: str) -> None:
        """Ask for the zone and the language where files leave them open."""
        self.zone.show_zone(options.zone)
        self.language.show_value(options.language)
        self.language.setPlaceholderText(tr("As the files say"))
        line = self.zone.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("As the files say; for example {zone}", zone=zone))
        said = []
        if Question.ZONE in questions:
            said.append(tr("A page names no time zone. Whose clock do its dates follow? It is kept as assumed."))
        if Question.LANGUAGE in questions:
            said.append(tr("The language of a text is not certain. Which is it?"))
        if Question.INSTANT in questions:
            said.append(tr("A date can mean two instants. Choose the file, and say which."))
        self._say_asked(said)

    def show_summary(self, said: str, takes: int) -> None:
        """Say what would happen; `takes` articles can be taken in now."""
        self._summary.setText(said)
        self.take.setText(ntr("Take in {n} article", "Take in {n} articles", takes) if takes else tr("Take in"))
        self.take.setEnabled(bool(takes))

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nothing be changed while files are taken in."""
        for widget in (self.files, self.folder, self.paste, self._options, self.take):
            widget.setEnabled(not is_busy)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.files.setText(tr("Files…"))
        self.folder.setText(tr("Folder…"))
        self.paste.setText(tr("Paste a page"))
        self.paste.setToolTip(tr("Take in the text of a page that you copied"))
        self.cancel.setText(tr("Close"))
        self.update.setText(tr("Replace articles that are here already"))
        self.update.setToolTip(tr("The file is then the whole article; its old state is kept as a version"))
        self._labelled_zone.set_name(tr("Zone of the dates"))
        self._labelled_language.set_name(tr("Language of the text"))
        self.language.set_choices([("", tr("As the files say")), *((tag, language_words(tag)) for tag in LOCALES)])
        self.list.setAccessibleName(tr("Files"))
        for part in (self.notice, self.empty, self.strip):
            part.retranslate()

    def _say_asked(self, said: Sequence[str]) -> None:
        """Say what is asked. Once something was, the line stays as high as it was: nothing slips from under a click."""
        was_asked = bool(self._asked.text())
        self._asked.setText("\n".join(said) if said or not was_asked else tr("Every question is answered."))
        self._asked.setVisible(bool(self._asked.text()))
        self._asked.setMinimumHeight(max(self._asked.minimumHeight(), self._asked.heightForWidth(self._asked.width())))

    def _lay_out(self, host: QDialog) -> None:
        sources = QHBoxLayout()
        sources.setSpacing(theme.GRID)
        for button in (self.files, self.folder, self.paste):
            sources.addWidget(button)
        sources.addStretch(1)
        fields = QHBoxLayout()
        fields.setSpacing(2 * theme.GRID)
        fields.addWidget(self._labelled_zone, 1)
        fields.addWidget(self._labelled_language, 1)
        self._options = QWidget()
        options = QVBoxLayout(self._options)
        options.setContentsMargins(0, 0, 0, 0)
        options.setSpacing(theme.GRID)
        options.addWidget(self._asked)
        options.addLayout(fields)
        options.addWidget(self.update)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.addWidget(self.list)
        self._split.addWidget(self.detail)
        self._split.setSizes([340, 500])
        self._split.setChildrenCollapsible(False)
        self._states = QStackedWidget()
        self._states.addWidget(self.empty)
        self._states.addWidget(self._split)
        bottom = QHBoxLayout()
        bottom.setSpacing(theme.GRID)
        bottom.addWidget(self._summary, 1)
        bottom.addWidget(self.cancel)
        bottom.addWidget(self.take)
        self.take.setDefault(True)
        for button in (self.files, self.folder, self.paste, self.cancel):
            button.setAutoDefault(False)
        column = QVBoxLayout(host)
        column.setContentsMargins(2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID, 2 * theme.GRID)
        column.setSpacing(theme.GRID + 4)
        column.addWidget(self.notice)
        column.addLayout(sources)
        column.addWidget(self._options)
        column.addWidget(self._states, 1)
        column.addWidget(self.strip)
        column.addLayout(bottom)


def _button(name: str, icon: str, kind: str = "") -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    if kind:
        button.setProperty("kind", kind)
    if icon:
        button.setIcon(icons.icon(icon))
    return button
