"""This machine's settings while the application runs: read once, kept on every change, never in the way."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from editor.core.errors import Fault
from editor.services.machine import Machine, load_machine, save_machine, with_backup_place, with_recent

log = logging.getLogger(__name__)


class Remembered(QObject):
    """Made once by the application. `changed` says that a setting is another one now."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.machine = load_machine()

    def change(self, **fields: object) -> None:
        """Set these fields and keep them. A machine that forgets is no reason to disturb anyone: it is logged only."""
        self._take(replace(self.machine, **fields))  # type: ignore[arg-type]

    def opened(self, folder: Path) -> None:
        """Remember `folder` as the newsroom opened last."""
        self._take(with_recent(self.machine, folder))

    def keep_backups_in(self, folder: Path, place: Path | None) -> None:
        """Remember `place` as the one outside for backups of the newsroom in `folder`."""
        self._take(with_backup_place(self.machine, folder, place))

    def forget(self, folder: str) -> None:
        """Take `folder` off the recent newsrooms."""
        self._take(replace(self.machine, recent=tuple(one for one in self.machine.recent if one != folder)))

    def _take(self, machine: Machine) -> None:
        if machine == self.machine:
            return
        self.machine = machine
        try:
            save_machine(machine)
        except Fault:
            log.info("this machine's settings were not kept", exc_info=True)
        self.changed.emit()
