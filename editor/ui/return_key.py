"""Return presses the button that has the focus, in every window: Qt leaves that to some desktops and not to others."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from typing_extensions import override

_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class ReturnKey(QObject):
    """Made once by the studio. Looks at what buttons that had the focus get, and at nothing else."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        app.focusChanged.connect(self._on_focus)

    @Slot()
    def _on_focus(self) -> None:
        focus = self._app.focusWidget()
        if isinstance(focus, QPushButton | QToolButton):
            focus.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _KEYS:
            return False
        if not isinstance(watched, QPushButton | QToolButton) or not watched.hasFocus():
            return False
        if event.isAutoRepeat():
            return True
        if watched.menu() is not None:
            watched.showMenu()
        else:
            watched.click()
        return True
