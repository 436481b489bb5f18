"""The small tool bar of the body: what Markdown can do, for those who do not type it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from editor.core.messages import Message, say
from editor.i18n.interface import words
from editor.ui import icons, theme
from editor.ui.widgets import markdown_commands
from editor.ui.widgets.markdown_edit import Command, MarkdownEdit

_TOOLS: tuple[tuple[str, str, Message, str, Command], ...] = (
    ("bold", "bold", say("Bold"), "Ctrl+B", markdown_commands.bold),
    ("italic", "italic", say("Italic"), "Ctrl+I", markdown_commands.italic),
    ("link", "link", say("Link"), "Ctrl+L", markdown_commands.link),
    ("heading", "heading", say("Heading"), "Ctrl+Shift+H", markdown_commands.heading),
    ("list", "list", say("List"), "Ctrl+Shift+U", markdown_commands.bullets),
    ("numbered", "numbered", say("Numbered list"), "Ctrl+Shift+O", markdown_commands.numbers),
    ("quote", "quote", say("Quotation"), "Ctrl+Shift+Q", markdown_commands.quote),
)
_PICTURE = say("Picture")
_PICTURE_KEYS = "Ctrl+Shift+M"


class MarkdownBar(QWidget):
    """Acts on whichever of the fields it serves had the keyboard last. `picture_asked` wants a file chosen."""

    picture_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[MarkdownEdit] = []
        self._target: MarkdownEdit | None = None
        self._commands: dict[str, Command] = {}
        self._buttons: list[tuple[QToolButton, Message, str]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID + 4, 0, 2 * theme.GRID, 4)
        row.setSpacing(2)
        for name, icon, said, keys, command in _TOOLS:
            self._commands[name] = command
            row.addWidget(self._button(name, icon, said, keys))
        self._picture = self._button("picture", "image-add", _PICTURE, _PICTURE_KEYS)
        row.addWidget(self._picture)
        row.addStretch(1)
        self.retranslate()

    def serve(self, fields: tuple[MarkdownEdit, ...]) -> None:
        """Act on these fields too, and let them know the keys."""
        self._fields += fields
        for field in fields:
            for button, _said, keys in self._buttons:
                # The keys belong to the text that has the keyboard, so that no other panel loses its own.
                action = QAction(field)
                action.setProperty("tool", button.property("tool"))
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                action.triggered.connect(self._on_tool)
                field.addAction(action)

    def turn_to(self, field: MarkdownEdit) -> None:
        """Act on this field until another has the keyboard."""
        self._target = field

    def set_writable(self, *, is_writable: bool) -> None:
        """Let the buttons work, or not."""
        self.setEnabled(is_writable)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        for button, said, keys in self._buttons:
            button.setAccessibleName(words(said))
            shown = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            button.setToolTip(f"{words(said)} ({shown})")

    def _button(self, name: str, icon: str, said: Message, keys: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(f"draft.tool.{name}")
        button.setIcon(icons.icon(icon, "muted"))
        button.setIconSize(QSize(icons.SMALL, icons.SMALL))
        button.setProperty("tool", name)
        button.clicked.connect(self._on_tool)
        self._buttons.append((button, said, keys))
        return button

    def _on_tool(self) -> None:
        source = self.sender()
        for field in self._fields:
            if field.hasFocus() or source.parent() is field:
                self._target = field
        name = str(source.property("tool"))
        if name == "picture":
            self.picture_asked.emit()
        elif self._target is not None:
            self._target.command(self._commands[name])
