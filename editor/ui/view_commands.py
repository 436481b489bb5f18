"""What the View, Help and Go actions of one window do, and the menus that are filled when they open."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.i18n.interface import interface_language, tr
from editor.ui import theme
from editor.ui.command_palette import CommandPalette

if TYPE_CHECKING:
    from editor.domain.problem import Problem
    from editor.ui.main_window import MainWindow

# Where a problem's field is put right; every other field stands in the draft.
_PANEL_OF_FIELD = {"hero": "images", "images": "images", "alt": "images", "links": "related", "base_url": "settings"}
_KEYS = {"cut": Qt.Key.Key_X, "copy": Qt.Key.Key_C, "paste": Qt.Key.Key_V, "selectAll": Qt.Key.Key_A}


class ViewCommands(QObject):
    """Made by the window for itself."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def choose(self, action_id: str) -> None:
        """Do what an action of a family does: `panel.…`, `look.…`, `language.…`."""
        family, _dot, member = action_id.partition(".")
        match family:
            case "panel":
                self.bring_forward(member)
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

    def bring_forward(self, panel_id: str) -> None:
        """Show the panel and put the focus into it."""
        dock = self._window.docks.by_id.get(panel_id)
        if dock is not None:
            dock.bring_forward()

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

    def full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def find_anything(self) -> None:
        """Open the palette over every action and article."""
        self._open_palette(
            CommandPalette(self._window.menu_actions, self._window.workspace.desk.articles, self._window)
        )

    def find_article(self) -> None:
        """Open the palette over the articles."""
        self._open_palette(CommandPalette(None, self._window.workspace.desk.articles, self._window))

    def go_to(self, problem: Problem) -> None:
        """Open the article of `problem` and the panel in which it is put right."""
        workspace = self._window.workspace
        if problem.article and (workspace.article is None or workspace.article.id != problem.article):
            workspace.open(problem.article)
        panel = _PANEL_OF_FIELD.get(problem.field, "draft")
        if panel == "settings":
            self.newsroom_settings()
        else:
            self.bring_forward(panel)

    def send_to_text(self, what: str) -> None:
        """Cut, copy, paste or select all in whatever has the focus."""
        focus = QApplication.focusWidget()
        method = getattr(focus, what, None)
        if callable(method):
            method()
        elif focus is not None:
            _press(focus, _KEYS[what])

    def keep_version(self) -> None:
        """Ask for a name and keep the article as it is now under it."""
        asked = QInputDialog(self._window)
        asked.setObjectName("keep_version")
        asked.setWindowTitle(tr("Keep a named version"))
        asked.setLabelText(tr("What is this version? For example: before the editor's changes"))
        asked.setOkButtonText(tr("Keep"))
        asked.setCancelButtonText(tr("Cancel"))
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.textValueSelected.connect(self._on_version_named)
        asked.open()

    def newsroom_settings(self) -> None:
        """Open the window on everything the newsroom is set to."""
        from editor.ui.newsroom_window import NewsroomWindow

        NewsroomWindow(self._window.workspace, self._window).show()

    def preferences(self) -> None:
        """Open the window on what this machine remembers of the person."""
        from editor.ui.preferences import PreferencesWindow

        PreferencesWindow(self._window.studio, self._window).show()

    def help(self, page: str = "index") -> None:
        """Open the help at `page`."""
        from editor.ui.help import HelpWindow

        HelpWindow(self._window.menu_actions, page, self._window).show()

    def ask_take_in(self) -> None:
        """Open the window that takes files in, to choose them there."""
        self.take_in([])

    def take_in(self, paths: list[Path]) -> None:
        """Show what would be taken in from `paths`."""
        from editor.ui.taking_in import TakeInWindow

        self._window.workspace.settle()
        TakeInWindow(self._window.workspace, self._window.jobs, paths, self._window).show()

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
            action.triggered.connect(partial(self._window.articles.translate, tag))
        if menu.isEmpty():
            menu.addAction(tr("Add an edition in another language first")).setEnabled(False)

    @Slot(str)
    def on_begun(self, _article_id: str) -> None:
        """Put the cursor into the draft of the new article."""
        self.bring_forward("draft")

    @Slot(str)
    def _on_version_named(self, label: str) -> None:
        try:
            self._window.articles.keep_version(label.strip() or tr("Unnamed version"))
        except (UserError, Fault) as error:
            self._window.show_error(error)
            return
        self._window.tell(say("Kept as a version: {label}.", label=label.strip()))

    def _open_palette(self, palette: CommandPalette) -> None:
        palette.action_chosen.connect(self._on_palette_action)
        palette.article_chosen.connect(self._window.workspace.open)
        palette.open_over(self._window)

    @Slot(str)
    def _on_palette_action(self, action_id: str) -> None:
        self._window.menu_actions[action_id].trigger()


def own_name(tag: str) -> str:
    """Return what the language of `tag` calls itself, from Qt: the catalogs' library is not loaded yet."""
    if tag.partition("-")[0] == "en":
        return "English"
    return QLocale(tag).nativeLanguageName() or tag


def _press(widget: QWidget, key: Qt.Key) -> None:
    for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier))
