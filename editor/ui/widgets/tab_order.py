"""In which order the Tab key goes: as the eyes do, and past a row of small buttons in one step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget
from typing_extensions import override

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


def place_after(before: QWidget, part: QWidget) -> None:
    """Let Tab go into `part` after `before`, or after the last stop ahead of it.

    For what is made late: Qt puts it behind everything else that its window has.
    """
    stops = list(stops_in(part))
    while stops and not _is_stop(before) and (ahead := before.previousInFocusChain()) is not None:
        before = ahead
    for stop in stops:
        QWidget.setTabOrder(before, stop)
        before = stop


def stops_in(part: QWidget) -> Iterator[QWidget]:
    """Yield where Tab stops in `part`, in the order in which it was made."""
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget) and _is_stop(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not widget.focusProxy()


class OneStop(QObject):
    """Makes a row of buttons one stop of the Tab key; the arrows, Home and End go along it, as in every tool bar."""

    def __init__(self, row: QWidget, buttons: Sequence[QAbstractButton]) -> None:
        super().__init__(row)
        self._buttons = list(buttons)
        for button in self._buttons:
            button.installEventFilter(self)
        self._stop_at(self._buttons[0])

    def _stop_at(self, here: QAbstractButton) -> None:
        for button in self._buttons:
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if button is here else Qt.FocusPolicy.NoFocus)

    def _beside(self, button: QAbstractButton, key: int) -> QAbstractButton | None:
        """Return where `key` leads from `button`, itself at the ends; None for a key that leads nowhere."""
        row = [one for one in self._buttons if one.isVisible() and one.isEnabled()]
        if key == Qt.Key.Key_Home:
            return row[0]
        if key == Qt.Key.Key_End:
            return row[-1]
        step = _STEPS.get(Qt.Key(key), 0)
        if button.isRightToLeft():
            step = -step
        return row[min(max(row.index(button) + step, 0), len(row) - 1)] if step else None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QAbstractButton) or (beside := self._beside(watched, event.key())) is None:
            return False
        self._stop_at(beside)
        beside.setFocus(Qt.FocusReason.TabFocusReason)
        return True
