"""One keyboard way to everything: type a few letters, choose an action or an article, press Enter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget
from typing_extensions import override

from editor.domain.query import ArticleQuery
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.interface import tr, words
from editor.ui import icons
from editor.ui.actions import Actions, keys_of
from editor.ui.widgets.palette_line import ASIDE, PaletteLine

if TYPE_CHECKING:
    from editor.services.reading import Reading

SHOWN = 12
_WIDTH = 560
_HEIGHT = 480
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

    def __init__(self, actions: Actions | None, articles: Reading, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._actions = actions
        self._articles = articles
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

    def _entries(self, text: str) -> Iterable[Entry]:
        found = [entry for entry in self._action_entries() if matches(text, entry.text)][:SHOWN]
        yield from found
        query = ArticleQuery(words=text.strip())
        for head in self._articles.heads(query)[: max(SHOWN - len(found), SHOWN // 2)]:
            status = words(STATUS_WORDS[head.status])
            yield Entry(head.headline or tr("No headline yet"), f"{head.language} · {status}", "draft", article=head.id)

    def _action_entries(self) -> Iterable[Entry]:
        if self._actions is None:
            return
        for spec in self._actions.specs.values():
            if self._actions[spec.id].isEnabled() and not spec.id.startswith("go."):
                shown = self._actions[spec.id].text().partition("\t")[0].replace("&&", "&")
                yield Entry(shown, keys_of(spec), spec.icon or "next", action=spec.id)

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
    have = _folded(text).split()
    return all(any(word.startswith(part) for word in have) for part in _folded(typed).split())


def _folded(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in bare if not unicodedata.combining(letter))
