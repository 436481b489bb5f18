"""The windows that open beside the main one: settings, preferences, help, taking in, and the palettes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from editor.core.errors import Damaged, Fault, UserError
from editor.core.messages import say
from editor.i18n.interface import tr
from editor.ui.long_writing import LongSteps

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from editor.ui.actions import Actions
    from editor.ui.main_window import MainWindow


class FurtherWindows(QObject):
    """Opens them; made by the window for itself. Each is imported when it is asked for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        LongSteps(window.workspace, window.jobs, self)

    def find_anything(self) -> None:
        """Open the palette over every action and article."""
        self._open_palette(self._window.menu_actions)

    def find_article(self) -> None:
        """Open the palette over the articles."""
        self._open_palette(None)

    def keep_version(self) -> None:
        """Ask for a name and keep the article as it is now under it."""
        from PySide6.QtWidgets import QInputDialog

        asked = QInputDialog(self._window)
        asked.setObjectName("keep_version")
        asked.setWindowTitle(tr("Keep a named version"))
        asked.setLabelText(
            tr("What is this version? For example: before the editor's changes. It may stay without a name.")
        )
        asked.setOkButtonText(tr("Keep"))
        asked.setCancelButtonText(tr("Cancel"))
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.textValueSelected.connect(self._on_version_named)
        asked.open()

    def newsroom_settings(self, setting: str = "") -> None:
        """Open the window on everything the newsroom is set to, the cursor in the field of `setting`."""
        from editor.ui.newsroom_window import NewsroomWindow

        made = self._window.findChild(NewsroomWindow) or NewsroomWindow(self._window.workspace, self._window)
        made.addActions([self._window.menu_actions["edit.undo"], self._window.menu_actions["edit.redo"]])
        _bring_forward(made)
        made.go_to(setting)

    def safekeeping(self) -> None:
        """Open the window on the backups and the check-up."""
        from editor.ui.safekeeping_window import SafekeepingWindow

        SafekeepingWindow(self._window, self._window.watch).show()

    def replace_everywhere(self) -> None:
        """Open the window that finds and replaces in all articles, beginning with the words that are selected."""
        from editor.ui.replace_window import ReplaceWindow

        selected = selected_words(self._window.focusWidget())
        made = self._window.findChild(ReplaceWindow)
        if made is None:
            made = ReplaceWindow(self._window.workspace, self._window.jobs, self._window)
            made.line_asked.connect(self._window.view.go_to_line)
        _bring_forward(made)
        made.open_with(selected)

    @Slot(object)
    def recovery(self, damage: Damaged) -> None:
        """Close the newsroom, which is damaged, and show the ways out."""
        from editor.ui.recovery import recover

        recover(self._window.studio, self._window.workspace.desk.folder, damage)

    def preferences(self) -> None:
        """Open the window on what this machine remembers of the person."""
        from editor.ui.preferences import PreferencesWindow

        _bring_forward(
            self._window.findChild(PreferencesWindow)
            or PreferencesWindow(self._window.studio, self._window.jobs, self._window)
        )

    def help(self, page: str = "index") -> None:
        """Open the help at `page`."""
        from editor.ui.help import HelpWindow

        made = self._window.findChild(HelpWindow) or HelpWindow(self._window.menu_actions, self._window)
        made.show_page(page)
        _bring_forward(made)

    def shortcuts(self) -> None:
        """Open the sheet of keys, where each can be changed."""
        from editor.ui.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._window.menu_actions, self._window.studio, self._window).show()

    def ask_take_in(self) -> None:
        """Open the window that takes files in, to choose them there."""
        self.take_in([])

    def take_in(self, paths: list[Path]) -> None:
        """Show what would be taken in from `paths`."""
        from editor.ui.taking_in import TakeInWindow

        self._window.workspace.settle()
        TakeInWindow(self._window.workspace, self._window.jobs, paths, self._window).show()

    @Slot(str)
    def _on_version_named(self, label: str) -> None:
        name = label.strip()
        try:
            self._window.articles.keep_version(name)
        except (UserError, Fault) as error:
            self._window.show_error(error)
            return
        self._window.workspace.done.emit(say("Kept as a version: {label}.", label=name or tr("Unnamed version")))

    def _open_palette(self, actions: Actions | None) -> None:
        from editor.ui.command_palette import CommandPalette

        window = self._window
        used = window.tabs.open.used[1:]  # the one on show is no place to go to
        palette = CommandPalette(actions, window.workspace.desk.articles, window.jobs, window, used)
        palette.action_chosen.connect(self._on_palette_action)
        palette.article_chosen.connect(self._window.view.write)
        palette.open_over(self._window)

    @Slot(str)
    def _on_palette_action(self, action_id: str) -> None:
        self._window.menu_actions[action_id].trigger()


def _bring_forward(window: QWidget) -> None:
    """Show `window` before the others, with the keyboard: it may be open already, behind them."""
    window.show()
    window.raise_()
    window.activateWindow()


def selected_words(focus: QWidget | None) -> str:
    """Return what is selected in the text that has the keyboard, "" where it is nothing or more than a line."""
    from PySide6.QtWidgets import QLineEdit, QTextEdit

    if isinstance(focus, QLineEdit):
        return focus.selectedText()
    found = focus.textCursor().selectedText() if isinstance(focus, QTextEdit) else ""
    return "" if "\u2029" in found else found
