"""Which keys an action has on this machine: its usual ones, unless the person chose others. Knows no action."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut

from editor.i18n.direction import direction, isolate
from editor.i18n.interface import interface_language

# What every text does by itself on these keys, whatever ours are: see `is_given_up`.
TEXT_KEYS: Mapping[str, QKeySequence.StandardKey] = {
    "edit.undo": QKeySequence.StandardKey.Undo,
    "edit.redo": QKeySequence.StandardKey.Redo,
    "edit.cut": QKeySequence.StandardKey.Cut,
    "edit.copy": QKeySequence.StandardKey.Copy,
    "edit.paste": QKeySequence.StandardKey.Paste,
    "edit.select_all": QKeySequence.StandardKey.SelectAll,
}
WORN = "keys_of"  # the property that says whose keys a QAction or QShortcut wears


class Keys(QObject):
    """The chosen keys, by action id, and word of a change. One for the process, as the look is."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chosen: Mapping[str, tuple[str, ...]] = {}

    def choose(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        """Use these keys, as Qt writes them portably ("Ctrl+B"), from now on; () is none, what is left out is usual."""
        if dict(chosen) != self.chosen:
            self.chosen = dict(chosen)
            self.changed.emit()

    def of(self, action_id: str, *usual: str) -> list[QKeySequence]:
        """Return the keys of an action whose usual ones are these; "" is none."""
        return [QKeySequence(one) for one in self.chosen.get(action_id, usual) if one]

    def is_given_up(self, event: QKeyEvent) -> bool:
        """Say whether a text would do with these keys what now has others: then it must not hear them."""
        for action_id, standard in TEXT_KEYS.items():
            if action_id in self.chosen and event.matches(standard):
                return QKeySequence(event.keyCombination()) not in self.of(action_id)
        return False


_keys = Keys()


def keys() -> Keys:
    """Return the object that knows the keys, and whose `changed` says that others were chosen."""
    return _keys


def shown_keys(action_id: str, *usual: str) -> str:
    """Return the first keys of an action as this system writes them, or "".

    Among words from right to left they stand apart: else the comma of "Ctrl+," is drawn before the rest.
    """
    found = _keys.of(action_id, *usual)
    shown = found[0].toString(QKeySequence.SequenceFormat.NativeText) if found else ""
    return isolate(shown) if shown and direction(interface_language()) == "rtl" else shown


def tip(text: str, action_id: str, *usual: str) -> str:
    """Return `text` with the keys behind it: what the tooltip of a button says."""
    shown = shown_keys(action_id, *usual)
    return f"{text} ({shown})" if shown else text


def wear(what: QAction | QShortcut, action_id: str, *usual: str) -> None:
    """Give `what` the keys of this action, now and whenever others are chosen."""
    _Worn(what, action_id, usual)


class _Worn(QObject):
    """Keeps one action's keys right for as long as it lives."""

    def __init__(self, what: QAction | QShortcut, action_id: str, usual: tuple[str, ...]) -> None:
        super().__init__(what)
        what.setProperty(WORN, action_id)
        self._what = what
        self._action_id = action_id
        self._usual = usual
        _keys.changed.connect(self._put_on)
        self._put_on()

    @Slot()
    def _put_on(self) -> None:
        found = _keys.of(self._action_id, *self._usual)
        if isinstance(self._what, QAction):
            self._what.setShortcuts(found)
        else:
            self._what.setKeys(found)
