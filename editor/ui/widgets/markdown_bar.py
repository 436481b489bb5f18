"""The small tool bar of the body: what Markdown can do, for those who do not type it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton, QWidget

from editor.core.messages import Message, say
from editor.i18n.interface import words
from editor.ui import icons, theme
from editor.ui.keys import tip, wear
from editor.ui.panel_keys import PICTURE_KEYS
from editor.ui.widgets.flow_row import FlowRow
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.tab_order import OneStop
from editor.ui.widgets.text_tools import TOOLS, Command

_KEYS = {tool.name: tool.keys for tool in TOOLS} | {"picture": PICTURE_KEYS}


class MarkdownBar(QWidget):
    """Acts on whichever of the fields it serves had the keyboard last. `picture_asked` wants a file chosen."""

    picture_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[MarkdownEdit] = []
        self._target: MarkdownEdit | None = None
        self._commands: dict[str, Command] = {}
        self._buttons: list[tuple[QToolButton, Message, str]] = []
        row = FlowRow(self, spacing=2)
        row.setContentsMargins(2 * theme.GRID + 4, 0, 2 * theme.GRID, 4)
        for tool in TOOLS:
            self._commands[tool.name] = tool.command
            if tool.icon:
                row.addWidget(self._button(tool.name, tool.icon, tool.title, tool.keys))
        self._picture = self._button("picture", "image-add", say("Picture"), PICTURE_KEYS)
        row.addWidget(self._picture)
        OneStop(self, [button for button, _said, _usual in self._buttons])
        self.retranslate()

    def serve(self, fields: tuple[MarkdownEdit, ...]) -> None:
        """Act on these fields too, and let them know the keys."""
        self._fields += fields
        for field in fields:
            for name, usual in _KEYS.items():
                # The keys belong to the text that has the keyboard, so that no other panel loses its own.
                action = QAction(field)
                action.setProperty("tool", name)
                wear(action, f"text.{name}", usual)
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                action.triggered.connect(self._on_tool)
                field.addAction(action)

    def turn_to(self, field: MarkdownEdit) -> None:
        """Act on this field until another has the keyboard."""
        self._target = field

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the buttons work, or not."""
        self.setEnabled(is_writable)

    def use(self, name: str) -> None:
        """Do what the tool called `name` does, in the text that had the keyboard last."""
        for field in self._fields:
            if field.hasFocus():
                self._target = field
        if name == "picture":
            self.picture_asked.emit()
        elif self._target is not None:
            self._target.command(self._commands[name])

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for button, said, usual in self._buttons:
            button.setAccessibleName(words(said))
            button.setToolTip(tip(words(said), f"text.{button.property('tool')}", usual))

    def _button(self, name: str, icon: str, said: Message, usual: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"draft.tool.{name}")
        button.setIcon(icons.icon(icon, "muted"))
        button.setIconSize(QSize(icons.SMALL, icons.SMALL))
        button.setProperty("tool", name)
        button.clicked.connect(self._on_tool)
        self._buttons.append((button, said, usual))
        return button

    def _on_tool(self) -> None:
        source = self.sender()
        for field in self._fields:
            if source.parent() is field:
                self._target = field
        self.use(str(source.property("tool")))
