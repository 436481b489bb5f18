"""Keys that come to a window before the system has said that it has the keyboard.

An X server sends keys to the window under the pointer while no window has the focus: right after the start, under load,
and after another program's window closed. Qt passes them on as text and tries no shortcut, so that Ctrl+N was lost and
the words behind it went into the article that was open.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from typing_extensions import override


class UnfocusedKeys(QObject):
    """Made by the studio for a window that is shown. Looks at keys only while nothing of the application has them."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)
        self._on_focus(None, QApplication.focusWidget())

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        handle = self._window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            if now is None:
                handle.installEventFilter(self)

    def _action(self, event: QKeyEvent) -> QAction | None:
        """Return what these keys do, unless what has the cursor claims them for itself, as a text does Ctrl+C."""
        keys = QKeySequence(event.keyCombination())
        found = next((one for one in self._window.actions() if one.isEnabled() and keys in one.shortcuts()), None)
        focus = self._window.focusWidget()
        if found is None or focus is None:
            return found
        claim = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
        claim.ignore()
        QApplication.sendEvent(focus, claim)
        return None if claim.isAccepted() else found

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if QApplication.activeWindow() is not None or QApplication.activeModalWidget() is not None:
            return False
        self._window.activateWindow()
        action = self._action(event)
        if action is not None:
            action.trigger()
        return action is not None
