"""The parts of the window that finds and replaces across the newsroom, and how they lie. Decides nothing."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from editor.core.messages import Message, say
from editor.domain.article import Status
from editor.domain.query import ArticleQuery
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.interface import tr, words
from editor.services.reading import Choices
from editor.ui import theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.found_delegate import FoundDelegate
from editor.ui.widgets.found_model import FoundModel
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.widgets.sought_fields import SoughtFields

_SIZE = QSize(960, 680)
NOTHING_SOUGHT = (
    say("Find in every article"),
    say("Type what you look for. Each place is shown with what shall stand there, before anything is changed."),
)
NOTHING_FOUND = (say("Nothing found"), say("Try other words, or let more articles through above."))
ALL_REPLACED = (say("All of it is replaced"), say("Undo takes it back in one step."))


class ReplaceLayout:
    """Made by the window, which connects the parts."""

    def __init__(self, host: QWidget) -> None:
        around = host.parentWidget()
        host.resize(_SIZE if around is None else _SIZE.boundedTo(around.size()))  # where that fits, this does too
        self.fields = SoughtFields("replace_all", host)
        self.status = ChoiceField("replace_all.status")
        self.section = ChoiceField("replace_all.section")
        self.language = ChoiceField("replace_all.language")
        self.notice = NoticeBar()
        self.empty = EmptyState("search", *NOTHING_SOUGHT)
        self.model = FoundModel(host)
        self.list = named(QTreeView(), "replace_all.list")
        self.summary = named(QLabel(), "replace_all.summary")
        self.bar = named(QProgressBar(), "replace_all.progress")
        self.stop = named(QPushButton(), "replace_all.stop")
        self.all = named(QPushButton(), "replace_all.all")
        self.none = named(QPushButton(), "replace_all.none")
        self.replace = named(QPushButton(), "replace_all.replace")
        self._choices = Choices()
        self._states = QStackedWidget()
        self._prepare()
        self._lay_out(host)
        self.set_busy(is_busy=False)

    @property
    def query(self) -> ArticleQuery:
        """Return which articles are looked through."""
        status, section, language = self.status.value(), self.section.value(), self.language.value()
        return ArticleQuery(
            statuses=(Status(status),) if status else (),
            sections=(section,) if section else (),
            languages=(language,) if language else (),
        )

    def offer(self, choices: Choices) -> None:
        """Offer these sections and languages."""
        self._choices = choices
        self.section.set_choices([("", tr("All sections")), *((name, name) for name in choices.sections)])
        self.language.set_choices(
            [("", tr("All languages")), *((tag, language_words(tag)) for tag in choices.languages)]
        )

    def show_state(self, empty: tuple[Message, Message] | None) -> None:
        """Show the list, or say why there is none."""
        if empty is not None:
            self.empty.show_words(*empty)
        self._states.setCurrentWidget(self.list if empty is None else self.empty)
        for button in (self.all, self.none):
            button.setVisible(empty is None)

    def set_busy(self, *, is_busy: bool, is_writing: bool = False) -> None:
        """Show that work goes on, which can be stopped; nothing else can be asked for while it is written."""
        self.bar.setVisible(is_busy)
        self.stop.setVisible(is_busy)
        self.bar.setValue(0)
        self.list.setEnabled(not is_writing)
        lines = (self.fields.words, self.fields.instead_words)
        for widget in (*lines, self.status, self.section, self.language, self.all, self.none):
            widget.setEnabled(not is_writing)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.fields.retranslate()
        statuses = ((status.value, words(said)) for status, said in STATUS_WORDS.items())
        self.status.set_choices([("", tr("All")), *statuses])
        for field, said in (
            (self.status, tr("Show one status")),
            (self.section, tr("Show one section")),
            (self.language, tr("Show one language")),
        ):
            field.setAccessibleName(said)
            field.setToolTip(said)
        self.offer(self._choices)
        self.list.setAccessibleName(tr("Places"))
        self.bar.setAccessibleName(tr("Progress"))
        self.stop.setText(tr("Stop"))
        self.all.setText(tr("Choose all"))
        self.all.setToolTip(tr("All but the published articles"))
        self.none.setText(tr("Choose none"))
        self.notice.retranslate()
        self.empty.retranslate()

    def _prepare(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(FoundDelegate(self.list))
        self.list.setHeaderHidden(True)
        self.list.setUniformRowHeights(True)
        self.list.setExpandsOnDoubleClick(False)
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setProperty("role", "muted")
        self.replace.setProperty("kind", "primary")
        for button in (self.all, self.none, self.stop):
            button.setProperty("kind", "quiet")

    def _lay_out(self, host: QWidget) -> None:
        fields = self.fields
        head = QGridLayout()
        head.setSpacing(theme.GRID)
        head.setColumnStretch(0, 1)
        head.addWidget(fields.words, 0, 0)
        head.addLayout(_row(fields.case, fields.whole, fields.pattern), 0, 1)
        head.addWidget(fields.instead_words, 1, 0)
        head.addLayout(_row(fields.keeps_case, None), 1, 1)
        filters = QHBoxLayout()
        filters.setSpacing(theme.GRID)
        for field in (self.status, self.section, self.language):
            filters.addWidget(field, 1)
        self._states.addWidget(self.empty)
        self._states.addWidget(self.list)
        column = QVBoxLayout(host)
        column.setContentsMargins(0, 0, 0, 2 * theme.GRID)
        column.setSpacing(theme.GRID)
        column.addWidget(self.notice)
        for part in (head, filters):
            part.setContentsMargins(2 * theme.GRID, theme.GRID, 2 * theme.GRID, 0)
            column.addLayout(part)
        column.addWidget(self._states, 1)
        foot = _row(self.summary, None, self.bar, self.stop, self.all, self.none, self.replace)
        foot.setSpacing(theme.GRID)
        foot.setContentsMargins(2 * theme.GRID, 0, 2 * theme.GRID, 0)
        column.addLayout(foot)


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Return the widgets in a row; None takes what room is left."""
    row = QHBoxLayout()
    row.setSpacing(2)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget)
    return row
