"""One keyboard way to everything: type a few letters, choose an action or an article, press Enter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from editor.core.messages import Message, say
from editor.domain.query import ArticleQuery
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.direction import isolate
from editor.i18n.interface import tr, words
from editor.ui import icons
from editor.ui.actions import Actions, keys_of
from editor.ui.also_called import ALSO_CALLED
from editor.ui.fuzzy import folded, ranked
from editor.ui.jobs import Latest
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.palette_line import ASIDE, PaletteLine

if TYPE_CHECKING:
    from editor.core.jobs import JobContext
    from editor.domain.article import ArticleHead
    from editor.services.reading import Reading
    from editor.ui.jobs import Jobs

SHOWN = 12
_WIDTH = 560
_HEIGHT = 480
_PALETTES = frozenset({"go.anything", "go.article"})  # no way from a palette into the next one
_KEY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it says, the quieter words behind it, its icon, and the action or article that it stands for."""

    text: str
    aside: str
    icon: str
    action: str = ""
    article: str = ""


class CommandPalette(QDialog):
    """Made by the window for one use. `action_chosen` carries an action id, `article_chosen` an article id."""

    action_chosen = Signal(str)
    article_chosen = Signal(str)

    def __init__(
        self, actions: Actions | None, articles: Reading, jobs: Jobs, parent: QWidget, recent: Sequence[str] = ()
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._articles = articles
        self._places = {article_id: place for place, article_id in enumerate(recent)}
        self._lines = _lines(articles.heads_of(recent), self._places)  # until all of them are read
        self._lane = Latest(jobs, self)
        self.field = QLineEdit()
        self.field.setObjectName("palette.field")
        self.field.setClearButtonEnabled(True)
        asked = tr("Type an action or a headline") if actions else tr("Type a headline")
        self.field.setPlaceholderText(asked)
        self.field.setAccessibleName(asked)
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self._model = QStandardItemModel(self)
        self.list = QListView()
        self.list.setObjectName("palette.list")
        self.list.setAccessibleName(tr("What was found"))
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setIconSize(QSize(icons.SMALL, icons.SMALL))
        self.list.setItemDelegate(PaletteLine(self.list))
        self.list.clicked.connect(self._on_clicked)
        self._nothing = QLabel(tr("Nothing is called that."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        self.resize(_WIDTH, _HEIGHT)
        self._on_text("")
        self._lane.submit(
            partial(_all_lines, articles, self._places), title=say("Listing articles"), done=self._on_listed
        )

    def open_over(self, window: QWidget) -> None:
        """Show the palette in the upper middle of `window`."""
        place = window.mapToGlobal(window.rect().topLeft())
        self.move(place.x() + (window.width() - self.width()) // 2, place.y() + 72)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def found(self) -> list[str]:
        """Return the lines on show."""
        return [self._model.item(row).text() for row in range(self._model.rowCount())]

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self._model.clear()
        for entry in self._entries(text):
            item = QStandardItem(icons.icon(entry.icon, "muted"), entry.text)
            item.setData(entry.aside, ASIDE)
            item.setData(f"{entry.text}, {entry.aside}".rstrip(", "), Qt.ItemDataRole.AccessibleTextRole)
            item.setData((entry.action, entry.article), _KEY)
            self._model.appendRow(item)
        is_any = self._model.rowCount() > 0
        self.list.setVisible(is_any)
        self._nothing.setVisible(not is_any)
        if is_any:
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _on_listed(self, lines: list[tuple[str, Entry]]) -> None:
        self._lines = lines
        chosen = self.list.currentIndex().row()
        self._on_text(self.field.text())
        if 0 <= chosen < self._model.rowCount():
            self.list.setCurrentIndex(self._model.index(chosen, 0))

    def _entries(self, text: str) -> Iterable[Entry]:
        if not text.strip():
            yield from ranked(text, self._action_lines(""), SHOWN)
            yield from ranked(text, self._lines, SHOWN if self._actions is None else SHOWN // 2)
            return
        # Together, so that a headline that begins so comes before an action that merely has the letters.
        found = ranked(text, chain(self._action_lines(text), self._lines), 2 * SHOWN)
        yield from found
        if not any(entry.article for entry in found):
            # No headline is called that: the words may stand in a text.
            for head in self._articles.heads(ArticleQuery(words=text.strip()))[:SHOWN]:
                yield _entry(head)

    def _action_lines(self, typed: str) -> Iterable[tuple[str, Entry]]:
        if self._actions is None:
            return
        for action_id, shown in self._actions.titles().items():
            spec = self._actions.specs[action_id]
            if self._actions[action_id].isEnabled() and action_id not in _PALETTES:
                called = words(ALSO_CALLED.get(action_id, Message()))
                sought = folded(f"{shown} {called}" if typed and matches(typed, called) else shown)
                yield sought, Entry(shown, keys_of(spec), spec.icon or "next", action=action_id)

    def _choose(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        action, article = index.data(_KEY)
        self.close()
        if action:
            self.action_chosen.emit(action)
        else:
            self.article_chosen.emit(article)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _move(self, step: int) -> None:
        rows = self._model.rowCount()
        if rows:
            row = (self.list.currentIndex().row() + step) % rows
            self.list.setCurrentIndex(self._model.index(row, 0))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self._lane.cancel()
        super().hideEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isVisible() and not self.isActiveWindow():
            self.close()  # whoever turns to something else has no more use for it

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Down:
                    self._move(1)
                    return True
                case Qt.Key.Key_Up:
                    self._move(-1)
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._choose(self.list.currentIndex())
                    return True
        return super().eventFilter(watched, event)


def matches(typed: str, text: str) -> bool:
    """Say whether every word of `typed` begins a word of `text`, marks and case aside."""
    have = folded(text).split()
    return all(any(word.startswith(part) for word in have) for part in folded(typed).split())


def _all_lines(articles: Reading, places: Mapping[str, int], context: JobContext) -> list[tuple[str, Entry]]:
    context.check()
    return _lines(articles.heads(), places)


def _lines(heads: Iterable[ArticleHead], places: Mapping[str, int]) -> list[tuple[str, Entry]]:
    """Return the articles as lines: those used last first, then as they were changed."""
    on_desk = [head for head in heads if head.trashed_at is None]
    on_desk.sort(key=lambda head: places.get(head.id, len(places)))
    return [(folded(head.headline), _entry(head)) for head in on_desk]


def _entry(head: ArticleHead) -> Entry:
    status = words(STATUS_WORDS[head.status])
    return Entry(
        head.headline or tr("No headline yet"),
        f"{isolate(language_words(head.language))} · {status}",
        "draft",
        article=head.id,
    )
