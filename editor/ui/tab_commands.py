"""Ties the tabs over the draft to what is open, and remembers them for the newsroom on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from editor.core.errors import Fault
from editor.domain.edits import Change
from editor.services.machine import with_open_articles
from editor.ui.open_articles import OpenArticles
from editor.ui.undo import focused_text
from editor.ui.widgets.tab_strip import Tab, TabStrip

if TYPE_CHECKING:
    from editor.domain.article import Article
    from editor.ui.main_window import MainWindow

_SIDE_BUTTONS: Mapping[Qt.MouseButton, int] = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}
_WALK_KEYS = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Meta})


class TabCommands(QObject):
    """Made by the window for itself, once its docks are made.

    An article stays open from the moment the keyboard is in its words; until then the next one takes its tab.
    """

    _gone = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self.open = OpenArticles()
        self._titles: dict[str, str] = {}
        self.strip = TabStrip()
        self._dock = window.docks.by_id.get("draft")
        if self._dock is not None:
            self._dock.put_above(self.strip)
        self.strip.chosen.connect(self._go)
        self.strip.close_asked.connect(self.close_tab)
        self.strip.keep_asked.connect(self._keep)
        self.strip.beside_asked.connect(window.view.halves.put_beside)
        self.strip.moved.connect(self._on_moved)
        self._workspace.article_opened.connect(self._on_opened)
        self._workspace.changed.connect(self._on_changed)
        self._workspace.typed.connect(self._on_typed)
        self._gone.connect(self._on_gone, Qt.ConnectionType.QueuedConnection)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        window.installEventFilter(self)  # the keys and mouse buttons that no widget in it had a use for
        self._restore()

    def close(self) -> None:
        """Close the article on show."""
        self.close_tab(self.open.current)

    @Slot(str)
    def close_tab(self, article_id: str) -> None:
        """Close this article's tab and show the one used before; its words are saved, nothing is lost."""
        if not article_id:
            return
        was_current = article_id == self.open.current
        instead = self.open.close(article_id)
        if was_current:
            self._go(instead)
        self._window.view.halves.leave(article_id)
        self._show()
        self._remember()

    def close_others(self) -> None:
        """Close every article but the one on show."""
        for article_id in [one for one in self.open.order if one != self.open.current]:
            self.open.close(article_id)
            self._window.view.halves.leave(article_id)
        self._show()
        self._remember()

    def reopen(self) -> None:
        """Open the article again whose tab was closed last."""
        if article_id := self.open.last_closed():
            self._go(article_id)
            self.keep_current()

    def beside(self, step: int) -> None:
        """Show the article of the next tab (1) or the one before (-1)."""
        if article_id := self.open.beside(step):
            self._go(article_id)

    def walk(self, step: int) -> None:
        """Show the article used before; further ones while the key beside Tab is held."""
        if article_id := self.open.walk(step):
            self._go(article_id)

    def step(self, step: int) -> None:
        """Go back (-1) or forward (1) through what was shown."""
        if article_id := self.open.step(step):
            self._go(article_id)

    def keep_current(self) -> None:
        """Let the article on show stay open."""
        self._keep(self.open.current)

    def retranslate(self) -> None:
        """Put every word into the interface language."""
        self.strip.retranslate()
        self._show()

    def _restore(self) -> None:
        """Open the tabs that this machine remembers of the newsroom; articles that are gone are left out."""
        kept = self._window.studio.remembered.machine.tabs.get(self._newsroom(), ())
        try:
            heads = {one.id: one for one in self._workspace.desk.articles.heads_of(kept) if one.trashed_at is None}
        except Fault:
            return
        self._titles |= {head.id: head.headline for head in heads.values()}
        self.open.restore(one for one in kept if one in heads)
        self._show()

    @Slot(str)
    def _go(self, article_id: str) -> None:
        if article_id == self.open.current:
            return
        if article_id and not self._workspace.desk.articles.heads_of([article_id]):  # its words are read by the next
            self._gone.emit(article_id)
            return
        self._workspace.open(article_id)
        if self._dock is not None and article_id:
            self._dock.bring_forward()

    @Slot(str)
    def _keep(self, article_id: str) -> None:
        if self.open.keep(article_id):
            self._show()
            self._remember()

    @Slot(str, int)
    def _on_moved(self, article_id: str, place: int) -> None:
        self.open.move(article_id, place)
        self._keep(article_id)
        self._remember()

    @Slot(object)
    def _on_opened(self, article: Article | None) -> None:
        if article is not None:
            self._titles[article.id] = article.headline
        self.open.show(article.id if article is not None else "")
        if self._is_written_on():
            self.keep_current()
        self._show()

    @Slot(object, object)
    def _on_changed(self, change: Change, _article: Article | None) -> None:
        touched = change.articles.intersection(self.open.order)
        if not touched or not change.fields & {"headline", "trashed_at"}:
            return
        for head in self._workspace.desk.articles.heads_of(touched):
            self._titles[head.id] = head.headline
            if head.trashed_at is not None:
                self._gone.emit(head.id)  # when everyone has heard of the change: another article is shown then
        self._show()

    @Slot(str)
    def _on_gone(self, article_id: str) -> None:
        if self.open.current == article_id:
            return  # it is back already
        self.open.forget(article_id)
        if not self.open.current and self.open.used:
            self._workspace.open(self.open.used[0])
        self._show()
        self._remember()
        if self._is_written_on():
            # Out of the words of the next article: Undo means what was done, not what was typed there.
            (self.strip if self.strip.isVisible() else self._window).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _on_typed(self, _source: object, article: Article) -> None:
        self._keep(article.id)
        if self._titles.get(article.id) != article.headline:
            self._titles[article.id] = article.headline
            self._show()

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if self._is_written_on():
            self.keep_current()

    def _is_written_on(self) -> bool:
        text = focused_text()
        return text is not None and self._dock is not None and self._dock.isAncestorOf(text)

    def _show(self) -> None:
        tabs = [Tab(one, self._titles.get(one, ""), one == self.open.passing) for one in self.open.order]
        self.strip.show_tabs(tabs, self.open.current)

    def _newsroom(self) -> str:
        return str(self._workspace.desk.folder.resolve())

    def _remember(self) -> None:
        remembered = self._window.studio.remembered
        kept = with_open_articles(remembered.machine, self._newsroom(), self.open.lasting)
        remembered.change(tabs=kept.tabs)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and event.key() in _WALK_KEYS:
            self.open.end_walk()
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            step = _SIDE_BUTTONS.get(event.button())
            if step is not None:
                self.step(step)
                return True
        return False
