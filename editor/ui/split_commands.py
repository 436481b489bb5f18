"""Two places of the draft at once, as the menus ask for them: split, go over, swap, turn, another article beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from editor.core.messages import say
from editor.services.machine import beside, with_beside
from editor.ui.panel import Split

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow

WRITING = "draft"


class SplitCommands(QObject):
    """Made by the window's view commands. How the halves stand, and what is in them, is remembered on this machine."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._folder = str(window.workspace.desk.folder.resolve())
        window.moments.painted.connect(self._on_painted)
        window.closed.connect(self._on_closed)

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

    @Slot()
    def _on_painted(self) -> None:
        """Show the article beside the open one that stood there when the newsroom was closed."""
        kept = beside(self._window.studio.remembered.machine, self._folder)
        opened = self._window.workspace.article
        if kept is None or opened is None:
            return
        article_id, is_first = kept
        article = self._window.workspace.desk.articles.find(article_id)
        if article is None or article.trashed_at is not None:
            return
        self._do(Split.BESIDE, article_id)
        self._do(Split.OTHER)
        if is_first:
            self._do(Split.SWAP)

    @Slot()
    def _on_closed(self) -> None:
        dock = self._window.docks.by_id.get(WRITING)
        if dock is None or dock.panel is None:
            return
        shown = dock.panel.beside
        kept = (shown.article_id, shown.is_first) if shown is not None else None
        remembered = self._window.studio.remembered
        remembered.change(beside=with_beside(remembered.machine, self._folder, kept).beside)

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
