"""What can be done to the words of an article, by button, key, menu and palette: one list for all four."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor

from editor.core.messages import Message, say
from editor.ui.widgets import ai_commands, emphasis, line_commands, markdown_commands, table_commands

Command = Callable[[QTextCursor], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTool:
    """One thing that can be done to the text with the keyboard. Without an icon it has no button over the text."""

    name: str
    title: Message
    keys: str
    command: Command
    icon: str = ""


MARKS = (
    TextTool(name="bold", title=say("Bold"), keys="Ctrl+B", command=emphasis.bold, icon="bold"),
    TextTool(name="italic", title=say("Italic"), keys="Ctrl+I", command=emphasis.italic, icon="italic"),
    TextTool(name="link", title=say("Link"), keys="Ctrl+L", command=markdown_commands.link, icon="link"),
    TextTool(
        name="heading", title=say("Heading"), keys="Ctrl+Shift+H", command=markdown_commands.heading, icon="heading"
    ),
    TextTool(name="list", title=say("List"), keys="Ctrl+Shift+U", command=markdown_commands.bullets, icon="list"),
    TextTool(
        name="numbered",
        title=say("Numbered list"),
        keys="Ctrl+Shift+O",
        command=markdown_commands.numbers,
        icon="numbered",
    ),
    TextTool(name="quote", title=say("Quotation"), keys="Ctrl+Shift+Q", command=markdown_commands.quote, icon="quote"),
    TextTool(name="table", title=say("Table"), keys="Ctrl+Shift+L", command=table_commands.insert, icon="table"),
    TextTool(name="ai_written", title=say("Written by AI"), keys="Ctrl+Shift+E", command=ai_commands.toggle, icon="ai"),
)
LINES = (
    TextTool(name="line_up", title=say("Move line up"), keys="Alt+Up", command=line_commands.move_up),
    TextTool(name="line_down", title=say("Move line down"), keys="Alt+Down", command=line_commands.move_down),
    TextTool(name="line_double", title=say("Duplicate line"), keys="Alt+Shift+Down", command=line_commands.duplicate),
    TextTool(name="line_join", title=say("Join lines"), keys="Ctrl+J", command=line_commands.join),
)
TOOLS = (*MARKS, *LINES)
