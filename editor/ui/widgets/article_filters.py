"""What a list of articles is narrowed to: words, status, section, language, and its order."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QMenu, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.messages import Message, say
from editor.domain.article import Status
from editor.domain.query import ArticleQuery, SortBy
from editor.i18n.interface import tr, words
from editor.services.reading import Choices
from editor.ui import icons, theme
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.typing_pace import Timers, TypingPace

QUIET_MS = 150
TRASH = "trash"
_CHIPS: tuple[tuple[str, Message], ...] = (
    ("", say("All")),
    (Status.DRAFT.value, say("Drafts")),
    (Status.IN_REVIEW.value, say("In review")),
    (Status.READY.value, say("Ready")),
    (Status.PUBLISHED.value, say("Published")),
    (Status.WITHDRAWN.value, say("Withdrawn")),
    (TRASH, say("Trash")),
)
_ORDERS: tuple[tuple[str, Message], ...] = (
    (f"{SortBy.CHANGED}-", say("Last changed first")),
    (f"{SortBy.CHANGED}+", say("Longest unchanged first")),
    (f"{SortBy.PUBLISHED}-", say("Newest first")),
    (f"{SortBy.PUBLISHED}+", say("Oldest first")),
    (f"{SortBy.HEADLINE}+", say("By headline")),
    (f"{SortBy.STATUS}+", say("By status")),
)


class ArticleFilters(QWidget):
    """Made by the articles panel. `changed` says that `query` is another one; typing is waited for, choices are not.

    `left_downward` says that the person goes on to the list.
    """

    changed = Signal()
    left_downward = Signal()

    def __init__(self, timers: Timers | None = None) -> None:
        super().__init__()
        self.search = _Search()
        self.chips = QButtonGroup(self)
        self.section = ChoiceField("articles.section")
        self.language = ChoiceField("articles.language")
        self.order = QToolButton()
        self._orders = QActionGroup(self)
        self._choices = Choices()
        self._pace = TypingPace(self, timers, quiet_ms=QUIET_MS)
        self._query = ArticleQuery()
        self._lay_out()
        self.search.textChanged.connect(self._pace.touch)
        self.search.left_downward.connect(self._on_left)
        self._pace.due.connect(self._on_chosen)
        self.chips.buttonClicked.connect(self._on_chosen)
        for field in (self.section, self.language):
            field.committed.connect(self._on_committed)
        self._orders.triggered.connect(self._on_ordered)
        self.retranslate()
        self.clear()

    @property
    def query(self) -> ArticleQuery:
        """Return what the list is asked for now."""
        return self._query

    @property
    def is_narrowed(self) -> bool:
        """Say whether articles may be left out."""
        query = self._query
        return bool(query.words or query.statuses or query.sections or query.languages)

    def clear(self) -> None:
        """Let every article through again, in the order that is chosen."""
        self.search.clear()
        self.chips.button(0).setChecked(True)
        self.section.show_value("")
        self.language.show_value("")
        self._on_chosen()

    def offer(self, choices: Choices) -> None:
        """Offer these sections and languages."""
        self._choices = choices
        self.section.set_choices([("", tr("All sections")), *((name, name) for name in choices.sections)])
        self.language.set_choices(
            [("", tr("All languages")), *((tag, language_words(tag)) for tag in choices.languages)]
        )

    def languages(self) -> tuple[str, ...]:
        """Return the languages that the newsroom's articles are in."""
        return self._choices.languages

    def settle(self) -> None:
        """Do not wait for more typing."""
        self._on_chosen()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search articles"))
        self.search.setToolTip(tr("Search headlines and texts (Ctrl+F)"))
        for number, (_value, said) in enumerate(_CHIPS):
            self.chips.button(number).setText(words(said))
        self.section.setAccessibleName(tr("Show one section"))
        self.language.setAccessibleName(tr("Show one language"))
        self.section.setToolTip(tr("Show one section"))
        self.language.setToolTip(tr("Show one language"))
        self.offer(self._choices)
        for action, (_value, said) in zip(self._orders.actions(), _ORDERS, strict=True):
            action.setText(words(said))
        self._name_order()

    def _lay_out(self) -> None:
        chips = QWidget()
        row = FlowRow(chips, spacing=4)
        for number, (value, _said) in enumerate(_CHIPS):
            chip = QToolButton()
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.setObjectName(f"articles.chip.{value or 'all'}")
            self.chips.addButton(chip, number)
            row.addWidget(chip)
        boxes = QHBoxLayout()
        boxes.setSpacing(4)
        for field, share in ((self.section, 5), (self.language, 6)):
            field.setMinimumContentsLength(3)
            boxes.addWidget(field, share)
        boxes.addWidget(self._order_button())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, theme.GRID, 12, theme.GRID)
        column.setSpacing(theme.GRID)
        column.addWidget(self.search)
        column.addWidget(chips)
        column.addLayout(boxes)

    def _order_button(self) -> QToolButton:
        self.order.setObjectName("articles.order")
        self.order.setIcon(icons.icon("sort", "muted"))
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.order)
        for value, _said in _ORDERS:
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(value)
            self._orders.addAction(action)
        self._orders.actions()[0].setChecked(True)
        self.order.setMenu(menu)
        return self.order

    def _name_order(self) -> None:
        checked = self._orders.checkedAction()
        said = tr("Order: {order}", order=checked.text() if checked else "")
        self.order.setAccessibleName(said)
        self.order.setToolTip(said)

    def _on_ordered(self) -> None:
        self._name_order()
        self._on_chosen()

    def _on_left(self) -> None:
        self._on_chosen()
        self.left_downward.emit()

    def _on_committed(self, value: str) -> None:
        field = self.sender()
        if isinstance(field, ChoiceField):
            field.show_value(value)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self._pace.rest()
        chip = _CHIPS[max(self.chips.checkedId(), 0)][0]
        checked = self._orders.checkedAction()
        order = str(checked.data()) if checked else _ORDERS[0][0]
        section, language = self.section.value(), self.language.value()
        query = ArticleQuery(
            words=self.search.text().strip(),
            statuses=(Status(chip),) if chip not in {"", TRASH} else (),
            sections=(section,) if section else (),
            languages=(language,) if language else (),
            in_trash=chip == TRASH,
            sort=SortBy(order[:-1]),
            descending=order.endswith("-"),
        )
        if query != self._query:
            self._query = query
            self.changed.emit()


class _Search(QLineEdit):
    left_downward = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("articles.search")
        self.setClearButtonEnabled(True)
        self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left_downward.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
