"""Whether this computer's person wants spelling, and word of every change to its dictionaries. Knows no dictionary."""

from __future__ import annotations

import os

from PySide6.QtCore import QObject, Signal

OFF_VARIABLE = "MAKALA_NO_SPELLING"


class DictionaryShelf(QObject):
    """One for the application: what every window's spelling listens to."""

    switched = Signal()
    dictionaries_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._is_wanted = True

    @property
    def is_on(self) -> bool:
        """Say whether spelling is checked; an environment that names `OFF_VARIABLE` has none, as most tests do."""
        return self._is_wanted and not os.environ.get(OFF_VARIABLE)

    def switch(self, *, is_on: bool) -> None:
        """Check the spelling from now on, or leave it."""
        if is_on != self._is_wanted:
            self._is_wanted = is_on
            self.switched.emit()


_made: list[DictionaryShelf] = []


def shelf() -> DictionaryShelf:
    """Return the application's one."""
    if not _made:
        _made.append(DictionaryShelf())
    return _made[0]
