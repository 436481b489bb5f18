"""What was understood of one file, as one looks it over before it is taken in; or why it was not, and what helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.authorship import Authorship
from editor.domain.labels import REPORTED_BY_AI, image_label
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.dates import format_instant
from editor.i18n.interface import interface_language, ntr, tr, words
from editor.services.taking_in import Question, Refusal, UnderstoodFile
from editor.ui import theme
from editor.ui.widgets.ai_label import AiLabel
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.marked_list import MarkedList, MarkedRow
from editor.ui.widgets.wall_time import wall_text

_MOST_DATES = 60


@dataclass(frozen=True, slots=True)
class InstantMeant:
    """The person's answer: which instant a date that stands in a file means."""

    date: str
    instant: datetime


class UnderstoodDetail(QScrollArea):
    """Made by the window that takes in. `answered` carries an `InstantMeant`."""

    answered = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("take_in.detail")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._refusal: Refusal | None = None
        self._headline = _label("take_in.headline")
        self._headline.setFont(theme.font(theme.TITLE, is_serif=True))
        self._facts = _label("take_in.facts", "muted")
        self._standfirst = _label("take_in.standfirst")
        self._labels = QWidget()
        self._labels_row = FlowRow(self._labels, spacing=4)
        self._notes = MarkedList("take_in.notes")
        self._dates_title = _label("take_in.dates_title", "section")
        self._dates = MarkedList("take_in.dates")
        self._question = QWidget()
        self._choices = QVBoxLayout(self._question)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_chosen)
        inside = QWidget()
        inside.setObjectName("page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * theme.GRID, 2 * theme.GRID, 3 * theme.GRID, 2 * theme.GRID)
        column.setSpacing(theme.GRID)
        for widget in (self._headline, self._facts, self._labels, self._standfirst, self._notes, self._question):
            column.addWidget(widget)
        column.addWidget(self._dates_title)
        column.addWidget(self._dates)
        column.addStretch(1)
        self.setWidget(inside)

    def show_file(self, file: UnderstoodFile, warnings: list[Message], zone: str) -> None:
        """Show what was understood of `file`; dates are those of `zone`."""
        self._refusal = None
        article = file.article
        self._headline.setText(article.headline)
        self._facts.setText(" · ".join(_facts(file)))
        self._standfirst.setText(article.standfirst)
        self._standfirst.setVisible(bool(article.standfirst))
        self._show_labels(file)
        notes = [MarkedRow(words(one), mark="warn", spoken=tr("To look at")) for one in warnings]
        self._show_rows(self._notes, [*_marks(file), *notes])
        self._question.hide()
        self._show_dates(article, zone)

    def show_refusal(self, refusal: Refusal, zone: str) -> None:
        """Show why a file is not understood, where, and what to do."""
        self._refusal = refusal
        self._headline.setText(tr("Needs your answer") if refusal.question else tr("Cannot be taken in"))
        where = tr("Line {line}", line=refusal.line) if refusal.line else ""
        self._facts.setText(where)
        self._standfirst.hide()
        self._labels.hide()
        kind = "info" if refusal.question else "fault"
        rows = [MarkedRow(words(refusal.message), mark=kind)]
        if hint := _hint(refusal):
            rows.append(MarkedRow(hint))
        self._show_rows(self._notes, rows)
        self._dates_title.hide()
        self._dates.hide()
        self._show_choices(refusal, zone)

    def clear(self) -> None:
        """Show nothing."""
        for label in (self._headline, self._facts, self._standfirst):
            label.setText("")
        for widget in (self._labels, self._notes, self._question, self._dates_title, self._dates):
            widget.hide()

    @Slot()
    def _on_chosen(self) -> None:
        refusal, number = self._refusal, self._group.checkedId()
        if refusal is not None and 0 <= number < len(refusal.choices):
            self.answered.emit(InstantMeant(refusal.date, refusal.choices[number]))

    def _show_choices(self, refusal: Refusal, zone: str) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._choices.removeWidget(button)
            button.hide()
            button.deleteLater()
        asked = refusal.choices if refusal.question is Question.INSTANT else ()
        for number, instant in enumerate(asked):
            button = QRadioButton(tr("{time} in {zone}", time=wall_text(instant, zone), zone=zone))
            button.setObjectName(f"take_in.instant.{number}")
            self._group.addButton(button, number)
            self._choices.addWidget(button)
        self._question.setVisible(bool(asked))

    def _show_labels(self, file: UnderstoodFile) -> None:
        article = file.article
        keys = [REPORTED_BY_AI] if article.authorship is Authorship.AI_GENERATED else []
        hero = file.images.get(article.hero.image_id) if article.hero else None
        if label := image_label(hero):
            keys.append(label)
        self._labels_row.clear()
        for key in keys:
            self._labels_row.addWidget(AiLabel(key, parent=self._labels))
        self._labels.setVisible(bool(keys))

    def _show_dates(self, article: Article, zone: str) -> None:
        shown = interface_language()
        dated = [
            (link.external.published, link.external.headline or link.external.summary)
            for link in article.links
            if link.external is not None and link.external.published is not None
        ]
        dated.sort(key=lambda pair: pair[0], reverse=True)
        rows = [
            MarkedRow(headline, about=format_instant(instant, zone, shown)) for instant, headline in dated[:_MOST_DATES]
        ]
        self._dates_title.setText(tr("Dates as they were understood, in {zone}", zone=zone))
        self._dates_title.setVisible(bool(rows))
        self._show_rows(self._dates, rows)

    def _show_rows(self, rows_list: MarkedList, rows: list[MarkedRow]) -> None:
        rows_list.show_rows(rows)
        rows_list.setVisible(bool(rows))
        rows_list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows_list.setFixedHeight(rows_list.height_of_rows(len(rows)) + 2)


def _label(name: str, role: str = "") -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _hint(refusal: Refusal) -> str:
    """Return what to do, in the words of this window where it is the one that asks."""
    asked = {
        Question.ZONE: tr("Choose the zone above; the dates are then read by its clock."),
        Question.LANGUAGE: tr("Choose the language above."),
        Question.INSTANT: tr("Choose which of the two is meant:"),
    }
    return asked[refusal.question] if refusal.question else words(refusal.hint)


def _facts(file: UnderstoodFile) -> list[str]:
    article = file.article
    cards = sum(1 for link in article.links if link.on_card)
    entries = sum(1 for link in article.links if link.on_timeline)
    facts = [words(file.kind), language_words(article.language), words(STATUS_WORDS[article.status])]
    if article.section:
        facts.append(article.section)
    if file.images:
        facts.append(ntr("{n} picture", "{n} pictures", len(file.images)))
    if cards:
        facts.append(ntr("{n} related article", "{n} related articles", cards))
    if entries:
        facts.append(ntr("{n} timeline entry", "{n} timeline entries", entries))
    return facts


def _marks(file: UnderstoodFile) -> list[MarkedRow]:
    rows = []
    if file.known:
        rows.append(MarkedRow(tr("Replaces the article that is here already; its old state is kept."), mark="history"))
    if file.edition is not None:
        name = language_words(file.edition.locale)
        rows.append(MarkedRow(tr("An edition in {language} will be made with it.", language=name), mark="add"))
    if file.article.zone_source == "assumed" and file.article.display_zone:
        zone = file.article.display_zone
        rows.append(
            MarkedRow(tr("Its zone, {zone}, is kept as assumed. You can change it later.", zone=zone), mark="info")
        )
    return rows
