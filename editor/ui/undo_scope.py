"""Lets Undo and Redo mean what the focus means: the words being typed, or the last thing done in the newsroom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from typing_extensions import override

from editor.core.messages import Message, say
from editor.i18n.interface import tr, words
from editor.ui.keys import keys
from editor.ui.undo import can_redo_text, can_undo_text, focused_text

if TYPE_CHECKING:
    from editor.ui.actions import Actions
    from editor.ui.workspace import Workspace


class UndoScope(QObject):
    """Made by the window. A text that has nothing of its own to take back leaves the keys to the workspace.

    Of the keys that a person took away from undo, copy and their kind, no text hears any more.
    """

    def __init__(self, actions: Actions, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = actions
        self._workspace = workspace
        self._watched: QWidget | None = None
        workspace.stack_changed.connect(self.refresh)
        actions.menus["edit"].aboutToShow.connect(self.refresh)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self.refresh()

    def undo(self) -> None:
        """Take back the last typing of the text in focus, else the workspace's last edit."""
        text = focused_text()
        if text is not None and can_undo_text(text):
            text.undo()
            return
        self._workspace.settle()
        # From inside a text nobody means another article: what was done there is taken back from outside the text.
        if text is None or self._workspace.undo_is_here():
            self._workspace.undo()
        else:
            self._workspace.done.emit(say("Nothing to take back here. What was done elsewhere: Undo from the list."))

    def redo(self) -> None:
        """Make again what was taken back last, in the same scope."""
        text = focused_text()
        if text is not None and can_redo_text(text):
            text.redo()
        else:
            self._workspace.redo()

    @Slot()
    def refresh(self) -> None:
        """Say on the actions what they would do now."""
        text = focused_text()
        self._say("edit.undo", tr("Undo"), tr("Undo: {what}"), can_undo_text(text), self._workspace.stack.undo_label())
        self._say("edit.redo", tr("Redo"), tr("Redo: {what}"), can_redo_text(text), self._workspace.stack.redo_label())

    def _say(self, action_id: str, bare: str, full: str, is_text: bool, label: object) -> None:  # noqa: FBT001
        what = tr("Typing") if is_text else words(label) if isinstance(label, Message) else ""
        self._actions.reword(action_id, full.format(what=what) if what else bare)
        self._actions[action_id].setEnabled(bool(what))

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, _new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = focused_text()
        if self._watched is not None:
            self._watched.installEventFilter(self)
        self.refresh()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is QEvent.Type.KeyRelease:
            return False
        if keys().is_given_up(event):
            event.ignore()
            return True
        if event.type() is not QEvent.Type.ShortcutOverride:
            return False
        # A text claims Ctrl+Z for itself even when it has nothing to take back; then the keys are ours.
        text = focused_text()
        if event.matches(QKeySequence.StandardKey.Undo) and not can_undo_text(text):
            self.refresh()
            event.ignore()
            return True
        if event.matches(QKeySequence.StandardKey.Redo) and not can_redo_text(text):
            self.refresh()
            event.ignore()
            return True
        return False
