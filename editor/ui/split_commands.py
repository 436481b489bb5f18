"""Two places of the draft at once, as the menus ask for them: split, go over, swap, turn, another article beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from editor.core.messages import say
from editor.ui.panel import Split

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

WRITING = "draft"


class SplitCommands(QObject):
    """Made by the window's view commands. How the halves stand is remembered on this machine."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def split(self) -> None:
        """Show the open article twice, or one half alone again."""
        self._do(Split.SPLIT)

    def go_to_other(self) -> None:
        """Put the keyboard into the other half."""
        self._do(Split.OTHER)

    def swap(self) -> None:
        """Let the halves change places."""
        self._do(Split.SWAP)

    def turn(self) -> None:
        """Let the halves stand one above the other, or side by side."""
        remembered = self._window.studio.remembered
        remembered.change(split_stacked=not remembered.machine.split_stacked)

    def used_before(self) -> None:
        """Show the article used before beside the open one."""
        used = [one for one in self._window.tabs.open.used if one != self._window.tabs.open.current]
        if used:
            self.put_beside(used[0])
        else:
            self._window.workspace.done.emit(say("No other article is open. Open one, and it can stand beside this."))

    def put_beside(self, article_id: str) -> None:
        """Show this article beside the open one."""
        self._do(Split.BESIDE, article_id)
        self._window.tabs.keep_current()

    def leave(self, article_id: str) -> None:
        """Show this article beside the open one no more: it was closed."""
        dock = self._window.docks.by_id.get(WRITING)
        if dock is not None and dock.panel is not None:
            dock.panel.split(Split.LEAVE, article_id)

    def _do(self, step: Split, article_id: str = "") -> None:
        if self._window.workspace.article is None:
            return
        dock = self._window.docks.by_id.get(WRITING)
        if dock is not None:
            dock.bring_forward()
            dock.build().split(step, article_id)
