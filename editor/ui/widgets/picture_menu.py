"""What can be done with the chosen pictures, as the menu of the right mouse button and of the menu key."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from editor.core.messages import Message, say
from editor.i18n.interface import words
from editor.ui import icons
from editor.ui.keys import wear

VIEW, COPY = "view", "copy"
# The list itself listens to the keys, so that no other panel loses them.
KEYS = {
    VIEW: "Space",
    "body": "Ctrl+Return",
    "hero": "Ctrl+Shift+Return",
    COPY: "Ctrl+C",
    "trash": "Del",
}
_ITEMS: tuple[tuple[str, str, Message] | None, ...] = (
    (VIEW, "search", say("Look at it large")),
    None,
    ("body", "draft", say("Put it into the text")),
    ("hero", "hero", say("Make it the main picture")),
    ("off", "close", say("Take it off the article")),
    None,
    (COPY, "copy", say("Copy")),
    ("file", "image-add", say("Add its file")),
    ("swap", "retry", say("Replace it everywhere")),
    None,
    ("trash", "trash", say("Move to trash")),
    ("untrash", "undo", say("Take out of the trash")),
)


class PictureMenu(QMenu):
    """Made by the images panel. `asked` carries the name of what is to be done."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("images.menu")
        self.items: dict[str, QAction] = {}
        for item in _ITEMS:
            if item is None:
                self.addSeparator()
                continue
            name, icon, _said = item
            action = self.addAction(icons.icon(icon), "")
            action.setObjectName(f"images.menu.{name}")
            action.setData(name)
            if name in KEYS:
                if name == COPY:
                    wear(action, "edit.copy", KEYS[name])
                else:
                    action.setShortcut(QKeySequence(KEYS[name]))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self.items[name] = action
        self.triggered.connect(self._on_triggered)
        self.retranslate()

    def allow(self, names: Collection[str]) -> None:
        """Show what is possible now, and no more."""
        for name, action in self.items.items():
            action.setVisible(name in names)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for item in _ITEMS:
            if item is not None:
                self.items[item[0]].setText(words(item[2]))

    def _on_triggered(self, action: QAction) -> None:
        self.asked.emit(str(action.data()))
