"""What the View and Edit actions of one window do, and the menus that are filled when they open."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from editor.i18n.interface import interface_language, tr
from editor.ui import theme
from editor.ui.handing_out import HandingOut
from editor.ui.jumping import go_to_field, turn_details
from editor.ui.panel import Area, Search
from editor.ui.split_commands import SplitCommands
from editor.ui.text_commands import use_tool
from editor.ui.translation_commands import TranslationCommands
from editor.ui.view_modes import ViewModes

if TYPE_CHECKING:
    from editor.domain.problem import Problem
    from editor.ui.main_window import MainWindow

# Where a problem's field is put right; every other field stands in the draft.
_PANEL_OF_FIELD = {
    "hero": "images",
    "images": "images",
    "alt": "images",
    "links": "related",
    "base_url": "settings",
    "editions": "settings",
    "translation_set": "translations",
    "rules": "settings",
    "theme": "settings",
    "checks": "checks",
}
_LARGE = 0.85
_KEYS = {"cut": Qt.Key.Key_X, "copy": Qt.Key.Key_C, "paste": Qt.Key.Key_V, "selectAll": Qt.Key.Key_A}


class ViewCommands(QObject):
    """Made by the window for itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.modes = ViewModes(window)
        self.halves = SplitCommands(window)
        self.translations = TranslationCommands(window)
        self.handing = HandingOut(window)

    def choose(self, action_id: str) -> None:
        """Do what an action of a family does: `panel.…`, `look.…`, `language.…`, `text.…`, `hand.…` and the rest."""
        family, _dot, member = action_id.partition(".")
        match family:
            case "panel":
                self.bring_forward(member)
            case "translation":
                self.translations.do(member)
            case "hand":
                self.handing.do(member)
            case "text":
                use_tool(self._window, member)
            case "look":
                self._window.studio.set_look(member)
                self.tick()
            case "language":
                self._window.studio.set_language(member)
                self.tick()

    def tick(self) -> None:
        """Tick the look and the language that are on."""
        actions = self._window.menu_actions
        actions.tick("look", theme.look().scheme.value)
        actions.tick("language", interface_language())
        self.modes.dress()

    def bring_forward(self, panel_id: str) -> None:
        """Show the panel and put the focus into it."""
        dock = self._window.docks.by_id.get(panel_id)
        if dock is not None:
            dock.bring_forward()

    def search(self, step: Search) -> None:
        """Search in the panel in focus where it has a search, else in the draft."""
        dock = self._window.docks.focused()
        if dock is not None and dock.panel is not None and dock.panel.search(step):
            return
        for dock in self._window.docks.by_id.values():
            if dock.spec.area is Area.CENTRE:
                dock.bring_forward()
                dock.build().search(step)

    def turn_details(self) -> None:
        """Unfold the details of the article with the keyboard in them, or fold them and go back to the words."""
        dock = self._window.docks.by_id.get("draft")
        if dock is not None:
            dock.bring_forward()
            turn_details(dock.build())

    def show_pictures(self) -> None:
        """Show the library of pictures in a place of its own, nearly as large as the window."""
        dock = self._window.docks.by_id.get("images")
        if dock is None:
            return
        if not dock.isFloating():
            dock.setFloating(True)
            whole = self._window.frameGeometry()
            dock.resize(whole.size() * _LARGE)
            dock.move(whole.center() - dock.rect().center())
        dock.bring_forward()
        dock.build().search(Search.BEGIN)

    def float_panel(self) -> None:
        """Let the panel in focus float, or dock it again."""
        dock = self._window.docks.focused()
        if dock is not None:
            dock.setFloating(not dock.isFloating())

    def close_panel(self) -> None:
        """Close the panel in focus."""
        dock = self._window.docks.focused()
        if dock is not None:
            dock.close()

    def reset_layout(self) -> None:
        """Put every panel where a new window has it."""
        self._window.docks.reset()

    def go_to(self, problem: Problem) -> None:
        """Open the article of `problem` and the panel in which it is put right."""
        workspace = self._window.workspace
        if problem.article and (workspace.article is None or workspace.article.id != problem.article):
            workspace.open(problem.article)
        panel = _PANEL_OF_FIELD.get(problem.field, "draft")
        if panel == "settings":
            self._window.further.newsroom_settings(problem.field)
        else:
            self.bring_forward(panel)
            if (dock := self._window.docks.by_id.get(panel)) is not None:
                go_to_field(dock.build(), problem, workspace)

    def send_to_text(self, what: str) -> None:
        """Cut, copy, paste or select all in whatever has the focus."""
        focus = QApplication.focusWidget()
        method = getattr(focus, what, None)
        if callable(method):
            method()
        elif focus is not None:
            _press(focus, _KEYS[what])

    @Slot()
    def fill_recent(self) -> None:
        """Fill File > Open recent."""
        menu = self._window.menu_actions.menus["recent"]
        menu.clear()
        here = str(self._window.workspace.desk.folder.resolve())
        for folder in self._window.studio.remembered.machine.recent:
            if folder != here:
                action = menu.addAction(folder.replace("&", "&&"))
                action.triggered.connect(partial(self._window.studio.open_newsroom, Path(folder)))
        if menu.isEmpty():
            menu.addAction(tr("No other newsroom yet")).setEnabled(False)

    @Slot()
    def fill_translations(self) -> None:
        """Fill Article > New translation with the languages that the article is not in yet."""
        from editor.i18n.direction import language_name

        menu = self._window.menu_actions.menus["translate"]
        menu.clear()
        for tag in self._window.articles.missing_languages() if not self._window.workspace.is_read_only else []:
            action = menu.addAction(f"{language_name(tag, interface_language())} ({tag})")
            action.triggered.connect(partial(self.translations.do, f"new.{tag}"))
        if menu.isEmpty():
            menu.addAction(tr("Add an edition in another language first")).setEnabled(False)

    @Slot(str, int)
    def go_to_line(self, article_id: str, line: int) -> None:
        """Open the article in the draft, the cursor in this line (0-based) of its body; -1 leaves the cursor be."""
        self.write(article_id)
        if line >= 0:
            self._window.workspace.line_requested.emit(line)

    @Slot(str)
    def write(self, article_id: str) -> None:
        """Open the article, where it is not open yet, and put the cursor into its draft."""
        workspace = self._window.workspace
        if workspace.article is None or workspace.article.id != article_id:
            workspace.open(article_id)
        self._window.tabs.keep_current()
        self.bring_forward("draft")


def _press(widget: QWidget, key: Qt.Key) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier))
