"""The line over the words: section, language, status, and the way to the details."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.authorship import Authorship
from editor.domain.labels import REPORTED_BY_AI
from editor.domain.signing import SignOff, sign_off_of
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.interface import tr, words
from editor.services.reading import Choices
from editor.ui import icons, theme
from editor.ui.keys import tip
from editor.ui.panel_keys import DETAILS, DETAILS_KEYS
from editor.ui.widgets.ai_label import AiLabel
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.field_change import FieldChange
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named

# How many letters the two choices show, in a panel so wide (pixels) and in a narrower one.
_WIDE, _LETTERS, _FEW_LETTERS = 480, 10, 6
STEPS = (Status.DRAFT, Status.IN_REVIEW, Status.READY)


class DraftHeader(QWidget):
    """Made by the draft. `changed` carries a `FieldChange`, `status_asked` a `Status`.

    `sign_off_asked`: the words were changed after somebody answered for them, and the person answers for them anew.
    """

    changed = Signal(object)
    status_asked = Signal(object)
    sign_off_asked = Signal()
    details_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._status = Status.DRAFT
        self.section = ChoiceField("draft.section", is_editable=True)
        self.language = ChoiceField("draft.language")
        self.status = QToolButton()
        self.status.setObjectName("draft.status")
        self.status.setProperty("kind", "button")
        self.status.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.label = AiLabel(parent=self)
        self.unsigned = named(QToolButton(), "draft.unsigned")
        self.unsigned.setProperty("kind", "button")
        self.unsigned.setIcon(icons.icon("warn", "warn"))
        self.unsigned.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.unsigned.setVisible(False)
        self.unsigned.clicked.connect(self.sign_off_asked)
        self.with_help = named(QToolButton(), "draft.with_help")
        self.with_help.setProperty("kind", "button")
        self.with_help.setIcon(icons.icon("ai", "warn"))
        self.with_help.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.with_help.setVisible(False)
        self.with_help.clicked.connect(self._on_with_help)
        self.details = QToolButton()
        self.details.setObjectName("draft.details.button")
        self.details.setCheckable(True)
        self.details.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._steps = self._make_menu()
        self.section.committed.connect(self._on_section)
        self.language.committed.connect(self._on_language)
        self.details.toggled.connect(self._on_details)
        self._lay_out()
        self.retranslate()

    def show_article(self, article: Article, choices: Choices, languages: tuple[str, ...]) -> None:
        """Show what `article` says of itself; `languages` are offered."""
        self._status = article.status
        self.section.set_choices((name, name) for name in choices.sections)
        self.section.show_value(article.section)
        self.language.set_choices((tag, language_words(tag)) for tag in languages)
        self.language.show_value(article.language)
        self.label.show_key(REPORTED_BY_AI if article.authorship is Authorship.AI_GENERATED else "")
        self._show_status()
        self.show_written(article)

    def show_written(self, article: Article) -> None:
        """Say what the words as they stand ask for: another signature, or to state that AI helped."""
        # A proposal and no more: whose work an article is, a person says.
        self.with_help.setVisible(
            bool(article.ai_ranges) and article.authorship in {Authorship.NOT_STATED, Authorship.HUMAN}
        )
        is_changed = sign_off_of(article) is SignOff.CHANGED
        self.unsigned.setVisible(is_changed)
        if is_changed:
            by = article.reviewed_by
            said = tr("The text was changed after {name} signed it off. Press to answer for it now.", name=by)
            self.unsigned.setToolTip(said)
            self.unsigned.setAccessibleDescription(said)

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the person change things, or only read them."""
        for widget in (self.section, self.language, self.status, self.unsigned, self.with_help):
            widget.setEnabled(is_writable)

    def settle(self) -> None:
        """Hand out what is typed."""
        self.section.settle()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.section.setAccessibleName(tr("Section"))
        line = self.section.lineEdit()
        if line is not None:
            line.setPlaceholderText(tr("Section"))
        self.section.setToolTip(tr("Section: choose one or type a new one"))
        self.language.setAccessibleName(tr("Language of the article"))
        self.language.setToolTip(tr("Language of the article"))
        self.unsigned.setText(tr("Sign off again"))
        self.unsigned.setAccessibleName(tr("Sign off again"))
        self.with_help.setText(tr("State help of AI"))
        self.with_help.setAccessibleName(tr("State help of AI"))
        said = tr("Passages are marked as written by AI. Press to state: written with help of AI.")
        self.with_help.setToolTip(said)
        self.with_help.setAccessibleDescription(said)
        self.details.setText(tr("Details"))
        self.details.setAccessibleName(tr("Details"))
        self.details.setToolTip(
            tip(tr("Byline, tags, authorship, dates, review and corrections"), DETAILS, DETAILS_KEYS)
        )
        for status, action in self._steps.items():
            action.setText(words(STATUS_WORDS[status]))
        self._publish.setText(tr("Publish now"))
        self._withdraw.setText(tr("Withdraw"))
        self.label.retranslate()
        self._show_status()

    def _make_menu(self) -> dict[Status, QAction]:
        menu = QMenu(self)
        group = QActionGroup(menu)
        steps = {}
        for status in STEPS:
            action = QAction(menu)
            action.setCheckable(True)
            action.setData(status.value)
            action.setObjectName(f"draft.status.{status.value}")
            group.addAction(action)
            menu.addAction(action)
            steps[status] = action
        menu.addSeparator()
        self._publish = QAction(icons.icon("publish"), "", menu)
        self._publish.setObjectName("draft.publish")
        self._publish.setData(Status.PUBLISHED.value)
        self._withdraw = QAction(icons.icon("withdraw"), "", menu)
        self._withdraw.setObjectName("draft.withdraw")
        self._withdraw.setData(Status.WITHDRAWN.value)
        menu.addActions([self._publish, self._withdraw])
        menu.triggered.connect(self._on_status)
        self.status.setMenu(menu)
        return steps

    def _lay_out(self) -> None:
        self.section.setMaximumWidth(200)
        self.language.setMaximumWidth(180)
        self.status.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.details.setIcon(icons.icon("down", "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * theme.GRID, theme.GRID, 2 * theme.GRID, theme.GRID)
        row.setSpacing(theme.GRID)
        said = FlowRow(spacing=theme.GRID)  # in a narrow panel, or with labels, it needs a second line
        for widget in (self.section, self.language, self.status, self.label, self.with_help, self.unsigned):
            said.addWidget(widget)
        row.addLayout(said, 1)
        row.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        for field in (self.section, self.language):
            field.setMinimumContentsLength(_LETTERS if self.width() >= _WIDE else _FEW_LETTERS)
        super().resizeEvent(event)

    def _show_status(self) -> None:
        text = words(STATUS_WORDS[self._status])
        self.status.setText(text)
        self.status.setAccessibleName(tr("Status: {status}", status=text))
        self.status.setToolTip(tr("Status: {status}", status=text))
        is_out = self._status is Status.PUBLISHED
        for status, action in self._steps.items():
            action.setChecked(status is self._status)
        self._publish.setEnabled(not is_out)
        self._withdraw.setEnabled(is_out)

    def _on_status(self, action: QAction) -> None:
        status = Status(action.data())  # Qt gives back a plain string
        self._show_status()
        if status is not self._status:
            self.status_asked.emit(status)

    def _on_section(self, section: str) -> None:
        self.changed.emit(FieldChange(say("Change section"), {"section": section}))

    def _on_with_help(self) -> None:
        self.changed.emit(FieldChange(say("Change authorship"), {"authorship": Authorship.AI_ASSISTED}))

    def _on_language(self, tag: str) -> None:
        self.changed.emit(FieldChange(say("Change language"), {"language": tag}))

    def _on_details(self, is_open: bool) -> None:  # noqa: FBT001 - Qt's own signature
        self.details.setIcon(icons.icon("up" if is_open else "down", "muted"))
        self.details_toggled.emit(is_open)
