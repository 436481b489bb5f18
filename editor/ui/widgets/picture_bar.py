"""The line over the pictures: this article's or the newsroom's, what they are narrowed to, and the way to add more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from editor.core.messages import Message, say
from editor.i18n.interface import tr, words
from editor.services.image_library import LibraryQuery, PictureOrder, Shelf, no_alt_in
from editor.ui import icons, theme
from editor.ui.keys import tip
from editor.ui.panel_keys import FIND, FIND_KEYS
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.naming import named
from editor.ui.widgets.search_line import SearchLine
from editor.ui.widgets.segments import Segment, Segments
from editor.ui.widgets.typing_pace import Timers, TypingPace

ARTICLE, LIBRARY = "article", "library"
_QUIET_MS = 150
_SHELVES: tuple[tuple[Message, tuple[tuple[Shelf, Message], ...]], ...] = (
    (Message(), ((Shelf.ALL, say("All pictures")),)),
    (
        say("How they came to be"),
        (
            (Shelf.AI_GENERATED, say("Made by AI")),
            (Shelf.AI_MODIFIED, say("Changed with AI")),
            (Shelf.UNKNOWN, say("Not known")),
        ),
    ),
    (
        say("What is still to do"),
        (
            (Shelf.NO_ALT, Message()),  # named for each language
            (Shelf.NO_CREDIT, say("No credit")),
            (Shelf.MISSING, say("File missing")),
        ),
    ),
    (
        say("Which may be one too many"),
        ((Shelf.UNUSED, say("Unused")), (Shelf.ALIKE, say("Look-alikes")), (Shelf.TRASH, say("Trash"))),
    ),
)
_ORDERS: tuple[tuple[PictureOrder, Message], ...] = (
    (PictureOrder.NEWEST, say("Newest first")),
    (PictureOrder.OLDEST, say("Oldest first")),
    (PictureOrder.NAME, say("By name")),
    (PictureOrder.LARGEST, say("Largest first")),
    (PictureOrder.MOST_USED, say("Most used first")),
)


class PictureBar(QWidget):
    """Made by the images panel. `changed` says that other pictures are asked for, `add_asked` that files be chosen.

    `scope_changed`: the library is shown now, or it was.
    `left_downward` says that the person goes on to the pictures.
    """

    changed = Signal()
    scope_changed = Signal()
    add_asked = Signal()
    left_downward = Signal()

    def __init__(self, timers: Timers | None = None) -> None:
        super().__init__()
        self.scope = Segments(
            "images.scope",
            say("Which pictures"),
            (Segment(ARTICLE, "", say("This article")), Segment(LIBRARY, "", say("Library"))),
        )
        self.search = named(SearchLine(), "images.search")
        self.shelf = ChoiceField("images.shelf")
        self.shelf.setProperty("kind", "filter")
        self.order = named(QToolButton(), "images.order")
        self._orders = QActionGroup(self)
        self.add = named(QPushButton(), "images.add")
        self.add.setProperty("kind", "quiet")
        self.add.setIcon(icons.icon("image-add", "accent"))
        self._showed_library = False
        self._counts: Mapping[str, int] = {}
        self._languages: tuple[str, ...] = ()
        self._pace = TypingPace(self, timers, quiet_ms=_QUIET_MS)
        self._lay_out()
        self.search.textChanged.connect(self._pace.touch)
        self.search.left_downward.connect(self._on_left)
        self.shelf.committed.connect(self._on_shelf)
        self._orders.triggered.connect(self._on_ordered)
        self._pace.due.connect(self.changed)
        self.scope.chosen.connect(self._on_scope)
        self.add.clicked.connect(self.add_asked)
        self.show_library(is_library=False)
        self.retranslate()

    @property
    def is_library(self) -> bool:
        """Say whether the newsroom's pictures are asked for, not the article's."""
        return self.scope.value == LIBRARY

    @property
    def query(self) -> LibraryQuery | None:
        """Return what the library is asked for, None where the article's pictures are."""
        if not self.is_library:
            return None
        checked = self._orders.checkedAction()
        return LibraryQuery(self.search.text().strip(), self.shelf.value(), PictureOrder(checked.data()))

    def show_library(self, *, is_library: bool) -> None:
        """Ask for the newsroom's pictures, or for the article's."""
        self.scope.show_value(LIBRARY if is_library else ARTICLE)
        if self._showed_library != is_library:
            self._showed_library = is_library
            self.scope_changed.emit()
        for part in (self.search, self.shelf, self.order):
            part.setVisible(is_library)

    def begin_search(self) -> None:
        """Show the library with the keyboard in its search."""
        was_library = self.is_library
        self.show_library(is_library=True)
        self.search.setFocus()
        self.search.selectAll()
        if not was_library:
            self.changed.emit()

    def show_counts(self, counts: Mapping[str, int], languages: Sequence[str]) -> None:
        """Say beside each shelf how many pictures it holds; alt text is asked for in each of `languages`."""
        self._counts, self._languages = counts, tuple(languages)
        self._fill_shelves()

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.scope.retranslate()
        self._fill_shelves()
        self.shelf.setAccessibleName(tr("Which of the newsroom's pictures"))
        self.shelf.setToolTip(tr("Which of the newsroom's pictures"))
        self.search.setPlaceholderText(tr("Name, words, credit, article…"))
        self.search.setAccessibleName(tr("Find a picture"))
        how = tr("Find by name, alt text, credit, AI system, caption, or the headline of an article that shows it")
        self.search.setToolTip(tip(how, FIND, FIND_KEYS))
        self.add.setText(tr("Add pictures"))
        self.add.setAccessibleName(tr("Add pictures"))
        self.add.setToolTip(tr("Choose files. Dropping and pasting (Ctrl+V) work too."))
        for action, (_order, said) in zip(self._orders.actions(), _ORDERS, strict=True):
            action.setText(words(said))
        self._name_order()

    def _lay_out(self) -> None:
        self.order.setIcon(icons.icon("sort", "muted"))
        self.order.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.order)
        for order, _said in _ORDERS:
            action = menu.addAction("")
            action.setCheckable(True)
            action.setData(order.value)
            self._orders.addAction(action)
        self._orders.actions()[0].setChecked(True)
        self.order.setMenu(menu)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.scope)
        first.addStretch(1)
        first.addWidget(self.add)
        second.setSpacing(4)
        second.addWidget(self.search, 5)
        second.addWidget(self.shelf, 4)
        second.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, theme.GRID, 12, theme.GRID)
        column.setSpacing(theme.GRID)
        column.addLayout(first)
        column.addLayout(second)

    def _fill_shelves(self) -> None:
        self.shelf.set_groups([(words(heading), self._choices(shelves)) for heading, shelves in _SHELVES])

    def _choices(self, shelves: Sequence[tuple[Shelf, Message]]) -> list[tuple[str, str]]:
        choices: list[tuple[str, str]] = []
        for shelf, said in shelves:
            if shelf is Shelf.NO_ALT:
                names = [(tag, language_words(tag)) for tag in self._languages]
                choices += [(no_alt_in(tag), tr("No alt text in {language}", language=name)) for tag, name in names]
            else:
                choices.append((str(shelf), words(said)))
        return [(value, self._counted(value, said)) for value, said in choices]

    def _counted(self, shelf: str, said: str) -> str:
        if shelf not in self._counts:
            return said
        # The count first: a narrow window cuts the end off, and what shelf it is can be told by its beginning.
        return tr("{count} · {shelf}", shelf=said, count=self._counts[shelf])

    def _name_order(self) -> None:
        said = tr("Order: {order}", order=self._orders.checkedAction().text())
        self.order.setAccessibleName(said)
        self.order.setToolTip(said)

    def _on_ordered(self) -> None:
        self._name_order()
        self.changed.emit()

    def _on_left(self) -> None:
        self._pace.rest()
        self.changed.emit()
        self.left_downward.emit()

    def _on_scope(self, value: str) -> None:
        self.show_library(is_library=value == LIBRARY)
        self.changed.emit()

    def _on_shelf(self, value: str) -> None:
        self.shelf.show_value(value)
        self.changed.emit()
