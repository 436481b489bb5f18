"""What a list of articles is narrowed to: words, status, section, language, and its order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from editor.core.messages import Message, say
from editor.domain.article import Status, TranslationState
from editor.domain.query import ArticleQuery, SortBy
from editor.domain.signing import SignOff
from editor.i18n.interface import tr, words
from editor.services.reading import Choices
from editor.ui import icons, theme
from editor.ui.keys import tip
from editor.ui.panel_keys import FIND, FIND_KEYS
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named
from editor.ui.widgets.search_line import SearchLine
from editor.ui.widgets.typing_pace import Timers, TypingPace

QUIET_MS = 150
TRASH = "trash"
_STATUSES: tuple[tuple[str, Message], ...] = (
    ("", say("All")),
    (Status.DRAFT.value, say("Drafts")),
    (Status.IN_REVIEW.value, say("In review")),
    (Status.READY.value, say("Ready")),
    (Status.PUBLISHED.value, say("Published")),
    (Status.WITHDRAWN.value, say("Withdrawn")),
    (TRASH, say("Trash")),
)
_SIGN_OFFS: tuple[tuple[str, Message, tuple[SignOff, ...]], ...] = (
    ("unsigned", say("Not signed off"), (SignOff.NONE, SignOff.CHANGED)),
    ("changed", say("Changed since sign-off"), (SignOff.CHANGED,)),
)
_SIGNED, _TRANSLATED = say("By sign-off"), say("Translations")
_OF_TRANSLATION = "translation "  # there are drafts among the statuses too
_TRANSLATIONS: tuple[tuple[str, Message], ...] = (
    (f"{_OF_TRANSLATION}{TranslationState.MISSING}", say("Translation missing")),
    (f"{_OF_TRANSLATION}{TranslationState.DRAFT}", say("Translation begun")),
    (f"{_OF_TRANSLATION}{TranslationState.TRANSLATING}", say("Being translated")),
    (f"{_OF_TRANSLATION}{TranslationState.APPROVED}", say("Translation approved")),
    (f"{_OF_TRANSLATION}{TranslationState.SOURCE_CHANGED}", say("Source changed since")),
)
_ORDERS: tuple[tuple[str, Message], ...] = (
    (f"{SortBy.CHANGED}-", say("Last changed first")),
    (f"{SortBy.CHANGED}+", say("Longest unchanged first")),
    (f"{SortBy.PUBLISHED}-", say("Newest first")),
    (f"{SortBy.PUBLISHED}+", say("Oldest first")),
    (f"{SortBy.HEADLINE}+", say("By headline")),
    (f"{SortBy.STATUS}+", say("By status")),
    (f"{SortBy.TRANSLATION}+", say("Translations to do first")),
)


class ArticleFilters(QWidget):
    """Made by the articles panel. `changed` says that `query` is another one; typing is waited for, choices are not.

    `left_downward` says that the person goes on to the list.
    """

    changed = Signal()
    left_downward = Signal()

    def __init__(self, timers: Timers | None = None) -> None:
        super().__init__()
        self.search = named(SearchLine(), "articles.search")
        self.status = ChoiceField("articles.status")
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
        for field in (self.status, self.section, self.language):
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
        filters = (query.words, query.statuses, query.sign_offs, query.translation, query.sections, query.languages)
        return any(filters)

    def clear(self) -> None:
        """Let every article through again, in the order that is chosen."""
        self.search.clear()
        for field in (self.status, self.section, self.language):
            field.show_value("")
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
        self.search.setToolTip(tip(tr("Search headlines and texts"), FIND, FIND_KEYS))
        groups = ((_TRANSLATED, _TRANSLATIONS), (_SIGNED, [(value, said) for value, said, _sign_offs in _SIGN_OFFS]))
        statuses = [(value, words(said)) for value, said in _STATUSES]
        further = [(words(title), [(value, words(said)) for value, said in some]) for title, some in groups]
        self.status.set_groups([("", statuses), *further])
        self.status.setAccessibleName(tr("Show one status"))
        self.status.setToolTip(tr("Show one status"))
        self.section.setAccessibleName(tr("Show one section"))
        self.language.setAccessibleName(tr("Show one language"))
        self.section.setToolTip(tr("Show one section"))
        self.language.setToolTip(tr("Show one language"))
        self.offer(self._choices)
        for action, (_value, said) in zip(self._orders.actions(), _ORDERS, strict=True):
            action.setText(words(said))
        self._name_order()

    def _lay_out(self) -> None:
        # Two lines, however narrow the panel and long the words: the room is for the articles.
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.search, 5)
        for row, field, share in ((first, self.status, 4), (second, self.section, 1), (second, self.language, 1)):
            field.setProperty("kind", "filter")
            field.setMinimumContentsLength(3)
            row.addWidget(field, share)
        second.addWidget(self._order_button())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, theme.GRID, 12, theme.GRID)
        column.setSpacing(6)
        for row in (first, second):
            row.setSpacing(4)
            column.addLayout(row)

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
        checked = self._orders.checkedAction()
        order = str(checked.data()) if checked else _ORDERS[0][0]
        status, section, language = self.status.value(), self.section.value(), self.language.value()
        query = ArticleQuery(
            words=self.search.text().strip(),
            statuses=(Status(status),) if status in set(Status) else (),
            sign_offs=next((asked for value, _said, asked in _SIGN_OFFS if value == status), ()),
            sections=(section,) if section else (),
            languages=(language,) if language else (),
            translation=_translation(status),
            in_trash=status == TRASH,
            sort=SortBy(order[:-1]),
            descending=order.endswith("-"),
        )
        if query != self._query:
            self._query = query
            self.changed.emit()


def _translation(value: str) -> TranslationState | None:
    state = value.removeprefix(_OF_TRANSLATION)
    return TranslationState(state) if state != value else None
