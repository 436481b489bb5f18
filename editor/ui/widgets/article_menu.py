"""What can be done with the articles that are selected, as one menu for the button and the right mouse button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from editor.core.messages import Message, say
from editor.domain.article import ArticleHead, Status
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.interface import tr, words
from editor.ui import icons
from editor.ui.keys import wear
from editor.ui.panel_keys import DUPLICATE, DUPLICATE_KEYS
from editor.ui.widgets.language_words import language_words

_ITEMS: tuple[tuple[str, str, Message, str], ...] = (
    ("open", "open", say("Open"), "Return"),
    ("duplicate", "duplicate", say("Duplicate"), ""),
    ("timeline", "timeline", say("Put on the timeline of the open article"), ""),
    ("publish", "publish", say("Publish now"), ""),
    ("withdraw", "withdraw", say("Withdraw"), ""),
    ("book", "export", say("Save as e-book (EPUB)…"), ""),
    ("trash", "trash", say("Move to trash"), "Del"),
    ("read", "articles", say("Read in the trash"), ""),
    ("restore", "undo", say("Restore from trash"), ""),
)


class ArticleMenu(QMenu):
    """Made by the articles panel. `asked` carries what to do, `status_asked` a `Status`, `translation_asked` a tag."""

    asked = Signal(str)
    status_asked = Signal(object)
    translation_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("articles.menu")
        self.items: dict[str, QAction] = {}
        for name, icon, _said, keys in _ITEMS:
            action = QAction(icons.icon(icon), "", self)
            action.setObjectName(f"articles.{name}")
            action.setData(name)
            if keys:
                # Shown here; the list itself listens to the keys, so that no other panel loses them.
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.items[name] = action
        wear(self.items["duplicate"], DUPLICATE, DUPLICATE_KEYS)
        self.items["duplicate"].setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.translate = QMenu(self)
        self.translate.setIcon(icons.icon("language"))
        self.status = QMenu(self)
        self.status.setIcon(icons.icon("status"))
        for status in (Status.DRAFT, Status.IN_REVIEW, Status.READY):
            action = self.status.addAction("")
            action.setObjectName(f"articles.status.{status.value}")
            action.setData(status.value)
        self._fill()
        self.triggered.connect(self._on_triggered)
        self.retranslate()

    def allow(
        self, chosen: Sequence[ArticleHead], languages: Sequence[str], *, can_write: bool, open_id: str = ""
    ) -> None:
        """Make possible just what the selection allows; `languages` are those to translate into.

        `open_id` is that of the open article, on whose timeline the others can be put.
        """
        is_one, is_trash = len(chosen) == 1, bool(chosen) and chosen[0].trashed_at is not None
        on_desk = bool(chosen) and not is_trash
        allowed = {
            "open": is_one and on_desk,
            "duplicate": is_one and on_desk and can_write,
            "timeline": on_desk and can_write and bool(open_id) and any(head.id != open_id for head in chosen),
            "publish": on_desk and can_write and any(head.status is not Status.PUBLISHED for head in chosen),
            "withdraw": on_desk and can_write and any(head.status is Status.PUBLISHED for head in chosen),
            "book": on_desk,
            "trash": on_desk and can_write,
            "read": is_one and is_trash,
            "restore": is_trash and can_write,
        }
        for name, is_allowed in allowed.items():
            self.items[name].setEnabled(is_allowed)
        for name in ("read", "restore"):
            self.items[name].setVisible(is_trash)
        self.items["trash"].setVisible(not is_trash)
        self.status.setEnabled(on_desk and can_write)
        self.translate.setEnabled(is_one and on_desk and can_write and bool(languages))
        self.translate.clear()
        for tag in languages:
            self.translate.addAction(language_words(tag)).setData(tag)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for name, _icon, said, _keys in _ITEMS:
            self.items[name].setText(words(said))
        self.translate.setTitle(tr("Translate into"))
        self.status.setTitle(tr("Status"))
        for action in self.status.actions():
            action.setText(words(STATUS_WORDS[Status(action.data())]))

    def _fill(self) -> None:
        self.addAction(self.items["open"])
        self.addSeparator()
        self.addAction(self.items["duplicate"])
        self.addMenu(self.translate)
        self.addAction(self.items["timeline"])
        self.addAction(self.items["book"])
        self.addSeparator()
        self.addMenu(self.status)
        self.addAction(self.items["publish"])
        self.addAction(self.items["withdraw"])
        self.addSeparator()
        for name in ("trash", "read", "restore"):
            self.addAction(self.items[name])

    def _on_triggered(self, action: QAction) -> None:
        asked = action.data()
        if action in self.translate.actions():
            self.translation_asked.emit(asked)
        elif action in self.status.actions():
            self.status_asked.emit(Status(asked))
        elif asked:
            self.asked.emit(asked)
